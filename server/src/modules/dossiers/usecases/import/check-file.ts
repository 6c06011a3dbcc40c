// SPDX-License-Identifier: Apache-2.0

import type { Catalogue } from '../../domain/import/catalogue.ts';
import { type ColumnPlan, type ImportField, missingFields } from '../../domain/import/fields.ts';
import { decodeHead, type FileForm } from '../../formats/detect.ts';
import { formOf, readHead, readTable } from '../../formats/read-table.ts';
import { type CheckedPiece, type Chosen, createReading, refuseLegacyFont } from './reading.ts';

/** What was found out about a file before its rows: its form, where its headers stand, what each column is. */
export type FileShape = {
  readonly form: FileForm;
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly plan: ColumnPlan;
  readonly missing: readonly ImportField[];
  /** The first rows below the headers, to choose columns by. */
  readonly sample: readonly (readonly string[])[];
};

export type CheckTask = { readonly path: string; readonly catalogue: Catalogue; readonly chosen: Chosen; readonly nowMs: number };

export type CheckSink = {
  shape(shape: FileShape): Promise<void>;
  /** Takes a piece; false ends the reading. */
  take(piece: CheckedPiece): Promise<boolean>;
};

export type CheckOutcome = 'done' | 'columns_missing' | 'ended';

/**
 * Reads a file and checks every row, without a database: what is right leaves in binary COPY format, what is wrong with its
 * place and reason. Memory does not grow with the file.
 *
 * @throws AppError what the form of the file is refused with, `dossiers.import_no_headers`, `dossiers.import_legacy_font`
 */
export async function checkFile(task: CheckTask, sink: CheckSink): Promise<CheckOutcome> {
  const form = await formOf(task.path);
  const reading = createReading(task.catalogue, task.chosen, task.nowMs);
  let outcome: CheckOutcome = 'done';
  let isTold = false;

  /** With the first rows below the headers, or with all of them where there are few. */
  async function tellShape(isEnd: boolean): Promise<boolean> {
    const columns = reading.columns();
    if (isTold || !columns || !(isEnd || reading.hasSample())) return true;
    isTold = true;
    const missing = missingFields(columns.plan);
    await sink.shape({ form, headerRow: columns.row, headers: columns.headers, plan: columns.plan, missing, sample: reading.sample() });
    if (missing.length === 0) return true;
    outcome = 'columns_missing';
    return false;
  }

  async function between(bytesRead: number): Promise<boolean> {
    if (!(await tellShape(bytesRead < 0))) return false;
    if (!isTold || (await sink.take(reading.piece(bytesRead)))) return true;
    outcome = 'ended';
    return false;
  }

  await readTable(task.path, form, { onCells: reading.row, onColumns: reading.setColumns, between });
  if (outcome !== 'done') return outcome;
  if (!reading.columns() && form.kind === 'csv' && form.encoding === 'windows-1258')
    refuseLegacyFont(decodeHead(await readHead(task.path), 'latin1').split(/[\n,;\t|]/));
  reading.close();
  await between(-1);
  return outcome;
}
