// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultlessSet } from '../../../../../test/factories/arbitrary-set.ts';
import { aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { headCells, headLines } from './head-rows.ts';
import { bandsOf, optionsOf } from './list-cell.ts';
import { gradeRows, nodeRows, setOfCells, type WorkbookCells } from './read-rows.ts';

const cellsOf = (set: CriteriaSet): WorkbookCells => ({
  nodes: nodeRows(set).map((cells, index) => ({ row: index + 2, cells })),
  head: Object.fromEntries(headLines.map(([line], index) => [line, { row: index + 1, text: headCells(set)[line] }])),
  grades: gradeRows(set).map((cells, index) => ({ row: index + 2, cells })),
});

test('a set written into cells and read again is the same set', () => {
  fc.assert(
    fc.property(faultlessSet, (set) => {
      expect(setOfCells(cellsOf(set))).toMatchObject({ set, problems: [] });
    }),
  );
});

test('numbers with a comma or a point, words in any case, codes of values', () => {
  expect(optionsOf('a | Kịp thời | 1,5\n\nb | Chậm | 0.5')).toEqual([
    { code: 'a', label: 'Kịp thời', points: '1.5' },
    { code: 'b', label: 'Chậm', points: '0.5' },
  ]);
  expect(bandsOf('(90; ) | 2')).toEqual([{ from: '90', includesFrom: false, to: null, includesTo: false, points: '2' }]);
  expect(bandsOf('90-100 | 2')).toBeUndefined();
});

test('what cannot be understood is told with sheet, row and column', () => {
  const cells = cellsOf(aSet([itemOf('1', '1', { kind: 'leader_score', step: null })]));
  const [node] = cells.nodes;
  const broken = {
    ...cells,
    nodes: [{ row: 7, cells: { ...node!.cells, kind: 'Nhóm', rule: 'theo khoảng tỷ lệ', list: '90', whenZero: '' } }],
    head: { ...cells.head, year: { row: 2, text: 'năm nay' } },
  };

  expect(setOfCells(broken).problems.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
    ['Quy ước', 2, 'Năm được chấm'],
    ['Tiêu chí', 7, 'Loại'],
    ['Tiêu chí', 7, 'Khi mẫu số bằng 0'],
    ['Tiêu chí', 7, 'Phương án, khoảng, thang trả lời'],
  ]);
});
