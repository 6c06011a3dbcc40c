// SPDX-License-Identifier: Apache-2.0
import type { ColumnDef, RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { compareVietnamese } from '../../format/text.ts';

export type Column<T> = {
  readonly id: string;
  readonly header: string;
  /** What the column sorts and filters by. */
  readonly value: (row: T) => string | number | null | undefined;
  /** How the cell is shown; where absent the value itself, numbers as they are written in the language. */
  readonly cell?: (row: T) => ReactNode;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** Not shown until it is chosen. */
  readonly hidden?: boolean;
  /** The column names the row; a screen reader reads it with every cell. */
  readonly names?: boolean;
  readonly total?: (rows: readonly T[]) => ReactNode;
  readonly width?: string;
  /** The column holds what may be done with the row: nothing to sort by, and named by its buttons. */
  readonly acts?: boolean;
};

/** Vietnamese order for words, by value for numbers, rows without a value last. */
export function compareCells(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined || a === '') return 1;
  if (b === null || b === undefined || b === '') return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareVietnamese(String(a), String(b));
}

function sortValue<T>(column: Column<T>, row: T): string | number | undefined {
  const value = column.value(row);
  return value === null || value === '' ? undefined : value;
}

export function toColumnDef<T extends RowData>(column: Column<T>): ColumnDef<T> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: (row) => sortValue(column, row),
    enableSorting: (column.sortable ?? true) && !column.acts,
    // Rows without a value stay last whichever way the column is turned.
    sortUndefined: 'last',
    sortDescFirst: false,
    sortingFn: (a, b) => compareCells(column.value(a.original), column.value(b.original)),
  };
}

/** All values of a row as one text, for the filter. */
export function valuesText<T>(columns: readonly Column<T>[], row: T): string {
  return columns.map((column) => column.value(row) ?? '').join(' ');
}
