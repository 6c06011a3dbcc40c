// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/platform/db/embedded/start-embedded-postgres.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { createLog } from '../src/platform/log/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: { readonly url: string; readonly template: string; readonly dataNodes: readonly string[] };
  }
}

const prefix = 'tuongminh-test-';
const log = createLog('silent');
const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
// Nothing here has to survive; without flushing a clone takes a third of the time.
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };

/**
 * Starts one server for all test files (or uses TEST_DATABASE_URL) and migrates the template that each file clones. With
 * TEST_CITUS_NODES (`host:port,host:port`) TEST_DATABASE_URL is a cluster's coordinator: a clone would not know its parts, so each
 * file's database is migrated and spread by itself.
 */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server =
    process.env['TEST_DATABASE_URL'] === undefined
      ? await ownServer()
      : { url: process.env['TEST_DATABASE_URL'], stop: async () => undefined };
  const template = `template_${process.pid}_${Date.now().toString(36)}`;
  const admin = new pg.Pool({ connectionString: server.url, max: 1 });
  // A server that stops first ends this idle connection, which is no failure of a test.
  admin.on('error', () => undefined);
  // A server that stops may have a last word on a connection that nobody listens to any more.
  admin.on('connect', (client) => void client.on('error', () => undefined));
  const end = async () => {
    try {
      await admin.query(`drop database if exists ${template} with (force)`);
      await admin.end();
    } finally {
      await server.stop();
    }
  };
  try {
    await admin.query(`create database ${template}`);
    await migrateTemplate(server.url, template);
  } catch (error) {
    await end();
    throw error;
  }
  const dataNodes = process.env['TEST_CITUS_NODES']?.split(',') ?? [];
  project.provide('databaseServer', { url: server.url, template, dataNodes });
  return end;
}

async function migrateTemplate(server: string, template: string): Promise<void> {
  const url = new URL(server);
  url.pathname = `/${template}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  try {
    await migrate(pool, migrations, log);
  } finally {
    await pool.end();
  }
}

/** Folders of runs that were killed; none takes an hour. */
function removeForgotten(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changed > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  removeForgotten();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log, settings: careless });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
