// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, isDay, isoWeekday } from '#kernel/dates';
import { fixedHolidays } from './check-year.ts';
import type { DayOff, YearContent } from './year.ts';

/** A day off before its year has a notice; one without a source rests on the year's. */
export type PatternDay = { readonly day: Day; readonly name: string; readonly kind: DayOff['kind']; readonly source: string | null };

/** What of a year can be written down before its notice, and what must wait for it. */
export type YearPattern = {
  readonly daysOff: readonly PatternDay[];
  /** Days of the pattern's year that have no place in the new one until the notice says which. */
  readonly owed: readonly { readonly name: string; readonly kind: DayOff['kind']; readonly day: Day }[];
};

/**
 * A year drafted after another: holidays on a fixed date and days off by a law of their own move over, and a holiday on
 * a weekend is made up on the next working day (Labour Code 2019, art. 111(3)). Tết, Giỗ Tổ, the second day of National
 * Day and swaps are decided or counted anew each year; they are listed as owed, never guessed.
 */
export function patternOf(from: YearContent, year: number): YearPattern {
  const moved = (day: Day): Day => `${year}${day.slice(4)}`;
  const isFixed = (one: DayOff): boolean => one.kind === 'statutory' && fixedHolidays.includes(one.day.slice(5));
  const holidays = from.daysOff.filter(isFixed).map(({ day, name, kind }): PatternDay => ({ day: moved(day), name, kind, source: null }));
  const others = from.daysOff
    .filter((one) => one.kind === 'other' && isDay(moved(one.day)))
    .map(({ day, name, kind, source }): PatternDay => ({ day: moved(day), name, kind, source }));
  const taken = new Set([...holidays, ...others].map((one) => one.day));
  const madeUp = holidays
    .filter(({ day }) => isoWeekday(day) > 5)
    .map((holiday): PatternDay => {
      let day = addDays(holiday.day, 1);
      while (isoWeekday(day) > 5 || taken.has(day)) day = addDays(day, 1);
      taken.add(day);
      return { day, name: `Nghỉ bù ${holiday.name}`, kind: 'makeup', source: null };
    });
  const owed = from.daysOff
    .filter(
      (one) => one.kind === 'tet' || one.kind === 'adjacent' || one.kind === 'swap_off' || (one.kind === 'statutory' && !isFixed(one)),
    )
    .map(({ day, name, kind }) => ({ day, name, kind }));
  return { daysOff: [...holidays, ...others, ...madeUp].sort((a, b) => (a.day < b.day ? -1 : 1)), owed };
}
