// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { visibleRows } from './visible-rows.ts';

const rows = [
  { id: 'p', parentId: null, name: 'Tỉnh Điện Biên', code: '11', depth: 0 },
  { id: 'd', parentId: 'p', name: 'Huyện Mường Chà', code: '097', depth: 1 },
  { id: 'c', parentId: 'd', name: 'Xã Ma Thì Hồ', code: '03193', depth: 2 },
  { id: 'e', parentId: 'p', name: 'Huyện Tủa Chùa', code: '098', depth: 1 },
];
const ids = (found: readonly { id: string }[]): string[] => found.map((row) => row.id);

test('what lies below a closed unit is left out, its neighbours stay', () => {
  expect(ids(visibleRows(rows, new Set(['d']), ''))).toEqual(['p', 'd', 'e']);
  expect(ids(visibleRows(rows, new Set(), ''))).toEqual(['p', 'd', 'c', 'e']);
});

test('a search opens the way to what it finds, closed units too', () => {
  expect(ids(visibleRows(rows, new Set(['d']), 'ma thi ho'))).toEqual(['p', 'd', 'c']);
});
