// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#kernel/app-error';
import type { Log } from '../../log/log.ts';
import { commandAs } from './account.ts';
import { listenSwitches } from './configuration.ts';
import { programEnvironment } from './create-cluster.ts';
import type { LogFile } from './log-file.ts';
import type { Place } from './place.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

const portTries = 5;
const sayEveryMs = 10_000;
const fastMs = 60_000;

/** The running server. `exited` is fulfilled when it ends, whoever ended it. */
export type Postmaster = { readonly port: number; readonly pid: number; readonly exited: Promise<void>; stop(): Promise<void> };

/**
 * Starts the server on the cluster and waits until it accepts connections; recovery after a power cut may take its time.
 *
 * @throws AppError `platform.database_not_started` with the end of the server's log
 */
export async function startPostmaster(place: Place, logFile: LogFile, log: Log): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const started = await tryStart(place, port, logFile, log);
    if (started !== undefined) return started;
    const reason = logFile.tail();
    // Between the choice of the port and its use another program may have taken it.
    if (attempt < portTries && /could not bind|could not create any TCP\/IP sockets/.test(reason)) continue;
    throw new AppError('unavailable', 'platform.database_not_started', { folder: place.cluster, reason });
  }
}

async function tryStart(place: Place, port: number, logFile: LogFile, log: Log): Promise<Postmaster | undefined> {
  const watchdog = startWatchdog(place.cluster);
  const command = commandAs(place.account, join(place.binaries.native, 'bin', 'postgres'), [
    '-D',
    place.cluster,
    ...listenSwitches(place.cluster, port),
  ]);
  // A session of its own: Ctrl-C reaches the program only, which first finishes its requests and then stops the server.
  const child = spawn(command.program, command.args, {
    ...command.options,
    env: programEnvironment(place.binaries.libraryPath),
    detached: true,
    stdio: ['ignore', logFile.fd, logFile.fd],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  if (child.pid === undefined || !(await becameReady(place.cluster, child, watchdog, log))) {
    watchdog.dismiss();
    return undefined;
  }
  child.unref();
  void exited.then(() => watchdog.dismiss());
  return { port, pid: child.pid, exited, stop: () => stopChild(child, exited) };
}

async function becameReady(cluster: string, child: ChildProcess, watchdog: Watchdog, log: Log): Promise<boolean> {
  if (child.pid !== undefined) watchdog.watch(child.pid);
  let nextWord = Date.now() + sayEveryMs;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    if (statusOf(cluster, child.pid) === 'ready') return true;
    if (Date.now() > nextWord) {
      log.warn({ cluster }, 'the database server is still recovering');
      nextWord += sayEveryMs;
    }
    await pause(8);
  }
  return false;
}

/** The state that the server writes on the eighth line of postmaster.pid. */
function statusOf(cluster: string, pid: number): string | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines[0] === `${pid}` ? lines[7]?.trim() : undefined;
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), fastMs);
  await exited;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
