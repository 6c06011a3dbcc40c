// SPDX-License-Identifier: Apache-2.0
import type { Decimal } from '../decimal.ts';

/** What stands right after a written number decides how its separators are read. */
export type NumberHints = {
  readonly follows: 'percent' | 'multiplier' | 'countable' | 'other';
  /** Commas group thousands in this table. */
  readonly hasEnglishCommas: boolean;
};

export type WrittenNumber = { readonly value: Decimal; readonly decimals: number };

/** Digits that a double holds exactly; longer ones are read by the slower way. */
const SAFE_DIGITS = 15;

const unitsOf = (digits: string): bigint => BigInt(digits.length <= SAFE_DIGITS ? Number(digits) : digits);

const plain = (digits: string): WrittenNumber => ({ value: { units: unitsOf(digits), scale: 0 }, decimals: 0 });

const fractional = (whole: string, fraction: string): WrittenNumber => ({
  value: { units: unitsOf(whole + fraction), scale: fraction.length },
  decimals: fraction.length,
});

const areGroups = (parts: readonly string[]): boolean =>
  parts.every((part, index) => (index === 0 ? part.length >= 1 && part.length <= 3 : part.length === 3)) && parts[0] !== '0';

/**
 * Reads 5.369 · 5369 · 1.234,5 · 99,60 · 99.60 · 2,129,000. A dot before exactly three digits groups
 * thousands, a comma before three digits does so only where the neighbourhood says it; dates and
 * other dotted strings give nothing.
 */
export function readNumber(raw: string, hints: NumberHints): WrittenNumber | undefined {
  const dot = raw.indexOf('.');
  const comma = raw.indexOf(',');
  if (dot < 0 && comma < 0) return isCode(raw) ? undefined : plain(raw);
  if (dot >= 0 && comma >= 0) return readMixed(raw, raw.split('.'), raw.split(','));

  const at = Math.max(dot, comma);
  const separator = dot >= 0 ? '.' : ',';
  if (raw.includes(separator, at + 1)) {
    const parts = raw.split(separator);
    return areGroups(parts) ? plain(parts.join('')) : undefined;
  }
  const whole = raw.slice(0, at);
  const fraction = raw.slice(at + 1);
  if (isCode(whole)) return undefined;
  const commasGroup = hints.hasEnglishCommas || hints.follows === 'countable';
  const isGrouping = dot >= 0 ? hints.follows !== 'percent' : commasGroup && hints.follows !== 'percent' && hints.follows !== 'multiplier';
  const isGroup = fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && whole !== '0';
  return isGroup && isGrouping ? plain(whole + fraction) : fractional(whole, fraction);
}

/** "05" is a number, "0215" begins a telephone number. */
const isCode = (digits: string): boolean => digits.length > 2 && digits.startsWith('0');

function readMixed(raw: string, dots: readonly string[], commas: readonly string[]): WrittenNumber | undefined {
  const isVietnamese = raw.lastIndexOf(',') > raw.lastIndexOf('.');
  const decimalParts = isVietnamese ? commas : dots;
  if (decimalParts.length !== 2) return undefined;
  const [whole = '', fraction = ''] = decimalParts;
  const groups = whole.split(isVietnamese ? '.' : ',');
  return areGroups(groups) ? fractional(groups.join(''), fraction) : undefined;
}
