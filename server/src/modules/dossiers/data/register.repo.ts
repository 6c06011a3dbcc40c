// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { addDays, type Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { RegisterRow } from '../domain/forms/compose-register.ts';

export type RegisteredDossier = Omit<RegisterRow, 'procedureName' | 'unitName'> & { readonly procedureId: string; readonly unitId: string };

/** The dossiers that a unit received from one day to another, in the order of receipt; at most `limit`. */
export async function listReceived(
  db: Db,
  asked: { readonly unitId: string; readonly from: Day; readonly to: Day },
  limit: number,
): Promise<RegisteredDossier[]> {
  const { rows } = await sql<RegisteredDossier>`
    select d.code, d.procedure_id as "procedureId", d.unit_id as "unitId", d.applicant_name as "applicantName", a.address, a.phone,
      d.received_at as "receivedAt", coalesce(d.due_at, d.computed_due_at) as "dueAt", d.returned_at as "returnedAt"
    from dossiers.dossier d left join dossiers.applicant a on a.code = d.code and a.unit_id = d.unit_id
    where d.unit_id = ${asked.unitId} and d.received_at >= ${asked.from}::date and d.received_at < ${addDays(asked.to, 1)}::date
    order by d.received_at, d.code limit ${limit}`.execute(db);
  return rows;
}
