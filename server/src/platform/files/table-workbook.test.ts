// SPDX-License-Identifier: Apache-2.0
import { Workbook } from 'exceljs';
import { expect, test } from 'vitest';
import { tableWorkbook } from './table-workbook.ts';
import { zipStream } from './zip-stream.ts';

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test('a table is a workbook that others read: signs, empty cells, all digits, the count of rows', async () => {
  async function* rows() {
    yield ['<A & "B">\u0000', '98.77', null];
    yield ['Đà Nẵng', null, '123456789.123456'];
  }
  const bytes = await bytesOf(
    tableWorkbook({ sheetName: 'Bảng', title: 'Tên', header: ['Đơn vị', 'x', 'y'], textColumns: 1, rows: rows(), footer: 'Số dòng' }),
  );
  const book = new Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);

  const sheet = book.getWorksheet('Bảng');
  expect(((sheet?.getSheetValues() ?? []) as unknown[][]).slice(1).map((row) => [...row].slice(1))).toEqual([
    ['Tên'],
    ['Đơn vị', 'x', 'y'],
    ['<A & "B">', 98.77],
    ['Đà Nẵng', undefined, 123456789.123456],
    ['Số dòng', 2],
  ]);
  expect(sheet?.getRow(2).getCell(1).alignment?.wrapText).toBe(true);
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
});

test('more rows than a sheet holds go on in a second sheet', async () => {
  function* rows() {
    for (let row = 0; row < 1_048_575; row += 1) yield [null];
  }
  const bytes = await bytesOf(tableWorkbook({ sheetName: 'B', title: 'T', header: [], textColumns: 0, rows: rows(), footer: 'N' }));

  expect(bytes.includes('xl/worksheets/sheet2.xml') && !bytes.includes('xl/worksheets/sheet3.xml')).toBe(true);
}, 60_000);

test('a source that breaks off breaks the file off, and a reader that goes away ends the source', async () => {
  let ended = false;
  async function* breaking() {
    yield 'a';
    throw new Error('nguồn hỏng');
  }
  async function* endless() {
    try {
      for (;;) yield 'chữ '.repeat(10_000) + Math.random();
    } finally {
      ended = true;
    }
  }

  await expect(bytesOf(zipStream([{ name: 'a', content: breaking() }]))).rejects.toThrow('nguồn hỏng');
  for await (const piece of zipStream([{ name: 'a', content: endless() }])) if (piece.length > 1_000) break;
  expect(ended).toBe(true);
});
