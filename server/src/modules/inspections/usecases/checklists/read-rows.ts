// SPDX-License-Identifier: Apache-2.0
import type ExcelJS from 'exceljs';
import { AppError } from '#kernel/app-error';
import { loadWorkbook } from '#platform/files/load-workbook';
import { headingOf, type ItemRow, type RawRow } from '../../domain/checklist-diff.ts';

const mostRows = 2_000;

/**
 * The rows of a filled workbook, as texts.
 *
 * @throws AppError `inspections.import_unreadable`, `inspections.import_columns`, `platform.file_protected`, `platform.file_unpacks_too_large`
 */
export async function readChecklistRows(bytes: Uint8Array): Promise<RawRow[]> {
  const book = await loadWorkbook(bytes, 'inspections.import_unreadable');
  const sheet = book.worksheets[0];
  if (!sheet || sheet.rowCount > mostRows) throw new AppError('invalid', 'inspections.import_unreadable');
  const columns = columnNumbers(sheet);
  const rows: RawRow[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cell = (column: keyof ItemRow): string => textOf(row.getCell(columns[column]));
    const cells = {
      code: cell('code'),
      fieldCode: cell('fieldCode'),
      text: cell('text'),
      evidence: cell('evidence'),
      source: cell('source'),
      certainty: cell('certainty'),
    };
    if (Object.values(cells).some((text) => text !== '')) rows.push({ row: number, cells });
  });
  return rows;
}

/** What opens a filled workbook, in a thread where it is heavy. */
export const checklistReader = { module: import.meta.url, read: readChecklistRows };

function columnNumbers(sheet: ExcelJS.Worksheet): Record<keyof ItemRow, number> {
  const found = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, number) => void found.set(textOf(cell).toLowerCase(), number));
  const numberOf = (column: keyof ItemRow): number => {
    const number = found.get(headingOf(column).toLowerCase());
    if (number === undefined) throw new AppError('invalid', 'inspections.import_columns', { column: headingOf(column) });
    return number;
  };
  return {
    code: numberOf('code'),
    fieldCode: numberOf('fieldCode'),
    text: numberOf('text'),
    evidence: numberOf('evidence'),
    source: numberOf('source'),
    certainty: numberOf('certainty'),
  };
}

function textOf(cell: ExcelJS.Cell): string {
  return cell.text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
