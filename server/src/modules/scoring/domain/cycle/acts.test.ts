// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { type Act, actRules, actsFor, mayAct, requireAct } from './acts.ts';
import { type Capacity, capacities, movesFrom, type Phase, phases, type UnitState, unitStates } from './phases.ts';

/** Written from the procedure (docs/domain/scoring-cycle.md), apart from the code: phase → capacity → what may be done, by state of the unit. */
const always = ['set_dates', 'move', 'set_survey'];
const expected: Readonly<Record<Phase, Partial<Record<Capacity, (state: UnitState) => readonly string[]>>>> = {
  preparing: { organiser: () => always },
  self_scoring: {
    organiser: (state) => [...always, 'extend', 'fill_system', state === 'approved' ? 'unlock' : 'lock_overdue'],
    appraiser: () => ['fill_system'],
    unit_officer: (state) => (state === 'scoring' ? ['score', 'hand_in'] : []),
    unit_leader: (state) => (state === 'scoring' ? ['score', 'hand_in'] : state === 'handed_in' ? ['approve', 'give_back'] : []),
  },
  appraisal: {
    organiser: () => [...always, 'fill_system', 'import_survey'],
    appraiser: (state) => ['fill_system', ...(state === 'approved' ? ['appraise_1'] : [])],
  },
  explanation: {
    organiser: () => [...always, 'extend', 'import_survey'],
    appraiser: (state) => (state === 'approved' ? ['answer_objection'] : []),
    unit_officer: (state) => (state === 'approved' ? ['object'] : []),
    unit_leader: (state) => (state === 'approved' ? ['object'] : []),
  },
  second_appraisal: {
    organiser: () => [...always, 'fill_system', 'import_survey'],
    appraiser: (state) => ['fill_system', ...(state === 'approved' ? ['answer_objection', 'appraise_2'] : [])],
  },
  council: { organiser: (state) => [...always, 'import_survey', 'publish', ...(state === 'approved' ? ['decide'] : [])] },
  published: { organiser: () => ['reopen'] },
};

const steps = phases.flatMap((phase) => capacities.map((capacity) => [phase, capacity] as const));

describe.each(steps)('in the phase %s, %s', (phase, capacity) => {
  test.each(unitStates)('may do what the procedure says while the unit stands at %s', (unitState) => {
    const offered = actsFor({ held: new Set([capacity]), phase, unitState });

    expect([...offered].sort()).toEqual([...(expected[phase][capacity]?.(unitState) ?? [])].sort());
  });

  test.each(Object.keys(actRules) as Act[])('%s is refused with a code where it is not offered', (act) => {
    for (const unitState of unitStates) {
      const standing = { held: new Set([capacity]), phase, unitState };
      if (mayAct(act, standing)) expect(() => requireAct(act, standing)).not.toThrow();
      else expect(() => requireAct(act, standing)).toThrow(AppError);
    }
  });
});

const judging = ['appraise_1', 'answer_objection', 'appraise_2', 'decide'] as const;

describe('who may score for the unit as one of their own', () => {
  test.each(judging)('is not offered %s, and refused with a code of its own', (act) => {
    for (const phase of actRules[act].during) {
      const standing = { held: new Set(capacities), phase, unitState: 'approved' as const, isOwn: true };
      expect(actsFor(standing)).not.toContain(act);
      expect(() => requireAct(act, standing)).toThrow(expect.objectContaining({ kind: 'forbidden', code: 'scoring.own_unit' }));
    }
  });

  test('may do everything else that the procedure says', () => {
    for (const phase of phases)
      for (const unitState of unitStates) {
        const standing = { held: new Set(capacities), phase, unitState };
        const others = actsFor(standing).filter((act) => !judging.some((one) => one === act));
        expect(actsFor({ ...standing, isOwn: true })).toEqual(others);
      }
  });
});

test('who holds no capacity may do nothing in any phase', () => {
  expect(phases.flatMap((phase) => unitStates.flatMap((unitState) => actsFor({ held: new Set(), phase, unitState })))).toEqual([]);
});

test('every phase but the last leads on to exactly one later phase, so that no round gets stuck', () => {
  expect(phases.slice(0, -1).map((phase) => movesFrom(phase).filter(({ isBack }) => !isBack).length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(movesFrom('published')).toEqual([{ to: 'council', isBack: true }]);
});
