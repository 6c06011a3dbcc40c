// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { vietnameseDay } from '#kernel/dates';
import { violatedConstraint } from '#platform/db/db';
import type { CalendarYear, DayOff, WorkedDay } from '../domain/year.ts';
import type { CalendarDb } from './tables.ts';

/** One replacement of calendar data at a time. */
export async function lockCalendar(db: CalendarDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('calendar'))`.execute(db);
}

export async function listYears(db: CalendarDb, only?: number): Promise<CalendarYear[]> {
  const years = await db
    .selectFrom('calendar.year')
    .selectAll()
    .$if(only !== undefined, (query) => query.where('year', '=', only ?? 0))
    .orderBy('year')
    .execute();
  const daysOff = await db
    .selectFrom('calendar.day_off')
    .selectAll()
    .$if(only !== undefined, (query) => query.where('year', '=', only ?? 0))
    .orderBy('day')
    .execute();
  const workedDays = await db
    .selectFrom('calendar.worked_day')
    .selectAll()
    .$if(only !== undefined, (query) => query.where('year', '=', only ?? 0))
    .orderBy('day')
    .execute();
  const offOf = grouped(daysOff);
  const workedOf = grouped(workedDays);
  return years.map((row) => ({
    year: row.year,
    status: row.status,
    source: row.source,
    certainty: row.certainty,
    workingDaysTotal: row.working_days_total,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    daysOff: (offOf.get(row.year) ?? []).map(({ day, name, kind, source, certainty }): DayOff => ({ day, name, kind, source, certainty })),
    workedDays: (workedOf.get(row.year) ?? []).map(({ day, in_place_of, source }): WorkedDay => ({ day, inPlaceOf: in_place_of, source })),
  }));
}

function grouped<R extends { readonly year: number }>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) groups.set(row.year, [...(groups.get(row.year) ?? []), row]);
  return groups;
}

export async function countYears(db: CalendarDb): Promise<number> {
  const { count } = await db
    .selectFrom('calendar.year')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes a year whole; what stood there before lives on in the audit log. */
export async function replaceYear(db: CalendarDb, year: Omit<CalendarYear, 'updatedAt'>): Promise<void> {
  const values = {
    status: year.status,
    source: year.source,
    certainty: year.certainty,
    working_days_total: year.workingDaysTotal,
    version: year.version,
    updated_by: year.updatedBy,
  };
  await db
    .insertInto('calendar.year')
    .values({ year: year.year, ...values })
    .onConflict((oc) => oc.column('year').doUpdateSet({ ...values, updated_at: sql<string>`now()` }))
    .execute();
  await db.deleteFrom('calendar.day_off').where('year', '=', year.year).execute();
  await db.deleteFrom('calendar.worked_day').where('year', '=', year.year).execute();
  if (year.daysOff.length > 0)
    await db
      .insertInto('calendar.day_off')
      .values(year.daysOff.map((dayOff) => ({ ...dayOff, year: year.year })))
      .execute();
  for (const { day, inPlaceOf, source } of year.workedDays) {
    try {
      await db.insertInto('calendar.worked_day').values({ day, in_place_of: inPlaceOf, source, year: year.year }).execute();
    } catch (error) {
      // A swap over the turn of the year can meet one that the other year already holds.
      if (violatedConstraint(error) === 'worked_day_in_place_of_key')
        throw new AppError('invalid', 'calendar.day_twice', { day: vietnameseDay(inPlaceOf) });
      throw error;
    }
  }
}
