// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { AppError } from '#kernel/app-error';
import type { Log } from '../log/log.ts';

const lockKey = 7_166_1945;

/** One file of the ordered list; `incompatible` is the reason why the program's previous version cannot work with the result. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  readonly incompatible: string | undefined;
};

type MigrateOptions = {
  /** Stops after this number; all where absent. */
  readonly upTo?: number;
  /** Called before the first file runs on a database that is already in use; a failure leaves it as it is. */
  readonly beforeUpgrade?: (pending: readonly Migration[]) => Promise<void>;
};

/** The ordered list of migrations in a folder; refuses gaps and doubles. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new AppError('invalid', 'platform.migration_gap', { file: name, expected: index + 1 });
      const sql = await readFile(join(folder, name), 'utf8');
      const incompatible = /^-- compatible: no\b\s*\(?(.*?)\)?\s*$/m.exec(sql)?.[1];
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex'), incompatible };
    }),
  );
}

/**
 * Brings the database to the newest migration: under an advisory lock, each file in its own transaction.
 *
 * @throws AppError `platform.migration_changed` where an applied file differs from the one that ran,
 * `platform.database_newer` where a newer version of the program has already upgraded the database
 */
export async function migrate(pool: pg.Pool, folder: string, log: Log, options: MigrateOptions = {}): Promise<number> {
  const migrations = (await readMigrations(folder)).filter(({ number }) => number <= (options.upTo ?? number));
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query('create schema if not exists platform');
    await client.query(
      'create table if not exists platform.migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    );
    const pending = await pendingOf(client, migrations);
    if (pending.length > 0 && pending.length < migrations.length) await options.beforeUpgrade?.(pending);
    for (const migration of pending) {
      await apply(client, migration);
      log.info({ migration: migration.name }, 'migrated');
    }
    return pending.length;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    client.release();
  }
}

async function pendingOf(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from platform.migration order by number',
  );
  const newest = rows.at(-1);
  if (newest && newest.number > migrations.length)
    throw new AppError('conflict', 'platform.database_newer', { file: newest.name, known: migrations.length });
  const applied = new Map(rows.map((row) => [row.number, row.checksum]));
  return migrations.filter(({ number, checksum, name }) => {
    const ran = applied.get(number);
    if (ran !== undefined && ran !== checksum) throw new AppError('conflict', 'platform.migration_changed', { file: name });
    return ran === undefined;
  });
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '10s'");
    await client.query(migration.sql);
    await client.query('insert into platform.migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
