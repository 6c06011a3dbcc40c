// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { safeFileName } from '#platform/files/file-name';
import type { FileStore, StoredContent } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { findTopUnit, insertImport, isUnitWithin } from '../../data/import/imports.repo.ts';
import { findMappingByName } from '../../data/import/mappings.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { formOf } from '../../formats/read-table.ts';
import type { Chosen } from './reading.ts';
import { startImportWork } from './runner.ts';
import { readColumns } from './stored-values.ts';

/** A file of ten million rows is about 1,5 GB; larger ones are cut by their sender. */
export const importMaxBytes = 2_000 * 1_048_576;

export type ReceiveInput = {
  readonly fileName: string;
  readonly content: Readable | Uint8Array;
  /** The unit that the import belongs to; the only one in reach, or the top of the tree, where it is left out. */
  readonly unitId?: string | undefined;
  /** Name of a saved mapping of columns. */
  readonly mapping?: string | undefined;
  readonly columns?: Chosen | undefined;
  /** Dossiers made by a program to show or measure something; they are marked for ever. */
  readonly generated?: boolean | undefined;
  readonly origin?: 3 | 4 | undefined;
};

/**
 * Receives a file of dossiers: keeps it, tells its form, and begins to read it in the background. Nothing is written to the
 * dossiers before someone has seen what was found and decides.
 *
 * @throws AppError `dossiers.import_unit_missing`, `dossiers.import_mapping_unknown`, `dossiers.import_empty`,
 * `dossiers.import_old_workbook`, `dossiers.import_unknown_form`, `platform.not_found`, `platform.file_too_large`
 */
export async function receiveImport(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: UnitScope,
  input: ReceiveInput,
): Promise<{ id: string }> {
  const unitId = await unitOf(db, scope, input.unitId);
  const columns = input.columns ?? (input.mapping ? await mappedColumns(db, scope, unitId, input.mapping) : undefined);
  const stored = await keep(files, input.content);
  const id = newId();
  const fileName = safeFileName(input.fileName);
  await inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    await insertImport(transaction, {
      id,
      unit_id: unitId,
      file_name: fileName,
      sha256: stored.sha256,
      size_bytes: stored.sizeBytes,
      origin: input.origin ?? 3,
      generated: input.generated ?? false,
      state: 'reading',
      columns: columns ? JSON.stringify(columns) : null,
      created_by: actor.id,
      created_by_name: actor.name,
    });
    await recordAudit(tx, actor, {
      action: 'dossiers.import_received',
      subject: ['dossier_import', id],
      unitId,
      data: { fileName, sha256: stored.sha256, sizeBytes: stored.sizeBytes },
    });
  });
  startImportWork(db, files, id);
  return { id };
}

async function keep(files: FileStore, content: Readable | Uint8Array): Promise<StoredContent> {
  try {
    return await files.put(content, importMaxBytes, async (path) => void (await formOf(path)));
  } catch (error) {
    if (error instanceof AppError && error.code === 'platform.file_empty') throw new AppError('invalid', 'dossiers.import_empty');
    throw error;
  }
}

async function unitOf(db: Db, scope: UnitScope, asked: string | undefined): Promise<string> {
  const tables = importsDb(db);
  if (asked !== undefined) {
    if (!(await isUnitWithin(tables, scope, asked))) throw new AppError('not_found', 'platform.not_found');
    return asked;
  }
  const only = scope.roots === null ? await findTopUnit(tables) : scope.roots.length === 1 ? scope.roots[0] : undefined;
  if (only === undefined) throw new AppError('invalid', 'dossiers.import_unit_missing');
  return only;
}

async function mappedColumns(db: Db, scope: UnitScope, unitId: string, name: string): Promise<Chosen> {
  const mapping = await findMappingByName(importsDb(db), scope, unitId, name);
  if (!mapping) throw new AppError('invalid', 'dossiers.import_mapping_unknown', { name });
  return readColumns(mapping.columns);
}
