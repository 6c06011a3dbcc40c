// SPDX-License-Identifier: Apache-2.0
import { compare, difference, type Fraction, sum, zero } from '../arithmetic/fraction.ts';
import { divided } from '../arithmetic/whole.ts';
import { plainDecimal } from '../criteria/checked-number.ts';
import type { DecimalText } from '../criteria/rule.ts';

/**
 * Numbers that are reached from `now` by whole steps and lie at, just below or just above each of the `ends`, within `least` and `most`;
 * the ends of the range themselves too. Without `now` the ends are taken as they stand.
 */
export function nearEnds(now: Fraction | null, ends: readonly Fraction[], most: Fraction | null): DecimalText[] {
  const found = new Set<DecimalText>();
  const keep = (value: Fraction): void => {
    const kept = compare(value, zero) < 0 ? zero : most && compare(value, most) > 0 ? most : value;
    found.add(plainDecimal(kept));
  };
  const from = now ?? zero;
  for (const end of ends) {
    if (!now) keep(end);
    const { of, over } = difference(end, from);
    const steps = divided(of, over).quotient;
    for (const beside of [-1, 0, 1]) keep(sum(from, { of: BigInt(steps) + BigInt(beside), over: 1 }));
  }
  return [...found];
}

/** The least whole number of steps from 1 to `most` that satisfies a condition which holds from some number on; undefined where none does. */
export function leastStep(most: number, holds: (steps: number) => boolean): number | undefined {
  if (most < 1 || !holds(most)) return undefined;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
