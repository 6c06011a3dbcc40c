// SPDX-License-Identifier: Apache-2.0
// Starts the embedded server on the folder given, writes rows on four connections and prints each number once it is acknowledged.
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded/start-embedded-postgres.ts';
import { createLog } from '../../src/platform/log/log.ts';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log: createLog('silent') });
const pool = new pg.Pool({ connectionString: server.url, max: 4 });
await pool.query('create table if not exists kept (id bigint primary key)');
const { rows } = await pool.query<{ next: string }>('select coalesce(max(id), 0) + 1 as next from kept');
let next = Number(rows[0]?.next);
process.stdout.write('ready\n');

async function write(): Promise<void> {
  for (;;) {
    const id = next++;
    await pool.query('insert into kept (id) values ($1)', [id]);
    process.stdout.write(`${id}\n`);
  }
}
await Promise.all([write(), write(), write(), write()]);
