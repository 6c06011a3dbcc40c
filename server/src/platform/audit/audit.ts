// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { entryHash, originHash } from './chain.ts';

export type AuditTables = {
  'audit.entry': {
    sequence: number;
    at: string;
    actor_id: string;
    actor_name: string;
    action: string;
    subject_type: string;
    subject_id: string;
    unit_id: string | null;
    data: string;
    previous_hash: string;
    hash: string;
  };
  'audit.head': { single: boolean; sequence: number; hash: string };
};

export type AuditRecord = {
  /** `<module>.<what_happened>`, past tense. */
  readonly action: string;
  readonly subject: readonly [type: string, id: string];
  readonly unitId: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
};

/**
 * Appends one entry to the audit chain, in the caller's transaction. It locks the chain's head until the commit,
 * so a use case writes it last.
 */
export async function recordAudit<T>(db: Db<T>, actor: Actor, record: AuditRecord): Promise<void> {
  const audit = db as unknown as Kysely<AuditTables>;
  const head = await audit
    .selectFrom('audit.head')
    .select(['sequence', 'hash', sql<string>`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('now')])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const entry = {
    sequence: head.sequence + 1,
    at: head.now,
    actorId: actor.id,
    actorName: actor.name,
    action: record.action,
    subjectType: record.subject[0],
    subjectId: record.subject[1],
    unitId: record.unitId,
    data: JSON.stringify(record.data ?? {}),
  };
  const hash = entryHash(head.hash, entry);
  // One statement for both rows: the head stays locked until the commit, so every round trip counts.
  await audit
    .with('appended', (query) =>
      query.insertInto('audit.entry').values({
        sequence: entry.sequence,
        at: entry.at,
        actor_id: entry.actorId,
        actor_name: entry.actorName,
        action: entry.action,
        subject_type: entry.subjectType,
        subject_id: entry.subjectId,
        unit_id: entry.unitId,
        data: entry.data,
        previous_hash: head.hash,
        hash,
      }),
    )
    .updateTable('audit.head')
    .set({ sequence: entry.sequence, hash })
    .execute();
}

export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly headHash: string }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: number; readonly reason: 'hash' | 'link' | 'gap' | 'head' };

/** Recomputes the whole chain from the stored entries and names the first that does not fit. */
export async function verifyAudit<T>(db: Db<T>): Promise<AuditVerdict> {
  const audit = db as unknown as Kysely<AuditTables>;
  let previous = originHash;
  let count = 0;
  for (;;) {
    const rows = await audit
      .selectFrom('audit.entry')
      .selectAll()
      .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at_utc'))
      .where('sequence', '>', count)
      .orderBy('sequence')
      .limit(5_000)
      .execute();
    for (const row of rows) {
      if (row.sequence !== count + 1) return { intact: false, entries: count, brokenAt: count + 1, reason: 'gap' };
      if (row.previous_hash !== previous) return { intact: false, entries: count, brokenAt: row.sequence, reason: 'link' };
      const hash = entryHash(previous, {
        sequence: row.sequence,
        at: row.at_utc,
        actorId: row.actor_id,
        actorName: row.actor_name,
        action: row.action,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        unitId: row.unit_id,
        data: row.data,
      });
      if (hash !== row.hash) return { intact: false, entries: count, brokenAt: row.sequence, reason: 'hash' };
      previous = hash;
      count += 1;
    }
    if (rows.length === 0) break;
  }
  const head = await audit.selectFrom('audit.head').select(['sequence', 'hash']).executeTakeFirstOrThrow();
  if (head.sequence !== count || head.hash !== previous) return { intact: false, entries: count, brokenAt: count + 1, reason: 'head' };
  return { intact: true, entries: count, headHash: previous };
}
