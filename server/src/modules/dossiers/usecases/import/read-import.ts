// SPDX-License-Identifier: Apache-2.0

import { sql } from 'kysely';
import type pg from 'pg';
import { AppError, type AppErrorKind } from '#kernel/app-error';
import { type Db, poolOf } from '#platform/db/db';
import { databaseRefusal } from '#platform/db/failures';
import type { FileStore } from '#platform/files/file-store';
import { loadCatalogue } from '../../data/import/catalogue.repo.ts';
import { makeWorkingTable, openStagingCopy, type StagingCopy } from '../../data/import/copy.ts';
import {
  deleteFaults,
  findImport,
  insertFaults,
  moveImport,
  noteProgress,
  type StoredImport,
  updateImport,
} from '../../data/import/imports.repo.ts';
import { analyzeWorkingTable, takeOutForeign, takeOutRepeated } from '../../data/import/staging.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { type Fault, type FaultReason, mostFaultsKept } from '../../domain/import/faults.ts';
import type { ImportField } from '../../domain/import/fields.ts';
import { formOf } from '../../formats/read-table.ts';
import { checkFile, type FileShape } from './check-file.ts';
import { checkInThread } from './check-in-thread.ts';
import type { CheckedPiece } from './reading.ts';
import { readColumns } from './stored-values.ts';

const everywhere = { roots: null };
const noteEveryMs = 400;

type Counts = Pick<CheckedPiece, 'rowsRead' | 'rowsGood' | 'rowsBad' | 'faultsFound' | 'bytesRead'>;

/**
 * Reads the file of an import and checks its rows: the good ones go to a working table, nothing reaches the dossiers. One
 * transaction, held by a lock: when the program is killed, the next one finds the state `reading`, the lock free and no
 * working table, and reads again from the beginning.
 */
export async function readImport(db: Db, files: FileStore, id: string): Promise<void> {
  const stored = await findImport(importsDb(db), everywhere, id);
  if (stored?.state !== 'reading') return;
  const client = await poolOf(db).connect();
  let isOpen = true;
  const giveBack = (isBroken: boolean): void => {
    if (isOpen) client.release(isBroken);
    isOpen = false;
  };
  try {
    await client.query('begin');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked', [
      `dossiers.import ${id}`,
    ]);
    if (rows[0]?.locked) await readHeld(db, client, files, stored);
    else await client.query('rollback');
  } catch (error) {
    // A connection that broke within a COPY is not used again; it goes first, because it may hold the import's row.
    giveBack(true);
    await settleFailure(db, id, error);
  } finally {
    giveBack(false);
  }
}

async function readHeld(db: Db, client: pg.PoolClient, files: FileStore, stored: StoredImport): Promise<void> {
  const tables = importsDb(db);
  await deleteFaults(tables, stored.id);
  await updateImport(tables, stored.id, { work_began_at: sql<string>`clock_timestamp()`, work_ended_at: null });
  await makeWorkingTable(client, stored.id);
  const copy = await openStagingCopy(client, stored.id);
  const reading = createSink(db, stored, copy);
  const task = {
    path: await files.locate(stored.sha256),
    catalogue: await loadCatalogue(tables, stored.unitId),
    chosen: readColumns(stored.columns),
    nowMs: Date.now(),
  };
  const outcome = (await isShort(task.path, stored.sizeBytes))
    ? await checkFile(task, reading.sink)
    : await checkInThread(task, reading.sink);
  if (outcome === 'done') {
    await copy.end();
    await settleChecked(db, client, stored, reading.shape(), reading.counts());
    return;
  }
  throw new StoppedReading(outcome);
}

const shortBytes = 131_072;

/** A few hundred rows are checked sooner than a thread is asked; what a workbook unpacks to is not known before. */
async function isShort(path: string, sizeBytes: number): Promise<boolean> {
  return sizeBytes <= shortBytes && (await formOf(path)).kind !== 'xlsx';
}

/** A reading that ends early on purpose; its connection is given up with everything that it wrote. */
class StoppedReading extends Error {
  readonly outcome: 'columns_missing' | 'ended';

  constructor(outcome: 'columns_missing' | 'ended') {
    super(outcome);
    this.outcome = outcome;
  }
}

function createSink(db: Db, stored: StoredImport, copy: StagingCopy) {
  const tables = importsDb(db);
  let known: FileShape | undefined;
  let counts: Counts = { rowsRead: 0, rowsGood: 0, rowsBad: 0, faultsFound: 0, bytesRead: 0 };
  let kept = 0;
  let noted = 0;
  let goesOn = true;
  return {
    shape: () => known,
    counts: () => ({ ...counts, kept }),
    sink: {
      async shape(shape: FileShape): Promise<void> {
        known = shape;
        await updateImport(tables, stored.id, { shape: JSON.stringify(shape) });
      },
      async take(piece: CheckedPiece): Promise<boolean> {
        await copy.write(piece.rows);
        await insertFaults(tables, stored.id, kept, piece.faults);
        kept += piece.faults.length;
        const { rowsRead, rowsGood, rowsBad, faultsFound, bytesRead } = piece;
        counts = { rowsRead, rowsGood, rowsBad, faultsFound, bytesRead: bytesRead < 0 ? stored.sizeBytes : bytesRead };
        if (Date.now() - noted > noteEveryMs) {
          noted = Date.now();
          goesOn = await noteProgress(tables, stored.id, counts);
        }
        return goesOn;
      },
    },
  };
}

/** What only the whole file and the dossiers of the house can tell, then the state `checked` together with the working table. */
async function settleChecked(
  db: Db,
  client: pg.PoolClient,
  stored: StoredImport,
  shape: FileShape | undefined,
  counts: Counts & { readonly kept: number },
): Promise<void> {
  const tables = importsDb(db);
  await analyzeWorkingTable(client, stored.id);
  const repeated = await takeOutRepeated(client, stored.id);
  const foreign = await takeOutForeign(client, stored.id);
  const faults = [
    ...repeated.map((row) => codeFault(shape, row, 'code_repeated', { line: row.firstLine })),
    ...foreign.map((row) => codeFault(shape, row, 'code_of_other_unit', { unit: row.unit })),
  ];
  const room = Math.max(0, mostFaultsKept - counts.kept);
  await insertFaults(tables, stored.id, counts.kept, faults.slice(0, room));
  const { rowCount } = await client.query(
    `update dossiers.import set state = 'checked', rows_read = $2, rows_good = $3, rows_bad = $4, faults = $5, faults_kept = $6,
       bytes_read = size_bytes, work_ended_at = clock_timestamp(), failure = null
     where id = $1 and state = 'reading' and not cancel_asked`,
    [
      stored.id,
      counts.rowsRead,
      counts.rowsGood - faults.length,
      counts.rowsBad + faults.length,
      counts.faultsFound + faults.length,
      counts.kept + Math.min(room, faults.length),
    ],
  );
  if (rowCount !== 1) throw new StoppedReading('ended');
  await client.query('commit');
}

function codeFault(
  shape: FileShape | undefined,
  row: { readonly line: number; readonly code: string },
  reason: FaultReason,
  params: Fault['params'],
): Fault {
  const field: ImportField = 'code';
  const column = shape ? shape.plan.indexOf(field) : -1;
  return {
    line: row.line,
    column: column < 0 ? null : column,
    columnName: shape?.headers[column] ?? null,
    value: row.code,
    reason,
    params,
  };
}

async function settleFailure(db: Db, id: string, error: unknown): Promise<void> {
  const tables = importsDb(db);
  const ended = { work_ended_at: sql<string>`clock_timestamp()`, cancel_asked: false };
  if (error instanceof StoppedReading) {
    const state = error.outcome === 'columns_missing' ? 'uploaded' : 'cancelled';
    await moveImport(tables, id, ['reading'], { ...ended, state });
    return;
  }
  const refusal = error instanceof AppError ? error : databaseRefusal(error);
  // A database that is away says nothing about the file; the reading begins again when it is back.
  if (refusal?.kind === 'unavailable') throw error;
  const failure: { kind: AppErrorKind; code: string; params: unknown } = refusal
    ? { kind: refusal.kind, code: refusal.code, params: refusal.params }
    : { kind: 'unavailable', code: 'dossiers.import_broke', params: {} };
  await moveImport(tables, id, ['reading'], { ...ended, state: 'failed', failure: JSON.stringify(failure) });
  if (!refusal) throw error;
}
