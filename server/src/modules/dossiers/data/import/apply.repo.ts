// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/db';
import type { DueDayTable } from '../../domain/clock/due-day-table.ts';
import { importedEvent } from '../../domain/import/merge.ts';
import { dueMoment, versionLimits } from '../due-day.sql.ts';
import { workingTable } from './tables.ts';

export type Applied = {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly older: number;
  readonly elsewhere: number;
};

export type Origin = { readonly importId: string; readonly origin: number; readonly generated: boolean; readonly actorName: string };

/** One import at a time is written; the next one waits in line for as long as it takes. */
export async function lockApply(db: Db): Promise<void> {
  await sql`set local lock_timeout = 0`.execute(db);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
  await sql`select pg_advisory_xact_lock(hashtext('dossiers.import.apply'))`.execute(db);
}

/** How far a status is on its way; where two states have the same moment, the farther one is the newer. */
const rank = (column: string): RawBuilder<number> => sql`(array[1, 2, 7, 3, 4, 4, 7, 4, 6, 8])[${sql.raw(column)}]`;

/**
 * Lays out what is to be written, in a table of this transaction: new rows, and rows that are newer than the dossier they
 * belong to, with due moment and timeliness. Rows that say the same or something older are only counted. They lie as most indexes of
 * the dossiers do, by unit and receipt, so that writing them goes through the pages of these one after the other.
 */
export async function prepareChanges(db: Db, importId: string, days: DueDayTable | null): Promise<Applied> {
  const staged = sql.raw(workingTable(importId));
  await sql`
    create temp table import_known on commit drop as
    select s.line, d.unit_id <> s.unit_id as is_elsewhere,
      s.state_at < d.state_at or (s.state_at = d.state_at and ${rank('s.status')} < ${rank('d.status')}) as is_older,
      (s.procedure_id, s.channel, s.status, s.applicant_name, s.state_at) is not distinct from
        (d.procedure_id, d.channel, d.status, d.applicant_name, d.state_at)
      and s.subject is not distinct from coalesce(d.subject, s.subject)
      and s.submitted_at is not distinct from coalesce(d.submitted_at, s.submitted_at)
      and s.received_at is not distinct from d.received_at
      and (s.due_at is null or s.status in (5, 6, 8) or s.due_at is not distinct from d.due_at)
      and s.finished_at is not distinct from d.finished_at
      and s.returned_at is not distinct from d.returned_at as is_same
    from ${staged} s join dossiers.dossier d on d.code = s.code`.execute(db);
  const { rows } = await sql<Applied>`
    with counted as (
      select count(*)::int as known,
        (count(*) filter (where is_elsewhere))::int as elsewhere,
        (count(*) filter (where not is_elsewhere and is_same))::int as unchanged,
        (count(*) filter (where not is_elsewhere and not is_same and is_older))::int as older
      from import_known
    )
    select (select count(*)::int from ${staged}) - known as inserted, known - elsewhere - unchanged - older as updated, unchanged, older, elsewhere
    from counted`.execute(db);
  const applied = rows[0] ?? { inserted: 0, updated: 0, unchanged: 0, older: 0, elsewhere: 0 };
  if (applied.inserted + applied.updated > 0) await layOut(db, staged, applied.inserted + applied.updated, days);
  return applied;
}

// Circular 01/2018/TT-VPCP: before the due day is early, on the due day up to the due moment is on time; a procedure without
// a time limit cannot be late.
const timeliness = sql`case
  when r.status in (3, 7) then 4
  when r.status not in (9, 10) then null
  when r.promised_due_at is null then 2
  when r.finished_at::date < r.promised_due_at::date then 1
  when r.finished_at <= r.promised_due_at then 2
  else 3 end`;

async function layOut(db: Db, staged: RawBuilder<unknown>, count: number, days: DueDayTable | null): Promise<void> {
  const limit = {
    receivedAt: sql.ref('s.received_at'),
    unit: sql.ref('v.limit_unit'),
    days: sql.ref('v.limit_days'),
    amount: sql.ref('v.limit_amount'),
    isPart: sql.ref('v.limit_in_part'),
  };
  const due = days ? dueMoment(limit, days) : sql`null::timestamptz`;
  await sql`
    create temp table import_ready on commit drop as
    with counted as (
      select s.*, ${due} as computed_due_at, known.line is not null as is_known
      from ${staged} s
      left join ${versionLimits} v on v.procedure_id = s.procedure_id and v.number = s.procedure_version and s.received_at is not null
      left join import_known known on known.line = s.line
      where known.line is null or not (known.is_elsewhere or known.is_same or known.is_older)
    )
    select r.*, case when status not in (5, 6, 8) then promised_due_at end as effective_due_at, ${timeliness} as timeliness
    from (select counted.*, coalesce(due_at, computed_due_at) as promised_due_at from counted) as r
    order by r.unit_id, r.received_at`.execute(db);
  // Without it the planner takes a table of the moment for a small one.
  if (count > 1_000) await sql`analyze import_ready`.execute(db);
}

/** Writes the new dossiers with the first step of their history. */
export async function insertNew(db: Db, { importId, origin, generated, actorName }: Origin): Promise<void> {
  await sql`
    insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, generated, applicant_name,
      subject, submitted_at, received_at, due_at, computed_due_at, paused_at, finished_at, returned_at, timeliness, state_at, import_id)
    select r.code, r.unit_id, r.procedure_id, r.procedure_version, r.channel, r.status, ${origin}, ${generated}, r.applicant_name,
      r.subject, r.submitted_at, r.received_at, r.effective_due_at, r.computed_due_at, r.paused_at, r.finished_at, r.returned_at,
      r.timeliness, r.state_at, ${importId}::uuid
    from import_ready r where not r.is_known`.execute(db);
  await sql`
    insert into dossiers.step (code, unit_id, seq, event, status, at, due_at, actor_name, import_id)
    select r.code, r.unit_id, 1, ${importedEvent}, r.status, r.state_at, r.promised_due_at, ${actorName}, ${importId}::uuid
    from import_ready r where not r.is_known`.execute(db);
}

/**
 * Brings known dossiers to their newer state; what they were stays in their history. Returns how many were changed by somebody
 * else in between and so were left alone.
 */
export async function updateKnown(db: Db, { importId, actorName }: Origin): Promise<number> {
  await sql`
    create temp table import_was on commit drop as
    select d.code, d.unit_id, d.procedure_id, d.channel, d.status, d.timeliness, d.due_at, d.received_at, d.finished_at, d.version, r.line
    from dossiers.dossier d join import_ready r on r.code = d.code and r.unit_id = d.unit_id
    where r.is_known`.execute(db);
  const { numAffectedRows } = await sql`
    update dossiers.dossier d set
      procedure_id = r.procedure_id, procedure_version = r.procedure_version, channel = r.channel, status = r.status,
      applicant_name = r.applicant_name, subject = coalesce(r.subject, d.subject), submitted_at = coalesce(r.submitted_at, d.submitted_at),
      received_at = r.received_at, due_at = r.effective_due_at, computed_due_at = r.computed_due_at, paused_at = r.paused_at,
      finished_at = r.finished_at, returned_at = r.returned_at, timeliness = r.timeliness, state_at = r.state_at,
      import_id = ${importId}::uuid, version = d.version + 1
    from import_ready r join import_was was on was.line = r.line
    where d.code = r.code and d.unit_id = r.unit_id and d.version = was.version`.execute(db);
  await sql`
    insert into dossiers.step (code, unit_id, seq, event, from_status, status, at, due_at, actor_name, import_id)
    select r.code, r.unit_id, coalesce(last.seq, 0) + 1, ${importedEvent}, was.status, r.status, r.state_at, r.promised_due_at, ${actorName},
      ${importId}::uuid
    from import_ready r
    join import_was was on was.line = r.line
    left join (
      select p.code, p.unit_id, max(p.seq) as seq
      from dossiers.step p join import_was w on w.code = p.code and w.unit_id = p.unit_id group by p.code, p.unit_id
    ) last on last.code = r.code and last.unit_id = r.unit_id
    where r.is_known`.execute(db);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from import_was`.execute(db);
  return (rows[0]?.count ?? 0) - Number(numAffectedRows ?? 0n);
}

/** Keeps how applicants can be reached, where the file tells it. */
export async function saveApplicants(db: Db): Promise<void> {
  await sql`
    insert into dossiers.applicant as a (code, unit_id, kind, identity_number, phone, email, address)
    select r.code, r.unit_id, r.applicant_kind, r.identity_number, r.phone, r.email, r.address
    from import_ready r
    where r.applicant_kind <> 1 or coalesce(r.identity_number, r.phone, r.email, r.address) is not null
    order by r.code
    on conflict (code, unit_id) do update set kind = excluded.kind,
      identity_number = coalesce(excluded.identity_number, a.identity_number), phone = coalesce(excluded.phone, a.phone),
      email = coalesce(excluded.email, a.email), address = coalesce(excluded.address, a.address)`.execute(db);
}

/** What the written rows count (1) and what the dossiers before them counted (-1), for the statistics. */
export function countedChanges(hasUpdates: boolean): RawBuilder<unknown> {
  const now = sql`
    select r.unit_id, r.procedure_id, r.channel, r.timeliness, r.effective_due_at as due_at, r.received_at, r.finished_at, 1 as sign
    from import_ready r where r.received_at is not null`;
  if (!hasUpdates) return now;
  return sql`${now}
    union all
    select unit_id, procedure_id, channel, timeliness, due_at, received_at, finished_at, -1 from import_was where received_at is not null`;
}
