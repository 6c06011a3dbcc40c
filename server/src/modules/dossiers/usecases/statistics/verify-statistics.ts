// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { differingCells } from '../../data/tally/verify.repo.ts';

export type DifferingCell = { readonly unitId: string; readonly time: string; readonly procedureId: string };

/** Counts every dossier anew and names the sums (unit, year, quarter, month, half month, day or beginning of a month, procedure) that differ from the kept ones, at most `most`. */
export async function verifyStatistics(db: Db, most: number): Promise<DifferingCell[]> {
  const cells = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => differingCells(snapshot, most));
  return cells.map(({ unit_id: unitId, time, procedure_id: procedureId }) => ({ unitId, time, procedureId }));
}
