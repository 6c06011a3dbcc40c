// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { AppError } from '#kernel/app-error';
import type { Log } from '../../log/log.ts';
import { findNativeFolder, linkLibraries } from './binaries.ts';
import { configurationFile, type Settings } from './configuration.ts';
import { clusterPassword, ensureCluster, superuser } from './create-cluster.ts';
import { lockData } from './data-lock.ts';
import { stopLeftover } from './leftover.ts';
import { openLogFile } from './log-file.ts';
import { choosePlace, type PlaceOptions } from './place.ts';
import { startPostmaster } from './postmaster.ts';

const database = 'tuongminh';

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** Lines of postgresql.conf that differ from the product's own. */
  readonly settings?: Settings;
  readonly place?: PlaceOptions;
};

/** `exited` is fulfilled when the server ends, also when something else than `stop` ended it. */
export type EmbeddedPostgres = { readonly url: string; readonly port: number; readonly exited: Promise<void>; stop(): Promise<void> };

/**
 * Starts the packaged PostgreSQL on `<dataDir>/postgres`, making the cluster at the first start.
 *
 * One program at a time owns a data folder. After a `kill -9` of the program a watchdog stops the server, and the next start stops
 * it where even that did not happen; nothing acknowledged is lost.
 *
 * @throws AppError `platform.data_in_use`, `platform.data_folder_unusable`, and those of the steps
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = usableFolder(options.dataDir);
  const lock = await lockData(dataDir);
  try {
    const running = await startLocked(dataDir, options);
    const stop = async () => {
      await running.stop();
      lock.release();
    };
    let stopping: Promise<void> | undefined;
    return { ...running, stop: () => (stopping ??= stop()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(dataDir: string, { log, settings = {}, place: placeOptions }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = linkLibraries(findNativeFolder(), join(dataDir, 'postgres.lib'));
  const place = choosePlace(dataDir, binaries, placeOptions);
  await stopLeftover(place.cluster, log);
  const password = clusterPassword(dataDir);
  if ((await ensureCluster(place, password)) === 'made') log.info({ cluster: place.cluster }, 'database cluster made');
  writeFileSync(join(place.cluster, 'postgresql.conf'), configurationFile(settings));

  const logFile = openLogFile(dataDir);
  const server = await startPostmaster(place, logFile, log).catch((error: unknown) => {
    logFile.close();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    logFile.close();
  };
  const urlOf = (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${name}`;
  try {
    await ensureDatabase(urlOf('postgres'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(database), port: server.port, exited: server.exited, stop };
}

function usableFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw new AppError('unavailable', 'platform.data_folder_unusable', { folder: dataDir, reason: (error as Error).message });
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
