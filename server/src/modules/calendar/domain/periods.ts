// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day, dayNumber, dayOf } from '#kernel/dates';
import { addWorkingDays, type WorkingCalendar, workingDayFrom } from './working-calendar.ts';

/** A length of time as a rule of law states it. */
export type PeriodLength = { readonly count: number; readonly unit: 'working_day' | 'day' | 'week' | 'month' | 'year' };

/** The rules of counting and where they stand; both in force since the Civil Code 2015 (1/1/2017). */
export const countingRules = [
  { code: 'first_day_not_counted', citation: 'Bộ luật Dân sự 2015, Điều 147 khoản 2', validFrom: '2017-01-01', validTo: null },
  { code: 'ends_on_next_working_day', citation: 'Bộ luật Dân sự 2015, Điều 148 khoản 5', validFrom: '2017-01-01', validTo: null },
] as const;

/**
 * The last day of a period. The first day is not counted (Civil Code 2015, art. 147(2)); weeks, months and years end on
 * the corresponding day, a month without it on its last day (art. 148(2)–(4)); a last day off moves to the next
 * working day (art. 148(5)).
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`, `calendar.count_out_of_range`
 * @example
 * endOfPeriod(calendar, '2022-08-19', { count: 2, unit: 'week' }) // '2022-09-05', since 2/9 is National Day
 */
export function endOfPeriod(calendar: WorkingCalendar, start: Day, { count, unit }: PeriodLength): Day {
  if (unit === 'working_day') return addWorkingDays(calendar, start, count);
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new AppError('invalid', 'calendar.count_out_of_range', { count, most: 10_000 });
  if (Number.isNaN(dayNumber(start))) throw new AppError('invalid', 'calendar.not_a_day', { day: start });
  return workingDayFrom(calendar, correspondingDay(start, count, unit));
}

function correspondingDay(start: Day, count: number, unit: 'day' | 'week' | 'month' | 'year'): Day {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'week') return addDays(start, 7 * count);
  const [year = 0, month = 1, date = 1] = start.split('-').map(Number);
  const months = year * 12 + (month - 1) + (unit === 'year' ? 12 * count : count);
  const firstOfMonth = dayNumber(`${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`);
  const nextMonth = dayOf(firstOfMonth + 31).slice(0, 7);
  const daysInMonth = dayNumber(`${nextMonth}-01`) - firstOfMonth;
  return dayOf(firstOfMonth + Math.min(date, daysInMonth) - 1);
}

/** A reporting period as its rule states it, days of the year without the year. */
export type LegalPeriodRule = {
  readonly code: string;
  readonly name: string;
  readonly starts: { readonly month: number; readonly date: number; readonly inPreviousYear: boolean };
  readonly ends: { readonly month: number; readonly date: number };
  readonly due: { readonly month: number; readonly date: number };
  readonly citation: string;
  readonly note: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly startKnown: boolean;
};

/** A reporting period of one year. */
export type LegalPeriod = {
  readonly code: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly dueOn: Day;
  readonly citation: string;
  readonly note: string | null;
  readonly startKnown: boolean;
};

/** The reporting periods of a year by the rules in force on each period's last day. */
export function legalPeriodsOf(rules: readonly LegalPeriodRule[], year: number): LegalPeriod[] {
  const on = ({ month, date }: { month: number; date: number }, of = year): Day =>
    `${of}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return rules
    .map((rule) => ({ rule, to: on(rule.ends) }))
    .filter(({ rule, to }) => rule.validFrom <= to && (rule.validTo === null || to <= rule.validTo))
    .map(({ rule, to }) => ({
      code: rule.code,
      name: rule.name,
      from: on(rule.starts, rule.starts.inPreviousYear ? year - 1 : year),
      to,
      dueOn: on(rule.due),
      citation: rule.citation,
      note: rule.note,
      startKnown: rule.startKnown,
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
