// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';

const font = { name: 'Times New Roman', size: 11 };
const thin = { style: 'thin' } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

export type Cell = string | number | null;
export type SheetContent = {
  readonly name: string;
  readonly cover: readonly string[];
  readonly notes: readonly string[];
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Positions of rows in bold. */
  readonly bold: ReadonlySet<number>;
};

/** A printable workbook of one table: cover lines, notes, a head that repeats on each page, texts that never run as formulas. */
export async function writeTable(content: SheetContent): Promise<Uint8Array> {
  const workbook = new ExcelJs.Workbook();
  const top = content.cover.length + content.notes.length + 1;
  const sheet = workbook.addWorksheet(content.name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${top}:${top}` },
    views: [{ state: 'frozen', ySplit: top }],
    headerFooter: { oddFooter: '&RTrang &P/&N' },
  });
  sheet.columns = content.widths.map((width) => ({ width }));
  for (const [index, text] of [...content.cover, ...content.notes].entries()) {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, content.head.length);
    const isCover = index < content.cover.length;
    row.getCell(1).font = { ...font, size: isCover ? 13 : 11, bold: isCover };
    row.getCell(1).alignment = { horizontal: isCover ? 'center' : 'left', wrapText: true };
    if (!isCover) row.height = 15 * Math.ceil(text.length / content.widths.reduce((sum, width) => sum + width, 0) + 0.2);
  }
  styled(sheet.addRow([...content.head]), true);
  for (const [index, cells] of content.rows.entries()) styled(sheet.addRow([...cells]), content.bold.has(index));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function styled(row: ExcelJs.Row, isBold: boolean): void {
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { ...font, bold: isBold };
    cell.border = border;
    const isNumber = typeof cell.value === 'number';
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: isNumber ? 'right' : 'left' };
    if (isNumber) cell.numFmt = Number.isInteger(cell.value) ? '#,##0' : '#,##0.00';
  });
}

/** Points as a number of the sheet; null stays empty. */
export function numberCell(text: string | null): number | null {
  return text === null ? null : Number(text);
}
