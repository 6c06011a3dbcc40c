// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { listHours, listPeriodRules, type StoredHours } from '../data/rules.repo.ts';
import { calendarDb } from '../data/tables.ts';
import type { UnitReach } from '../data/unit-reach.ts';
import { listYears } from '../data/years.repo.ts';
import { type DueExplanation, explainDue } from '../domain/explain-due.ts';
import { type CalendarGap, gapsFrom } from '../domain/gaps.ts';
import { patternOf, type YearPattern } from '../domain/pattern.ts';
import { type LegalPeriod, legalPeriodsOf } from '../domain/periods.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../domain/working-calendar.ts';
import type { CalendarYear } from '../domain/year.ts';

/** The confirmed calendar, ready for counting; a use case loads it once and counts as often as it needs. */
export async function loadWorkingCalendar<T>(db: Db<T>): Promise<WorkingCalendar> {
  return buildWorkingCalendar(await listYears(calendarDb(db)));
}

/** Office hours of every validity, for `addWorkingHours`. */
export async function loadWorkingHours<T>(db: Db<T>): Promise<StoredHours[]> {
  return listHours(calendarDb(db));
}

/** The general hours and the own hours of the units that a scope reaches. */
export async function listWorkingHours(db: Db, scope: Pick<UnitScope, 'roots'>, reach: UnitReach): Promise<StoredHours[]> {
  return listHours(calendarDb(db), reach.within, scope);
}

/** The coming years that have no confirmed calendar, told before deadlines run into them. */
export async function listCalendarGaps<T>(db: Db<T>, today: Day = todayInVietnam()): Promise<CalendarGap[]> {
  return gapsFrom(today, await listYears(calendarDb(db)));
}

/**
 * A year without data drafted after another: the nearest confirmed one before it, or the one that is asked for.
 *
 * @throws AppError `calendar.year_exists`, `calendar.year_not_found` where there is no year to follow
 */
export async function draftCalendarYear<T>(
  db: Db<T>,
  year: number,
  from?: number,
): Promise<YearPattern & { readonly year: number; readonly from: number }> {
  const years = await listYears(calendarDb(db));
  if (years.some((one) => one.year === year)) throw new AppError('conflict', 'calendar.year_exists', { year });
  const confirmed = years.filter((one) => one.status === 'confirmed');
  const followed =
    from === undefined ? (confirmed.findLast((one) => one.year < year) ?? confirmed[0]) : years.find((one) => one.year === from);
  if (!followed) throw new AppError('not_found', 'calendar.year_not_found', { year: from ?? year - 1 });
  return { year, from: followed.year, ...patternOf(followed, year) };
}

/** All years that have data, earliest first. */
export async function listCalendarYears<T>(db: Db<T>): Promise<CalendarYear[]> {
  return listYears(calendarDb(db));
}

/** @throws AppError `calendar.year_not_found` */
export async function getCalendarYear<T>(db: Db<T>, year: number): Promise<CalendarYear> {
  const [found] = await listYears(calendarDb(db), year);
  if (!found) throw new AppError('not_found', 'calendar.year_not_found', { year });
  return found;
}

/**
 * When so many working days after a day are over, and why then.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`, `calendar.count_out_of_range`
 */
export async function explainDueDay<T>(db: Db<T>, start: Day, workingDays: number): Promise<DueExplanation> {
  return explainDue(await loadWorkingCalendar(db), start, workingDays);
}

/** The reporting periods of a year by the rules in force. */
export async function listLegalPeriods<T>(db: Db<T>, year: number): Promise<LegalPeriod[]> {
  return legalPeriodsOf(await listPeriodRules(calendarDb(db)), year);
}
