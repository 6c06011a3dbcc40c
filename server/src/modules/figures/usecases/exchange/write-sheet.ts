// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import {
  columnLetters,
  firstRow,
  formMark,
  headingRows,
  partWord,
  rowHeadings,
  type SheetRow,
  sheetNames,
} from '../../domain/exchange/sheet-form.ts';
import type { Grid } from '../read-grid.ts';

const lockedFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E3' } } as const;
const thin = { style: 'thin', color: { argb: 'FFBFBDB8' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

/** The entry sheet as a workbook that is filled in a spreadsheet program and brought back; texts never run as formulas. */
export async function writeSheet(grid: Grid, exportedAt: string): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet(sheetNames.figures, {
    views: [{ state: 'frozen', xSplit: 3, ySplit: firstRow - 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:5' },
  });
  const scope = grid.across === 'periods' ? `các kỳ như ${grid.period.name}` : grid.period.name;
  sheet.addRow([`Số liệu theo chỉ tiêu: ${grid.unit.name}, ${scope}`]).font = { bold: true, size: 13 };
  sheet.addRow([`Xuất lúc ${exportedAt}. Ô trắng nhập được; ô xám do hệ thống tính hoặc không nhập cho kỳ này, sửa cũng không được ghi.`]);
  writeHeadings(sheet, grid);
  for (const [index, row] of grid.rows.entries()) writeRow(sheet, grid, row, firstRow + index);
  sheet.columns.forEach((column, index) => {
    column.width = [12, 36, 22][index] ?? 16;
  });
  await sheet.protect('', { formatColumns: true, formatRows: true, selectLockedCells: true, selectUnlockedCells: true });
  writeBase(book, grid);
  writeHelp(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeHeadings(sheet: ExcelJs.Worksheet, { columns }: Grid): void {
  const lines = [
    [...rowHeadings, ...columns.map((one) => one.code)],
    ['', '', '', ...columns.map((one) => partWord(one, columns))],
    ['', '', '', ...columns.map((one) => one.label)],
    ['', '', 'Cách tính', ...columns.map((one) => (one.part === 'numerator' ? `${one.name} = ${one.formula}` : ''))],
  ];
  for (const [index, line] of lines.entries()) {
    const row = sheet.getRow(headingRows.code + index);
    line.forEach((text, column) => {
      const cell = row.getCell(column + 1);
      Object.assign(cell, { value: text, border, fill: lockedFill });
      cell.font = { bold: index < 2, size: index < 3 ? 11 : 9 };
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  }
}

function writeRow(sheet: ExcelJs.Worksheet, { columns }: Grid, row: SheetRow, number: number): void {
  const line = sheet.getRow(number);
  [row.code, row.name, row.periodName].forEach((text, index) => {
    Object.assign(line.getCell(index + 1), { value: text, border, fill: lockedFill });
  });
  columns.forEach((column, index) => {
    const cell = line.getCell(index + 4);
    const isOpen = column.isEntered && !row.closed.includes(column.indicatorId);
    cell.value = cellValue(row.cells[column.indicatorId]?.[column.part] ?? null);
    cell.border = border;
    cell.alignment = { horizontal: 'right' };
    cell.numFmt = '#,##0.######';
    cell.protection = { locked: !isOpen };
    if (!isOpen) cell.fill = lockedFill;
  });
}

/** A number where the spreadsheet holds it without loss, else its text. */
function cellValue(text: string | null): number | string | null {
  if (text === null) return null;
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text.replace('.', ',');
}

/** What was exported, by which the file is compared when it comes back; out of sight and of no use to edit. */
function writeBase(book: ExcelJs.Workbook, grid: Grid): void {
  const sheet = book.addWorksheet(sheetNames.base, { state: 'veryHidden' });
  sheet.addRow([formMark, grid.unit.id, grid.period.key, grid.across]);
  for (const row of grid.rows)
    for (const [indicatorId, cell] of Object.entries(row.cells)) {
      const code = grid.columns.find((one) => one.indicatorId === indicatorId)?.code ?? '';
      sheet.addRow([row.code, row.period, code, String(cell.number), cell.numerator ?? '', cell.denominator ?? '']);
    }
}

const helpLines = [
  ['Ô trắng', 'Nhập số không âm, nhiều nhất 6 chữ số thập phân. Xóa trắng cả tử số và mẫu số là rút số đã ghi.'],
  ['Ô xám', 'Hệ thống tính từ dữ liệu gốc, hoặc chỉ tiêu không nhập cho kỳ này. Sửa ô xám thì tệp bị trả lại kèm địa chỉ ô.'],
  ['Công thức', 'Được dùng công thức trong ô trắng: hệ thống lấy kết quả đã tính trong tệp và nói rõ ô nào là công thức.'],
  ['Dòng, cột', 'Xóa bớt dòng hoặc cột thì số ở đó giữ nguyên. Không đổi mã đơn vị, kỳ, mã chỉ tiêu.'],
  ['Nạp lại', 'Màn hình nạp cho xem từng ô cũ và mới; chỉ khi bấm "Ghi" số mới thay đổi, ghi tất cả hoặc không ghi gì.'],
  ['Người khác sửa', 'Ô mà người khác đã sửa sau khi xuất tệp được báo riêng, không ghi đè.'],
] as const;

function writeHelp(book: ExcelJs.Workbook): void {
  const sheet = book.addWorksheet(sheetNames.help);
  sheet.columns = [{ width: 20 }, { width: 110 }];
  for (const line of helpLines) sheet.addRow([...line]);
  sheet.getColumn(1).font = { bold: true };
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
}

/** Address of a cell, such as `D7`. */
export function cellAddress(line: number, column: number): string {
  return `${columnLetters(column)}${line}`;
}
