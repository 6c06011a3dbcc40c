// SPDX-License-Identifier: Apache-2.0
import { type Decimal, decimal } from '../decimal.ts';

/** What stands right after a written number decides how its separators are read. */
export type NumberHints = {
  readonly follows: 'percent' | 'multiplier' | 'countable' | 'other';
  /** Commas group thousands in this table. */
  readonly hasEnglishCommas: boolean;
};

export type WrittenNumber = { readonly value: Decimal; readonly decimals: number };

const plain = (digits: string): WrittenNumber => ({ value: decimal(BigInt(digits)), decimals: 0 });

const fractional = (whole: string, fraction: string): WrittenNumber => ({
  value: decimal(BigInt(whole + fraction), fraction.length),
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
  const dots = raw.split('.');
  const commas = raw.split(',');
  if (dots.length === 1 && commas.length === 1) return isCode(raw) ? undefined : plain(raw);
  if (dots.length > 1 && commas.length > 1) return readMixed(raw, dots, commas);

  const parts = dots.length > 1 ? dots : commas;
  const isDot = dots.length > 1;
  if (parts.length > 2) return areGroups(parts) ? plain(parts.join('')) : undefined;
  const [whole = '', fraction = ''] = parts;
  if (isCode(whole)) return undefined;
  const commasGroup = hints.hasEnglishCommas || hints.follows === 'countable';
  const isGrouping = isDot ? hints.follows !== 'percent' : commasGroup && hints.follows !== 'percent' && hints.follows !== 'multiplier';
  return areGroups(parts) && isGrouping ? plain(whole + fraction) : fractional(whole, fraction);
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
