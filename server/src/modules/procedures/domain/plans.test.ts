// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/dates';
import { type OnlinePeriod, type OnlineRegime, planOnline, regimeOn } from './plan-online.ts';
import { latestOf, planEnd, planVersion, planWithdrawal, type RecordedPeriod } from './plan-version.ts';
import { coversDay } from './procedure.ts';

const today = '2026-03-10';
const open: RecordedPeriod[] = [
  { number: 1, validFrom: '2019-01-01', validTo: '2022-06-30' },
  { number: 2, validFrom: '2022-07-01', validTo: null },
];

test('a new version ends the last one the day before it begins', () => {
  expect(planVersion(open, { validFrom: '2026-04-01', today, lateReason: null })).toEqual({
    number: 3,
    ending: { number: 2, validTo: '2026-03-31' },
    replacedUntil: null,
  });
});

test('a version cannot begin before or with the last one, and days that have passed need a reason', () => {
  const refusal = (validFrom: string, lateReason: string | null = null) => {
    try {
      planVersion(open, { validFrom, today, lateReason });
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  expect(refusal('2022-07-01', 'muộn')).toBe('procedures.version_not_later');
  expect(refusal('2026-03-09')).toBe('procedures.late_reason_missing');
  expect(refusal('2026-03-09', 'Quyết định ký ngày 09/3, nhập ngày 10/3')).toBeNull();
  expect(refusal('2026-03-10')).toBeNull();
});

test('a procedure that had ended may begin anew later, and leaves the gap', () => {
  const ended = [{ number: 1, validFrom: '2019-01-01', validTo: '2025-06-30' }];

  expect(planVersion(ended, { validFrom: '2026-05-01', today, lateReason: null })).toEqual({
    number: 2,
    ending: null,
    replacedUntil: '2025-06-30',
  });
});

test('a procedure ends on a day of its last version', () => {
  expect(planEnd(open, { lastDay: '2026-03-31', today, lateReason: null })).toEqual({ number: 2, validTo: '2026-03-31' });
  expect(() => planEnd(open, { lastDay: '2022-06-01', today, lateReason: 'muộn' })).toThrow('procedures.end_before_begin');
  expect(() => planEnd(open, { lastDay: '2026-03-01', today, lateReason: null })).toThrow('procedures.late_reason_missing');
  expect(() => planEnd(open.slice(0, 1), { lastDay: '2026-03-31', today, lateReason: null })).toThrow('procedures.not_in_force');
});

test('withdrawing a version that has not begun gives the one before its own last day back', () => {
  const planned = [
    { number: 1, validFrom: '2019-01-01', validTo: '2026-03-31', replacedUntil: null },
    { number: 2, validFrom: '2026-04-01', validTo: null, replacedUntil: '2027-01-01' },
  ];

  expect(planWithdrawal(planned, today)).toEqual({
    withdrawn: { number: 2, validTo: '2026-03-31' },
    restored: { number: 1, validTo: '2027-01-01' },
  });
  expect(() => planWithdrawal(planned, '2026-04-01')).toThrow('procedures.nothing_to_withdraw');
});

test('whatever is planned in whatever order, no two versions govern one day and numbers never return', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
  const step = fc.record({ act: fc.constantFrom('new', 'end', 'withdraw'), day });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), day, (steps, now) => {
      let recorded: (RecordedPeriod & { replacedUntil: string | null })[] = [];
      const setEnd = (number: number, validTo: string | null) => {
        recorded = recorded.map((one) => (one.number === number ? { ...one, validTo } : one));
      };
      for (const { act, day } of steps) {
        try {
          if (act === 'new') {
            const plan = planVersion(recorded, { validFrom: day, today: now, lateReason: 'có' });
            if (plan.ending) setEnd(plan.ending.number, plan.ending.validTo);
            recorded = [...recorded, { number: plan.number, validFrom: day, validTo: null, replacedUntil: plan.replacedUntil }];
          } else if (act === 'end') {
            const plan = planEnd(recorded, { lastDay: day, today: now, lateReason: 'có' });
            setEnd(plan.number, plan.validTo);
          } else {
            const plan = planWithdrawal(recorded, now);
            setEnd(plan.withdrawn.number, plan.withdrawn.validTo);
            if (plan.restored) setEnd(plan.restored.number, plan.restored.validTo);
          }
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^procedures\./);
        }
      }
      expect(new Set(recorded.map((one) => one.number)).size).toBe(recorded.length);
      for (let offset = 0; offset <= 910; offset += 7) {
        expect(recorded.filter((one) => coversDay(one, addDays('2025-01-01', offset))).length).toBeLessThanOrEqual(1);
      }
      expect(latestOf(recorded)?.number ?? 0).toBeLessThanOrEqual(recorded.length);
    }),
    { numRuns: 150 },
  );
});

const level = (name: string, rank: number, needsJustification = false) => ({
  level: name,
  name,
  rank,
  canSubmit: true,
  needsJustification,
});
const regimes: OnlineRegime[] = [
  { code: 'a', name: 'A', citation: 'a', validFrom: '2018-01-01', validTo: '2022-08-14', mark: null, levels: [level('level_4', 4)] },
  {
    code: 'b',
    name: 'B',
    citation: 'b',
    validFrom: '2022-08-15',
    validTo: null,
    mark: null,
    levels: [level('full', 2), level('partial', 1, true)],
  },
];

test('an online level lasts to the end of its regime or to the next period', () => {
  const later: OnlinePeriod = { id: 'x', validFrom: '2022-01-01', validTo: '2022-08-14' };

  expect(planOnline([], regimes, { validFrom: '2021-01-01', level: 'level_4', justification: null }).add?.validTo).toBe('2022-08-14');
  expect(planOnline([later], regimes, { validFrom: '2021-01-01', level: 'level_4', justification: null })).toEqual({
    cut: [],
    add: { regime: 'a', level: 'level_4', validFrom: '2021-01-01', validTo: '2021-12-31' },
  });
  expect(planOnline([later], regimes, { validFrom: '2022-03-01', level: null, justification: null })).toEqual({
    cut: [{ id: 'x', validTo: '2022-02-28' }],
    add: null,
  });
});

test('a level belongs to the regime of the day, and partial service gives its reason where the regime asks', () => {
  expect(regimeOn(regimes, '2022-08-14')?.code).toBe('a');
  expect(() => planOnline([], regimes, { validFrom: '2022-09-01', level: 'level_4', justification: null })).toThrow(
    'procedures.online_level_unknown',
  );
  expect(() => planOnline([], regimes, { validFrom: '2022-09-01', level: 'partial', justification: null })).toThrow(
    'procedures.justification_missing',
  );
  expect(() => planOnline([], regimes, { validFrom: '2017-01-01', level: 'full', justification: null })).toThrow(
    'procedures.regime_missing',
  );
});
