// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { patternOf } from './pattern.ts';
import type { DayOff } from './year.ts';

const off = (day: string, kind: DayOff['kind'], name = 'Nghỉ'): DayOff => ({ day, name, kind, source: 'Nguồn', certainty: null });
const year2026 = {
  year: 2026,
  status: 'confirmed' as const,
  daysOff: [
    off('2026-01-01', 'statutory', 'Tết Dương lịch'),
    off('2026-02-16', 'tet'),
    off('2026-04-26', 'statutory', 'Giỗ Tổ'),
    off('2026-04-27', 'makeup'),
    off('2026-11-24', 'other', 'Ngày Văn hóa'),
  ],
  workedDays: [],
};

test('what has a fixed date moves over with its make-up day; a law of its own keeps its source', () => {
  expect(patternOf(year2026, 2028).daysOff).toEqual([
    { day: '2028-01-01', name: 'Tết Dương lịch', kind: 'statutory', source: null },
    { day: '2028-01-03', name: 'Nghỉ bù Tết Dương lịch', kind: 'makeup', source: null },
    { day: '2028-11-24', name: 'Ngày Văn hóa', kind: 'other', source: 'Nguồn' },
  ]);
});

test('what follows the moon or the notice is owed, not guessed', () => {
  expect(patternOf(year2026, 2028).owed.map((one) => one.day)).toEqual(['2026-02-16', '2026-04-26']);
});

test('two holidays of one weekend are made up on two days', () => {
  const spring = { ...year2026, daysOff: [off('2026-04-30', 'statutory', '30/4'), off('2026-05-01', 'statutory', '1/5')] };

  expect(patternOf(spring, 2033).daysOff.map((one) => one.day)).toEqual(['2033-04-30', '2033-05-01', '2033-05-02', '2033-05-03']);
});
