// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#kernel/app-error';
import type { Log } from '../../log/log.ts';
import { postgresProcessesOn, seesAllProcesses } from './process-facts.ts';

const fastMs = 35_000;
const immediateMs = 10_000;

/**
 * Stops a server that a killed program left on the cluster. It is recognised by its working folder and program, not by its number
 * alone. Acknowledged changes are safe: they are on the disk before they are acknowledged, and a fast shutdown writes the rest.
 *
 * @throws AppError `platform.leftover_server` where it survives even the immediate stop
 */
export async function stopLeftover(cluster: string, log: Log): Promise<void> {
  if (!existsSync(cluster)) return;
  const folder = realpathSync(cluster);
  const postmaster = postmasterPid(folder);
  const remaining = () => postgresProcessesOn(folder, postmaster);
  if (remaining().length > 0) {
    log.warn({ pids: remaining() }, 'stopping a database server left by a killed program');
    // Without a postmaster its children leave by themselves; they are given the same time.
    signal(
      remaining().filter((pid) => pid === postmaster),
      'SIGINT',
    );
    if (!(await becomesTrue(() => remaining().length === 0, fastMs))) signal(remaining(), 'SIGQUIT');
  }
  const isGone = async () => remaining().length === 0 && !(await answers(folder));
  if (!(await becomesTrue(isGone, (await answers(folder)) ? fastMs : immediateMs))) {
    throw new AppError('unavailable', 'platform.leftover_server', { pid: postmaster ?? 0, folder });
  }
  // NOTE: the server refuses to start while the number in this file belongs to any process of its account, even a zombie that
  // nobody reaps (as in many containers) or a stranger that got the number after a power cut.
  if (seesAllProcesses) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

/** The number on the first line of postmaster.pid. */
export function postmasterPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 ? pid : undefined;
}

/** Whether a server listens on a socket in the cluster: it may live in another container, where its process cannot be seen. */
async function answers(cluster: string): Promise<boolean> {
  const sockets = readdirSync(cluster).filter((name) => /^\.s\.PGSQL\.\d+$/.test(name));
  const replies = await Promise.all(sockets.map((name) => accepts(join(cluster, name))));
  return replies.includes(true);
}

function accepts(socket: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect(socket);
    const end = (reply: boolean) => {
      probe.destroy();
      done(reply);
    };
    probe.once('connect', () => end(true)).once('error', () => end(false));
  });
}

function signal(pids: readonly number[], name: 'SIGINT' | 'SIGQUIT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function becomesTrue(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  for (const until = Date.now() + limitMs; Date.now() < until; ) {
    if (await condition()) return true;
    await pause(25);
  }
  return condition();
}
