// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '#platform/db/db';
import type { DossierRow } from './desk.repo.ts';

export type LateDossier = Pick<DossierRow, 'code' | 'unitId' | 'procedureId' | 'procedureVersion' | 'applicantName'> & {
  readonly dueAt: string;
};

/**
 * Dossiers of this product's own desk and online form whose due moment has passed since `from` while their clock runs, and
 * whose applicant left an address. Those that came by file belong to another system, which writes its own mail.
 */
export async function listNewlyLate(db: Db, from: Date, now: Date): Promise<LateDossier[]> {
  const { rows } = await sql<LateDossier>`
    select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.procedure_version as "procedureVersion",
      d.applicant_name as "applicantName", d.due_at as "dueAt"
    from dossiers.dossier d join dossiers.applicant a on a.code = d.code and a.unit_id = d.unit_id and a.email is not null
    where d.finished_at is null and d.status in (2, 4) and d.origin in (1, 2) and not d.generated
      and d.due_at >= ${from.toISOString()} and d.due_at < ${now.toISOString()}
    order by d.due_at`.execute(db);
  return rows;
}
