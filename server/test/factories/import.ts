// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { decideImport } from '../../src/modules/dossiers/usecases/import/decide-import.ts';
import { getDossierImport, type ImportView } from '../../src/modules/dossiers/usecases/import/read-imports.ts';
import { type ReceiveInput, receiveImport } from '../../src/modules/dossiers/usecases/import/receive-import.ts';
import { importWorkDone, takeWorkFailures } from '../../src/modules/dossiers/usecases/import/runner.ts';
import { type Actor, systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';
import { createFileStore, type FileStore } from '../../src/platform/files/file-store.ts';
import type { UnitScope } from '../../src/platform/permissions/permissions.ts';

const everywhere: UnitScope = { roots: null, reformFields: null };

/** A file store of this test file's own, gone afterwards. */
export function aFileStore(): FileStore {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return createFileStore(folder);
}

type Asked = Partial<Omit<ReceiveInput, 'content'>> & { readonly actor?: Actor; readonly scope?: UnitScope };

/**
 * Sends a file and waits until it is read.
 *
 * @example
 * const view = await aReadFile(db, files, 'Mã hồ sơ;Đơn vị;…\n…', { unitId: province.id });
 */
export async function aReadFile(db: Db, files: FileStore, content: string | Uint8Array, asked: Asked): Promise<ImportView> {
  const { actor = systemActor, scope = everywhere, ...input } = asked;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { id } = await receiveImport(db, files, actor, scope, { fileName: 'ho-so.csv', ...input, content: bytes });
  return settled(db, id);
}

/** Sends a file and writes its rows. */
export async function anAppliedFile(
  db: Db,
  files: FileStore,
  content: string | Uint8Array,
  asked: Asked,
  mode: 'all' | 'good' = 'all',
): Promise<ImportView> {
  const { id } = await aReadFile(db, files, content, asked);
  await decideImport(db, files, asked.actor ?? systemActor, asked.scope ?? everywhere, { id, mode });
  return settled(db, id);
}

/** The import once nobody works on it; what broke in the background breaks the test. */
export async function settled(db: Db, id: string): Promise<ImportView> {
  for (;;) {
    await importWorkDone(id);
    const [failure] = takeWorkFailures();
    if (failure) throw failure;
    const view = await getDossierImport(db, everywhere, id);
    if (!view.isWorking) return view;
    await pause(20);
  }
}
