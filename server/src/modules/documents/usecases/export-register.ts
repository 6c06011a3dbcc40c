// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import type { Day } from '#kernel/dates';
import { vietnameseDay } from '#kernel/dates';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { Db } from '#platform/db/db';
import { listRegisterLines } from '../data/list.repo.ts';
import type { RegisterRow } from '../data/registers.repo.ts';
import { documentsDb } from '../data/tables.ts';
import { type RegisterLine, registerColumns } from '../domain/register-columns.ts';
import type { Reach } from './read-documents.ts';
import { getRegister } from './registers.ts';

const font = { name: 'Times New Roman', size: 11 };
const thin = { style: 'thin' } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

/**
 * A register as a workbook in the ten columns of annex IV of Decree 30/2020/NĐ-CP, with the facts of its cover above
 * and the number of lines below. Recalled documents keep their line.
 *
 * @throws AppError `documents.register_not_found`
 */
export async function exportRegister(db: Db, scope: Reach, registerId: string): Promise<{ name: string; content: Uint8Array }> {
  const register = await getRegister(db, scope, registerId);
  const lines = await listRegisterLines(documentsDb(db), register.id);
  const workbook = new ExcelJs.Workbook();
  writeSheet(workbook, register, lines);
  const kind = register.direction === 'outgoing' ? 'Sổ văn bản đi' : 'Sổ văn bản đến';
  const type = register.typeName === null ? '' : ` ${register.typeName}`;
  return {
    name: `${kind}${type} ${register.year} - ${register.unitName}.xlsx`,
    content: new Uint8Array(await workbook.xlsx.writeBuffer()),
  };
}

function writeSheet(workbook: ExcelJs.Workbook, register: RegisterRow, lines: readonly RegisterLine[]): void {
  const columns = registerColumns(register.direction);
  const sheet = workbook.addWorksheet(String(register.year), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '6:7' },
  });
  sheet.columns = columns.map((column) => ({ width: column.width }));
  const cover = [register.unitName, register.name.toUpperCase(), `Năm ${register.year}`, spanOf(register, lines)];
  for (const text of cover) {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).font = { ...font, size: 13, bold: true };
    row.getCell(1).alignment = { horizontal: 'center' };
  }
  sheet.addRow([]);
  styled(sheet.addRow(columns.map((column) => column.title)), true);
  styled(sheet.addRow(columns.map((_, index) => `(${index + 1})`)), true);
  for (const line of lines) styled(sheet.addRow(columns.map((column) => column.of(line))), false);
  const total = sheet.addRow([
    `Tổng số: ${vietnameseNumber(lines.length)} văn bản, trong đó đã thu hồi: ${vietnameseNumber(lines.filter((line) => line.state === 'recalled').length)}`,
  ]);
  sheet.mergeCells(total.number, 1, total.number, columns.length);
  total.getCell(1).font = { ...font, bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 7 }];
}

/** Days and numbers that the register covers, as its cover states them. */
function spanOf(register: RegisterRow, lines: readonly RegisterLine[]): string {
  const days = lines
    .flatMap((line): Day[] =>
      register.direction === 'outgoing' ? (line.issuedOn ? [line.issuedOn] : []) : line.receivedOn ? [line.receivedOn] : [],
    )
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'Chưa có văn bản';
  const numbers = lines.map((line) => line.registerNumber);
  return `Từ ngày ${vietnameseDay(first)} đến ngày ${vietnameseDay(last)}; từ số ${numbers[0]} đến số ${numbers.at(-1)}`;
}

function styled(row: ExcelJs.Row, isHead: boolean): void {
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { ...font, bold: isHead };
    cell.alignment = { wrapText: true, vertical: 'top', ...(isHead ? { horizontal: 'center' as const } : {}) };
    cell.border = border;
  });
}
