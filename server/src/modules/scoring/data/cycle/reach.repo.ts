// SPDX-License-Identifier: Apache-2.0
import type { CycleDb } from './tables.ts';

/** Which units lie at or above a unit, of any day. */
export async function selectAbove(db: CycleDb, unitId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('units.lineage').select('ancestor_id as id').where('descendant_id', '=', unitId).execute();
  return new Set(rows.map(({ id }) => id));
}
