// SPDX-License-Identifier: Apache-2.0
import type { Parts } from '../indicator.ts';

export type Part = 'numerator' | 'denominator';

/** A column of the entry sheet: one part of an indicator, entered by people or counted by the program. */
export type SheetColumn = {
  readonly indicatorId: string;
  readonly code: string;
  readonly name: string;
  readonly part: Part;
  readonly label: string;
  /** How the value follows from both parts, in words. */
  readonly formula: string;
  readonly isEntered: boolean;
};

/** What a unit itself has recorded in a cell; `number` is the revision. */
export type SheetCell = Parts & { readonly number: number };

/** A row of the entry sheet: a unit in a period. */
export type SheetRow = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly period: string;
  readonly periodName: string;
  /** By indicator. */
  readonly cells: Readonly<Record<string, SheetCell>>;
  /** Indicators that are not kept in this row's period. */
  readonly closed: readonly string[];
};

/** The columns and rows that a file is compared with. */
export type SheetForm = { readonly columns: readonly SheetColumn[]; readonly rows: readonly SheetRow[] };

/** Names of the sheets and headings of a workbook; a file is known again by them. */
export const sheetNames = { figures: 'Số liệu', base: 'goc', help: 'Hướng dẫn' } as const;
export const rowHeadings = ['Mã đơn vị', 'Đơn vị', 'Kỳ'] as const;
export const headingRows = { code: 3, part: 4, label: 5, formula: 6 } as const;
export const firstRow = 7;
export const formMark = 'tuongminh.figures.1';

/** How a column says which part of an indicator it holds. */
export function partWord(column: Pick<SheetColumn, 'part' | 'indicatorId'>, columns: SheetForm['columns']): string {
  const isAlone = !columns.some((one) => one.indicatorId === column.indicatorId && one.part !== column.part);
  return isAlone ? 'Số' : column.part === 'numerator' ? 'Tử số' : 'Mẫu số';
}

/** The letters of a column from 1 on: `A`, `Z`, `AA`. */
export function columnLetters(number: number): string {
  const before = Math.floor((number - 1) / 26);
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}
