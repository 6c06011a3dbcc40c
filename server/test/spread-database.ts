// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { placements } from '../src/placements.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { distribute } from '../src/platform/distribution/distribute.ts';
import { readCatalogue } from '../src/platform/distribution/read-catalogue.ts';
import { createLog } from '../src/platform/log/log.ts';

const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
const silent = { planned: () => undefined, begins: () => undefined, done: () => undefined };

/** Makes a database of this name on every machine of a Citus cluster, migrated (`upTo` a number) and spread; returns what drops it. */
export async function spreadDatabase(
  url: URL,
  dataNodes: readonly string[],
  options: { readonly upTo?: number } = {},
): Promise<() => Promise<void>> {
  const name = url.pathname.slice(1);
  const at = (host: string, database: string): string => {
    const there = new URL(url);
    there.host = host;
    there.pathname = `/${database}`;
    return there.href;
  };
  const hosts = [url.host, ...dataNodes];
  for (const host of hosts) {
    await run(at(host, 'postgres'), `create database ${name}`);
    await run(at(host, name), 'create extension citus');
  }
  await run(url.href, `select citus_set_coordinator_host('${url.hostname}', ${url.port})`);
  for (const node of dataNodes) await run(url.href, `select citus_add_node('${node.replace(':', "', ")})`);
  const pool = new pg.Pool({ connectionString: url.href, max: 1 });
  try {
    await migrate(pool, migrations, createLog('silent'), options);
    const there = new Set((await readCatalogue(pool)).map((table) => table.name));
    const placed = Object.fromEntries(Object.entries(placements).filter(([table]) => options.upTo === undefined || there.has(table)));
    await distribute({ pool, placements: placed, progress: silent, parts: 4 });
  } finally {
    await pool.end();
  }
  return async () => {
    for (const host of hosts) await run(at(host, 'postgres'), `drop database if exists ${name} with (force)`);
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
