// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { moved, pasted, redo, sheetOf, typed, undo } from './sheet.ts';

const empty = sheetOf([
  ['1', '', ''],
  ['', '', ''],
]);

test('a block from a spreadsheet is put down as one step, cut at the edge, and undone as one', () => {
  const after = pasted(empty, { row: 0, column: 1 }, '5\t11\t99\r\n1.234,5\t\r\n7\t8\r\n');

  expect(after.texts).toEqual([
    ['1', '5', '11'],
    ['', '1.234,5', ''],
  ]);
  expect(undo(after).texts).toEqual(empty.texts);
  expect(redo(undo(after)).texts).toEqual(after.texts);
});

test('typing the same again is no step; a new step forgets what was undone', () => {
  const once = typed(empty, [{ row: 1, column: 0, text: '4' }]);

  expect(typed(once, [{ row: 1, column: 0, text: '4' }])).toBe(once);
  expect(redo(typed(undo(once), [{ row: 0, column: 0, text: '9' }])).texts[1]).toEqual(['', '', '']);
  expect(undo(empty)).toBe(empty);
});

test('arrows and Enter move within the sheet', () => {
  const size = { rows: 2, columns: 3 };

  expect(moved({ row: 0, column: 0 }, 'Enter', size)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 1, column: 2 }, 'ArrowRight', size)).toBeNull();
  expect(moved({ row: 1, column: 2 }, 'a', size)).toBeNull();
});
