// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { OnlineUse } from '../domain/online/quota.ts';
import type { DossierRow } from './desk.repo.ts';
import type { AttachmentTable, DossiersDb } from './tables.ts';

type Key = Pick<DossierRow, 'code' | 'unitId'>;

export async function insertLookupKey(
  db: DossiersDb,
  { code, unitId }: Key,
  key: { readonly salt: string; readonly hash: string },
): Promise<void> {
  await sql`insert into dossiers.lookup_key (code, unit_id, salt, hash) values (${code}, ${unitId}, ${key.salt}, ${key.hash})`.execute(db);
}

/** Puts another key in place of the one of a dossier, which opens nothing from now on. */
export async function replaceLookupKey(
  db: DossiersDb,
  { code, unitId }: Key,
  { salt, hash }: { readonly salt: string; readonly hash: string },
): Promise<void> {
  await sql`update dossiers.lookup_key set salt = ${salt}, hash = ${hash} where code = ${code} and unit_id = ${unitId}`.execute(db);
}

export async function insertAttachments(db: DossiersDb, attachments: readonly Omit<AttachmentTable, 'added_at'>[]): Promise<void> {
  if (attachments.length > 0)
    await db
      .insertInto('dossiers.attachment')
      .values([...attachments])
      .execute();
}

export async function listAttachments(db: DossiersDb, { code, unitId }: Key) {
  return db
    .selectFrom('dossiers.attachment')
    .select(['id', 'kind', 'name', 'file_id as fileId', 'added_at as addedAt'])
    .where('code', '=', code)
    .where('unit_id', '=', unitId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** What a lookup compares and what it may tell; one query whether the code exists or not. */
export type LookedUp = Pick<
  DossierRow,
  'code' | 'unitId' | 'procedureId' | 'procedureVersion' | 'status' | 'submittedAt' | 'receivedAt' | 'dueAt' | 'finishedAt'
> & { readonly phone: string | null; readonly identityNumber: string | null; readonly salt: string | null; readonly hash: string | null };

/** The dossiers of a code: one, or one for each unit where a file brought the same code twice. */
export async function listByCode(db: DossiersDb, code: string): Promise<LookedUp[]> {
  const { rows } = await sql<LookedUp>`
    select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.procedure_version as "procedureVersion", d.status,
      d.submitted_at as "submittedAt", d.received_at as "receivedAt", d.due_at as "dueAt", d.finished_at as "finishedAt",
      a.phone, a.identity_number as "identityNumber", k.salt, k.hash
    from dossiers.dossier d
    left join dossiers.applicant a on a.code = d.code and a.unit_id = d.unit_id
    left join dossiers.lookup_key k on k.code = d.code and k.unit_id = d.unit_id
    where d.code = ${code} limit 5`.execute(db);
  return rows;
}

/** Counts one more attempt in one statement, so that fifty at once are fifty. */
export async function countAttempt(db: DossiersDb, key: string): Promise<{ readonly count: number; readonly secondsLeft: number }> {
  const { rows } = await sql<{ count: number; secondsLeft: number }>`
    insert into dossiers.lookup_attempt as a (key, count, until) values (${key}, 1, now() + interval '1 day')
    on conflict (key) do update set
      count = case when a.until < now() then 1 else a.count + 1 end,
      until = case when a.until < now() then excluded.until else a.until end
    returning count, greatest(1, ceil(extract(epoch from until - now())))::int as "secondsLeft"`.execute(db);
  return rows[0] ?? { count: 1, secondsLeft: 1 };
}

/** An attempt that succeeded does not count. */
export async function forgetAttempt(db: DossiersDb, key: string): Promise<void> {
  await sql`update dossiers.lookup_attempt set count = greatest(count - 1, 0) where key = ${key}`.execute(db);
}

export async function forgetOldAttempts(db: DossiersDb): Promise<void> {
  await sql`delete from dossiers.lookup_attempt where until < now()`.execute(db);
}

/** Adds to what was used of a day, in one statement, and tells the sum: fifty at once are fifty. */
export async function addOnlineUse(db: DossiersDb, day: Day, key: string, { submissions, bytes }: OnlineUse): Promise<OnlineUse> {
  const { rows } = await sql<{ submissions: number; bytes: string }>`
    insert into dossiers.online_use as u (day, key, submissions, bytes) values (${day}, ${key}, ${submissions}, ${bytes})
    on conflict (day, key) do update set submissions = u.submissions + excluded.submissions, bytes = u.bytes + excluded.bytes
    returning submissions, bytes::text`.execute(db);
  return { submissions: rows[0]?.submissions ?? submissions, bytes: Number(rows[0]?.bytes ?? bytes) };
}

/** Takes back what `addOnlineUse` added for what was refused. */
export async function takeBackOnlineUse(db: DossiersDb, day: Day, key: string, { submissions, bytes }: OnlineUse): Promise<void> {
  await sql`
    update dossiers.online_use set submissions = greatest(submissions - ${submissions}, 0), bytes = greatest(bytes - ${bytes}, 0)
    where day = ${day} and key = ${key}`.execute(db);
}

export async function forgetOnlineUseBefore(db: DossiersDb, day: Day): Promise<void> {
  await sql`delete from dossiers.online_use where day < ${day}`.execute(db);
}
