// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';
import { AppError } from '#kernel/app-error';
import type { Log } from '../log/log.ts';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';

const oldestMajor = 15;

/** The database server to use; `exited` is fulfilled when an embedded one ends without being asked (never for another server). */
export type ResolvedDatabase = { readonly url: string; readonly embedded: boolean; readonly exited: Promise<void>; stop(): Promise<void> };

type Options = { readonly databaseUrl?: string | undefined; readonly dataDir: string; readonly log: Log };

/**
 * The server named by DATABASE_URL, or the embedded one started in the data folder.
 *
 * @throws AppError `platform.database_unreachable`, `platform.database_too_old`, or those of the embedded start
 */
export async function resolveDatabase({ databaseUrl, dataDir, log }: Options): Promise<ResolvedDatabase> {
  if (databaseUrl === undefined) return { ...(await startEmbeddedPostgres({ dataDir, log })), embedded: true };
  await checkServer(databaseUrl);
  return { url: databaseUrl, embedded: false, exited: new Promise(() => undefined), stop: async () => undefined };
}

async function checkServer(url: string): Promise<void> {
  const server = withoutPassword(url);
  let version: number;
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    version = Math.floor(Number(rows[0]?.version) / 10_000);
    await client.end();
  } catch (error) {
    throw new AppError('unavailable', 'platform.database_unreachable', { server, reason: reasonOf(error) });
  }
  if (version < oldestMajor) throw new AppError('unavailable', 'platform.database_too_old', { server, version, expected: oldestMajor });
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails with one error per address and no text of its own.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
