// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '../server/src/platform/db/db.ts';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/start-embedded-postgres.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { createLog } from '../server/src/platform/log/log.ts';

/** Runs a measurement on a migrated embedded PostgreSQL with the product's own settings (fsync on), gone afterwards. */
export async function withDatabase(connections: number, work: (database: Database) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tuongminh-bench-'));
  const log = createLog('silent');
  const server = await startEmbeddedPostgres({ dataDir, log });
  const database = openDatabase(server.url, { max: connections });
  try {
    await migrate(database.pool, fileURLToPath(new URL('../server/migrations', import.meta.url)), log);
    await work(database);
  } finally {
    await database.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Median, minimum and maximum of the milliseconds that repeated runs take. */
export async function milliseconds(repeats: number, run: () => Promise<void>): Promise<{ median: number; text: string }> {
  const times: number[] = [];
  for (let index = 0; index < repeats; index += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  return { median, text: `${median.toFixed(0)} ms [${times[0]?.toFixed(0)}..${times.at(-1)?.toFixed(0)}] n=${times.length}` };
}

/** `total` runs of a task, at most `width` at once. */
export async function inParallel(total: number, width: number, task: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < total) {
        next += 1;
        await task(next);
      }
    }),
  );
}
