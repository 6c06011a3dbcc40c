// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../src/platform/db/db.ts';
import { spreadDatabase } from './spread-database.ts';
import type {} from './start-database.ts';

export type TestDatabase = Database & { readonly url: string };

/**
 * A migrated database of this test file's own, dropped after it. Called at the top of the file, outside of any test.
 *
 * @example
 * const { db } = await aDatabase();
 */
export async function aDatabase(options: { readonly max?: number } = {}): Promise<TestDatabase> {
  const { url: server, template, dataNodes } = inject('databaseServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const dropSpread =
    dataNodes.length > 0
      ? await spreadDatabase(url, dataNodes)
      : void (await onServer(server, `create database ${name} template ${template} strategy file_copy`));

  const database = openDatabase(url.href, { max: options.max ?? 10 });
  afterAll(async () => {
    await database.close();
    // Kysely ends the pool only if it was used through Kysely.
    if (!database.pool.ended) await database.pool.end();
    await (dropSpread?.() ?? onServer(server, `drop database if exists ${name} with (force)`));
  });
  return { ...database, url: url.href };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
