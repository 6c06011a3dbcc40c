// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, isoWeekday } from '#kernel/dates';
import { countingRules } from './periods.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from './working-calendar.ts';
import type { DayOffKind } from './year.ts';

/** A day that was passed over, with the reason. */
export type SkippedDay = {
  readonly day: Day;
  readonly weekday: number;
  readonly reason: DayOffKind | 'weekend';
  readonly name: string | null;
  readonly source: string | null;
};

/** A weekend day that was counted because it is worked in place of another. */
export type CountedWeekendDay = { readonly day: Day; readonly inPlaceOf: Day; readonly source: string };

/** A deadline with everything that made it; anyone can count it again. */
export type DueExplanation = {
  readonly start: Day;
  readonly workingDays: number;
  readonly due: Day;
  readonly skipped: readonly SkippedDay[];
  readonly countedWeekendDays: readonly CountedWeekendDay[];
  readonly rules: readonly { readonly code: string; readonly citation: string }[];
};

/**
 * The due day of so many working days with the days that were skipped on the way.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`, `calendar.count_out_of_range`
 */
export function explainDue(calendar: WorkingCalendar, start: Day, workingDays: number): DueExplanation {
  const due = addWorkingDays(calendar, start, workingDays);
  const skipped: SkippedDay[] = [];
  const countedWeekendDays: CountedWeekendDay[] = [];
  for (let day = addDays(start, 1); day <= due; day = addDays(day, 1)) {
    const worked = calendar.workedDays.get(day);
    if (worked) countedWeekendDays.push({ day, inPlaceOf: worked.inPlaceOf, source: worked.source });
    if (isWorkingDay(calendar, day)) continue;
    const dayOff = calendar.daysOff.get(day);
    skipped.push({
      day,
      weekday: isoWeekday(day),
      reason: dayOff?.kind ?? 'weekend',
      name: dayOff?.name ?? null,
      source: dayOff?.source ?? null,
    });
  }
  const rules = countingRules.filter((rule) => rule.validFrom <= start).map(({ code, citation }) => ({ code, citation }));
  return { start, workingDays, due, skipped, countedWeekendDays, rules };
}
