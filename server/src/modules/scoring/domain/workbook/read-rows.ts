// SPDX-License-Identifier: Apache-2.0
import type { CriteriaSet, Grade } from '../criteria/criteria-set.ts';
import { type HeadLine, headLines, headOfCells } from './head-rows.ts';
import { numberCell, numberOfCell } from './list-cell.ts';
import { type NodeRow, rowOfNode } from './node-row.ts';
import { type CellProblem, headingOf, nodeOfRow } from './read-node.ts';

export const sheetNames = { nodes: 'Tiêu chí', head: 'Quy ước', grades: 'Xếp loại', help: 'Hướng dẫn' } as const;

export const gradeHeadings = ['Mã', 'Tên loại', 'Từ chỉ số (%)'] as const;

/** The cells of a workbook, as texts; rows carry the number by which the workbook counts them. */
export type WorkbookCells = {
  readonly nodes: readonly { readonly row: number; readonly cells: NodeRow }[];
  /** A line that the sheet lacks is absent. */
  readonly head: Readonly<Partial<Record<HeadLine, { readonly row: number; readonly text: string }>>>;
  readonly grades: readonly { readonly row: number; readonly cells: readonly [code: string, name: string, from: string] }[];
};

export type ReadSet = {
  readonly set: CriteriaSet;
  readonly problems: readonly CellProblem[];
  /** The workbook's row of each node. */
  readonly rows: readonly number[];
};

/** A set out of the cells of a workbook, with every cell that could not be understood. */
export function setOfCells(cells: WorkbookCells): ReadSet {
  const problems: CellProblem[] = [];
  const texts = Object.fromEntries(headLines.map(([line]) => [line, cells.head[line]?.text ?? ''])) as Record<HeadLine, string>;
  const head = headOfCells(texts, (line, problem) => {
    const heading = headLines.find(([name]) => name === line)?.[1] ?? line;
    problems.push({ sheet: sheetNames.head, row: cells.head[line]?.row ?? 1, column: heading, problem });
  });
  const nodes = cells.nodes.map(({ row, cells: texts }) =>
    nodeOfRow(texts, (column, problem) => void problems.push({ sheet: sheetNames.nodes, row, column: headingOf(column), problem })),
  );
  const grades = cells.grades.map(({ cells: [code, name, from] }): Grade => ({ code, name, fromPercent: numberOfCell(from) }));
  return { set: { ...head, grades, nodes }, problems, rows: cells.nodes.map(({ row }) => row) };
}

/** The rows of the table of criteria. */
export function nodeRows(set: CriteriaSet): NodeRow[] {
  return set.nodes.map(rowOfNode);
}

/** The rows of the grades. */
export function gradeRows(set: CriteriaSet): (readonly [string, string, string])[] {
  return set.grades.map(({ code, name, fromPercent }) => [code, name, numberCell(fromPercent)] as const);
}
