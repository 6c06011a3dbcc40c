// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { DossiersDb } from './tables.ts';

/** A dossier that may be the same as one that is being received. */
export type AlikeDossier = { readonly code: string; readonly applicantName: string; readonly at: string; readonly isOpen: boolean };

export type Alike = {
  readonly unitId: string;
  readonly procedureId: string;
  /** Digits and letters alone; null where the applicant is known by name only. */
  readonly identityNumber: string | null;
  readonly name: string;
  readonly since: Date;
};

/**
 * Dossiers of the same procedure that came to the unit since a moment, of the same identity number or, where none is given, of the
 * same name without regard to accents and capitals; newest first.
 */
export async function listAlike(
  db: DossiersDb,
  { unitId, procedureId, identityNumber, name, since }: Alike,
  limit: number,
): Promise<AlikeDossier[]> {
  const same = identityNumber
    ? sql`upper(regexp_replace(a.identity_number, '\\s', '', 'g')) = ${identityNumber}`
    : sql`platform.fold(d.applicant_name) = platform.fold(${name})`;
  const { rows } = await sql<AlikeDossier>`
    select d.code, d.applicant_name as "applicantName", coalesce(d.received_at, d.submitted_at, d.state_at) as at, d.finished_at is null as "isOpen"
    from dossiers.dossier d join dossiers.applicant a on a.unit_id = d.unit_id and a.code = d.code
    where d.unit_id = ${unitId} and d.procedure_id = ${procedureId} and d.status <> 3
      and (d.received_at >= ${since} or (d.received_at is null and d.submitted_at >= ${since}))
      and ${same}
    order by at desc, d.code desc limit ${limit}`.execute(db);
  return rows;
}
