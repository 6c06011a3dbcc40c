// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';

const mark = '/* kept plan */';
/** A connection may fall silent right after it was opened. */
const patience = { query_timeout: 5_000 };

/**
 * Put at the beginning of a statement (`modifyFront` of the query builder) that is asked again and again with the same text: each
 * connection parses and plans it once, which takes longer than running it. Not for statements whose best plan depends on their
 * values, nor for texts of which there are many.
 */
export const keptPlan: RawBuilder<unknown> = sql.raw(mark);

/**
 * From now on the connection sends statements marked with `keptPlan` under a name, so that the server knows them again. Only where
 * the connection is the server's own: a pooler in between hands statements of one client to several connections, of which only one
 * knows the name. It is found out by the process number, which a pooler makes up for its clients.
 */
export async function keepPlans(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid', ...patience });
  if (rows[0]?.pid !== (client as { processID?: number }).processID) return;
  client.query = ((asked: unknown, ...rest: unknown[]) =>
    Reflect.apply(pg.Client.prototype.query, client, [
      typeof asked === 'string' && isMarked(asked) ? named(asked) : asked,
      ...rest,
    ])) as typeof client.query;
}

/** The mark is the first word, or the second, after `select`. */
function isMarked(text: string): boolean {
  return text.slice(0, mark.length + 16).includes(mark);
}

const names = new Map<string, string>();

function named(text: string): pg.QueryConfig {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return { name, text };
}
