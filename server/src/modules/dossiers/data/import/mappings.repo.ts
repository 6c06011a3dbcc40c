// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { ImportsDb } from './tables.ts';

type Scope = Pick<UnitScope, 'roots'>;

const columns = [
  'm.id',
  'm.unit_id as unitId',
  'u.name as unitName',
  'm.name',
  'm.columns',
  'm.version',
  'm.updated_at as updatedAt',
  'm.updated_by as updatedBy',
] as const;

function mappings(db: ImportsDb, scope: Scope) {
  return db
    .selectFrom('dossiers.import_mapping as m')
    .innerJoin('units.unit as u', 'u.id', 'm.unit_id')
    .select(columns)
    .where(withinScope('m.unit_id', scope));
}

export async function listMappings(db: ImportsDb, scope: Scope) {
  return mappings(db, scope).orderBy(sql`m.name collate "vi-x-icu"`).orderBy('m.id').limit(500).execute();
}

export async function findMapping(db: ImportsDb, scope: Scope, id: string) {
  return mappings(db, scope).where('m.id', '=', id).executeTakeFirst();
}

/** By name: the unit's own first, then any other in reach. */
export async function findMappingByName(db: ImportsDb, scope: Scope, unitId: string, name: string) {
  return mappings(db, scope)
    .where('m.name', '=', name)
    .orderBy((eb) => eb('m.unit_id', '=', unitId), 'desc')
    .orderBy('m.id')
    .executeTakeFirst();
}

export type MappingValues = {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly columns: object;
  readonly by: string;
};

export async function insertMapping(db: ImportsDb, values: MappingValues): Promise<void> {
  try {
    await db
      .insertInto('dossiers.import_mapping')
      .values({ id: values.id, unit_id: values.unitId, name: values.name, columns: JSON.stringify(values.columns), updated_by: values.by })
      .execute();
  } catch (error) {
    throw translated(error, values.name);
  }
}

/** False where the mapping has another version by now. */
export async function updateMapping(db: ImportsDb, values: Omit<MappingValues, 'unitId'> & { readonly version: number }): Promise<boolean> {
  try {
    const { numUpdatedRows } = await db
      .updateTable('dossiers.import_mapping')
      .set({
        name: values.name,
        columns: JSON.stringify(values.columns),
        version: values.version + 1,
        updated_at: sql<string>`now()`,
        updated_by: values.by,
      })
      .where('id', '=', values.id)
      .where('version', '=', values.version)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  } catch (error) {
    throw translated(error, values.name);
  }
}

export async function deleteMapping(db: ImportsDb, id: string): Promise<void> {
  await db.deleteFrom('dossiers.import_mapping').where('id', '=', id).execute();
}

function translated(error: unknown, name: string): unknown {
  return violatedConstraint(error) === 'import_mapping_name_key'
    ? new AppError('conflict', 'dossiers.import_mapping_name_taken', { name })
    : error;
}
