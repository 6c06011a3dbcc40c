// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { CycleDb } from './tables.ts';

/** Which units lie at or above a unit, of any day. */
export async function selectAbove(db: CycleDb, unitId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('units.lineage').select('ancestor_id as id').where('descendant_id', '=', unitId).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Which of the units lie at or below one of the roots, of any day. */
export async function selectBelow(db: CycleDb, roots: readonly string[], unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (roots.length === 0 || unitIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('units.lineage')
    .select('descendant_id as id')
    .where('ancestor_id', 'in', [...roots])
    .where(sql<SqlBool>`descendant_id = any(${[...unitIds]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
