// SPDX-License-Identifier: Apache-2.0
import { difference, type Fraction } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';

const pattern = /^(\d+)(?:\.(\d+))?$/;

/** The number of a published decimal text with any number of digits, or undefined where it is none. */
export function readExact(text: string): Fraction | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  return { of: BigInt(`${match[1]}${fraction}`), over: 10n ** BigInt(fraction.length) };
}

/** As `readExact`, of a text that the program itself wrote or checked. */
export function exact(text: string): Fraction {
  const number = readExact(text);
  if (!number) throw new Error(`no decimal number: ${text}`);
  return number;
}

/**
 * The number rounded half up, as text with all its decimals: points are printed as the portal prints them.
 *
 * @example
 * fixed({ of: 1, over: 8 }, 2) // '0.13'
 */
export function fixed(number: Fraction, decimals: number): string {
  const units = String(rounded(number, decimals, 'half_up'));
  const digits = units.replace('-', '').padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${units.startsWith('-') ? '-' : ''}${digits.slice(0, cut)}${decimals === 0 ? '' : `.${digits.slice(cut)}`}`;
}

/** `a` less `b`, with a sign where it is negative. */
export function apart(a: string, b: string, decimals: number): string {
  return fixed(difference(exact(a), exact(b)), decimals);
}
