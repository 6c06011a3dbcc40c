// SPDX-License-Identifier: Apache-2.0
import type ExcelJs from 'exceljs';
import { AppError } from '#kernel/app-error';
import { loadWorkbook } from '#platform/files/load-workbook';
import { readApart } from '#platform/files/read-apart';
import { type BaseCell, baseKey, type FileContent, type FileRow, type FileValue } from '../../domain/exchange/compare-sheet.ts';
import { formMark, rowHeadings, sheetNames } from '../../domain/exchange/sheet-form.ts';
import type { Across } from '../read-grid.ts';
import { cellAddress } from './write-sheet.ts';

const mostRows = 2_000;
const mostColumns = 1_000;

export type ReadSheet = FileContent & { readonly unitId: string; readonly period: string; readonly across: Across };
type SheetCells = Omit<ReadSheet, 'cellAt'>;

/**
 * The cells of a filled entry sheet as texts, with what was exported in it.
 *
 * @throws AppError `figures.import_unreadable`, `figures.import_not_exported`, `figures.import_too_long`, `platform.file_protected`,
 * `platform.file_unpacks_too_large`, `platform.too_much_work`, `platform.busy`
 */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  return { ...(await readApart(bytes, sheetReader)), cellAt: cellAddress };
}

export async function readSheetCells(bytes: Uint8Array): Promise<SheetCells> {
  const book = await loadWorkbook(bytes, 'figures.import_unreadable');
  const [sheet, base] = [book.getWorksheet(sheetNames.figures), book.getWorksheet(sheetNames.base)];
  if (!sheet || !base || plain(base.getCell(1, 1)) !== formMark) throw new AppError('invalid', 'figures.import_not_exported');
  if (sheet.actualRowCount > mostRows || sheet.actualColumnCount > mostColumns)
    throw new AppError('invalid', 'figures.import_too_long', { rows: mostRows, columns: mostColumns });
  return {
    unitId: plain(base.getCell(1, 2)),
    period: plain(base.getCell(1, 3)),
    across: plain(base.getCell(1, 4)) === 'periods' ? 'periods' : 'units',
    ...cellsOf(sheet),
    base: baseOf(base),
  };
}

export const sheetReader = { module: import.meta.url, read: readSheetCells };

function cellsOf(sheet: ExcelJs.Worksheet): Pick<FileContent, 'headings' | 'rows'> {
  let heading = 0;
  sheet.eachRow((row, number) => {
    if (heading === 0 && plain(row.getCell(1)) === rowHeadings[0]) heading = number;
  });
  if (heading === 0) throw new AppError('invalid', 'figures.import_not_exported');
  const width = Math.min(sheet.columnCount, mostColumns);
  const headings = Array.from({ length: Math.max(width - 3, 0) }, (_, index) => index + 4).flatMap((column) => {
    const code = plain(sheet.getCell(heading, column));
    return code === '' ? [] : [{ column, cell: cellAddress(heading, column), code, part: plain(sheet.getCell(heading + 1, column)) }];
  });
  const rows: FileRow[] = [];
  sheet.eachRow((row, line) => {
    const unitCode = plain(row.getCell(1));
    if (line <= heading || unitCode === '') return;
    const values = new Map(headings.map(({ column }) => [column, fileValueOf(row.getCell(column))]));
    rows.push({ line, unitCode, periodName: plain(row.getCell(3)), values });
  });
  return { headings, rows };
}

function baseOf(sheet: ExcelJs.Worksheet): Map<string, BaseCell> {
  const base = new Map<string, BaseCell>();
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const [unitCode = '', period = '', code = '', seen = '0', numerator = '', denominator = ''] = Array.from({ length: 6 }, (_, index) =>
      plain(row.getCell(index + 1)),
    );
    base.set(baseKey(unitCode, period, code), {
      seen: Number.parseInt(seen, 10) || 0,
      numerator: numerator || null,
      denominator: denominator || null,
    });
  });
  return base;
}

const plain = (cell: ExcelJs.Cell): string => (cell.text ?? '').toString().normalize('NFC').trim();

function fileValueOf(cell: ExcelJs.Cell): FileValue {
  const { value } = cell;
  if (value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) {
    const formula = String('formula' in value ? value.formula : value.sharedFormula);
    const { result } = value;
    return { formula, text: typeof result === 'number' ? decimalText(result) : typeof result === 'string' ? result : null };
  }
  if (typeof value === 'number') return { formula: null, text: decimalText(value) };
  return { formula: null, text: plain(cell) };
}

/** A number of a spreadsheet as it is typed: with the 15 digits that spreadsheet programs show, and a decimal comma. */
function decimalText(number: number): string {
  return String(Number(number.toPrecision(15))).replace('.', ',');
}
