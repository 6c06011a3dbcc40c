// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { vietnameseDay } from '#kernel/dates';
import { compareVietnamese } from '#kernel/vietnamese-text';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { writtenMoment } from '../../domain/forms/written.ts';
import { type Counts, type Form06aRow, form06aRow } from '../../domain/statistics/form-06a.ts';
import { readStatistics, type StatisticQuestion } from './read-statistics.ts';

const font = { name: 'Times New Roman', size: 11 };
const thin = { style: 'thin' } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

const titles = [
  'TT',
  'Lĩnh vực giải quyết',
  'Tiếp nhận: tổng số',
  'Tiếp nhận trong kỳ: trực tuyến',
  'Tiếp nhận trong kỳ: trực tiếp, dịch vụ bưu chính',
  'Từ kỳ trước',
  'Đã giải quyết: tổng số',
  'Trước hạn',
  'Đúng hạn',
  'Quá hạn',
  'Đang giải quyết: tổng số',
  'Trong hạn',
  'Quá hạn',
] as const;

/** Columns that the sheet computes by formula, so that whoever opens it can see how they come about. */
const sums: Readonly<Record<number, string>> = { 3: 'D#+E#+F#', 7: 'H#+I#+J#', 11: 'L#+M#' };

/**
 * Form II.06a/VPCP/KSTT of a unit and a period as a workbook, one row a sector. The totals of a row and of the form are
 * formulas of the sheet.
 *
 * @throws AppError as `readStatistics`
 */
export async function exportForm06a(
  db: Db,
  scope: UnitScope,
  question: Omit<StatisticQuestion, 'by'>,
  now: Date = new Date(),
): Promise<{ name: string; content: Uint8Array }> {
  const unit = await getUnit(db, scope, question.unitId);
  const { rows, countedAt, someGenerated } = await readStatistics(db, scope, { ...question, by: 'sector' }, now);
  const workbook = new ExcelJs.Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  const sheet = workbook.addWorksheet('II.06a', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '5:6' },
    views: [{ state: 'frozen', ySplit: 6 }],
  });
  sheet.columns = titles.map((_, index) => ({ width: index === 0 ? 5 : index === 1 ? 36 : 12 }));
  const period = `Từ ${vietnameseDay(question.from)} đến hết ${vietnameseDay(question.to)}`;
  const cover = ['Biểu số II.06a/VPCP/KSTT', 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', `${unit.authorityName}. ${period}`];
  for (const text of cover) wide(sheet, text, true);
  const made = someGenerated ? ' Có hồ sơ do chương trình tạo để minh họa, không phải hồ sơ thật.' : '';
  wide(
    sheet,
    `Đơn vị tính: hồ sơ. Đếm lúc ${writtenMoment(countedAt)}; hồ sơ rút, từ chối ở cột 9, hồ sơ chờ bổ sung không tính quá hạn.${made}`,
    false,
  );
  styled(sheet.addRow([...titles]), true);
  styled(sheet.addRow(titles.map((_, index) => `(${index + 1})`)), true);
  const first = 7;
  const sorted = [...rows].sort((a, b) => compareVietnamese(a.label, b.label));
  for (const [index, row] of sorted.entries()) addCounts(sheet, index + 1, row.label || 'Không rõ', row.counts);
  addTotal(
    sheet,
    first,
    sorted.map((row) => form06aRow(row.counts)),
  );
  return {
    name: `Bieu II.06a ${unit.name} ${question.from} ${question.to}.xlsx`,
    content: new Uint8Array(await workbook.xlsx.writeBuffer()),
  };
}

function addCounts(sheet: ExcelJs.Worksheet, position: number, label: string, counts: Counts): void {
  const row = form06aRow(counts);
  const line = sheet.addRow([position, label]);
  for (const column of columnNumbers) {
    const formula = sums[column]?.replaceAll('#', String(line.number));
    line.getCell(column).value = formula ? { formula, result: row[column] } : row[column];
  }
  styled(line, false);
}

function addTotal(sheet: ExcelJs.Worksheet, first: number, rows: readonly Form06aRow[]): void {
  const line = sheet.addRow(['', 'Tổng số']);
  for (const column of columnNumbers) {
    const letter = sheet.getColumn(column).letter;
    const result = rows.reduce((sum, row) => sum + row[column], 0);
    line.getCell(column).value = rows.length === 0 ? 0 : { formula: `SUM(${letter}${first}:${letter}${line.number - 1})`, result };
  }
  styled(line, true);
}

const columnNumbers = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

function wide(sheet: ExcelJs.Worksheet, text: string, isHead: boolean): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, titles.length);
  row.getCell(1).font = { ...font, size: isHead ? 13 : 11, bold: isHead };
  row.getCell(1).alignment = { horizontal: 'center', wrapText: true };
}

function styled(row: ExcelJs.Row, isHead: boolean): void {
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.font = { ...font, bold: isHead };
    cell.border = border;
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: column <= 2 && !isHead ? 'left' : isHead ? 'center' : 'right' };
    if (column > 2) cell.numFmt = '#,##0';
  });
}
