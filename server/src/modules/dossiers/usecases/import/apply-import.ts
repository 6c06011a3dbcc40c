// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import { type Db, inTransaction, violatedConstraint } from '#platform/db/db';
import { databaseRefusal } from '#platform/db/failures';
import { publish } from '#platform/events/outbox';
import {
  type Applied,
  countedChanges,
  insertNew,
  lockApply,
  prepareChanges,
  saveApplicants,
  updateKnown,
} from '../../data/import/apply.repo.ts';
import { findImport, lockImport, moveImport, type StoredImport, tryLockWork, updateImport } from '../../data/import/imports.repo.ts';
import { countStaged, dropWorkingTable } from '../../data/import/staging.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { foldManyDossiers, lockTally } from '../../data/tally/fold.repo.ts';
import { type DueDayTable, dueDayTable } from '../../domain/clock/due-day-table.ts';
import { loadClock } from '../clock/load-clock.ts';

const everywhere = { roots: null };

/**
 * Writes the checked rows of an import in one transaction: dossiers, their history, the statistics, the audit entry. When the
 * program is killed, the database takes everything back, and the import can be applied again.
 */
export async function applyImport(db: Db, id: string): Promise<void> {
  const stored = await findImport(importsDb(db), everywhere, id);
  if (stored?.state !== 'applying') return;
  try {
    await inTransaction(db, (transaction) => applyHeld(transaction, id));
  } catch (error) {
    await settleFailure(db, id, error);
  }
}

async function applyHeld(db: Db, id: string): Promise<void> {
  const tables = importsDb(db);
  if (!(await tryLockWork(tables, id))) return;
  await lockApply(db);
  const stored = await lockImport(tables, everywhere, id);
  if (stored?.state !== 'applying') return;
  if ((await countStaged(tables, id)) !== stored.rowsGood) {
    // The working table is not logged: a crash of the database emptied it, and the file is read again.
    await updateImport(tables, id, { state: 'reading' });
    return;
  }
  const applied = await writeRows(db, stored);
  await settleApplied(db, stored, applied);
}

async function writeRows(db: Db, stored: StoredImport): Promise<Applied> {
  const applied = await prepareChanges(db, stored.id, await dueDaysNow(db, stored.unitId));
  if (applied.elsewhere > 0) throw new AppError('conflict', 'dossiers.import_changed_meanwhile', { count: applied.elsewhere });
  if (applied.inserted + applied.updated === 0) return applied;
  const origin = { importId: stored.id, origin: stored.origin, generated: stored.generated, actorName: stored.createdByName };
  if (applied.inserted > 0) await insertNew(db, origin);
  const overtaken = applied.updated > 0 ? await updateKnown(db, origin) : 0;
  if (overtaken > 0) throw new AppError('conflict', 'dossiers.import_changed_meanwhile', { count: overtaken });
  await saveApplicants(db);
  await lockTally(db);
  await foldManyDossiers(db, countedChanges(applied.updated > 0));
  return applied;
}

/** Calendar and rules for the due days; null where no year is confirmed yet, so that no day can be counted. */
async function dueDaysNow(db: Db, unitId: string): Promise<DueDayTable | null> {
  const { rules, calendarOf } = await loadClock(db);
  const calendar = calendarOf(unitId);
  return calendar.index.last < calendar.index.first ? null : dueDayTable(calendar, rules);
}

async function settleApplied(db: Db, stored: StoredImport, { inserted, updated, unchanged, older }: Applied): Promise<void> {
  const tables = importsDb(db);
  const now = sql<string>`clock_timestamp()`;
  await updateImport(tables, stored.id, {
    state: 'applied',
    inserted,
    updated,
    unchanged,
    older,
    work_ended_at: now,
    settled_at: now,
    failure: null,
  });
  await dropWorkingTable(tables, stored.id);
  await publish(db, { name: 'dossiers.imported', payload: { importId: stored.id, unitId: stored.unitId, inserted, updated } });
  const who = { id: stored.settledBy ?? stored.createdBy, name: stored.settledByName ?? stored.createdByName, position: null, grants: [] };
  await recordAudit(db, who, {
    action: 'dossiers.import_applied',
    subject: ['dossier_import', stored.id],
    unitId: stored.unitId,
    data: {
      fileName: stored.fileName,
      sha256: stored.sha256,
      mode: stored.mode,
      inserted,
      updated,
      unchanged,
      older,
      left: stored.rowsBad,
    },
  });
}

/** Nothing was written: the import waits for a decision again, with the reason. */
async function settleFailure(db: Db, id: string, error: unknown): Promise<void> {
  const tables = importsDb(db);
  const taken =
    violatedConstraint(error) !== undefined ? new AppError('conflict', 'dossiers.import_changed_meanwhile', { count: 1 }) : undefined;
  const refusal = taken ?? (error instanceof AppError ? error : databaseRefusal(error));
  const stored = await findImport(tables, everywhere, id);
  if (stored?.state !== 'applying') throw error;
  const failure = refusal ? { code: refusal.code, params: refusal.params } : { code: 'dossiers.import_broke', params: {} };
  await moveImport(tables, id, ['applying'], {
    state: 'checked',
    mode: null,
    settled_by: null,
    settled_by_name: null,
    failure: JSON.stringify(failure),
    work_ended_at: sql<string>`clock_timestamp()`,
  });
  if (!refusal) throw error;
}
