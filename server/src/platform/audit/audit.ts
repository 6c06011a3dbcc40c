// SPDX-License-Identifier: Apache-2.0
import { type Kysely, type RawBuilder, sql } from 'kysely';
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
  /** Entries of transactions that are not committed yet. */
  'audit.draft': { id: number };
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
 * Appends one entry to the audit chain, in the caller's transaction: the database chains it at the commit (decision 11), so
 * that others wait for the commit alone, wherever in its transaction a use case calls this.
 */
export async function recordAudit<T>(db: Db<T>, actor: Actor, record: AuditRecord): Promise<void> {
  const { subject, ...rest } = record;
  await auditDraft(actor, { ...rest, subject: [subject[0], sql`${subject[1]}`] }).execute(db);
}

/**
 * The entry as a statement, for a repository that joins it to the one making the change: there the subject's name may be an
 * expression over `source`.
 *
 * @example
 * sql`with made as (insert … returning code) ${auditDraft(actor, { …, subject: ['dossier', sql`code`] }, sql`from made`)}`
 */
export function auditDraft(
  actor: Actor,
  {
    action,
    subject,
    unitId,
    data = {},
  }: Omit<AuditRecord, 'subject'> & { readonly subject: readonly [type: string, id: RawBuilder<unknown>] },
  source: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    insert into audit.draft (actor_id, actor_name, action, subject_type, subject_id, unit_id, data)
    select ${actor.id}, ${actor.name}, ${action}, ${subject[0]}, ${subject[1]}, ${unitId}::uuid, ${JSON.stringify(data)} ${source}`;
}

export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly headHash: string }
  | {
      readonly intact: false;
      readonly entries: number;
      readonly brokenAt: number;
      readonly reason: 'hash' | 'link' | 'gap' | 'head' | 'draft';
    };

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
  // A committed draft is a change whose entry somebody kept from being chained.
  const unchained = await audit.selectFrom('audit.draft').select('id').limit(1).executeTakeFirst();
  if (unchained) return { intact: false, entries: count, brokenAt: count + 1, reason: 'draft' };
  return { intact: true, entries: count, headHash: previous };
}

/** The number of the entry with this hash: whoever noted a hash elsewhere sees by it that nothing before it was rewritten or cut off. */
export async function findEntryByHash<T>(db: Db<T>, hash: string): Promise<number | undefined> {
  const audit = db as unknown as Kysely<AuditTables>;
  const row = await audit.selectFrom('audit.entry').select('sequence').where('hash', '=', hash).executeTakeFirst();
  return row?.sequence;
}
