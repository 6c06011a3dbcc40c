// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { checkYear, diffYears } from './check-year.ts';
import type { DayOff, DayOffKind, YearContent } from './year.ts';

const off = (day: string, kind: DayOffKind = 'statutory', name = 'Nghỉ'): DayOff => ({
  day,
  name,
  kind,
  source: 'Thông báo',
  certainty: null,
});
const worked = (day: string, inPlaceOf: string) => ({ day, inPlaceOf, source: 'Thông báo' });
const fixed = [off('2024-01-01'), off('2024-04-30'), off('2024-05-01'), off('2024-09-02')];
const aYear = (change: Partial<YearContent> = {}): YearContent => ({
  year: 2024,
  status: 'confirmed',
  daysOff: fixed,
  workedDays: [],
  ...change,
});
const refusal = (year: YearContent, total: number | null = null) => {
  try {
    return checkYear(year, total);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the data of a year', () => {
  test('is counted: 262 weekdays of 2024 less four holidays', () => {
    expect(checkYear(aYear(), 258)).toEqual({ workingDaysTotal: 258, warnings: [] });
    expect(refusal(aYear(), 259)).toBe('calendar.total_differs');
  });

  test.each([
    ['a day of another year', aYear({ daysOff: [off('2023-12-31')] }), 'calendar.day_outside_year'],
    ['a day twice', aYear({ daysOff: [...fixed, off('2024-01-01', 'other')] }), 'calendar.day_twice'],
    ['a worked weekday', aYear({ workedDays: [worked('2024-05-03', '2024-04-29')] }), 'calendar.worked_day_on_weekday'],
    [
      'a day off and worked',
      aYear({ daysOff: [...fixed, off('2024-05-04')], workedDays: [worked('2024-05-04', '2024-04-29')] }),
      'calendar.worked_and_off',
    ],
    ['a swap without its day off', aYear({ workedDays: [worked('2024-05-04', '2024-04-29')] }), 'calendar.swap_without_day_off'],
    [
      'two worked days for one',
      aYear({
        daysOff: [...fixed, off('2024-04-29', 'swap_off')],
        workedDays: [worked('2024-05-04', '2024-04-29'), worked('2024-05-11', '2024-04-29')],
      }),
      'calendar.day_twice',
    ],
  ])('with %s is refused', (_what, year, code) => {
    expect(refusal(year)).toBe(code);
  });

  test('is taken with a warning where something is unusual', () => {
    const year = aYear({ daysOff: [...fixed.slice(1), off('2024-04-29', 'swap_off'), off('2024-04-20', 'statutory')] });

    expect(checkYear(year, null).warnings).toEqual([
      { code: 'fixed_holiday_absent', day: '2024-01-01' },
      { code: 'swap_unpaired', day: '2024-04-29' },
      { code: 'holiday_not_made_up', day: '2024-04-20' },
    ]);
  });
});

test('the difference of two versions names days that come, go and change', () => {
  const before = { daysOff: [off('2024-01-01'), off('2024-05-01')], workedDays: [] };
  const after = {
    daysOff: [off('2024-01-01', 'statutory', 'Tết Dương lịch'), off('2024-04-29', 'swap_off')],
    workedDays: [worked('2024-05-04', '2024-04-29')],
  };

  expect(diffYears(before, after)).toEqual({ added: ['2024-04-29', '2024-05-04'], removed: ['2024-05-01'], changed: ['2024-01-01'] });
  expect(diffYears(null, before).added).toHaveLength(2);
});
