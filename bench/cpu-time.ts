// SPDX-License-Identifier: Apache-2.0
// Processor seconds of this program and of the database server: what a run costs, however busy the machine is otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../server/src/platform/db/db.ts';

const ticksPerSecond = 100;

type Stat = { readonly parent: number; readonly own: number; readonly children: number };

function statOf(pid: number): Stat | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    return { parent, own: (fields[11] ?? 0) + (fields[12] ?? 0), children: (fields[13] ?? 0) + (fields[14] ?? 0) };
  } catch {
    return undefined;
  }
}

/** Reads the processor seconds spent so far; undefined where the system does not tell (only Linux does in this way). */
export async function cpuClock(db: Db): Promise<() => number | undefined> {
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(db);
  const postmaster = Number(readFileSync(join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return () => {
    const server = statOf(postmaster);
    if (!server) return undefined;
    const { user, system } = process.cpuUsage();
    const living = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)))
      .filter((stat) => stat?.parent === postmaster)
      .reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
    return (user + system) / 1_000_000 + (server.own + server.children + living) / ticksPerSecond;
  };
}
