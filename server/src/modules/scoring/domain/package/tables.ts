// SPDX-License-Identifier: Apache-2.0
import type { UnitResult } from '../engine/result.ts';

/** A unit of the tree as it stood on the day of the round, named by its code. */
export type TreeUnit = { readonly code: string; readonly name: string; readonly level: string; readonly parentCode: string | null };

/** Results of a peer group: published ones, or the same computed again. */
export type GroupResults = {
  readonly code: string;
  readonly units: readonly { readonly code: string; readonly result: UnitResult; readonly rank: number | null }[];
};

export type Table = {
  readonly path: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Columns that name a row. */
  readonly key: readonly string[];
};
export type Column = { readonly name: string; readonly type: 'string' | 'number' | 'integer'; readonly title: string };
export type TableRows = { readonly table: Table; readonly rows: readonly (readonly string[])[] };

const text = (name: string, title: string): Column => ({ name, type: 'string', title });
const number = (name: string, title: string): Column => ({ name, type: 'number', title });
const unit = [text('group', 'Nhóm so sánh'), text('unit', 'Mã đơn vị')];

export const unitsTable: Table = {
  path: 'units.csv',
  title: 'Cây đơn vị tại ngày chốt',
  key: ['code'],
  columns: [text('code', 'Mã'), text('name', 'Tên'), text('level', 'Cấp'), text('parent', 'Mã đơn vị cấp trên')],
};
export const pointsTable: Table = {
  path: 'points.csv',
  title: 'Điểm từng mục',
  key: ['group', 'unit', 'item'],
  columns: [
    ...unit,
    text('item', 'Mã mục'),
    text('outcome', 'Kết quả: scored, missing, not_applicable'),
    number('points', 'Điểm'),
    text('exact', 'Số cộng dồn, dạng phân số'),
  ],
};
export const nodesTable: Table = {
  path: 'nodes.csv',
  title: 'Điểm và chỉ số của lĩnh vực, tiêu chí, tiêu chí thành phần',
  key: ['group', 'unit', 'node'],
  columns: [
    ...unit,
    text('node', 'Mã lĩnh vực, tiêu chí'),
    number('points', 'Điểm'),
    text('exact', 'Điểm chưa làm tròn, dạng phân số'),
    number('applicable_maximum', 'Điểm tối đa của các mục áp dụng'),
    number('index', 'Chỉ số, %'),
  ],
};
export const rankingTable: Table = {
  path: 'ranking.csv',
  title: 'Tổng điểm, chỉ số, xếp loại, xếp hạng',
  key: ['group', 'unit'],
  columns: [
    ...unit,
    number('total', 'Tổng điểm'),
    text('exact_total', 'Tổng điểm chưa làm tròn, dạng phân số'),
    number('base', 'Điểm tối đa để tính chỉ số'),
    number('index', 'Chỉ số, %'),
    text('exact_index', 'Chỉ số chưa làm tròn, dạng phân số'),
    text('grade', 'Xếp loại'),
    { name: 'rank', type: 'integer', title: 'Xếp hạng trong nhóm' },
  ],
};

/** The unit tree as rows. */
export function treeRows(tree: readonly TreeUnit[]): TableRows {
  return { table: unitsTable, rows: tree.map(({ code, name, level, parentCode }) => [code, name, level, parentCode ?? '']) };
}

/** Results as rows of three tables: points of items, of nodes, and the ranking; what is null is an empty cell. */
export function resultRows(groups: readonly GroupResults[]): TableRows[] {
  const of = (rows: (result: UnitResult, rank: number | null) => readonly (readonly string[])[]): string[][] =>
    groups.flatMap(({ code, units }) => units.flatMap((own) => rows(own.result, own.rank).map((cells) => [code, own.code, ...cells])));
  return [
    { table: pointsTable, rows: of(({ items }) => items.map(({ code, outcome, points, exact }) => [code, outcome, points, exact])) },
    {
      table: nodesTable,
      rows: of(({ nodes }) => nodes.map((node) => [node.code, node.points, node.exact, node.applicableMaximum, node.index ?? ''])),
    },
    {
      table: rankingTable,
      rows: of((result, rank) => [
        [
          result.total,
          result.exactTotal,
          result.base,
          result.index ?? '',
          result.exactIndex ?? '',
          result.gradeCode ?? '',
          rank === null ? '' : String(rank),
        ],
      ]),
    },
  ];
}
