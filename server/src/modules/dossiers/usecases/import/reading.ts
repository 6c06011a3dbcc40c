// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { createRowEncoder } from '../../data/import/row-encoder.ts';
import type { Catalogue } from '../../domain/import/catalogue.ts';
import { createRowChecker } from '../../domain/import/check-row.ts';
import { type Fault, type FaultReason, mostFaultsKept } from '../../domain/import/faults.ts';
import { type ColumnPlan, type ImportField, looksLikeHeaders, planColumns } from '../../domain/import/fields.ts';
import { legacyFontOf } from '../../domain/import/legacy-fonts.ts';
import type { RowProblem } from '../../formats/csv.ts';

export type BadRow = { readonly line: number; readonly cells: readonly string[] };

/** What was checked since the last piece, with the sums since the beginning. */
export type CheckedPiece = {
  /** Rows of the working table in binary COPY format. */
  readonly rows: Uint8Array;
  readonly faults: readonly Fault[];
  readonly badRows: readonly BadRow[];
  readonly rowsRead: number;
  readonly rowsGood: number;
  readonly rowsBad: number;
  readonly faultsFound: number;
  readonly bytesRead: number;
};

export type Columns = { headers: readonly string[]; row: number; plan: ColumnPlan };

export type Chosen = Readonly<Record<string, ImportField | null>>;

const rowsSearchedForHeaders = 30;
const sampleRows = 5;
const rowsLookedAtForFonts = 200;
const mostCellCharacters = 300;

/** Rows of a file on their way to the working table: finds the headers, checks what follows, keeps what is wrong. */
export function createReading(catalogue: Catalogue, chosen: Chosen, nowMs: number) {
  const checker = createRowChecker(catalogue, nowMs);
  const encoder = createRowEncoder();
  const log = createFaultLog();
  const seeker = createHeaderSeeker(chosen);
  const sample: string[][] = [];
  const fonts = createFontWatch();
  const counts = { rowsRead: 0, rowsGood: 0, rowsBad: 0 };
  let columns: Columns | undefined;

  function setColumns(names: readonly string[], row: number): void {
    const headers = names.map((name) => readable(name.trim()).slice(0, 200));
    columns = { headers, row, plan: planColumns(headers, chosen) };
    checker.setColumns(columns.plan);
  }

  /** Whether the row is right and on its way. */
  function checkRow(cells: readonly string[], line: number, { headers, plan }: Columns): boolean {
    const fault = (field: ImportField, reason: FaultReason, params: Fault['params'] = {}): void => {
      const place = plan.indexOf(field);
      const known = place !== -1;
      log.add(
        line,
        known ? place : null,
        known ? (headers[place] ?? null) : null,
        known ? readable(cells[place] ?? '') : null,
        reason,
        params,
      );
    };
    const checked = checker.check(cells, fault);
    const extra = extraCells(cells, headers.length);
    if (extra > 0) log.add(line, null, null, null, 'extra_cells', { count: extra, columns: headers.length });
    if (!checked || extra > 0) return false;
    encoder.add(checked, line);
    return true;
  }

  function row(cells: readonly string[], line: number, problem?: RowProblem): void {
    if (!problem && isBlank(cells)) return;
    if (!columns && !problem) {
      if (seeker.isHeader(cells)) setColumns(cells, line);
      return;
    }
    counts.rowsRead += 1;
    const known = columns ?? { headers: [], row: 0, plan: [] };
    if (sample.length < sampleRows) sample.push(cells.slice(0, known.headers.length).map(readable));
    if (problem) log.add(line, null, null, null, problem, {});
    else fonts.look(cells, known.plan, counts.rowsRead);
    if (!problem && checkRow(cells, line, known)) counts.rowsGood += 1;
    else {
      counts.rowsBad += 1;
      log.keepRow(line, cells.slice(0, Math.max(known.headers.length, 1)).map(readable));
    }
  }

  return {
    row,
    setColumns: (names: readonly string[]) => setColumns(names, 0),
    columns: () => columns,
    hasSample: (): boolean => sample.length === sampleRows,
    sample: (): readonly (readonly string[])[] => sample,
    piece: (bytesRead: number): CheckedPiece => ({ rows: encoder.take(), ...log.take(), ...counts, bytesRead }),
    /** At the end of the file. */
    close(): void {
      if (!columns) throw seeker.refusal();
      fonts.close();
    },
  };
}

function createFaultLog() {
  let faults: Fault[] = [];
  let badRows: BadRow[] = [];
  let faultsFound = 0;
  return {
    add(
      line: number,
      column: number | null,
      columnName: string | null,
      value: string | null,
      reason: FaultReason,
      params: Fault['params'],
    ) {
      faultsFound += 1;
      if (faultsFound <= mostFaultsKept) faults.push({ line, column, columnName, value, reason, params });
    },
    keepRow(line: number, cells: readonly string[]) {
      if (faultsFound <= mostFaultsKept) badRows.push({ line, cells });
    },
    take() {
      const taken = { faults, badRows, faultsFound };
      [faults, badRows] = [[], []];
      return taken;
    },
  };
}

function createHeaderSeeker(chosen: Chosen) {
  const before: string[][] = [];
  const refusal = (): AppError => {
    refuseLegacyFont(before.flat());
    return new AppError('invalid', 'dossiers.import_no_headers', { rows: before.length });
  };
  return {
    refusal,
    isHeader(cells: readonly string[]): boolean {
      if (looksLikeHeaders(cells) || cells.some((cell) => Object.hasOwn(chosen, cell.trim()))) return true;
      before.push(cells.slice(0, 60).map(readable));
      if (before.length >= rowsSearchedForHeaders) throw refusal();
      return false;
    },
  };
}

function createFontWatch() {
  let texts: string[] | undefined = [];
  const close = (): void => {
    if (texts) refuseLegacyFont(texts);
    texts = undefined;
  };
  return {
    close,
    look(cells: readonly string[], plan: ColumnPlan, rows: number): void {
      if (!texts) return;
      for (const field of ['applicant', 'unit', 'subject'] as const) texts.push(cells[plan.indexOf(field)] ?? '');
      if (rows >= rowsLookedAtForFonts) close();
    },
  };
}

/** @throws AppError `dossiers.import_legacy_font` */
export function refuseLegacyFont(texts: readonly string[]): void {
  const font = legacyFontOf(texts);
  if (font) throw new AppError('invalid', 'dossiers.import_legacy_font', { font });
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Number of cells of a row that has something beyond its last column, else 0. */
function extraCells(cells: readonly string[], columns: number): number {
  for (let index = cells.length - 1; index >= columns; index -= 1) if (cells[index]?.trim()) return index + 1;
  return 0;
}

const halfLetter = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A cell as it can be stored and shown: without NUL and half letters, and no longer than anybody reads. */
function readable(cell: string): string {
  return cell.slice(0, mostCellCharacters).replaceAll('\0', '\ufffd').replace(halfLetter, '\ufffd');
}
