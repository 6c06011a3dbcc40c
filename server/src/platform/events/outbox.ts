// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import type { Db } from '../db/db.ts';

export type DomainEvent = { readonly name: string; readonly payload: Readonly<Record<string, unknown>> };

/** News for modules above; handled after the commit, at least once. */
export type EventHandler = (db: Db, event: DomainEvent) => Promise<void>;

type OutboxTables = {
  'platform.outbox': { id: number; name: string; payload: unknown; delivered_at: string | null };
};

/** Writes an event in the caller's transaction. */
export async function publish<T>(db: Db<T>, event: DomainEvent): Promise<void> {
  const outbox = db as unknown as Kysely<OutboxTables>;
  await outbox
    .insertInto('platform.outbox')
    .values({ name: event.name, payload: JSON.stringify(event.payload) } as never)
    .execute();
}

/** Hands waiting events to their handlers in order; an event whose handler fails stays and is tried again. */
export async function deliverEvents(db: Db, handlers: ReadonlyMap<string, readonly EventHandler[]>, limit = 100): Promise<number> {
  return (db as unknown as Kysely<OutboxTables>).transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('platform.outbox')
      .select(['id', 'name', 'payload'])
      .where('delivered_at', 'is', null)
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of rows) {
      const event = { name: row.name, payload: row.payload as Record<string, unknown> };
      for (const handle of handlers.get(row.name) ?? []) await handle(tx as unknown as Db, event);
      await tx.updateTable('platform.outbox').set({ delivered_at: sql`now()` }).where('id', '=', row.id).execute();
    }
    return rows.length;
  });
}
