// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';

export type DemoRow = {
  readonly code: string;
  readonly unitId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly channel: number;
  readonly applicantName: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly finishedAt: string;
  readonly timeliness: number;
};

export async function hasGeneratedDossiers(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from dossiers.dossier where generated limit 1`.execute(db);
  return rows.length > 0;
}

/** The unit of a code and every unit below it on a day, with the code from which dossiers are numbered. */
export async function unitsBelow(db: Db, code: string, day: Day): Promise<{ id: string; level: string; agencyCode: string }[]> {
  const { rows } = await sql<{ id: string; level: string; agencyCode: string }>`
    with top as materialized (
      select a.id, (
        select u.agency_code from units.lineage l join units.unit u on u.id = l.ancestor_id
        where l.descendant_id = a.id and u.agency_code is not null limit 1) as agency_code
      from units.unit a where a.code = ${code} and ${day} between a.valid_from and coalesce(a.valid_to, 'infinity')
    ),
    below as materialized (
      select descendant_id as id from units.lineage_by_unit
      where ancestor_id in (select id from top) and ${day} between valid_from and valid_to
    )
    select d.id, d.level, coalesce(d.agency_code, top.agency_code || '.' || regexp_replace(d.code, '[^0-9A-Z]+', '.', 'g')) as "agencyCode"
    from below join units.unit d on d.id = below.id cross join top
    where top.agency_code is not null and ${day} between d.valid_from and coalesce(d.valid_to, 'infinity')
    order by d.code`.execute(db);
  return rows;
}

/** Writes generated dossiers, each with the step that tells where it came from. */
export async function insertGenerated(db: Db, rows: readonly DemoRow[], source: string): Promise<void> {
  const column = <K extends keyof DemoRow>(key: K) => sql.val(rows.map((row) => row[key]));
  await sql`
    insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, generated, applicant_name,
      received_at, due_at, computed_due_at, finished_at, returned_at, timeliness, state_at)
    select code, unit_id, procedure_id, procedure_version, channel, 10, 3, true, applicant_name,
      received_at, due_at, due_at, finished_at, finished_at, timeliness, finished_at
    from unnest(${column('code')}::text[], ${column('unitId')}::uuid[], ${column('procedureId')}::uuid[], ${column('procedureVersion')}::int[],
      ${column('channel')}::smallint[], ${column('applicantName')}::text[], ${column('receivedAt')}::timestamptz[], ${column('dueAt')}::timestamptz[],
      ${column('finishedAt')}::timestamptz[], ${column('timeliness')}::smallint[])
      as made (code, unit_id, procedure_id, procedure_version, channel, applicant_name, received_at, due_at, finished_at, timeliness)`.execute(
    db,
  );
  await sql`
    insert into dossiers.step (code, unit_id, seq, event, status, at, due_at, actor_name, reason)
    select code, unit_id, 1, 20, 10, state_at, due_at, 'Hệ thống', ${source} from dossiers.dossier
    where code = any(${column('code')}::text[]) and generated`.execute(db);
}
