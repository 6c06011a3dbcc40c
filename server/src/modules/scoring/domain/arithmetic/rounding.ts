// SPDX-License-Identifier: Apache-2.0
import type { RoundingMode } from '../criteria/criteria-set.ts';
import type { Fraction } from './fraction.ts';
import { divided, negated, plus, tenTo, times, type Whole } from './whole.ts';

/**
 * Rounds to units of 10⁻ᵏ: a tie goes away from zero (`half_up`), to the even neighbour (`half_even`), or everything beyond is cut
 * (`truncate`). Negative numbers mirror positive ones.
 *
 * @example
 * rounded({ of: 2, over: 3 }, 2, 'half_up') // 67
 */
export function rounded(value: Fraction, decimals: number, mode: RoundingMode): Whole {
  const { quotient, rest } = divided(times(value.of, tenTo(decimals)), value.over);
  if (mode === 'truncate' || rest === 0 || rest === 0n) return quotient;
  const negative = rest < 0;
  const beyond = negative ? negated(rest) : rest;
  const toNext = plus(value.over, negated(beyond));
  if (beyond < toNext) return quotient;
  const tie = beyond <= toNext;
  if (tie && mode === 'half_even' && isEven(quotient)) return quotient;
  return plus(quotient, negative ? -1 : 1);
}

function isEven(a: Whole): boolean {
  return typeof a === 'number' ? a % 2 === 0 : a % 2n === 0n;
}
