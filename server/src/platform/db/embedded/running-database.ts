// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterPassword, superuser } from './create-cluster.ts';

/** Address of the embedded server that another program runs on this data folder now, or undefined where none answers. */
export async function runningDatabase(dataDir: string): Promise<string | undefined> {
  const note = join(dataDir, 'postgres.location');
  const cluster = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataDir, 'postgres');
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  const url = `postgres://${superuser}:${clusterPassword(dataDir)}@127.0.0.1:${port}/tuongminh`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return undefined;
  }
}
