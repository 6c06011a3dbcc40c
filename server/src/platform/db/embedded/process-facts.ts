// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

const linux = process.platform === 'linux';

/** Whether every process of this machine (or container) can be asked for its folder; elsewhere only one known by number can. */
export const seesAllProcesses = linux;

/** When a process started, as a text that differs for a later process with the same number; undefined when there is none. */
export function processStart(pid: number): string | undefined {
  if (!linux) return spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).stdout?.trim() || undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold spaces and brackets; field 3 (state) follows the last one, field 22 is the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Tells apart machine runs and containers: process numbers mean nothing across them. */
export function processWorld(): string {
  if (!linux) return '';
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
}

/** PostgreSQL processes, the postmaster and its children, that serve a folder (as a real path). */
export function postgresProcessesOn(cluster: string, postmaster: number | undefined): number[] {
  if (linux)
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && servesFolder(name, cluster))
      .map(Number);
  if (postmaster === undefined) return [];
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', `${postmaster}`], { encoding: 'utf8' });
  return stdout?.includes(cluster) && stdout.includes('postgres') ? [postmaster] : [];
}

function servesFolder(pid: string, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster && basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch {
    return false;
  }
}
