// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import {
  isOverdue,
  isSettled,
  movesFrom,
  type RecommendationMove,
  type RecommendationState,
  recommendationMoves,
  recommendationStates,
  stateAfter,
} from './recommendation-states.ts';

const reachable: Readonly<Record<RecommendationMove, readonly RecommendationState[]>> = {
  start: ['open'],
  report: ['open', 'in_progress', 'not_accepted'],
  accept: ['reported'],
  refuse: ['reported'],
  carry_over: ['open', 'in_progress', 'reported', 'not_accepted'],
  reopen: ['accepted', 'carried_over'],
};

describe('moves of a recommendation', () => {
  test.each(recommendationMoves)('%s is possible from its states only', (move) => {
    for (const state of recommendationStates) {
      const attempt = (): RecommendationState => stateAfter(move, { state, evidenceCount: 1, note: 'Lý do' });

      if (reachable[move].includes(state)) expect(recommendationStates).toContain(attempt());
      else expect(attempt).toThrow('actions.move_refused');
    }
  });

  test('a refusal, a carry-over and a reopening say why', () => {
    for (const [move, state] of [
      ['refuse', 'reported'],
      ['carry_over', 'open'],
      ['reopen', 'accepted'],
    ] as const) {
      expect(() => stateAfter(move, { state, evidenceCount: 1, note: ' ' })).toThrow('actions.note_missing');
    }
  });

  test('an acceptance rests on evidence or on a written reason', () => {
    expect(() => stateAfter('accept', { state: 'reported', evidenceCount: 0, note: null })).toThrow('actions.evidence_missing');
    expect(stateAfter('accept', { state: 'reported', evidenceCount: 1, note: null })).toBe('accepted');
    expect(stateAfter('accept', { state: 'reported', evidenceCount: 0, note: 'Đã xem tại chỗ' })).toBe('accepted');
  });

  test('each side sees its own moves', () => {
    expect(movesFrom('reported', ['unit'])).toEqual([]);
    expect(movesFrom('reported', ['follow_up'])).toEqual(['accept', 'refuse', 'carry_over']);
    expect(movesFrom('not_accepted', ['unit'])).toEqual(['report']);
  });
});

describe('deadlines of recommendations', () => {
  test('are overdue only while the unit is waited for, from the day after', () => {
    const late = (state: RecommendationState, today: string) => isOverdue({ state, dueOn: '2022-10-31' }, today);

    expect(late('open', '2022-10-31')).toBe(false);
    expect(late('open', '2022-11-01')).toBe(true);
    expect(late('not_accepted', '2022-11-01')).toBe(true);
    expect(late('reported', '2022-11-01')).toBe(false);
    expect(late('accepted', '2022-11-01')).toBe(false);
    expect(isOverdue({ state: 'open', dueOn: null }, '2022-11-01')).toBe(false);
  });

  test('accepted and carried over are settled', () => {
    expect(recommendationStates.filter(isSettled)).toEqual(['accepted', 'carried_over']);
  });
});
