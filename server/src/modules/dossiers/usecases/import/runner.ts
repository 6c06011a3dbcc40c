// SPDX-License-Identifier: Apache-2.0
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import { listWorking, tryLockWork } from '../../data/import/imports.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { applyImport } from './apply-import.ts';
import { readImport } from './read-import.ts';

type Work = { readonly done: Promise<void> };

/** Two files are read at once at most; a third waits, because reading takes a processor of its own. */
const mostAtOnce = 2;

const working = new Map<string, Work>();
const failures = new Map<string, unknown>();
let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

function turnOver(): void {
  running -= 1;
  waiting.shift()?.();
}

/** Starts the work that an import's state asks for, in the background; nothing where this program is at it already. */
export function startImportWork(db: Db, files: FileStore, id: string): void {
  if (working.has(id)) return;
  const run = async (): Promise<void> => {
    await turn();
    try {
      await readImport(db, files, id);
      await applyImport(db, id);
      // A working table that was lost is read again at once.
      await readImport(db, files, id);
      failures.delete(id);
    } catch (error) {
      failures.set(id, error);
    } finally {
      working.delete(id);
      turnOver();
    }
  };
  working.set(id, { done: run() });
}

/** When the work on an import that this program is at has ended. */
export async function importWorkDone(id: string): Promise<void> {
  await working.get(id)?.done;
}

/** What went wrong with work in the background since the last call; the import itself tells it only where it is a refusal. */
export function takeWorkFailures(): unknown[] {
  const taken = [...failures.values()];
  failures.clear();
  return taken;
}

/**
 * Takes up imports that a program left in the middle: those whose state says that somebody works on them while nobody holds
 * their lock. Whoever has just begun is given a moment to take it.
 */
export async function resumeImports(db: Db, files: FileStore, seconds = 3): Promise<void> {
  for (const { id } of await listWorking(importsDb(db), seconds)) {
    if (working.has(id)) continue;
    const isFree = await inTransaction(db, (transaction) => tryLockWork(importsDb(transaction), id));
    if (isFree) startImportWork(db, files, id);
  }
}
