// SPDX-License-Identifier: Apache-2.0
import { recordAudit } from '../audit/audit.ts';
import { systemActor } from '../auth/actor.ts';
import { type Db, inTransaction } from '../db/db.ts';
import type { Distributed } from './distribute.ts';

/** Keeps in the audit log which tables were spread and how many rows each had; nothing where none was. */
export async function recordDistribution(db: Db, { cluster, tables }: Distributed): Promise<void> {
  if (tables.length === 0) return;
  await inTransaction(db, (tx) =>
    recordAudit(tx, systemActor, {
      action: 'platform.distributed',
      subject: ['database', 'citus'],
      unitId: null,
      data: {
        version: cluster.version,
        nodes: cluster.nodes.map(({ name }) => name),
        tables: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
      },
    }),
  );
}
