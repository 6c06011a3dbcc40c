// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#kernel/app-error';
import type { Log } from '../../log/log.ts';
import { postgresProcessesOn } from './process-facts.ts';

const fastMs = 30_000;
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
  if (remaining().length === 0) return;
  log.warn({ pids: remaining() }, 'stopping a database server left by a killed program');

  // Without a postmaster its children leave by themselves; they are given the same time.
  signal(remaining().filter((pid) => pid === postmaster), 'SIGINT');
  if (await gone(remaining, fastMs)) return;
  signal(remaining(), 'SIGQUIT');
  if (await gone(remaining, immediateMs)) return;
  throw new AppError('unavailable', 'platform.leftover_server', { pid: remaining()[0] ?? 0, folder });
}

/** The number on the first line of postmaster.pid. */
export function postmasterPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 ? pid : undefined;
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

async function gone(remaining: () => number[], limitMs: number): Promise<boolean> {
  for (const until = Date.now() + limitMs; Date.now() < until; ) {
    if (remaining().length === 0) return true;
    await pause(25);
  }
  return remaining().length === 0;
}
