// SPDX-License-Identifier: Apache-2.0
import type ExcelJs from 'exceljs';
import { AppError } from '#kernel/app-error';
import { delimiterOf, readCsv } from '#kernel/csv';
import { loadWorkbook } from '#platform/files/load-workbook';
import { readApart } from '#platform/files/read-apart';
import type { CatalogueColumn } from '../../domain/catalogue-entry.ts';
import { columnOf, type RawRow } from '../../domain/read-entries.ts';

const mostRows = 5_000;

export type ReadTable = {
  readonly columns: readonly CatalogueColumn[];
  readonly ignored: readonly string[];
  readonly rows: readonly RawRow[];
};

type PlainRow = { readonly row: number; readonly cells: readonly string[] };

/**
 * The rows of an .xlsx or .csv file by the columns of the catalogue; the first filled row holds the headings.
 *
 * @throws AppError `procedures.import_unreadable`, `procedures.import_encoding`, `procedures.import_columns`,
 * `procedures.import_too_long`, `procedures.import_empty`, `platform.file_protected`, `platform.file_unpacks_too_large`,
 * `platform.too_much_work`, `platform.busy`
 */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const plain = isZip ? await readApart(bytes, tableReader) : readText(bytes);
  const [head, ...rest] = plain;
  if (!head) throw new AppError('invalid', 'procedures.import_empty');
  if (rest.length > mostRows) throw new AppError('invalid', 'procedures.import_too_long', { count: rest.length, most: mostRows });
  const columns = head.cells.map((heading) => columnOf(heading));
  const known = columns.filter((column) => column !== undefined);
  const twice = known.find((column, index) => known.indexOf(column) !== index);
  if (!known.includes('code') || twice !== undefined)
    throw new AppError('invalid', 'procedures.import_columns', {
      found: head.cells
        .filter((text) => text !== '')
        .slice(0, 30)
        .join(', '),
    });
  if (rest.length === 0) throw new AppError('invalid', 'procedures.import_empty');
  return {
    columns: known,
    ignored: head.cells.filter((heading, index) => heading !== '' && columns[index] === undefined),
    rows: rest.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(columns.flatMap((column, index) => (column === undefined ? [] : [[column, cells[index] ?? '']]))),
    })),
  };
}

export async function readTableRows(bytes: Uint8Array): Promise<PlainRow[]> {
  const book = await loadWorkbook(bytes, 'procedures.import_unreadable');
  const sheet = book.worksheets[0];
  if (!sheet) throw new AppError('invalid', 'procedures.import_empty');
  if (sheet.actualRowCount > mostRows + 1)
    throw new AppError('invalid', 'procedures.import_too_long', { count: sheet.actualRowCount, most: mostRows });
  const rows: PlainRow[] = [];
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length: Math.min(row.cellCount, 100) }, (_, index) => textOf(row.getCell(index + 1)));
    if (cells.some((text) => text !== '')) rows.push({ row: number, cells });
  });
  return rows;
}

export const tableReader = { module: import.meta.url, read: readTableRows };

function textOf(cell: ExcelJs.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10);
  return cell.text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function readText(bytes: Uint8Array): PlainRow[] {
  const text = decoded(bytes)
    .replace(/^\uFEFF/, '')
    .normalize('NFC');
  // A text file holds no NUL; what does is a program, a picture or an older workbook.
  if (text.includes('\0')) throw new AppError('invalid', 'procedures.import_unreadable');
  const rows = readCsv(text, delimiterOf(text));
  if (!rows) throw new AppError('invalid', 'procedures.import_unreadable');
  return rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()) }));
}

function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('invalid', 'procedures.import_encoding');
  }
}
