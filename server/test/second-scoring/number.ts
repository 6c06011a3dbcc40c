// SPDX-License-Identifier: Apache-2.0
import type { RoundingMode } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';

/** Integers of any size over a positive integer; never reduced before it is written. */
export type Exact = readonly [numerator: bigint, denominator: bigint];

export const nothing: Exact = [0n, 1n];
const shape = /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$/;

/** Section 1.1: decimal text, or undefined. */
export function read(text: string): Exact | undefined {
  if (typeof text !== 'string' || !shape.test(text)) return undefined;
  const [whole = '0', fraction = ''] = text.split('.');
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
}

/** A number of a set without faults. */
export function known(text: string): Exact {
  const value = read(text);
  if (!value) throw new Error(`no decimal text: ${text}`);
  return value;
}

export const plus = ([a, b]: Exact, [c, d]: Exact): Exact => [a * d + c * b, b * d];
export const minus = (a: Exact, [c, d]: Exact): Exact => plus(a, [-c, d]);
export const times = ([a, b]: Exact, [c, d]: Exact): Exact => [a * c, b * d];
export const over = ([a, b]: Exact, [c, d]: Exact): Exact => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]);
export const less = ([a, b]: Exact, [c, d]: Exact): boolean => a * d < c * b;
export const least = (first: Exact, ...others: readonly Exact[]): Exact => others.reduce((low, one) => (less(one, low) ? one : low), first);
export const sum = (values: readonly Exact[]): Exact => values.reduce(plus, nothing);
export const whole = ([a, b]: Exact): boolean => a % b === 0n;
export const percent: Exact = [100n, 1n];

/** Section 1.5. */
export function rounded([a, b]: Exact, decimals: number, mode: RoundingMode): Exact {
  const unit = 10n ** BigInt(decimals);
  const size = (a < 0n ? -a : a) * unit;
  const [down, rest] = [size / b, size % b];
  const tie = 2n * rest === b;
  const up = mode !== 'truncate' && (2n * rest > b || (tie && (mode === 'half_up' || down % 2n === 1n)));
  const magnitude = up ? down + 1n : down;
  return [a < 0n ? -magnitude : magnitude, unit];
}

/** Section 1.3: the text of a number that has a finite decimal form. */
export function decimalText([a, b]: Exact): string {
  let unit = 1n;
  while ((a * unit) % b !== 0n) unit *= 10n;
  const digits = ((a < 0n ? -a : a) * unit) / b;
  const places = unit.toString().length - 1;
  const padded = digits.toString().padStart(places + 1, '0');
  const head = padded.slice(0, padded.length - places);
  const tail = padded.slice(padded.length - places);
  return `${a < 0n ? '-' : ''}${head}${tail && `.${tail}`}`;
}

/** Section 1.4. */
export function fractionText([a, b]: Exact): string {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  const common = x === 0n ? b : x;
  return b / common === 1n ? `${a / common}` : `${a / common}/${b / common}`;
}
