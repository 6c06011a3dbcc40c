// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { coversDay } from '../domain/procedure.ts';
import type { ProceduresDb } from './tables.ts';
import { covers } from './versions.repo.ts';

export type UnitOnDay = { readonly id: string; readonly code: string; readonly name: string };

const columns = ['u.id', 'u.code', 'u.authority_name as name'] as const;

/** Those of the units that exist on a day. */
export async function unitsOn(db: ProceduresDb, ids: readonly string[], day: Day): Promise<UnitOnDay[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('units.unit as u')
    .select(columns)
    .where('u.id', 'in', [...ids])
    .where(covers('u', day))
    .execute();
}

/** All units of all days, to be looked up by code and day. */
export async function unitLookup(db: ProceduresDb): Promise<(code: string, day: Day) => UnitOnDay | undefined> {
  const rows = await db
    .selectFrom('units.unit as u')
    .select([...columns, 'u.valid_from as validFrom', 'u.valid_to as validTo'])
    .execute();
  const byCode = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return (code, day) => byCode.get(code)?.find((row) => coversDay(row, day));
}

/**
 * Units of a day that may take the procedure's dossiers: those that its version names, or where it names none as deciding,
 * those of its level below the unit that keeps the entry.
 */
export async function competentUnitsOn(db: ProceduresDb, procedureId: string, day: Day): Promise<UnitOnDay[]> {
  return db
    .selectFrom('procedures.version as v')
    .innerJoin('procedures.procedure as p', 'p.id', 'v.procedure_id')
    .innerJoin('units.unit as u', (join) => join.on(sql<SqlBool>`true`))
    .select(columns)
    .where('v.procedure_id', '=', procedureId)
    .where(covers('v', day))
    .where(covers('u', day))
    .where(
      sql<SqlBool>`(
        exists (select from procedures.competent_unit c where c.procedure_id = v.procedure_id and c.number = v.number and c.unit_id = u.id)
        or (u.level = v.level
          and not exists (select from procedures.competent_unit c where c.procedure_id = v.procedure_id and c.number = v.number and c.task = 'decides')
          and exists (select from units.lineage x where x.descendant_id = u.id and x.ancestor_id = p.unit_id)))`,
    )
    .orderBy(sql`u.authority_name collate "vi-x-icu"`)
    .orderBy('u.code')
    .execute();
}
