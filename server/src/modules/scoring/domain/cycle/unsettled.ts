// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import { countingScore, latestScores, type Score } from './stages.ts';

/**
 * The items of a sheet for which nothing counts yet, such as a survey that was never read in. An item is settled by any score that
 * stands, also by no points or by "not applicable" of the council.
 */
export function unsettledItems<N extends Pick<CriteriaNode, 'code'>>(items: readonly N[], scores: readonly Score[]): N[] {
  const latest = latestScores(scores);
  return items.filter(({ code }) => !countingScore(latest.get(code), 'final'));
}
