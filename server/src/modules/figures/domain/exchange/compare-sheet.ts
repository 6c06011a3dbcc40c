// SPDX-License-Identifier: Apache-2.0
import { AppError, type AppErrorParams } from '#kernel/app-error';
import { readTyped } from '../check-entered.ts';
import { type Part, partWord, type SheetColumn, type SheetForm, type SheetRow } from './sheet-form.ts';

/** A cell as it stood in the file: typed text, with the formula where there was one; a formula without a number has no text. */
export type FileValue = { readonly text: string | null; readonly formula: string | null };

export type FileRow = {
  readonly line: number;
  readonly unitCode: string;
  readonly periodName: string;
  readonly values: ReadonlyMap<number, FileValue>;
};

/** A filled workbook as texts: what its heading says of each column, its rows, and what was exported. */
export type FileContent = {
  readonly headings: readonly { readonly column: number; readonly cell: string; readonly code: string; readonly part: string }[];
  readonly rows: readonly FileRow[];
  readonly base: ReadonlyMap<string, BaseCell>;
  readonly cellAt: (line: number, column: number) => string;
};

/** A cell at the moment of the export. */
export type BaseCell = { readonly seen: number; readonly numerator: string | null; readonly denominator: string | null };

export const baseKey = (unitCode: string, period: string, code: string): string => `${unitCode} ${period} ${code}`;

export type EditedPart = {
  readonly part: Part;
  readonly cell: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly formula: string | null;
};

/** A figure that the file says otherwise than it was exported. */
export type Edit = {
  readonly unitId: string;
  readonly period: string;
  readonly indicatorId: string;
  readonly code: string;
  readonly seen: number;
  readonly line: number;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly parts: readonly EditedPart[];
};

export type SheetFault = { readonly cell: string; readonly value: string; readonly code: string; readonly params: AppErrorParams };

export type Comparison = {
  readonly edits: readonly Edit[];
  readonly faults: readonly SheetFault[];
  readonly unchanged: number;
  /** Figures that somebody has changed since the export and that the file leaves as exported; they stay as they are. */
  readonly moved: number;
};

const nothing: BaseCell = { seen: 0, numerator: null, denominator: null };

/**
 * What a filled workbook changes, cell by cell, measured by what was exported and not by what stands now: a cell that its
 * sender has left alone never takes back what somebody else wrote meanwhile.
 */
export function compareSheet(form: SheetForm, file: FileContent): Comparison {
  const faults: SheetFault[] = [];
  const columns = knownColumns(form, file, faults);
  const edits: Edit[] = [];
  let [unchanged, moved] = [0, 0];
  for (const { line, row } of knownRows(form, file, faults)) {
    const values = file.rows.find((one) => one.line === line)?.values ?? new Map<number, FileValue>();
    for (const [indicatorId, own] of byIndicator(columns)) {
      const code = own[0]?.column.code ?? '';
      const base = file.base.get(baseKey(row.code, row.period, code)) ?? nothing;
      const parts: EditedPart[] = [];
      for (const { column, number } of own) {
        const read = readCell(values.get(number) ?? { text: '', formula: null }, file.cellAt(line, number), faults);
        if (read === undefined) continue;
        if (read.after === base[column.part]) unchanged += 1;
        else if (!column.isEntered || row.closed.includes(indicatorId))
          faults.push({ cell: read.cell, value: written(read.after), code: 'figures.import_cell_locked', params: { code } });
        else parts.push({ part: column.part, before: base[column.part], ...read });
      }
      const present = row.cells[indicatorId];
      if (parts.length === 0) moved += (present?.number ?? 0) === base.seen ? 0 : 1;
      else if (parts.every(({ part, after }) => (present?.[part] ?? null) === after)) unchanged += parts.length;
      else edits.push({ ...editOf(row, own, base, parts), line });
    }
  }
  return { edits, faults, unchanged, moved };
}

type Known = { readonly column: SheetColumn; readonly number: number };

function knownColumns(form: SheetForm, file: FileContent, faults: SheetFault[]): Known[] {
  const known = new Map<string, Known>();
  for (const { column: number, cell, code, part } of file.headings) {
    if (code === '') continue;
    const column = form.columns.find((one) => one.code === code && partWord(one, form.columns) === part);
    const key = `${code} ${part}`;
    if (!column) faults.push({ cell, value: `${code} ${part}`, code: 'figures.import_column_unknown', params: { code } });
    else if (known.has(key)) faults.push({ cell, value: `${code} ${part}`, code: 'figures.import_column_twice', params: { code } });
    else known.set(key, { column, number });
  }
  return [...known.values()];
}

function knownRows(form: SheetForm, file: FileContent, faults: SheetFault[]): { line: number; row: SheetRow }[] {
  const known = new Map<SheetRow, number>();
  for (const { line, unitCode, periodName } of file.rows) {
    const row = form.rows.find((one) => one.code === unitCode && one.periodName === periodName);
    const cell = file.cellAt(line, 1);
    const value = `${unitCode}, ${periodName}`;
    if (!row) faults.push({ cell, value, code: 'figures.import_row_unknown', params: { unit: unitCode, period: periodName } });
    else if (known.has(row)) faults.push({ cell, value, code: 'figures.import_row_twice', params: { line: known.get(row) ?? 0 } });
    else known.set(row, line);
  }
  return [...known].map(([row, line]) => ({ line, row }));
}

function byIndicator(columns: readonly Known[]): Map<string, Known[]> {
  const grouped = new Map<string, Known[]>();
  for (const one of columns) grouped.set(one.column.indicatorId, [...(grouped.get(one.column.indicatorId) ?? []), one]);
  return grouped;
}

function readCell(
  { text, formula }: FileValue,
  cell: string,
  faults: SheetFault[],
): { cell: string; after: string | null; formula: string | null } | undefined {
  if (text === null) {
    faults.push({ cell, value: `=${formula ?? ''}`, code: 'figures.import_formula_unread', params: {} });
    return undefined;
  }
  try {
    return { cell, after: readTyped(text), formula };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    faults.push({ cell, value: text, code: error.code, params: error.params });
    return undefined;
  }
}

/** Both parts as they are to be recorded: what the file says, else what was exported; a counted part is never sent. */
function editOf(row: SheetRow, own: readonly Known[], base: BaseCell, parts: readonly EditedPart[]): Omit<Edit, 'line'> {
  const [first] = own;
  const { indicatorId = '', code = '' } = first?.column ?? {};
  const of = (part: Part): string | null => {
    const column = own.find((one) => one.column.part === part)?.column;
    const edited = parts.find((one) => one.part === part);
    return column && !column.isEntered ? null : edited ? edited.after : base[part];
  };
  const numerator = of('numerator');
  const denominator = of('denominator');
  return { unitId: row.unitId, period: row.period, indicatorId, code, seen: base.seen, numerator, denominator, parts };
}

const written = (text: string | null): string => (text ?? '').replace('.', ',');
