// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { addDays, dayNumber, dayOf, isoWeekday } from '#kernel/dates';
import { explainDue } from './explain-due.ts';
import { endOfPeriod, legalPeriodsOf } from './periods.ts';
import {
  addWorkingDays,
  buildWorkingCalendar,
  countWorkingDays,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './working-calendar.ts';
import { addWorkingHours, hoursOfDay, instantOf, momentAt, type WorkingHours } from './working-hours.ts';
import type { YearContent } from './year.ts';

type Seeded = { years: (YearContent & { workingDaysTotal: number })[]; legalPeriods: Parameters<typeof legalPeriodsOf>[0] };
const seed: Seeded = JSON.parse(readFileSync(new URL('../../../../seeds/holidays.json', import.meta.url), 'utf8'));
const calendar = buildWorkingCalendar(seed.years);
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.params['year'] ?? null] : error;
  }
};

describe('counting working days', () => {
  test.each([
    ['2022-04-08', 3, '2022-04-14'],
    ['2022-04-28', 2, '2022-05-04'],
    ['2022-01-28', 1, '2022-02-07'],
    ['2022-08-30', 5, '2022-09-08'],
    ['2024-04-26', 4, '2024-05-06'],
    ['2025-04-25', 3, '2025-04-29'],
    ['2025-04-29', 2, '2025-05-06'],
    ['2026-01-08', 2, '2026-01-10'],
    ['2026-08-20', 7, '2026-08-28'],
    ['2023-01-18', 10, '2023-02-08'],
  ])('from %s, %i working days end on %s', (start, count, due) => {
    expect(addWorkingDays(calendar, start, count)).toBe(due);
    expect(workingDaysBetween(calendar, start, due)).toBe(count);
  });

  test.each([
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 249],
  ])('%i has %i working days', (year, total) => {
    const data = seed.years.find((one) => one.year === year);

    expect(data && countWorkingDays(data)).toBe(total);
    expect(data?.workingDaysTotal).toBe(total);
  });

  test('the conclusion of the inspection that ended on 13/9/2022 is due in 15 working days, on 4/10/2022', () => {
    expect(addWorkingDays(calendar, '2022-09-13', 15)).toBe('2022-10-04');
  });

  test('agrees with a walk day by day, from any day for any count', () => {
    const off = new Set(seed.years.flatMap((year) => year.daysOff.map((one) => one.day)));
    const worked = new Set(seed.years.flatMap((year) => year.workedDays.map((one) => one.day)));
    const works = (day: string) => worked.has(day) || (isoWeekday(day) <= 5 && !off.has(day));
    const [first, last] = [dayNumber('2020-12-31'), dayNumber('2026-06-30')];

    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 120 }), (number, count) => {
        const start = dayOf(number);
        let due = start;
        for (let left = count; left > 0; ) {
          due = addDays(due, 1);
          if (works(due)) left -= 1;
        }

        expect(addWorkingDays(calendar, start, count)).toBe(due);
        expect(workingDaysBetween(calendar, start, due)).toBe(count);
        expect(workingDaysBetween(calendar, due, start)).toBe(count === 0 ? 0 : -count);
        if (number > first) expect(isWorkingDay(calendar, start)).toBe(works(start));
      }),
      { numRuns: 400 },
    );
  });

  test('refuses years without data rather than guess', () => {
    expect(codeOf(() => addWorkingDays(calendar, '2026-12-30', 2))).toEqual(['calendar.year_missing', 2027]);
    expect(codeOf(() => isWorkingDay(calendar, '2020-12-31'))).toEqual(['calendar.year_missing', 2020]);
    expect(codeOf(() => workingDaysBetween(calendar, '2026-12-01', '2027-01-05'))).toEqual(['calendar.year_missing', 2027]);
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toBe('2026-12-31');
  });

  test('does not count over a year that is missing in between, nor with a draft', () => {
    const gap = buildWorkingCalendar(seed.years.filter((year) => year.year !== 2023));
    const draft = buildWorkingCalendar(seed.years.map((year) => (year.year === 2023 ? { ...year, status: 'draft' } : year)));

    expect(codeOf(() => addWorkingDays(gap, '2022-12-30', 1))).toEqual(['calendar.year_missing', 2023]);
    expect(codeOf(() => addWorkingDays(draft, '2022-12-30', 1))).toEqual(['calendar.year_draft', 2023]);
    expect(addWorkingDays(gap, '2024-01-01', 1)).toBe('2024-01-02');
  });

  test('refuses counts and days that cannot be', () => {
    expect(codeOf(() => addWorkingDays(calendar, '2022-01-03', -1))).toEqual(['calendar.count_out_of_range', null]);
    expect(codeOf(() => addWorkingDays(calendar, '2022-01-03', 1.5))).toEqual(['calendar.count_out_of_range', null]);
    expect(codeOf(() => addWorkingDays(calendar, '2022-02-30', 1))).toEqual(['calendar.not_a_day', null]);
  });
});

describe('periods of the Civil Code', () => {
  test.each([
    ['2022-08-19', { count: 2, unit: 'week' }, '2022-09-05'],
    ['2022-08-09', { count: 10, unit: 'day' }, '2022-08-19'],
    ['2023-01-31', { count: 1, unit: 'month' }, '2023-02-28'],
    ['2024-01-31', { count: 1, unit: 'month' }, '2024-02-29'],
    ['2021-11-30', { count: 3, unit: 'month' }, '2022-02-28'],
    ['2024-02-29', { count: 1, unit: 'year' }, '2025-02-28'],
    ['2022-08-30', { count: 5, unit: 'working_day' }, '2022-09-08'],
  ] as const)('from %s %o ends on %s', (start, length, end) => {
    expect(endOfPeriod(calendar, start, length)).toBe(end);
  });

  test('a last day off moves to the next working day, a worked Saturday stays', () => {
    expect(workingDayFrom(calendar, '2022-09-01')).toBe('2022-09-05');
    expect(workingDayFrom(calendar, '2024-05-04')).toBe('2024-05-04');
  });

  test('refuses an empty period', () => {
    expect(codeOf(() => endOfPeriod(calendar, '2022-01-03', { count: 0, unit: 'day' }))).toEqual(['calendar.count_out_of_range', null]);
  });
});

test('a due day is explained by every day that was skipped', () => {
  const explained = explainDue(calendar, '2024-04-26', 4);

  expect(explained.due).toBe('2024-05-06');
  expect(explained.skipped.map(({ day, reason }) => [day, reason])).toEqual([
    ['2024-04-27', 'weekend'],
    ['2024-04-28', 'weekend'],
    ['2024-04-29', 'swap_off'],
    ['2024-04-30', 'statutory'],
    ['2024-05-01', 'statutory'],
    ['2024-05-05', 'weekend'],
  ]);
  expect(explained.countedWeekendDays).toMatchObject([{ day: '2024-05-04', inPlaceOf: '2024-04-29' }]);
  expect(explained.rules.map((rule) => rule.citation)).toEqual([
    'Bộ luật Dân sự 2015, Điều 147 khoản 2',
    'Bộ luật Dân sự 2015, Điều 148 khoản 5',
  ]);
});

test('the reporting periods of 2022 begin in December of 2021', () => {
  expect(legalPeriodsOf(seed.legalPeriods, 2022).map(({ code, from, to, dueOn }) => [code, from, to, dueOn])).toEqual([
    ['reform_q1', '2021-12-15', '2022-03-14', '2022-03-20'],
    ['reform_half', '2021-12-15', '2022-06-14', '2022-06-20'],
    ['reform_q3', '2022-06-15', '2022-09-14', '2022-09-20'],
    ['reform_year', '2021-12-15', '2022-12-14', '2022-12-20'],
  ]);
  expect(legalPeriodsOf(seed.legalPeriods, 2015)).toEqual([]);
});

describe('office hours', () => {
  const span = (weekday: number, fromMinute: number, toMinute: number, more: Partial<WorkingHours> = {}): WorkingHours => ({
    unitId: null,
    weekday,
    fromMinute,
    toMinute,
    validFrom: '2010-01-01',
    validTo: null,
    ...more,
  });
  const hours = [1, 2, 3, 4, 5].flatMap((weekday) => [span(weekday, 450, 690), span(weekday, 810, 1_020)]);

  test('time passes only while offices are open', () => {
    expect(addWorkingHours(calendar, hours, { day: '2022-08-31', minute: 960 }, 120)).toEqual({ day: '2022-09-05', minute: 510 });
    expect(addWorkingHours(calendar, hours, { day: '2022-08-31', minute: 700 }, 30)).toEqual({ day: '2022-08-31', minute: 840 });
    expect(addWorkingHours(calendar, hours, { day: '2022-09-03', minute: 600 }, 450)).toEqual({ day: '2022-09-05', minute: 1_020 });
  });

  test('a worked Saturday has the hours of the day it replaces', () => {
    expect(hoursOfDay(calendar, hours, '2024-05-04')).toEqual([
      { from: 450, to: 690 },
      { from: 810, to: 1_020 },
    ]);
    expect(hoursOfDay(calendar, hours, '2024-05-11')).toEqual([]);
  });

  test('a unit’s own hours go before those of all, and only while they are valid', () => {
    const own = [...hours, span(1, 480, 720, { unitId: 'u', validTo: '2022-09-11' })];

    expect(hoursOfDay(calendar, own, '2022-09-05', 'u')).toEqual([{ from: 480, to: 720 }]);
    expect(hoursOfDay(calendar, own, '2022-09-12', 'u')).toEqual(hoursOfDay(calendar, own, '2022-09-12'));
    expect(hoursOfDay(calendar, own, '2022-09-06', 'u')).toEqual([]);
  });

  test('refuses to count without hours instead of running on', () => {
    expect(codeOf(() => addWorkingHours(calendar, [], { day: '2022-08-31', minute: 0 }, 1))).toEqual(['calendar.no_hours', null]);
  });

  test('reads and writes instants in Việt Nam’s time', () => {
    expect(momentAt(new Date('2022-09-05T17:30:00Z'))).toEqual({ day: '2022-09-06', minute: 30 });
    expect(instantOf({ day: '2022-09-06', minute: 30 })).toBe('2022-09-06T00:30:00+07:00');
  });
});
