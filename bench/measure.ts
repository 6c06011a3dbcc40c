// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '../server/src/platform/db/db.ts';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/start-embedded-postgres.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { createLog } from '../server/src/platform/log/log.ts';

const log = createLog('silent');

/**
 * Runs a measurement on an embedded PostgreSQL with the product's own settings (fsync on). Its folder is gone afterwards,
 * unless BENCH_DATA names one to keep, so that large databases are generated once.
 */
export async function withServer(work: (url: string) => Promise<void>): Promise<void> {
  const kept = process.env['BENCH_DATA'];
  if (kept) mkdirSync(kept, { recursive: true });
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'tuongminh-bench-'));
  const server = await startEmbeddedPostgres({ dataDir, log });
  try {
    await work(server.url);
  } finally {
    await server.stop();
    if (!kept) rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A pool on a database brought to the newest migration. */
export async function openMigrated(url: string, connections: number): Promise<Database> {
  const database = openDatabase(url, { max: connections });
  await migrate(database.pool, fileURLToPath(new URL('../server/migrations', import.meta.url)), log);
  return database;
}

/** Runs a measurement on a migrated database of a server of its own. */
export async function withDatabase(connections: number, work: (database: Database) => Promise<void>): Promise<void> {
  await withServer(async (url) => {
    const database = await openMigrated(url, connections);
    try {
      await work(database);
    } finally {
      await database.close();
    }
  });
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export type Percentiles = { readonly p50: number; readonly p95: number; readonly p99: number; readonly most: number };

/** What times in milliseconds come to. */
export function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), most: sorted.at(-1) ?? 0 };
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

/**
 * How fast the machine is at this moment, in words: the same machine has been three times as slow on another day, and a figure in
 * milliseconds says little without it.
 */
export function yardstick(): string {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    key: `procedure ${(index * 7919) % 20_000}`,
    counts: [index, index % 7, index % 11],
  }));
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    (JSON.parse(JSON.stringify(rows)) as typeof rows).sort((a, b) => (a.key < b.key ? -1 : 1));
    return performance.now() - began;
  });
  return `yardstick: 20.000 rows written, read and ordered in ${percentilesOf(times).p50.toFixed(0)} ms, load ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
