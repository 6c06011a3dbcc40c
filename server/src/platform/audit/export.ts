// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '../db/db.ts';
import type { AuditTables } from './audit.ts';

/** The audit log as lines of JSON: `[previousHash, sequence, at, actorId, actorName, action, subjectType, subjectId, unitId, data, hash]`. */
export async function* auditLines(db: Db): AsyncGenerator<string> {
  const audit = db as unknown as Db<AuditTables>;
  let last = 0;
  for (;;) {
    const rows = await audit
      .selectFrom('audit.entry')
      .selectAll()
      .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at_utc'))
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(5_000)
      .execute();
    if (rows.length === 0) return;
    for (const e of rows) {
      yield `${JSON.stringify([e.previous_hash, e.sequence, e.at_utc, e.actor_id, e.actor_name, e.action, e.subject_type, e.subject_id, e.unit_id, e.data, e.hash])}\n`;
      last = e.sequence;
    }
  }
}
