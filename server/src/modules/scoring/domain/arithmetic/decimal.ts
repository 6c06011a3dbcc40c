// SPDX-License-Identifier: Apache-2.0
import type { Fraction } from './fraction.ts';
import { negated, tenTo, type Whole } from './whole.ts';

const pattern = /^(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,6}))?$/;

/** Whether the text is a number as sets and inputs write it. */
export function isDecimal(text: string): boolean {
  return pattern.test(text);
}

/**
 * The number of a decimal text, or undefined where it is none.
 *
 * @example
 * decimal('1.50') // { of: 15, over: 10 }
 */
export function decimal(text: string): Fraction | undefined {
  const plain = shortWhole(text);
  if (plain >= 0) return { of: plain, over: 1 };
  const match = pattern.exec(text);
  if (!match) return undefined;
  const whole = match[1] ?? '0';
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals === '') return { of: Number(whole), over: 1 };
  const digits = whole + decimals;
  return { of: digits.length <= 15 ? Number(digits) : BigInt(digits), over: tenTo(decimals.length) };
}

/** The number of up to 15 digits without point, which most inputs are; −1 for every other text. */
function shortWhole(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15 || (length > 1 && text.charCodeAt(0) === 48)) return -1;
  let value = 0;
  for (let index = 0; index < length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Digits after the point that say something: 1 of `1.50`. */
export function decimalsOf(text: string): number {
  return (pattern.exec(text)?.[2] ?? '').replace(/0+$/, '').length;
}

/**
 * A number given in units of 10⁻ᵏ as decimal text without trailing zeros.
 *
 * @example
 * scaledText(-150, 2) // '-1.5'
 */
export function scaledText(digits: Whole, decimals: number): string {
  let [rest, places] = [digits, decimals];
  while (places > 0 && (typeof rest === 'number' ? rest % 10 === 0 : rest % 10n === 0n)) {
    rest = typeof rest === 'number' ? rest / 10 : rest / 10n;
    places -= 1;
  }
  if (places === 0) return String(rest);
  const plain = String(rest < 0 ? negated(rest) : rest).padStart(places + 1, '0');
  return `${rest < 0 ? '-' : ''}${plain.slice(0, -places)}.${plain.slice(-places)}`;
}
