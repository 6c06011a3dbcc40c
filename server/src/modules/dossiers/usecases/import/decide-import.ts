// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { lockImport, type StoredImport, updateImport } from '../../data/import/imports.repo.ts';
import { dropWorkingTable } from '../../data/import/staging.repo.ts';
import { type ImportsDb, importsDb } from '../../data/import/tables.ts';
import { type ApplyMode, type ImportState, mayBecome } from '../../domain/import/states.ts';
import type { Chosen } from './reading.ts';
import { startImportWork } from './runner.ts';

/**
 * Decides what becomes of a checked file: all its rows or none, or the good ones. The writing goes on in the background.
 *
 * @throws AppError `dossiers.import_has_faults` for `all` with faults, `dossiers.import_nothing_good`,
 * `dossiers.import_wrong_state`, `platform.not_found`
 */
export async function decideImport(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: UnitScope,
  input: { id: string; mode: ApplyMode },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    const stored = await inState(transaction, scope, input.id, 'applying');
    if (input.mode === 'all' && stored.rowsBad > 0) throw new AppError('conflict', 'dossiers.import_has_faults', { count: stored.rowsBad });
    if (stored.rowsGood === 0) throw new AppError('conflict', 'dossiers.import_nothing_good');
    await updateImport(transaction, input.id, {
      state: 'applying',
      mode: input.mode,
      settled_by: actor.id,
      settled_by_name: actor.name,
      work_began_at: sql<string>`clock_timestamp()`,
      work_ended_at: null,
      failure: null,
    });
    const data = { mode: input.mode, good: stored.rowsGood, bad: stored.rowsBad };
    await recordAudit(tx, actor, {
      action: 'dossiers.import_decided',
      subject: ['dossier_import', input.id],
      unitId: stored.unitId,
      data,
    });
  });
  startImportWork(db, files, input.id);
}

/**
 * Stops a reading, or gives a checked file up; nothing of it was written. What is being written is not stopped any more.
 *
 * @throws AppError `dossiers.import_wrong_state`, `platform.not_found`
 */
export async function cancelImport(db: Db, actor: Actor, scope: UnitScope, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    const stored = await inState(transaction, scope, id, 'cancelled');
    const settled = { settled_by: actor.id, settled_by_name: actor.name, settled_at: sql<string>`clock_timestamp()` };
    if (stored.state === 'reading') await updateImport(transaction, id, { cancel_asked: true, ...settled });
    else {
      await updateImport(transaction, id, { state: 'cancelled', ...settled });
      await dropWorkingTable(transaction, id);
    }
    await recordAudit(tx, actor, { action: 'dossiers.import_cancelled', subject: ['dossier_import', id], unitId: stored.unitId });
  });
}

/**
 * Reads the file again, with other columns where they are given: after columns were missing, or after units and procedures
 * were corrected.
 *
 * @throws AppError `dossiers.import_wrong_state`, `platform.not_found`
 */
export async function readImportAgain(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: UnitScope,
  input: { readonly id: string; readonly columns?: Chosen | undefined },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    const stored = await inState(transaction, scope, input.id, 'reading');
    await updateImport(transaction, input.id, {
      state: 'reading',
      ...(input.columns ? { columns: JSON.stringify(input.columns) } : {}),
      bytes_read: 0,
      rows_read: 0,
      rows_good: 0,
      rows_bad: 0,
      faults: 0,
      faults_kept: 0,
      failure: null,
      cancel_asked: false,
      settled_at: null,
      settled_by: null,
      settled_by_name: null,
    });
    await recordAudit(tx, actor, {
      action: 'dossiers.import_read_again',
      subject: ['dossier_import', input.id],
      unitId: stored.unitId,
      data: input.columns ? { columns: input.columns } : {},
    });
  });
  startImportWork(db, files, input.id);
}

async function inState(db: ImportsDb, scope: UnitScope, id: string, next: ImportState): Promise<StoredImport> {
  const stored = await lockImport(db, scope, id);
  if (!stored) throw new AppError('not_found', 'platform.not_found');
  if (!mayBecome(stored.state, next)) throw new AppError('conflict', 'dossiers.import_wrong_state', { state: stored.state });
  return stored;
}
