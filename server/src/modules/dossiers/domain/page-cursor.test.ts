// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { cursorText, readCursor } from './page-cursor.ts';

test.each([
  { moment: '2022-09-14T08:05:00+07:00', code: '000.00.21.H18-220914-0001' },
  { moment: '2022-09-14T08:05:00.123456+07:00', code: 'H18' },
  { moment: null, code: 'H18' },
])('a cursor is read as it was written: %o', (cursor) => {
  expect(readCursor(cursorText(cursor))).toEqual(cursor);
});

test('no cursor is the first page', () => {
  expect([readCursor(undefined), readCursor('')]).toEqual([null, null]);
});

test.each([
  'garbage',
  'none',
  ' H18',
  '1 H18',
  '2022-02-30T08:05:00+07:00 H18',
  '2022-09-14T99:99:00+07:00 H18',
  '2022-09-14T08:05:00+07:00',
])('“%s” is refused', (after) => {
  expect(() => readCursor(after)).toThrow('dossiers.page_unknown');
});
