// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#kernel/app-error';
import { commandAs } from './account.ts';
import { packagedMajor } from './binaries.ts';
import { lastLines } from './log-file.ts';
import { giveTo, type Place } from './place.ts';

export const superuser = 'tuongminh';

/** The superuser's password, generated once and kept beside the cluster for this account's eyes only. */
export function clusterPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Makes the cluster unless there is one. It is made under another name and renamed when it is whole and on the disk, so a folder
 * with the right name is always a whole cluster, and what is made again after a kill never holds data.
 *
 * @throws AppError `platform.cluster_unrecognised`, `platform.cluster_other_version`, `platform.cluster_not_made`
 */
export async function ensureCluster(place: Place, password: string): Promise<'made' | 'found'> {
  const { cluster, account } = place;
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    checkCluster(cluster);
    if (account.kind === 'lent' && statSync(cluster).uid === 0)
      giveTo(account, cluster, readdirSync(cluster, { recursive: true }) as string[]);
    return 'found';
  }
  removeHalfMade(cluster);
  const making = `${cluster}.making.${randomBytes(4).toString('hex')}`;
  const passwordFile = `${making}.password`;
  try {
    mkdirSync(making, { mode: 0o700 });
    giveTo(account, making);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.kind === 'lent') chownSync(passwordFile, account.uid, account.gid);
    await runInitdb(place, making, passwordFile);
    renameSync(making, cluster);
    syncFolder(dirname(cluster));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', 'platform.cluster_not_made', { folder: cluster, reason: (error as Error).message });
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
  return 'made';
}

/** A name of its own for each making: the initdb of a killed program may still be at work in the one before. */
function removeHalfMade(cluster: string): void {
  const prefix = `${basename(cluster)}.making.`;
  for (const name of readdirSync(dirname(cluster)).filter((entry) => entry.startsWith(prefix))) {
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function checkCluster(cluster: string): void {
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(cluster, 'global', 'pg_control')))
    throw new AppError('conflict', 'platform.cluster_unrecognised', { folder: cluster });
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== packagedMajor)
    throw new AppError('conflict', 'platform.cluster_other_version', { folder: cluster, version, expected: packagedMajor });
}

/** Locale: the builtin C.UTF-8 lower-cases Vietnamese and never changes with the system; Vietnamese order is asked for by `vi-x-icu`. */
async function runInitdb({ binaries, account, cluster }: Place, folder: string, passwordFile: string): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const rest = ['--data-checksums', '--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`, '--no-instructions'];
  const command = commandAs(account, join(binaries.native, 'bin', 'initdb'), ['-D', folder, ...locale, ...rest]);
  const child = spawn(command.program, command.args, {
    ...command.options,
    env: programEnvironment(binaries.libraryPath),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail));
  if (code !== 0)
    throw new AppError('unavailable', 'platform.cluster_not_made', { folder: cluster, reason: lastLines(output) || `initdb: ${code}` });
}

/** A small environment: no variable of the operator's shell (PGDATA, PGPORT, LC_ALL) reaches the server. */
export function programEnvironment(libraryPath: string | undefined): NodeJS.ProcessEnv {
  const library =
    libraryPath === undefined ? {} : { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: libraryPath };
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...library };
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
