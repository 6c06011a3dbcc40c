// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { csvCell } from '#kernel/csv';
import { type Day, vietnameseDay } from '#kernel/dates';
import { type CatalogueEntry, catalogueColumns, levelNames, limitUnitNames, markNames, writeEntry } from '../../domain/catalogue-entry.ts';

const delimiter = ';';
const numeric = new Set(['limitAmount', 'feeAmount']);

const help: Readonly<Record<string, string>> = {
  code: 'Bắt buộc. Mã quốc gia, có hoặc không có đuôi của tỉnh: 1.004873 hoặc 1.004873.000.00.00.H18',
  name: 'Bắt buộc',
  sectorCode: 'Bắt buộc. Mã của lĩnh vực đã có trong hệ thống',
  sectorName: 'Để đọc; nếu ghi thì phải khớp với mã lĩnh vực',
  level: Object.values(levelNames).join(', '),
  decides: 'Mã đơn vị, cách nhau bằng dấu chấm phẩy; trống là mọi đơn vị cùng cấp',
  handles: 'Mã đơn vị trực tiếp giải quyết, cách nhau bằng dấu chấm phẩy',
  limitAmount: 'Số; 0 ngày làm việc là trả trong ngày; trống là pháp luật không quy định',
  limitUnit: Object.values(limitUnitNames).join(', '),
  feeAmount: 'Số tiền; 0 là không thu; trống là theo cột ghi chú',
  papers: 'Mỗi dòng một giấy tờ: mã | tên | số bản chính | số bản sao | tên mẫu | trường hợp phải nộp',
  online: 'Theo quy định có hiệu lực vào ngày áp dụng: Mức độ 1–4, hoặc Toàn trình, Một phần; trống là chưa cung cấp',
  validFrom: 'Với thủ tục mới: ngày đầu có hiệu lực, trống là ngày áp dụng. Với thủ tục đã có: để đọc',
  validTo: 'Với thủ tục đã có: để đọc; xóa ô của thủ tục đã hết hiệu lực là đưa trở lại',
  publishedOn: 'Ngày/tháng/năm, ví dụ 14/09/2022',
  updatedOn: 'Ngày/tháng/năm',
  bases: 'Mỗi dòng một văn bản',
  mark: `Trống, hoặc: ${Object.values(markNames).join(', ')}`,
};

/** The catalogue as a workbook that can be edited and brought back; texts are texts and never run as formulas. */
export async function writeWorkbook(entries: readonly CatalogueEntry[], asOf: Day): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('Danh mục TTHC', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: `&LDanh mục thủ tục hành chính đến ngày ${vietnameseDay(asOf)}&RTrang &P/&N` },
  });
  sheet.columns = catalogueColumns.map(([key, header, width]) => ({
    key,
    header,
    width,
    ...(key === 'feeAmount' ? { style: { numFmt: '#,##0' } } : {}),
  }));
  sheet.getRow(1).font = { bold: true };
  for (const entry of entries) {
    const written = writeEntry(entry);
    const row = sheet.addRow(
      catalogueColumns.map(([key]) => {
        const text = written[key];
        if (text === '') return null;
        return numeric.has(key) ? Number(text.replace(',', '.')) : text;
      }),
    );
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  offerChoices(sheet, entries.length + 200);
  sheet.autoFilter = { from: 'A1', to: { row: 1 + entries.length, column: catalogueColumns.length } };
  writeHelp(book, entries, asOf);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function offerChoices(sheet: ExcelJs.Worksheet, lastRow: number): void {
  const choices: Readonly<Record<string, readonly string[]>> = {
    level: Object.values(levelNames),
    limitUnit: Object.values(limitUnitNames),
    mark: Object.values(markNames),
  };
  for (const [key, names] of Object.entries(choices)) {
    const number = catalogueColumns.findIndex(([column]) => column === key) + 1;
    for (let row = 2; row <= lastRow; row += 1)
      sheet.getCell(row, number).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${names.join(',')}"`] };
  }
}

function writeHelp(book: ExcelJs.Workbook, entries: readonly CatalogueEntry[], asOf: Day): void {
  const sheet = book.addWorksheet('Hướng dẫn');
  sheet.columns = [{ width: 26 }, { width: 100 }];
  const illustrative = entries.filter((entry) => entry.mark === 'illustrative').length;
  sheet.addRow(['Danh mục đến ngày', vietnameseDay(asOf)]);
  sheet.addRow(['Số thủ tục', entries.length]);
  if (illustrative > 0) sheet.addRow(['Dữ liệu minh họa', `${illustrative} thủ tục mang dấu "minh họa", không phải danh mục đã công bố`]);
  sheet.addRow(['Cột thiếu', 'Cột bị xóa khỏi tệp thì nội dung của cột đó giữ nguyên khi nạp lại']);
  for (const [key, heading] of catalogueColumns) sheet.addRow([heading, help[key] ?? '']);
  sheet.getColumn(1).font = { bold: true };
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
}

/** The catalogue as .csv in UTF-8 with a byte order mark and semicolons, as Vietnamese Excel opens it. */
export function writeCsv(entries: readonly CatalogueEntry[]): Uint8Array {
  const rows = [
    catalogueColumns.map(([, heading]) => heading),
    ...entries.map((entry) => {
      const written = writeEntry(entry);
      return catalogueColumns.map(([key]) => written[key]);
    }),
  ];
  const text = rows.map((row) => row.map((cell) => csvCell(cell, delimiter)).join(delimiter)).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
