// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, dayNumber, dayOf, isoWeekday } from '#kernel/dates';
import type { DayOff, WorkedDay, YearContent } from './year.ts';

/** Confirmed years that follow one another, with the number of working days up to each day. */
type Run = {
  readonly first: number;
  readonly last: number;
  /** Working days from the run's first day to the day, inclusive; index 0 is the first day. */
  readonly upTo: Uint32Array;
  /** The k-th working day of the run at index k - 1. */
  readonly working: Uint32Array;
};

/** The confirmed calendar, ready for counting. Days of other years are refused, never guessed. */
export type WorkingCalendar = {
  readonly runs: readonly Run[];
  readonly years: ReadonlyMap<number, YearContent>;
  readonly daysOff: ReadonlyMap<Day, DayOff>;
  readonly workedDays: ReadonlyMap<Day, WorkedDay>;
};

/** The most working days that one count may take; above it a slip of the keyboard is likelier than a deadline. */
export const mostWorkingDays = 5_000;

/** Prepares the confirmed years for counting: five-day week, days off, worked weekend days. */
export function buildWorkingCalendar(years: readonly YearContent[]): WorkingCalendar {
  const confirmed = years.filter((year) => year.status === 'confirmed').sort((a, b) => a.year - b.year);
  const daysOff = new Map(confirmed.flatMap((year) => year.daysOff.map((dayOff) => [dayOff.day, dayOff] as const)));
  const workedDays = new Map(confirmed.flatMap((year) => year.workedDays.map((worked) => [worked.day, worked] as const)));
  const runs: Run[] = [];
  for (let from = 0; from < confirmed.length; ) {
    let to = from;
    while (confirmed[to + 1]?.year === (confirmed[to]?.year ?? 0) + 1) to += 1;
    const [first, last] = [confirmed[from]?.year ?? 0, confirmed[to]?.year ?? 0];
    runs.push(buildRun(dayNumber(`${first}-01-01`), dayNumber(`${last}-12-31`), daysOff, workedDays));
    from = to + 1;
  }
  return { runs, years: new Map(years.map((year) => [year.year, year])), daysOff, workedDays };
}

function buildRun(first: number, last: number, daysOff: ReadonlyMap<Day, unknown>, workedDays: ReadonlyMap<Day, unknown>): Run {
  const upTo = new Uint32Array(last - first + 1);
  const working: number[] = [];
  for (let number = first; number <= last; number += 1) {
    const day = dayOf(number);
    const works = workedDays.has(day) || (isoWeekday(day) <= 5 && !daysOff.has(day));
    if (works) working.push(number);
    upTo[number - first] = working.length;
  }
  return { first, last, upTo, working: Uint32Array.from(working) };
}

/**
 * Whether offices work on the day.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`
 */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const number = readDay(day);
  const run = runOf(calendar, number);
  return workingUpTo(run, number) > workingUpTo(run, number - 1);
}

/**
 * The last day of a period of working days. The first day is not counted (Civil Code 2015, art. 147(2)), a worked Saturday
 * is; the period ends with that day (art. 148(1)). For 0 it is the first day itself.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`, `calendar.count_out_of_range`
 * @example
 * addWorkingDays(calendar, '2022-08-30', 5) // '2022-09-08'
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, count: number): Day {
  if (!Number.isInteger(count) || count < 0 || count > mostWorkingDays)
    throw new AppError('invalid', 'calendar.count_out_of_range', { count, most: mostWorkingDays });
  const number = readDay(start);
  if (count === 0) return start;
  const run = runOf(calendar, number + 1);
  const due = run.working[workingUpTo(run, number) + count - 1];
  if (due === undefined) throw missingYear(calendar, dayOf(run.last + 1));
  return dayOf(due);
}

/**
 * Working days after `from` up to and with `to`, so that it gives back what `addWorkingDays` was given; negative where
 * `to` lies before `from`.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const [a, b] = [readDay(from), readDay(to)];
  if (b < a) return -workingDaysBetween(calendar, to, from);
  if (a === b) return 0;
  const run = runOf(calendar, a + 1);
  if (b > run.last) throw missingYear(calendar, dayOf(run.last + 1));
  return workingUpTo(run, b) - workingUpTo(run, a);
}

/**
 * The day itself where offices work, else the next working day: a period whose last day is a weekend or a holiday ends
 * with the next working day (Civil Code 2015, art. 148(5)).
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`
 */
export function workingDayFrom(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}

/** Working days of a year's data, for the total that the calendar shows. */
export function countWorkingDays(year: Pick<YearContent, 'year' | 'daysOff' | 'workedDays'>): number {
  const calendar = buildWorkingCalendar([{ ...year, status: 'confirmed' }]);
  return calendar.runs[0]?.working.length ?? 0;
}

function workingUpTo(run: Run, number: number): number {
  return number < run.first ? 0 : (run.upTo[number - run.first] ?? 0);
}

function runOf(calendar: WorkingCalendar, number: number): Run {
  const run = calendar.runs.find(({ first, last }) => first <= number && number <= last);
  if (!run) throw missingYear(calendar, dayOf(number));
  return run;
}

/** The refusal to count over a day whose year has no confirmed calendar. */
export function missingYear(calendar: WorkingCalendar, day: Day): AppError {
  const year = Number(day.slice(0, 4));
  return calendar.years.get(year)?.status === 'draft'
    ? new AppError('conflict', 'calendar.year_draft', { year })
    : new AppError('conflict', 'calendar.year_missing', { year });
}

function readDay(day: Day): number {
  const number = dayNumber(day);
  if (Number.isNaN(number)) throw new AppError('invalid', 'calendar.not_a_day', { day });
  return number;
}
