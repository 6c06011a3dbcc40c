// SPDX-License-Identifier: Apache-2.0
import { commonDivisor, negated, plus, share, times, type Whole } from './whole.ts';

/**
 * An exact number; `over` is positive, the fraction need not be in lowest terms. `isLowest` marks one that is known to be, as every result
 * with a part beyond 2⁵³ is: sums of many such fractions stay as short as they can be, and nobody looks for the divisor again.
 */
export type Fraction = { readonly of: Whole; readonly over: Whole; readonly isLowest?: true };

export const zero: Fraction = { of: 0, over: 1 };
export const one: Fraction = { of: 1, over: 1 };

export function sum(a: Fraction, b: Fraction): Fraction {
  if (a.over === b.over) return { of: plus(a.of, b.of), over: a.over };
  if (a.of === 0) return b;
  if (b.of === 0) return a;
  const over = times(a.over, b.over);
  const of = plus(times(a.of, b.over), times(b.of, a.over));
  return isLarge(of, over) ? largeSum(lowest(a), lowest(b)) : lowest({ of, over });
}

/** A sum in lowest terms of two numbers that are: only what the denominators have in common can be left in it (Knuth, 4.5.1). */
function largeSum(a: Fraction, b: Fraction): Fraction {
  const common = commonDivisor(a.over, b.over);
  const of = plus(times(a.of, share(b.over, common)), times(b.of, share(a.over, common)));
  const left = commonDivisor(of, common);
  return { of: share(of, left), over: times(share(a.over, common), share(b.over, left)), isLowest: true };
}

const isLarge = (of: Whole, over: Whole): boolean => typeof of === 'bigint' || typeof over === 'bigint';

export function difference(a: Fraction, b: Fraction): Fraction {
  return sum(a, opposite(b));
}

export function product(a: Fraction, b: Fraction): Fraction {
  const [of, over] = [times(a.of, b.of), times(a.over, b.over)];
  return isLarge(of, over) ? largeProduct(lowest(a), lowest(b)) : { of, over };
}

/** A product in lowest terms of two numbers that are: divisors are looked for crosswise, where they are short. */
function largeProduct(a: Fraction, b: Fraction): Fraction {
  const [down, up] = [commonDivisor(a.of, b.over), commonDivisor(b.of, a.over)];
  return { of: times(share(a.of, down), share(b.of, up)), over: times(share(a.over, up), share(b.over, down)), isLowest: true };
}

/** a / b; the caller has made sure that `b` is above zero. */
export function quotient(a: Fraction, b: Fraction): Fraction {
  return product(a, { of: b.over, over: b.of });
}

export function opposite(a: Fraction): Fraction {
  return a.isLowest ? { of: negated(a.of), over: a.over, isLowest: true } : { of: negated(a.of), over: a.over };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = a.over === b.over ? [a.of, b.of] : [times(a.of, b.over), times(b.of, a.over)];
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(b, a) < 0 ? b : a;
}

/** The same number in lowest terms. */
export function lowest(a: Fraction): Fraction {
  if (a.isLowest || a.over === 1) return a;
  const divisor = commonDivisor(a.of, a.over);
  const [of, over] = [share(a.of, divisor), share(a.over, divisor)];
  return isLarge(of, over) ? { of, over, isLowest: true } : { of, over };
}

/**
 * The number in lowest terms as text.
 *
 * @example
 * fractionText({ of: 4, over: 6 }) // '2/3'
 */
export function fractionText(a: Fraction): string {
  const { of, over } = lowest(a);
  // Minus zero is written like zero.
  return over === 1 ? String(of) : `${of}/${over}`;
}
