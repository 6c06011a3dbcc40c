// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { dayNumber, dayOf } from '#kernel/dates';
import { unitCalendars } from './unit-calendar.ts';
import { addWorkingDays, buildWorkingCalendar, isWorkingDay, workingDaysBetween } from './working-calendar.ts';
import { addWorkingHours, type WorkingHours } from './working-hours.ts';
import type { YearContent } from './year.ts';

const seed: { years: YearContent[] } = JSON.parse(readFileSync(new URL('../../../../seeds/holidays.json', import.meta.url), 'utf8'));
const calendar = buildWorkingCalendar(seed.years);
const span = (unitId: string | null, weekday: number, fromMinute: number, toMinute: number): WorkingHours => ({
  unitId,
  weekday,
  fromMinute,
  toMinute,
  validFrom: '2010-01-01',
  validTo: null,
});
const hours = [
  ...[1, 2, 3, 4, 5].flatMap((weekday) => [span(null, weekday, 450, 690), span(null, weekday, 810, 1_020)]),
  ...[1, 3, 5].map((weekday) => span('own', weekday, 500, 800)),
];
const of = unitCalendars(calendar, hours);
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.params['year'] ?? ''}` : error;
  }
};
const days = fc.integer({ min: dayNumber('2020-12-25'), max: dayNumber('2027-01-05') });

describe('the prepared calendar of a unit', () => {
  test('counts days as the calendar itself does, refusals included', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), (number, count) => {
        const day = dayOf(number);
        expect(codeOf(() => of(null).works(number))).toEqual(codeOf(() => isWorkingDay(calendar, day)));
        expect(codeOf(() => dayOf(of(null).workingDayAfter(number, count)))).toEqual(codeOf(() => addWorkingDays(calendar, day, count)));
        expect(codeOf(() => of(null).workingDaysBetween(number, number + count))).toEqual(
          codeOf(() => workingDaysBetween(calendar, day, dayOf(number + count))),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([null, 'own'])('counts office minutes as the calendar itself does (unit %s)', (unitId) => {
    // 12.000 minutes are up to 93 days for a unit open 15 hours a week: they must end before the calendar does.
    const inside = fc.integer({ min: dayNumber('2021-01-01'), max: dayNumber('2026-08-31') });
    fc.assert(
      fc.property(inside, fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 12_000 }), (number, minute, minutes) => {
        const end = addWorkingHours(calendar, hours, { day: dayOf(number), minute }, minutes, unitId);
        const from = number * 1_440 + minute;
        const to = of(unitId).minuteAfter(from, minutes);

        expect(to).toBe(dayNumber(end.day) * 1_440 + end.minute);
        expect(of(unitId).openMinutesBetween(from, to)).toBe(minutes);
        expect(of(unitId).openMinutesBetween(to, from)).toBe(-minutes);
      }),
      { numRuns: 1_000 },
    );
  });

  test('knows when offices open and close, and units without own hours share one', () => {
    const monday = dayNumber('2022-09-05');

    expect([of(null).officeHours(monday), of('own').officeHours(monday), of('own').officeHours(monday + 1)]).toEqual([
      { opens: 450, closes: 1_020 },
      { opens: 500, closes: 800 },
      undefined,
    ]);
    expect(of('other')).toBe(of(null));
  });

  test('names days off and worked weekend days', () => {
    const names = ['2022-09-02', '2022-09-03', '2024-05-04', '2022-09-05'].map((day) => of(null).nameOf(dayNumber(day)));

    expect(names).toEqual([
      { kind: 'statutory', name: 'Quốc khánh 2/9' },
      { kind: 'weekend' },
      { kind: 'worked', inPlaceOf: '2024-04-29' },
      undefined,
    ]);
  });

  test('does not count over a year without a calendar in between', () => {
    const gap = buildWorkingCalendar(seed.years.filter((year) => year.year !== 2023));
    const unit = unitCalendars(gap, hours)(null);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 300 }), (number, count) => {
        expect(codeOf(() => unit.works(number))).toEqual(codeOf(() => isWorkingDay(gap, dayOf(number))));
        expect(codeOf(() => dayOf(unit.workingDayAfter(number, count)))).toEqual(codeOf(() => addWorkingDays(gap, dayOf(number), count)));
      }),
      { numRuns: 1_000 },
    );
    expect(codeOf(() => unit.openMinutesBetween(dayNumber('2022-12-30') * 1_440, dayNumber('2023-01-03') * 1_440))).toBe(
      'calendar.year_missing 2023',
    );
    expect(codeOf(() => unit.minuteAfter(dayNumber('2022-12-30') * 1_440, 5_000))).toBe('calendar.year_missing 2023');
  });

  test('refuses hours where a unit has none at all', () => {
    expect(codeOf(() => unitCalendars(calendar, [])(null).minuteAfter(dayNumber('2022-09-05') * 1_440, 60))).toBe('calendar.no_hours ');
  });
});
