// SPDX-License-Identifier: Apache-2.0
import { countingScore, latestScores, type Score, type Stage, stages, standingScore } from './stages.ts';

/**
 * What became of a score: it counts; it stands while a later stage counts; it was replaced by a later one of its stage; or it was overtaken,
 * because an earlier stage was scored anew after it.
 */
export const scoreStates = ['counts', 'stands', 'replaced', 'overtaken'] as const;
export type ScoreState = (typeof scoreStates)[number];

/** The state of a score and, unless it counts itself, the score that took its place or its ground. */
export type ScoreFate<S extends Score = Score> = { readonly state: ScoreState; readonly by: S | null };

/** The fate of one score among all scores of its item, earliest first. */
export function fateOf<S extends Score>(score: S, scores: readonly S[]): ScoreFate<S> {
  const own = latestScores(scores).get(score.itemCode);
  const counting = countingScore(own, 'final') ?? null;
  if (counting && isSame(counting, score)) return { state: 'counts', by: null };
  const next = scores.find(({ stage, sequence }) => stage === score.stage && sequence === score.sequence + 1);
  if (next) return { state: 'replaced', by: next };
  const standing = standingScore(own, score.stage);
  if (standing && isSame(standing, score)) return { state: 'stands', by: counting };
  return { state: 'overtaken', by: scores.find((one) => isEarlier(one.stage, score.stage) && one.at > score.at) ?? counting };
}

function isSame(a: Score, b: Score): boolean {
  return a.stage === b.stage && a.sequence === b.sequence;
}

function isEarlier(a: Stage, b: Stage): boolean {
  return stages.indexOf(a) < stages.indexOf(b);
}
