// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { AppError } from '#kernel/app-error';
import type { Log } from '../log/log.ts';

const lockKey = 7_166_1945;

type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly checksum: string };

/** The ordered list of migrations in a folder; refuses gaps and doubles. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new AppError('invalid', 'platform.migration_gap', { file: name, expected: index + 1 });
      const sql = await readFile(join(folder, name), 'utf8');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the newest migration: under an advisory lock, each file in its own transaction.
 *
 * @throws AppError `platform.migration_changed` where an applied file differs from the one that ran
 */
export async function migrate(pool: pg.Pool, folder: string, log: Log): Promise<number> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query('create schema if not exists platform');
    await client.query(
      'create table if not exists platform.migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ number: number; checksum: string }>('select number, checksum from platform.migration');
    const applied = new Map(rows.map((row) => [row.number, row.checksum]));
    let count = 0;
    for (const migration of migrations) {
      const checksum = applied.get(migration.number);
      if (checksum === migration.checksum) continue;
      if (checksum !== undefined) throw new AppError('conflict', 'platform.migration_changed', { file: migration.name });
      await apply(client, migration);
      log.info({ migration: migration.name }, 'migrated');
      count += 1;
    }
    return count;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    client.release();
  }
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
