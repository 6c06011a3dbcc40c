// SPDX-License-Identifier: Apache-2.0
import type { ColumnDef, RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { compareVietnamese } from '../../format/text.ts';

export type Column<T> = {
  readonly id: string;
  readonly header: string;
  /** What the column sorts and filters by. */
  readonly value: (row: T) => string | number | null | undefined;
  /** How the cell is shown; the value itself where absent. */
  readonly cell?: (row: T) => ReactNode;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** Not shown until it is chosen. */
  readonly hidden?: boolean;
  /** The column names the row; a screen reader reads it with every cell. */
  readonly names?: boolean;
  readonly total?: (rows: readonly T[]) => ReactNode;
  readonly width?: string;
};

/** Vietnamese order for words, by value for numbers, rows without a value last. */
export function compareCells(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined || a === '') return 1;
  if (b === null || b === undefined || b === '') return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareVietnamese(String(a), String(b));
}

export function toColumnDef<T extends RowData>(column: Column<T>): ColumnDef<T> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: (row) => column.value(row) ?? '',
    enableSorting: column.sortable ?? true,
    sortDescFirst: false,
    sortingFn: (a, b) => compareCells(column.value(a.original), column.value(b.original)),
  };
}

/** All values of a row as one text, for the filter. */
export function valuesText<T>(columns: readonly Column<T>[], row: T): string {
  return columns.map((column) => column.value(row) ?? '').join(' ');
}
