// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { createZipWriter } from '#platform/files/zip-writer';
import { markWorkbook } from './mark-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { isDateFormat, serialToText } from './styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuongminh-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

function kept(content: Buffer): string {
  made += 1;
  const path = join(folder, `${made}.xlsx`);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(path: string): Promise<[number, string[]][]> {
  const rows: [number, string[]][] = [];
  await readWorkbook(path, (cells, row) => void rows.push([row, [...cells]]));
  return rows;
}

type Parts = { readonly sheet: string; readonly strings?: string; readonly styles?: string; readonly workbook?: string };

/** A workbook put together by hand, so that it may be written as other programs write it. */
async function aWorkbook({ sheet, strings, styles, workbook }: Parts): Promise<string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const zip = createZipWriter();
  await zip.add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  await zip.add(
    '_rels/.rels',
    `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  );
  await zip.add(
    'xl/workbook.xml',
    workbook ??
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Ẩn" sheetId="9" state="hidden" r:id="h"/><sheet name="Hồ sơ" sheetId="1" r:id="s"/></sheets></workbook>`,
  );
  await zip.add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships><Relationship Id="s" Type="${office}/worksheet" Target="worksheets/a.xml"/><Relationship Id="h" Type="${office}/worksheet" Target="worksheets/h.xml"/>
     <Relationship Id="t" Type="${office}/sharedStrings" Target="./strings.xml"/><Relationship Id="y" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  await zip.add('xl/worksheets/a.xml', sheet);
  await zip.add('xl/worksheets/h.xml', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>');
  if (strings) await zip.add('xl/strings.xml', strings);
  if (styles) await zip.add('xl/styles.xml', styles);
  return kept(zip.finish());
}

test('a workbook of Excel: texts, numbers, dates with and without an hour, truth values, formulas, blank cells', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Hồ sơ');
  sheet.addRow(['Mã hồ sơ', 'Ngày', 'Lúc', 'Số', 'Đúng', 'Công thức', '', 'Cuối']);
  sheet.addRow([
    'H18 & <1>',
    new Date(Date.UTC(2022, 8, 14)),
    new Date(Date.UTC(2022, 8, 14, 15, 30)),
    11_203_004_567,
    true,
    { formula: '1+1', result: 2 },
    null,
    'x',
  ]);
  sheet.getCell('B2').numFmt = 'dd/mm/yyyy';
  sheet.getCell('C2').numFmt = '[$-42A]dd/mm/yyyy hh:mm';
  sheet.getRow(5).getCell(2).value = 'dòng năm';
  const path = kept(Buffer.from(await book.xlsx.writeBuffer()));

  expect(await rowsOf(path)).toEqual([
    [1, ['Mã hồ sơ', 'Ngày', 'Lúc', 'Số', 'Đúng', 'Công thức', '', 'Cuối']],
    [2, ['H18 & <1>', '2022-09-14', '2022-09-14T15:30:00', '11203004567', 'TRUE', '2', '', 'x']],
    [5, ['', 'dòng năm']],
  ]);
});

test('prefixed tags, phonetic readings, rich text, escapes, entities and cells without names', async () => {
  const path = await aWorkbook({
    strings:
      '<x:sst xmlns:x="m"><x:si><x:r><x:t>Lò </x:t></x:r><x:r><x:t xml:space="preserve">Văn Ánh</x:t></x:r><x:rPh sb="0" eb="1"><x:t>đọc</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b &#x1EA0; &amp;lt;</x:t></x:si></x:sst>',
    sheet:
      `<?xml version="1.0"?><!-- <x:row> --><x:worksheet xmlns:x="m"><x:sheetData><x:row r="3" spans="1:3"><x:c t="s"><x:v>0</x:v></x:c>` +
      `<x:c t='s' r='C3'><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>trong ô</x:t><x:rPh><x:t>bỏ</x:t></x:rPh></x:is></x:c></x:row>` +
      `<x:row><x:c r="B4" t="str"><x:f>"&gt;"</x:f><x:v><![CDATA[<kết>]]></x:v></x:c><x:c r="C4" t="e"><x:v>#N/A</x:v></x:c><x:c r="D4" s="9"/></x:row></x:sheetData></x:worksheet>`,
  });

  expect(await rowsOf(path)).toEqual([
    [3, ['Lò Văn Ánh', '', 'a\rb Ạ &lt;', 'trong ô']],
    [4, ['', '<kết>', '#N/A', '']],
  ]);
});

test('merged ranges that lie over one another by the thousands do not hold the reading up', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('');
  const merges = '<mergeCell ref="A1:NN5000"/>'.repeat(20_000);
  const path = await aWorkbook({ sheet: `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>` });
  const begun = Date.now();

  expect((await rowsOf(path)).length).toBe(2_000);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test('the 1904 base, the day that never was, and merged cells that have the value of their first one', async () => {
  const path = await aWorkbook({
    workbook: '<workbook xmlns:r="o"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>',
    styles:
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    sheet:
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Xã</v></c><c r="B1" s="1"><v>43356</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>43356</v></c></row><row r="3"><c r="A3" t="str"><v>Riêng</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>',
  });

  expect(await rowsOf(path)).toEqual([
    [1, ['Xã', '2022-09-14']],
    [2, ['Xã', '43356']],
    [3, ['Riêng']],
  ]);
  expect([1, 59, 61, 44_818.645_833_333].map((serial) => serialToText(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '2022-09-14T15:30:00',
  ]);
});

test.each([
  ['dd/mm/yyyy', true],
  ['[h]:mm', true],
  ['General', false],
  ['#,##0 "đồng"', false],
  ['[Red]0.00', false],
  ['0.0"h"', false],
  ['[$-409]d-mmm', true],
])('the format %s shows a date: %s', (code, expected) => {
  expect(isDateFormat(code)).toBe(expected);
});

test('the same workbook comes back with red cells and comments, everything else as it was', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Hồ sơ');
  sheet.addRow(['Mã hồ sơ', 'Ngày', 'Người nộp']).font = { bold: true };
  for (let row = 2; row <= 3_000; row += 1) sheet.addRow([`H18-${row}`, new Date(Date.UTC(2022, 8, 14)), `Lò Văn ${row}`]);
  sheet.getCell('B7').numFmt = 'dd/mm/yyyy';
  sheet.getCell('A7').border = { top: { style: 'thin' } };
  sheet.mergeCells('E1:F1');
  const path = kept(Buffer.from(await book.xlsx.writeBuffer()));
  const before = await rowsOf(path);

  const marked = await markWorkbook(path, [
    { row: 7, column: 1, text: 'Ngày <sai> & lạ' },
    { row: 7, column: 4, text: 'Ô trống' },
    { row: 2_999, column: 0, text: 'Mã trùng' },
  ]);

  const back = kept(marked!);
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.readFile(back);
  const red = (name: string) => (opened.worksheets[0]!.getCell(name).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;
  const note = (name: string): string => {
    const { note: found } = opened.worksheets[0]!.getCell(name);
    return typeof found === 'string' ? found : (found.texts ?? []).map(({ text }) => text).join('');
  };
  expect([red('B7'), red('E7'), red('A2999'), red('A7'), red('B8')]).toEqual(['FFFFC7CE', 'FFFFC7CE', 'FFFFC7CE', undefined, undefined]);
  expect(note('B7')).toBe('Ngày <sai> & lạ');
  expect(opened.worksheets[0]!.getCell('B7').numFmt).toBe('dd/mm/yyyy');
  expect(opened.worksheets[0]!.getCell('A7').border.top?.style).toBe('thin');
  expect(opened.worksheets[0]!.model.merges).toEqual(['E1:F1']);
  const after = await rowsOf(back);
  expect(after.map(([row, cells]) => [row, cells.slice(0, 3)])).toEqual(before.map(([row, cells]) => [row, cells.slice(0, 3)]));
});

test('a workbook of prefixed tags comes back too', async () => {
  const path = await aWorkbook({
    styles:
      '<x:styleSheet xmlns:x="m"><x:fills count="1"><x:fill><x:patternFill/></x:fill></x:fills><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs></x:styleSheet>',
    sheet:
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="B1" t="str"><x:v>b</x:v></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>',
  });

  const marked = await markWorkbook(path, [
    { row: 1, column: 0, text: 'thiếu' },
    { row: 1, column: 1, text: 'sai' },
    { row: 2, column: 2, text: 'trống' },
  ]);

  expect(await rowsOf(kept(marked!))).toEqual([
    [1, ['', 'b']],
    [2, ['', '', '']],
  ]);
});
