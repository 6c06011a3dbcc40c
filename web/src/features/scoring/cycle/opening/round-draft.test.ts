// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { codesOf, datesBody, datesDraft, phasesOutOfOrder, shiftedDates } from './round-draft.ts';

test('groups of the same name get codes of their own', () => {
  expect(codesOf(['UBND cấp xã', 'Cơ quan chuyên môn', 'UBND cấp xã', '…'])).toEqual([
    'ubnd-cap-xa',
    'co-quan-chuyen-mon',
    'ubnd-cap-xa-2',
    'nhom',
  ]);
});

test('shifting moves this phase and the later ones, not the earlier ones and no span of working days', () => {
  const dates = [
    { phase: 'self_scoring', opensOn: '2026-01-05', closesOn: '2026-01-30', workingDays: null },
    { phase: 'appraisal', opensOn: '2026-02-02', closesOn: '2026-02-27', workingDays: null },
    { phase: 'explanation', opensOn: null, closesOn: null, workingDays: 5 },
  ] as const;

  expect(datesBody(shiftedDates(datesDraft(dates), 'appraisal', 7))).toEqual([
    dates[0],
    { phase: 'appraisal', opensOn: '2026-02-09', closesOn: '2026-03-06', workingDays: null },
    dates[2],
  ]);
});

test('a phase that ends before an earlier one is told with that one, and does not hide the next', () => {
  const day = (phase: 'self_scoring' | 'second_appraisal' | 'council', closesOn: string) => ({
    phase,
    opensOn: null,
    closesOn,
    workingDays: null,
  });
  const dates = [day('self_scoring', '2027-01-28'), day('second_appraisal', '2026-12-10'), day('council', '2027-01-05')];

  expect([...phasesOutOfOrder(datesDraft(dates))]).toEqual([
    ['second_appraisal', 'self_scoring'],
    ['council', 'self_scoring'],
  ]);
  expect(phasesOutOfOrder(datesDraft(dates.slice(0, 1))).size).toBe(0);
});
