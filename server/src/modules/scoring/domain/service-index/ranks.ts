// SPDX-License-Identifier: Apache-2.0
import { compare, type Fraction, quotient, sum, zero } from '../arithmetic/fraction.ts';
import { competitionRanks } from '../engine/rank.ts';
import { exact } from './exact.ts';

/**
 * Competition ranking 1-2-2-4 of published points, the highest first; points that are not known have no rank.
 *
 * @example
 * ranksOf(['9', '7', null, '7.00', '5']) // [1, 2, null, 2, 4]
 */
export function ranksOf(scores: readonly (string | null)[]): (number | null)[] {
  return competitionRanks(scores.map((score) => (score === null ? null : exact(score))));
}

/** The highest of the known scores. */
export function bestOf(scores: readonly (string | null)[]): string | null {
  return scores.reduce<string | null>((best, score) => {
    if (score === null) return best;
    return best === null || compare(exact(best), exact(score)) < 0 ? score : best;
  }, null);
}

/** Mean of the known scores; null without any. */
export function meanOf(scores: readonly (string | null)[]): Fraction | null {
  const known = scores.flatMap((score) => (score === null ? [] : [exact(score)]));
  return known.length === 0 ? null : quotient(known.reduce(sum, zero), { of: known.length, over: 1 });
}
