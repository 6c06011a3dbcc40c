// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, delimiterOf, readCsv } from './csv.ts';

const write = (rows: readonly (readonly string[])[], delimiter = ';'): string =>
  rows.map((row) => row.map((cell) => csvCell(cell, delimiter)).join(delimiter)).join('\r\n');

test('what a spreadsheet program would run as a formula gets an apostrophe, which reading takes away', () => {
  for (const text of ['=cmd|/C calc!A0', '+84 215', '-5+2', '@SUM(A1)', "'=1", '\t=1']) {
    const cell = csvCell(text, ';');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(readCsv(cell, ';')?.[0]?.cells).toEqual([text]);
  }
  for (const number of ['-5', '-0.5', '-1/4']) expect(csvCell(number, ';')).toBe(number);
  expect(csvCell("'xin chào", ';')).toBe("'xin chào");
});

test('whatever is written is read again, with any delimiter, quotes and line breaks', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'=+-@\'";,\t\nâđ| 1a') }).map((text) => text.replaceAll('\r', ''));
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom(';', ',', '\t'), (given, delimiter) => {
      const filled = given.map(([first, ...rest]) => [`x${first}`, ...rest]);
      expect(readCsv(write(filled, delimiter), delimiter)?.map((row) => row.cells)).toEqual(filled);
    }),
    { numRuns: 500 },
  );
});

test('rows are counted as a spreadsheet program shows them, and an open quote is refused', () => {
  expect(readCsv('a;b\n"x\ny";1\n\nz;2\n', ';')?.map((row) => row.row)).toEqual([1, 2, 4]);
  expect(readCsv('a;"b', ';')).toBeNull();
});

test('the delimiter is the one of the first line', () => {
  expect(delimiterOf('Mã;Tên;Thời hạn\n1,5;a,b,c,d')).toBe(';');
  expect(delimiterOf('Mã,Tên,"Thời hạn"')).toBe(',');
  expect(delimiterOf('Mã\tTên\tThời hạn')).toBe('\t');
});
