// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { CoverageUnit } from '../domain/coverage.ts';
import type { InspectionsDb } from './tables.ts';

export type ChildLevel = 'department' | 'commune';

/** The units of a level directly below a unit on a day. */
export async function selectChildren(
  db: InspectionsDb,
  parentId: string,
  level: ChildLevel,
  day: string,
): Promise<Omit<CoverageUnit, 'illustrative'>[]> {
  const rows = await db
    .selectFrom('units.unit as u')
    .innerJoin('units.membership as m', 'm.unit_id', 'u.id')
    .select(['u.id', 'u.name'])
    .where('m.parent_id', '=', parentId)
    .where('u.level', '=', level)
    .where(
      sql<SqlBool>`daterange(m.valid_from, m.valid_to, '[]') @> ${day}::date and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date`,
    )
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return rows;
}

/** The units that the inspected unit plans to inspect itself. */
export async function selectPlanned(db: InspectionsDb, visitId: string): Promise<(CoverageUnit & { readonly level: string })[]> {
  return db
    .selectFrom('inspections.planned_self_inspection as p')
    .innerJoin('units.unit as u', 'u.id', 'p.unit_id')
    .select(['u.id', 'u.name', 'u.level', 'p.illustrative'])
    .where('p.visit_id', '=', visitId)
    .where('p.withdrawn_at', 'is', null)
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
}

/** Replaces the plan; units that are taken off stay, marked as withdrawn. */
export async function replacePlanned(
  db: InspectionsDb,
  visitId: string,
  by: string,
  units: readonly { readonly unitId: string; readonly illustrative: boolean }[],
): Promise<void> {
  await db
    .updateTable('inspections.planned_self_inspection')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('visit_id', '=', visitId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (units.length === 0) return;
  await db
    .insertInto('inspections.planned_self_inspection')
    .values(
      units.map(({ unitId, illustrative }) => ({ visit_id: visitId, unit_id: unitId, illustrative, added_by: by, withdrawn_at: null })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['visit_id', 'unit_id'])
        .doUpdateSet((eb) => ({ withdrawn_at: null, added_by: by, illustrative: eb.ref('excluded.illustrative') })),
    )
    .execute();
}
