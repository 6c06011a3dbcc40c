// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { findImport, listFaults, listImports, type StoredImport } from '../../data/import/imports.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { faultSentence } from '../../domain/import/faults.ts';
import { isWorking } from '../../domain/import/states.ts';
import { readColumns, readFailure, readShape } from './stored-values.ts';

type Page = { readonly offset: number; readonly limit: number };

/** An import with its progress: share of the file that is read, rows a second, seconds left while it is being read. */
export type ImportView = ReturnType<typeof viewOf>;

/** Imports of the units in reach, the latest first. */
export async function listDossierImports(db: Db, scope: UnitScope, page: Page) {
  const { rows, total } = await listImports(importsDb(db), scope, page);
  return { rows: rows.map(viewOf), total };
}

/** @throws AppError `platform.not_found` */
export async function getDossierImport(db: Db, scope: UnitScope, id: string): Promise<ImportView> {
  const stored = await findImport(importsDb(db), scope, id);
  if (!stored) throw new AppError('not_found', 'platform.not_found');
  return viewOf(stored);
}

/** Faults in the order of the file, each with its place and a sentence. @throws AppError `platform.not_found` */
export async function listImportFaults(db: Db, scope: UnitScope, id: string, page: Page, language: 'vi' | 'en') {
  const stored = await getDossierImport(db, scope, id);
  const faults = await listFaults(importsDb(db), id, page);
  const rows = faults.map((fault) => {
    const params = readFailure({ code: fault.reason, params: fault.params })?.params ?? {};
    return { ...fault, fileName: stored.fileName, params, sentence: faultSentence({ ...fault, params }, language) };
  });
  return { rows, total: stored.faultsKept };
}

function viewOf(stored: StoredImport) {
  const { columns, shape, failure, workSeconds, ...rest } = stored;
  const rate = workSeconds > 0 ? rest.rowsRead / workSeconds : 0;
  const share = rest.sizeBytes > 0 ? Math.min(1, rest.bytesRead / rest.sizeBytes) : 0;
  const isReading = rest.state === 'reading';
  return {
    ...rest,
    columns: readColumns(columns),
    shape: readShape(shape),
    failure: readFailure(failure),
    isWorking: isWorking(rest.state),
    workSeconds: Math.round(workSeconds * 10) / 10,
    rowsPerSecond: Math.round(rate),
    shareRead: isReading ? share : rest.rowsRead > 0 ? 1 : share,
    secondsLeft: isReading && share > 0 ? Math.round((workSeconds / share) * (1 - share)) : null,
  };
}
