// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { DossiersDb } from './tables.ts';

/** A dossier that may be the same as one that is being received. */
export type AlikeDossier = {
  readonly code: string;
  readonly applicantName: string;
  /** When it came. */
  readonly at: string;
  readonly status: number;
  readonly by: 'number' | 'name';
};

const refused = 3;

export type Alike = {
  readonly unitId: string;
  readonly procedureId: string;
  /** Digits and letters alone; null where the applicant is known by name only. */
  readonly identityNumber: string | null;
  readonly name: string;
  readonly since: Date;
};

/**
 * Dossiers of the same procedure that came to the unit since a moment, of the same identity number or, where one of the two bears none,
 * of the same name without regard to accents and capitals; newest first.
 */
export async function listAlike(
  db: DossiersDb,
  { unitId, procedureId, identityNumber, name, since }: Alike,
  limit: number,
): Promise<AlikeDossier[]> {
  const isSameNumber = sql`coalesce(upper(regexp_replace(a.identity_number, '\\s', '', 'g')) = ${identityNumber}, false)`;
  const isSameName = sql`(${identityNumber}::text is null or a.identity_number is null) and platform.fold(d.applicant_name) = platform.fold(${name})`;
  const { rows } = await sql<AlikeDossier>`
    select d.code, d.applicant_name as "applicantName", coalesce(d.received_at, d.submitted_at, d.state_at) as at, d.status,
      case when ${isSameNumber} then 'number' else 'name' end as by
    from dossiers.dossier d join dossiers.applicant a on a.unit_id = d.unit_id and a.code = d.code
    where d.unit_id = ${unitId} and d.procedure_id = ${procedureId} and d.status <> ${refused}
      and (d.received_at >= ${since} or (d.received_at is null and coalesce(d.submitted_at, d.state_at) >= ${since}))
      and (${isSameNumber} or ${isSameName})
    order by at desc, d.code desc limit ${limit}`.execute(db);
  return rows;
}
