// SPDX-License-Identifier: Apache-2.0
import { decimal, scaledText } from '../arithmetic/decimal.ts';
import { type Fraction, opposite, quotient, zero } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';

/** Points as the engine printed them; points of deductions may be negative. */
export function pointsOf(text: string): Fraction {
  return text.startsWith('-') ? opposite(decimal(text.slice(1)) ?? zero) : (decimal(text) ?? zero);
}

/** Sums and differences of printed points as decimal text; points have at most six decimals. */
export function pointsText(value: Fraction): string {
  return scaledText(rounded(value, 6, 'half_up'), 6);
}

/** A mean of points with at most two decimals, for comparison only. */
export function meanText(sum: Fraction, count: number): string {
  return count === 0 ? '0' : scaledText(rounded(quotient(sum, { of: count, over: 1 }), 2, 'half_up'), 2);
}
