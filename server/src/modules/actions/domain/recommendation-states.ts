// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';

/** Where the remediation of a recommendation stands. Overdue is no state: it follows from the deadline and the day. */
export const recommendationStates = ['open', 'in_progress', 'reported', 'accepted', 'not_accepted', 'carried_over'] as const;
export type RecommendationState = (typeof recommendationStates)[number];

/** What can be done with a recommendation. */
export const recommendationMoves = ['start', 'report', 'accept', 'refuse', 'carry_over', 'reopen'] as const;
export type RecommendationMove = (typeof recommendationMoves)[number];

/** Who makes the move: the unit that owns the recommendation, or those who follow it up. */
export type RecommendationSide = 'unit' | 'follow_up';

type MoveRule = {
  readonly from: readonly RecommendationState[];
  readonly to: RecommendationState;
  readonly side: RecommendationSide;
  readonly needsNote: boolean;
};

/**
 * The one table of moves. A refusal, a carry-over and a reopening must say why, because the unit has to live with them
 * (Circular 26/2014/TT-BKHCN, art. 37.2.d knows "remediation not accepted"; applied by analogy).
 */
export const moveRules: Readonly<Record<RecommendationMove, MoveRule>> = {
  start: { from: ['open'], to: 'in_progress', side: 'unit', needsNote: false },
  report: { from: ['open', 'in_progress', 'not_accepted'], to: 'reported', side: 'unit', needsNote: false },
  accept: { from: ['reported'], to: 'accepted', side: 'follow_up', needsNote: false },
  refuse: { from: ['reported'], to: 'not_accepted', side: 'follow_up', needsNote: true },
  carry_over: { from: ['open', 'in_progress', 'reported', 'not_accepted'], to: 'carried_over', side: 'follow_up', needsNote: true },
  reopen: { from: ['accepted', 'carried_over'], to: 'open', side: 'follow_up', needsNote: true },
};

/** What a move is decided on. */
export type MoveFacts = { readonly state: RecommendationState; readonly evidenceCount: number; readonly note: string | null };

/**
 * The state after a move.
 *
 * Remediation is accepted on evidence; without a file the person who accepts says what convinced them.
 *
 * @throws AppError `actions.move_refused`, `actions.note_missing`, `actions.evidence_missing`
 */
export function stateAfter(move: RecommendationMove, facts: MoveFacts): RecommendationState {
  const rule = moveRules[move];
  if (!rule.from.includes(facts.state)) throw new AppError('conflict', 'actions.move_refused', { move, state: facts.state });
  const hasNote = facts.note !== null && facts.note.trim() !== '';
  if (rule.needsNote && !hasNote) throw new AppError('invalid', 'actions.note_missing', { move });
  if (move === 'accept' && facts.evidenceCount === 0 && !hasNote) throw new AppError('invalid', 'actions.evidence_missing', {});
  return rule.to;
}

/** The moves that a side can make from a state. */
export function movesFrom(state: RecommendationState, sides: readonly RecommendationSide[]): RecommendationMove[] {
  return recommendationMoves.filter((move) => moveRules[move].from.includes(state) && sides.includes(moveRules[move].side));
}

const settled: readonly RecommendationState[] = ['accepted', 'carried_over'];

/** Whether nothing more is expected: accepted, or carried over to the next inspection. */
export function isSettled(state: RecommendationState): boolean {
  return settled.includes(state);
}

/** States in which the next step is the unit's. */
export const waitingForUnit: readonly RecommendationState[] = ['open', 'in_progress', 'not_accepted'];

/** Whether the unit is late: nothing reported although the deadline's day has passed. */
export function isOverdue(recommendation: { readonly state: RecommendationState; readonly dueOn: Day | null }, today: Day): boolean {
  return waitingForUnit.includes(recommendation.state) && recommendation.dueOn !== null && recommendation.dueOn < today;
}
