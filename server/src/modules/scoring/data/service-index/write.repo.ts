// SPDX-License-Identifier: Apache-2.0
import { type Insertable, sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { IndexRowTable, IndexSourceTable, PortalUnitTable, ServiceIndexDb } from './tables.ts';

/** Rows of one statement; a statement has at most 65.535 parameters. */
const atOnce = 1_000;

/** Adds a source, or answers false where the same content was added for the same period and day before. */
export async function insertSource(db: ServiceIndexDb, values: Insertable<IndexSourceTable>): Promise<boolean> {
  const added = await db
    .insertInto('scoring.index_source')
    .values(values)
    .onConflict((conflict) => conflict.constraint('index_source_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Adds units that were not known, and completes what earlier answers left out of others. */
export async function savePortalUnits(db: ServiceIndexDb, units: readonly Insertable<PortalUnitTable>[]): Promise<void> {
  for (let start = 0; start < units.length; start += atOnce) {
    await db
      .insertInto('scoring.portal_unit')
      .values(units.slice(start, start + atOnce))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          code: sql`coalesce(excluded.code, portal_unit.code)`,
          name: sql`excluded.name`,
          level: sql`coalesce(excluded.level, portal_unit.level)`,
          is_province: sql`excluded.is_province or portal_unit.is_province`,
          unit_id: sql`coalesce(portal_unit.unit_id, excluded.unit_id)`,
          updated_at: sql`clock_timestamp()`,
        }),
      )
      .execute();
  }
}

export async function insertRows(db: ServiceIndexDb, rows: readonly Insertable<IndexRowTable>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce)
    await db
      .insertInto('scoring.index_row')
      .values(rows.slice(start, start + atOnce))
      .execute();
}

/** A unit that a row of the portal may be about. */
export type Candidate = { readonly id: string; readonly agencyCode: string | null; readonly authorityName: string };

/** The units at and below one, in force on a day. */
export async function listCandidates(db: ServiceIndexDb, unitId: string, day: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select u.id, u.agency_code as "agencyCode", u.authority_name as "authorityName"
    from units.lineage l join units.unit u on u.id = l.descendant_id
    where l.ancestor_id = ${unitId} and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day})`.execute(db);
  return rows;
}

/** The one unit at the top of what a scope reaches, where there is exactly one. */
export async function findOnlyRoot(db: ServiceIndexDb, scope: Pick<UnitScope, 'roots'>): Promise<string | undefined> {
  const rows = await db
    .selectFrom('units.unit as u')
    .select('u.id')
    .where(withinScope('u.id', scope))
    .where((eb) =>
      scope.roots === null
        ? eb.not(
            eb.exists(
              eb
                .selectFrom('units.lineage as l')
                .select('l.ancestor_id')
                .whereRef('l.descendant_id', '=', 'u.id')
                .whereRef('l.ancestor_id', '<>', 'u.id'),
            ),
          )
        : eb('u.id', 'in', [...scope.roots]),
    )
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]?.id : undefined;
}
