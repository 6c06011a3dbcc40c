// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#kernel/app-error';
import { createAuthentication } from '#modules/identity';
import { clockWarnings } from '#platform/audit/clock-warnings';
import { prepareUpgrade } from '#platform/backup/before-upgrade';
import { platformBackupErrors } from '#platform/backup/errors';
import { type Config, loadConfig } from '#platform/config/config';
import { prepareDataFolder } from '#platform/config/data-folder';
import { type Database, openDatabase } from '#platform/db/db';
import { platformDbErrors } from '#platform/db/errors';
import { databaseRefusal } from '#platform/db/failures';
import { migrate } from '#platform/db/migrate';
import { resolveDatabase } from '#platform/db/resolve-database';
import { platformDistributionErrors } from '#platform/distribution/errors';
import { spreadNewTables } from '#platform/distribution/spread-new-tables';
import { requireTimeZones } from '#platform/distribution/time-zones';
import { platformFileErrors } from '#platform/files/errors';
import { removeBrokenUploads } from '#platform/files/file-store';
import { platformErrors } from '#platform/http/errors';
import { fill } from '#platform/http/problem';
import { startJobs } from '#platform/jobs/jobs';
import { createLog, type Log } from '#platform/log/log';
import { createSteps } from '#platform/log/steps';
import { createApp } from './app.ts';
import { momentaryTables } from './momentary-tables.ts';
import { placements } from './placements.ts';
import { type DemoAccount, seed } from './seed.ts';

const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
const pages = fileURLToPath(new URL('../../web/dist', import.meta.url));

export type Running = { readonly url: string; readonly exited: Promise<void>; stop(): Promise<void> };

/** Starts everything: database, migrations, seeds, jobs, HTTP; prints each step. */
export async function start(config: Config, write: (line: string) => void): Promise<Running> {
  const log = createLog(config.logLevel);
  const { step } = createSteps(write);
  prepareDataFolder(config.dataDir);

  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close().catch((error: unknown) => log.error({ err: error }, 'stop failed'));
  };
  try {
    const server = await step('Khởi động cơ sở dữ liệu', () =>
      resolveDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log }),
    );
    closers.push(server.stop);
    const database = openDatabase(server.url, { max: 12 });
    closers.push(database.close);
    const upgrade = { pool: database.pool, dataDir: config.dataDir, embedded: server.embedded, withoutRows: momentaryTables, write };
    await step('Cập nhật cấu trúc dữ liệu', () =>
      migrate(database.pool, migrations, log, { beforeUpgrade: (pending) => prepareUpgrade(pending, upgrade) }),
    );
    await requireTimeZones(database.pool);
    for (const line of await spreadNewTables(database, placements)) write(line);
    for (const line of await clockWarnings(database.db, new Date())) write(`  ! ${line}`);
    const { app, demo } = await serve(config, log, server.url, database, closers, step);
    const url = await step('Mở cổng phục vụ', () => listen(app, config));
    write('');
    write(`Tường Minh đang chạy tại ${url}`);
    tellAccounts(demo, write);
    return { url, exited: server.exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serve(
  config: Config,
  log: Log,
  databaseUrl: string,
  database: Database,
  closers: (() => Promise<unknown>)[],
  step: ReturnType<typeof createSteps>['step'],
) {
  const accountsDatabase = openDatabase(databaseUrl, { max: 4, searchPath: 'identity', instants: 'date' });
  closers.push(accountsDatabase.close);
  const authentication = await createAuthentication({
    db: database.db,
    pool: accountsDatabase.pool,
    secret: config.secret,
    trustedOrigins: config.publicUrl ? [config.publicUrl] : [],
    publicUrl: config.publicUrl,
  });
  const filesFolder = join(config.dataDir, 'files');
  await removeBrokenUploads(filesFolder);
  const demo = await step('Nạp dữ liệu ban đầu', () =>
    seed(database.db, { ...config, hashPassword: authentication.hashPassword, filesFolder }),
  );
  const app = await createApp({
    db: database.db,
    log,
    filesFolder,
    pagesFolder: pages,
    authentication,
    trustedOrigins: config.publicUrl ? [config.publicUrl] : [],
    mail: config.mail,
  });
  const jobs = await step('Khởi động công việc định kỳ', () => startJobs(databaseUrl, database.db, log, app.jobs));
  closers.push(jobs.stop);
  closers.push(() => app.server.close());
  return { app: app.server, demo };
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    return config.publicUrl ?? address;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const { host, port } = config;
    if (code === 'EADDRINUSE') throw new AppError('conflict', 'platform.port_in_use', { port });
    if (code === 'EACCES') throw new AppError('unavailable', 'platform.port_closed', { port });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new AppError('unavailable', 'platform.host_unknown', { host });
    throw error;
  }
}

function tellAccounts(accounts: readonly DemoAccount[], write: (line: string) => void): void {
  if (accounts.length === 0) return;
  write('');
  write('Tài khoản:');
  const width = Math.max(...accounts.map((account) => account.email.length));
  for (const account of accounts) write(`  ${account.email.padEnd(width)}  ${account.password}  ${account.description}`);
}

/** The sentence for a refusal at the start, in Vietnamese; anything unexpected keeps its stack. */
export function startFailure(failure: unknown): string {
  const error = failure instanceof AppError ? failure : (systemRefusal(failure) ?? failure);
  if (!(error instanceof AppError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const sentence = {
    ...platformErrors,
    ...platformDbErrors,
    ...platformDistributionErrors,
    ...platformFileErrors,
    ...platformBackupErrors,
  }[error.code];
  return sentence ? fill(sentence.vi, error.params) : error.message;
}

/** What the disk or the database means by a failure, where that is known. */
function systemRefusal(error: unknown): AppError | undefined {
  const { code, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('unavailable', 'platform.disk_full');
  if (code !== undefined && /^E(?:ACCES|PERM|ROFS|IO)$/.test(code) && error instanceof Error)
    return new AppError('unavailable', 'platform.data_folder_unusable', { folder: path ?? '', reason: error.message });
  const refusal = databaseRefusal(error);
  return refusal?.kind === 'unavailable' ? refusal : undefined;
}

/** The program of `npm start`: runs until it is told to stop. */
export async function main(): Promise<void> {
  let running: Running;
  try {
    running = await start(loadConfig(process.env), (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`);
    process.exit(1);
  }
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  void running.exited.then(() => {
    if (stopping) return;
    process.stderr.write('Cơ sở dữ liệu dừng ngoài dự kiến. Xem nhật ký trong thư mục dữ liệu, rồi khởi động lại.\n');
    return stop(1);
  });
}
