// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { Log } from '#platform/log/log';
import { expireExports, listUnderWay } from '../../data/exports.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { writeExport } from './write-export.ts';

let writing: Promise<void> | undefined;

/**
 * Writes the exports that wait and those that a killed program left, one after another, in the background; nothing where this program
 * is at it already.
 */
export async function runExports(db: Db, log: Log, files: FileStore): Promise<void> {
  if (writing) return;
  const ids = await listUnderWay(figuresDb(db));
  if (ids.length === 0 || writing) return;
  writing = writeAll(db, log, files, ids).finally(() => {
    writing = undefined;
  });
}

async function writeAll(db: Db, log: Log, files: FileStore, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await writeExport(db, files, id).catch((error: unknown) => log.error({ err: error, export: id }, 'export of figures broke'));
}

/** Throws away the files of exports whose time is over. */
export async function removeExpiredExports(db: Db, files: FileStore): Promise<void> {
  const store = files.expiring();
  for (const sha256 of await expireExports(figuresDb(db))) await store.discard(sha256);
}
