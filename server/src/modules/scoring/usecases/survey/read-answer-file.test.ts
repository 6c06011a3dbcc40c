// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { expect, test } from 'vitest';
import { readInThread } from '#platform/files/read-apart';
import { answersReader, readAnswerFile } from './read-answer-file.ts';

async function aFile(...rows: readonly (readonly [column: number, text: string][])[]): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('Phiếu');
  for (const [line, cells] of rows.entries()) for (const [column, text] of cells) sheet.getCell(line + 1, column).value = text;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('a sheet is read as wide as its headings, not as its farthest cell', async () => {
  const rows = await readAnswerFile(
    await aFile(
      [
        [1, 'Nhóm'],
        [2, 'Đơn vị'],
      ],
      [
        [1, 'dân'],
        [16_384, 'A'],
      ],
    ),
  );

  expect(rows.map(({ cells }) => cells)).toEqual([
    ['Nhóm', 'Đơn vị'],
    ['dân', ''],
  ]);
});

test('headings to the last column of a sheet are refused', async () => {
  await expect(readAnswerFile(await aFile([[16_384, 'Nhóm']]))).rejects.toMatchObject({ code: 'scoring.survey_unreadable' });
  await expect(readAnswerFile(Buffer.from(`Nhóm${',a'.repeat(5_000)}\n`))).rejects.toMatchObject({ code: 'scoring.survey_unreadable' });
});

test('a file of answers is read, and refused, in a thread as it is here', async () => {
  const file = await aFile([[1, 'Nhóm']], [[1, 'dân']]);

  expect(await readInThread(file, answersReader)).toEqual(await readAnswerFile(file));
  await expect(readInThread(await aFile([[16_384, 'Nhóm']]), answersReader)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'scoring.survey_unreadable',
  });
});
