// SPDX-License-Identifier: Apache-2.0
import type ExcelJs from 'exceljs';
import { AppError } from '#kernel/app-error';
import { loadWorkbook } from '#platform/files/load-workbook';
import { readApart } from '#platform/files/read-apart';
import { type HeadLine, headLines } from '../../domain/workbook/head-rows.ts';
import { type NodeColumn, type NodeRow, nodeColumns } from '../../domain/workbook/node-row.ts';
import { sheetNames, type WorkbookCells } from '../../domain/workbook/read-rows.ts';
import { cellText } from '../cell-text.ts';

const mostRows = 1_000;

/**
 * The cells of a workbook by sheet, row and column, as texts.
 *
 * @throws AppError `scoring.workbook_unreadable`, `scoring.workbook_columns`, `scoring.workbook_too_long`, `platform.file_protected`,
 * `platform.file_unpacks_too_large`, `platform.too_much_work`, `platform.busy`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookCells> {
  return readApart(bytes, setReader);
}

export async function readSetCells(bytes: Uint8Array): Promise<WorkbookCells> {
  const book = await loadWorkbook(bytes, 'scoring.workbook_unreadable');
  const [nodes, head] = [book.getWorksheet(sheetNames.nodes), book.getWorksheet(sheetNames.head)];
  if (!nodes || !head) throw new AppError('invalid', 'scoring.workbook_unreadable');
  return { nodes: nodesOf(nodes), head: headOf(head), grades: gradesOf(book.getWorksheet(sheetNames.grades)) };
}

export const setReader = { module: import.meta.url, read: readSetCells };

function nodesOf(sheet: ExcelJs.Worksheet): WorkbookCells['nodes'] {
  const columns = columnsOf(sheet);
  const found: { row: number; cells: NodeRow }[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells = Object.fromEntries(nodeColumns.map(({ key }) => [key, cellText(row.getCell(columns[key]))])) as Record<
      NodeColumn,
      string
    >;
    if (Object.values(cells).some((text) => text !== '')) found.push({ row: number, cells });
  });
  if (found.length > mostRows) throw new AppError('invalid', 'scoring.workbook_too_long', { count: found.length, most: mostRows });
  return found;
}

/** Places of the columns by their headings, wherever they stand. */
function columnsOf(sheet: ExcelJs.Worksheet): Readonly<Record<NodeColumn, number>> {
  const places = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, number) => void places.set(cellText(cell).toLowerCase(), number));
  return Object.fromEntries(
    nodeColumns.map(({ key, heading }) => {
      const place = places.get(heading.normalize('NFC').toLowerCase());
      if (place === undefined) throw new AppError('invalid', 'scoring.workbook_columns', { column: heading });
      return [key, place];
    }),
  ) as Record<NodeColumn, number>;
}

function headOf(sheet: ExcelJs.Worksheet): WorkbookCells['head'] {
  const lines = new Map(headLines.map(([line, words]) => [words.normalize('NFC').toLowerCase(), line]));
  const found: Partial<Record<HeadLine, { row: number; text: string }>> = {};
  sheet.eachRow((row, number) => {
    const line = lines.get(cellText(row.getCell(1)).toLowerCase());
    if (line) found[line] = { row: number, text: cellText(row.getCell(2)) };
  });
  return found;
}

function gradesOf(sheet: ExcelJs.Worksheet | undefined): WorkbookCells['grades'] {
  const found: { row: number; cells: [string, string, string] }[] = [];
  sheet?.eachRow((row, number) => {
    const cells: [string, string, string] = [cellText(row.getCell(1)), cellText(row.getCell(2)), cellText(row.getCell(3))];
    if (number > 1 && cells.some((text) => text !== '')) found.push({ row: number, cells });
  });
  return found;
}
