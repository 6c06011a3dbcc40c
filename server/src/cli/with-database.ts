// SPDX-License-Identifier: Apache-2.0
import { type Config, loadConfig } from '#platform/config/config';
import { type Database, openDatabase } from '#platform/db/db';
import { runningDatabase } from '#platform/db/embedded/running-database';
import { resolveDatabase } from '#platform/db/resolve-database';
import { createLog, type Log } from '#platform/log/log';

export type Io = { out(text: string): void; err(text: string): void };

type Opened = { readonly database: Database; readonly config: Config; readonly log: Log };

/** Works on the database of the program that runs on the data folder, or on one started for the moment. */
export async function withDatabase<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env);
  const attached = config.databaseUrl ?? (await runningDatabase(config.dataDir));
  return attached ? withUrl(attached, config, createLog(config.logLevel), work) : withOwnDatabase(work, config);
}

/**
 * Works on a database that no other program uses: DATABASE_URL, or the embedded one started for the moment.
 *
 * @throws AppError `platform.data_in_use` where a program runs on the data folder
 */
export async function withOwnDatabase<T>(work: (opened: Opened) => Promise<T>, config = loadConfig(process.env)): Promise<T> {
  const log = createLog(config.logLevel);
  const server = await resolveDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
  try {
    return await withUrl(server.url, config, log, work);
  } finally {
    await server.stop();
  }
}

async function withUrl<T>(url: string, config: Config, log: Log, work: (opened: Opened) => Promise<T>): Promise<T> {
  const database = openDatabase(url, { max: 2 });
  try {
    return await work({ database, config, log });
  } finally {
    await database.close();
  }
}
