// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { addDays, type Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import type { UnitScope } from '#platform/permissions/permissions';
import type { LegalPeriodRule } from '../domain/periods.ts';
import type { WorkingHours } from '../domain/working-hours.ts';
import type { CalendarDb } from './tables.ts';
import type { UnitReach } from './unit-reach.ts';

export type StoredHours = WorkingHours & { readonly mark: 'background' | 'illustrative' | null; readonly source: string };

/** Hours of every validity; with a scope the general ones and those of its units. */
export async function listHours(
  db: CalendarDb,
  within?: UnitReach['within'],
  scope: Pick<UnitScope, 'roots'> = { roots: null },
): Promise<StoredHours[]> {
  const rows = await db
    .selectFrom('calendar.working_hours')
    .selectAll()
    .$if(within !== undefined, (query) =>
      query.where((eb) => eb.or([eb('unit_id', 'is', null), within?.('calendar.working_hours.unit_id', scope) ?? sql<SqlBool>`true`])),
    )
    .orderBy('valid_from')
    .orderBy('weekday')
    .orderBy('from_minute')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    weekday: row.weekday,
    fromMinute: row.from_minute,
    toMinute: row.to_minute,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    mark: row.mark,
    source: row.source,
  }));
}

export async function insertHours(db: CalendarDb, hours: readonly StoredHours[]): Promise<void> {
  const rows = hours.map((one) => ({
    id: newId(),
    unit_id: one.unitId,
    weekday: one.weekday,
    from_minute: one.fromMinute,
    to_minute: one.toMinute,
    valid_from: one.validFrom,
    valid_to: one.validTo,
    mark: one.mark,
    source: one.source,
  }));
  if (rows.length > 0) await db.insertInto('calendar.working_hours').values(rows).execute();
}

/** Ends the hours of a unit, or the general ones, the day before; those that were to begin on that very day are taken back. */
export async function endHours(db: CalendarDb, unitId: string | null, validFrom: Day): Promise<void> {
  const own = sql<SqlBool>`unit_id is not distinct from ${unitId}::uuid`;
  await db.deleteFrom('calendar.working_hours').where(own).where('valid_from', '=', validFrom).execute();
  await db
    .updateTable('calendar.working_hours')
    .set({ valid_to: addDays(validFrom, -1) })
    .where(own)
    .where('valid_to', 'is', null)
    .execute();
}

/** Whether a unit lies in the subtrees of a scope. */
export async function isWithin(
  db: CalendarDb,
  within: UnitReach['within'],
  unitId: string,
  scope: Pick<UnitScope, 'roots'>,
): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`select ${within(sql`${unitId}::uuid`, scope)} as inside`.execute(db);
  return rows[0]?.inside === true;
}

export async function listPeriodRules(db: CalendarDb): Promise<LegalPeriodRule[]> {
  const rows = await db.selectFrom('calendar.legal_period').selectAll().orderBy('code').orderBy('valid_from').execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    starts: { month: row.starts_month, date: row.starts_date, inPreviousYear: row.starts_in_previous_year },
    ends: { month: row.ends_month, date: row.ends_date },
    due: { month: row.due_month, date: row.due_date },
    citation: row.citation,
    note: row.note,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    startKnown: row.start_known,
  }));
}

export async function insertPeriodRules(db: CalendarDb, rules: readonly LegalPeriodRule[]): Promise<void> {
  const rows = rules.map((rule) => ({
    code: rule.code,
    name: rule.name,
    starts_month: rule.starts.month,
    starts_date: rule.starts.date,
    starts_in_previous_year: rule.starts.inPreviousYear,
    ends_month: rule.ends.month,
    ends_date: rule.ends.date,
    due_month: rule.due.month,
    due_date: rule.due.date,
    citation: rule.citation,
    note: rule.note,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    start_known: rule.startKnown,
  }));
  await db.insertInto('calendar.legal_period').values(rows).execute();
}
