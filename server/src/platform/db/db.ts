// SPDX-License-Identifier: Apache-2.0
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { keepPlans } from './kept-plans.ts';

/** A handle on the tables `T`; a module's `data/` names only its own tables and the views published by others. */
export type Db<T = unknown> = Kysely<T>;

export type Database = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> };

const typesWith = (instant: (value: string) => unknown) => ({
  getTypeParser(oid: number, format?: string): (value: string) => unknown {
    if (format !== 'binary') {
      if (oid === pg.types.builtins.DATE) return (value) => value;
      if (oid === pg.types.builtins.TIMESTAMPTZ) return instant;
      if (oid === pg.types.builtins.INT8) return safeInteger;
    }
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
});

/** `2022-09-14 15:30:00+07` → `2022-09-14T15:30:00+07:00`; text, because building Date objects halves a list's speed. */
function isoInstant(value: string): string {
  const iso = value.replace(' ', 'T');
  return /[+-]\d\d$/.test(iso) ? `${iso}:00` : iso;
}

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${value} does not fit a number`);
  return number;
}

type DatabaseOptions = {
  readonly max?: number;
  readonly searchPath?: string;
  /** `date` for libraries that compare instants as `Date`: a text compared with a date is neither before nor after it. */
  readonly instants?: 'text' | 'date';
};

/**
 * Starting a worker process has taken 20 ms, longer than most questions, where PostgreSQL reckons with a few: a second one is for what
 * takes half a second.
 */
const workerCost = 20_000;

/** Opens a pool whose sessions read days as `YYYY-MM-DD`, instants as ISO text and keep Việt Nam's time zone. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    onConnect: keepPlans,
    // A connection keeps its plans as long as people come every few minutes.
    idleTimeoutMillis: 300_000,
    // Who finds no free connection is told so, instead of waiting for ever.
    connectionTimeoutMillis: 15_000,
    // A connection that a firewall has forgotten is found out by the system instead of by the next person.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    types: typesWith(options.instants === 'date' ? (value) => new Date(isoInstant(value)) : isoInstant),
    options: `-c timezone=Asia/Ho_Chi_Minh -c lock_timeout=15s -c parallel_setup_cost=${workerCost} -c idle_in_transaction_session_timeout=60s${options.searchPath ? ` -c search_path=${options.searchPath}` : ''}`,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener the process would end.
  pool.on('error', () => undefined);
  // The pool stops listening to a connection that it ends, while the server may still have a last word on it.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends only a pool that it has used itself.
    if (!pool.ended) await pool.end();
  };
  return { db, pool, close };
}

const pools = new WeakMap<object, pg.Pool>();

/** The pool behind a handle that is no transaction, for what only a connection of its own can do, such as COPY. */
export function poolOf<T>(db: Db<T>): pg.Pool {
  const pool = pools.get(db);
  if (!pool) throw new TypeError('the handle is a transaction or was not opened by openDatabase');
  return pool;
}

/** One transaction; inside an open one it joins it, so that use cases can call each other. */
export async function inTransaction<T, R>(db: Db<T>, work: (db: Transaction<T>) => Promise<R>): Promise<R> {
  if (db.isTransaction) return work(db as Transaction<T>);
  return db.transaction().execute(work);
}

/** Name of the constraint that refused a statement, or undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined;
}
