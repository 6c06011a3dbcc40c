// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { expect, test } from 'vitest';
import { whereRead } from '../../../test/where-read.ts';
import { readApart } from './read-apart.ts';

async function aWorkbook(rows: number): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('Số liệu');
  for (let row = 0; row < rows; row += 1) sheet.addRow(Array.from({ length: 20 }, (_, column) => row * column));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('a heavy workbook is opened in a thread of its own, a light one at once', async () => {
  expect(await readApart(await aWorkbook(3), whereRead)).toEqual({ inThread: false, rows: 3 });
  expect(await readApart(await aWorkbook(1_000), whereRead)).toEqual({ inThread: true, rows: 1_000 });
});

test('what the reader refuses is refused in either', async () => {
  await expect(readApart(Buffer.from('chữ'), whereRead)).rejects.toMatchObject({ code: 'platform.file_damaged' });
  await expect(readApart(await aWorkbook(1_001), whereRead)).rejects.toMatchObject({ kind: 'invalid', code: 'platform.file_damaged' });
});
