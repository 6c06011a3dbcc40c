// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, isoWeekday, vietnameseDay } from '#kernel/dates';
import { countWorkingDays } from './working-calendar.ts';
import type { DayOff, WorkedDay, YearContent } from './year.ts';

/** What looks wrong in a year's data but may be right; shown to the person who saves it. */
export type YearWarning = { readonly code: 'fixed_holiday_absent' | 'swap_unpaired' | 'holiday_not_made_up'; readonly day: Day };

// Labour Code 2019, art. 112(1): a, c, d, đ. Tết and Giỗ Tổ follow the lunar calendar and have no fixed day.
export const fixedHolidays: readonly string[] = ['01-01', '04-30', '05-01', '09-02'];

/**
 * Refuses data that cannot be a year of the calendar and counts its working days.
 *
 * @param statedTotal the total that the person expects, where they state one
 * @throws AppError `calendar.day_outside_year`, `calendar.day_twice`, `calendar.worked_day_on_weekday`,
 *   `calendar.worked_and_off`, `calendar.swap_without_day_off`, `calendar.total_differs`
 */
export function checkYear(year: YearContent, statedTotal: number | null): { workingDaysTotal: number; warnings: YearWarning[] } {
  const seen = new Set<Day>();
  for (const { day } of [...year.daysOff, ...year.workedDays]) {
    if (Number(day.slice(0, 4)) !== year.year)
      throw new AppError('invalid', 'calendar.day_outside_year', { day: vietnameseDay(day), year: year.year });
  }
  for (const { day } of year.daysOff) {
    if (seen.has(day)) throw new AppError('invalid', 'calendar.day_twice', { day: vietnameseDay(day) });
    seen.add(day);
  }
  for (const worked of year.workedDays) checkWorkedDay(worked, year, seen);

  const workingDaysTotal = countWorkingDays(year);
  if (statedTotal !== null && statedTotal !== workingDaysTotal)
    throw new AppError('invalid', 'calendar.total_differs', { stated: statedTotal, counted: workingDaysTotal });
  return { workingDaysTotal, warnings: warningsOf(year) };
}

function checkWorkedDay({ day, inPlaceOf }: WorkedDay, year: YearContent, off: Set<Day>): void {
  if (isoWeekday(day) <= 5) throw new AppError('invalid', 'calendar.worked_day_on_weekday', { day: vietnameseDay(day) });
  if (off.has(day)) throw new AppError('invalid', 'calendar.worked_and_off', { day: vietnameseDay(day) });
  const samePaired = year.workedDays.filter((other) => other.inPlaceOf === inPlaceOf || other.day === day);
  if (samePaired.length > 1) throw new AppError('invalid', 'calendar.day_twice', { day: vietnameseDay(day) });
  if (Number(inPlaceOf.slice(0, 4)) !== year.year) return;
  const swap = year.daysOff.find((dayOff) => dayOff.day === inPlaceOf);
  if (swap?.kind !== 'swap_off')
    throw new AppError('invalid', 'calendar.swap_without_day_off', { day: vietnameseDay(day), inPlaceOf: vietnameseDay(inPlaceOf) });
}

function warningsOf(year: YearContent): YearWarning[] {
  const off = new Map(year.daysOff.map((dayOff) => [dayOff.day, dayOff]));
  const absent = fixedHolidays.map((date) => `${year.year}-${date}`).filter((day) => !off.has(day));
  const unpaired = year.daysOff.filter(
    ({ day, kind }) => kind === 'swap_off' && !year.workedDays.some((worked) => worked.inPlaceOf === day),
  );
  const onWeekend = year.daysOff.filter(({ day, kind }) => isHoliday(kind) && isoWeekday(day) > 5);
  const made = year.daysOff.filter(({ kind }) => kind === 'makeup').length;
  return [
    ...absent.map((day) => ({ code: 'fixed_holiday_absent' as const, day })),
    ...unpaired.map(({ day }) => ({ code: 'swap_unpaired' as const, day })),
    ...onWeekend.slice(made).map(({ day }) => ({ code: 'holiday_not_made_up' as const, day })),
  ];
}

// NQ 28/2026/QH16, art. 2 stands beside art. 112(1), so that art. 111(3) makes up none of the kind `other`.
function isHoliday(kind: DayOff['kind']): boolean {
  return kind === 'statutory' || kind === 'tet' || kind === 'adjacent';
}

/** What a replacement changes: for the person who confirms it and for the audit log. */
export type YearDiff = { readonly added: readonly Day[]; readonly removed: readonly Day[]; readonly changed: readonly Day[] };

/** Days that enter, leave or change between two versions of a year, days off and worked days together. */
export function diffYears(
  before: Pick<YearContent, 'daysOff' | 'workedDays'> | null,
  after: Pick<YearContent, 'daysOff' | 'workedDays'>,
): YearDiff {
  const entries = (year: Pick<YearContent, 'daysOff' | 'workedDays'> | null) =>
    new Map<Day, string>([
      ...(year?.daysOff ?? []).map((one) => [one.day, JSON.stringify(['off', one.name, one.kind, one.source, one.certainty])] as const),
      ...(year?.workedDays ?? []).map((one) => [one.day, JSON.stringify(['worked', one.inPlaceOf, one.source])] as const),
    ]);
  const [old, fresh] = [entries(before), entries(after)];
  return {
    added: [...fresh.keys()].filter((day) => !old.has(day)).sort(),
    removed: [...old.keys()].filter((day) => !fresh.has(day)).sort(),
    changed: [...fresh]
      .filter(([day, text]) => old.has(day) && old.get(day) !== text)
      .map(([day]) => day)
      .sort(),
  };
}
