// SPDX-License-Identifier: Apache-2.0
import { decimal } from '../arithmetic/decimal.ts';
import { compare, type Fraction } from '../arithmetic/fraction.ts';
import type { Conventions } from '../criteria/criteria-set.ts';
import type { UnitResult } from './result.ts';

/** What ranks and grades compare: the index as it is printed, or the exact one, as the set declares. */
export function comparedIndex({ compareBy }: Conventions, result: Pick<UnitResult, 'index' | 'exactIndex'>): Fraction | null {
  const text = compareBy === 'exact' ? result.exactIndex : result.index;
  if (text === null) return null;
  const [of = '0', over] = text.split('/');
  if (over !== undefined) return { of: BigInt(of), over: BigInt(over) };
  return decimal(of) ?? { of: BigInt(of), over: 1 };
}

/**
 * Competition ranks (1, 2, 2, 4) of a peer group, greatest value first; null for units without a value.
 * The order of the units does not matter.
 */
export function competitionRanks(values: readonly (Fraction | null)[]): (number | null)[] {
  const ordered = values.flatMap((value) => (value === null ? [] : [value])).sort((a, b) => compare(b, a));
  return values.map((value) => {
    if (value === null) return null;
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = ordered[middle];
      if (found && compare(found, value) > 0) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  });
}
