// SPDX-License-Identifier: Apache-2.0

import type { Db } from '#platform/db/db';
import { tableWorkbook } from '#platform/files/table-workbook';
import type { UnitScope } from '#platform/permissions/permissions';
import type { CrossColumn } from '../../domain/cross-table.ts';
import { type CrossHead, type CrossQuestion, readCrossTable } from './read-cross-table.ts';

const words: Readonly<Record<CrossColumn, string>> = { units: 'Đơn vị', indicators: 'Chỉ tiêu', periods: 'Kỳ' };
const everything = { rowOffset: 0, rowLimit: 100_000, columnOffset: 0, columnLimit: 10_000 };

/**
 * The whole of a cross table as a workbook that is written while it is sent.
 *
 * @throws AppError as `readCrossTable`
 */
export async function crossWorkbook(
  db: Db,
  scope: UnitScope,
  question: CrossQuestion,
): Promise<{ name: string; content: AsyncIterable<Buffer> }> {
  const table = await readCrossTable(db, scope, question, everything);
  const still = table.fixed.dimension === 'units' ? table.unit.name : table.fixed.name;
  const content = tableWorkbook({
    sheetName: 'Bảng chéo',
    title: `${words[question.rows]} × ${words[question.columns].toLowerCase()}; ${words[table.fixed.dimension].toLowerCase()}: ${still}`,
    header: ['Mã', words[question.rows], ...table.columns.map(headerOf)],
    textColumns: 2,
    rows: table.rows.map((row, place) => [row.code, row.name, ...(table.cells[place] ?? [])]),
    footer: 'Số dòng',
  });
  const name = `Bang cheo ${words[question.rows]} - ${words[question.columns]} ${still}.xlsx`.replaceAll('/', '-');
  return { name, content };
}

/** A column as a table names it: code, name and unit of measure where it is an indicator. */
export function headerOf({ code, name, unitOfMeasure }: CrossHead): string {
  return unitOfMeasure === null ? name : `${code} ${name} (${unitOfMeasure})`;
}
