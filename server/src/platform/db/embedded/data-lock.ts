// SPDX-License-Identifier: Apache-2.0
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#kernel/app-error';
import { processStart, processWorld } from './process-facts.ts';

const beatMs = 2_000;
const watchMs = 9_000;
const forgottenMs = 60_000;

type Holder = { readonly pid: number; readonly start: string; readonly world: string };

/** The exclusive right of one program to a data folder; `release` gives it back. */
export type DataLock = { release(): void };

/**
 * Takes the data folder for this program. A lock left by a killed program is recognised (its process is gone, or its number now
 * belongs to a process that started at another moment) and taken over.
 *
 * A holder in another container, or before the machine's restart, cannot be looked up by its number; it counts as living while it
 * keeps touching the lock file.
 *
 * @throws AppError `platform.data_in_use`
 */
export async function lockData(dataDir: string): Promise<DataLock> {
  const file = join(dataDir, 'tuongminh.lock');
  const own: Holder = { pid: process.pid, start: processStart(process.pid) ?? '', world: processWorld() };
  const text = JSON.stringify(own);
  for (;;) {
    if (placeWhole(file, text)) break;
    const found = readIfThere(file);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (holder !== undefined && (await isAlive(holder, own.world, file)))
      throw new AppError('conflict', 'platform.data_in_use', { pid: holder.pid, folder: dataDir });
    removeStale(file, found);
  }
  const beat = setInterval(() => touch(file), beatMs).unref();
  return {
    release() {
      clearInterval(beat);
      if (readIfThere(file) === text) rmSync(file, { force: true });
    },
  };
}

/** Creates the file with its whole content at once, or says that it exists. */
function placeWhole(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes the stale file away; if another starter has replaced it meanwhile, its file is put back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) !== stale) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
}

async function isAlive(holder: Holder, world: string, file: string): Promise<boolean> {
  if (holder.world === world) return processStart(holder.pid) === holder.start;
  const before = lastTouch(file);
  if (before === undefined || Date.now() - before > forgottenMs) return false;
  for (let waited = 0; waited < watchMs; waited += 500) {
    await pause(500);
    if (lastTouch(file) !== before) return true;
  }
  return false;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return typeof value.pid === 'number' && typeof value.start === 'string' && typeof value.world === 'string'
      ? (value as Holder)
      : undefined;
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function lastTouch(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder was taken away under a running program; its next write will say so.
  }
}
