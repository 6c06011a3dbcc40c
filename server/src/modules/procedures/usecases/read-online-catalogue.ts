// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { ProcedureListRow } from '../data/list.repo.ts';
import { proceduresDb } from '../data/tables.ts';
import { competentUnitsOn, type UnitOnDay } from '../data/units.repo.ts';
import { listProcedures } from './read-procedures.ts';

/** Procedures whose dossiers can be handed in online on a day, found by words of the name without diacritics or by code. */
export async function listOnlineProcedures(
  db: Db,
  asked: { readonly day: Day; readonly search?: string | undefined; readonly limit: number },
): Promise<{ rows: readonly ProcedureListRow[]; total: number }> {
  const { rows, total } = await listProcedures(db, { ...asked, standing: 'in_force', online: 'submit', sort: 'name' });
  return { rows, total };
}

/** The units that exist on a day and decide on the procedure or handle it, by name. */
export async function competentUnits<T>(db: Db<T>, procedureId: string, day: Day): Promise<UnitOnDay[]> {
  return competentUnitsOn(proceduresDb(db), procedureId, day);
}
