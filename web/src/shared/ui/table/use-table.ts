// SPDX-License-Identifier: Apache-2.0
import {
  getCoreRowModel,
  getFilteredRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  type OnChangeFn,
  type SortingState,
  type Table,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { matches } from '../../format/text.ts';
import { type Column, toColumnDef, valuesText } from './column.ts';
import type { TableLook } from './views/saved-views.ts';

export type Sort = { readonly column: string; readonly descending: boolean };

/** The server pages the list: what it skipped, how many rows there are, and what it can sort by. */
export type ServerPaging = {
  readonly offset: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
  readonly sort?: {
    readonly columns: readonly string[];
    readonly now: Sort | null;
    readonly onSort: (sort: Sort | null) => void;
    readonly usual?: Sort;
  };
};

type Options<T> = {
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly initialSort?: { readonly column: string; readonly descending?: boolean } | undefined;
  readonly pageSize: number;
  readonly server?: ServerPaging | undefined;
};

export type TableView<T> = {
  readonly table: Table<T>;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** Rows skipped and rows in all, whoever pages. */
  readonly from: number;
  readonly count: number;
  readonly turn: (offset: number) => void;
  readonly look: Omit<TableLook, 'filters'>;
  readonly setLook: (look: Omit<TableLook, 'filters'>) => void;
};

function toState(sort: Sort | null): SortingState {
  return sort ? [{ id: sort.column, desc: sort.descending }] : [];
}

function toSort([first]: SortingState): Sort | null {
  return first ? { column: first.id, descending: first.desc } : null;
}

/**
 * A page of a list that the server holds can only be sorted by the server: sorting what happens to be here would
 * show a wrong first row.
 */
function canSort(server: ServerPaging | undefined, rows: number, column: string): boolean {
  if (!server) return true;
  return server.sort ? server.sort.columns.includes(column) : server.total <= rows;
}

/** A third press gives up the order; of the usual order, which is there at first, it is the second press, and turns it around. */
function afterNone(now: Sort | null, usual: Sort | undefined): Sort | null {
  if (!usual || now?.column !== usual.column || now.descending !== usual.descending) return usual ?? null;
  return { column: usual.column, descending: !usual.descending };
}

/** State and row models of a table. */
export function useTable<T>({ columns, rows, rowId, initialSort, pageSize, server }: Options<T>): TableView<T> {
  const [ownSort, setOwnSort] = useState<Sort | null>(
    initialSort ? { column: initialSort.column, descending: initialSort.descending ?? false } : null,
  );
  const [visibility, setVisibility] = useState<VisibilityState>(() =>
    visibilityOf(columns.filter(({ hidden }) => hidden).map(({ id }) => id)),
  );
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const sort = server?.sort ? server.sort.now : ownSort;
  const sorting = useMemo(() => toState(sort), [sort]);
  const setSort = (next: Sort | null): void => {
    setPage(0);
    if (server?.sort) server.sort.onSort(next);
    else setOwnSort(next);
  };
  const usual = server?.sort
    ? server.sort.usual
    : initialSort && { column: initialSort.column, descending: initialSort.descending ?? false };
  const onSortingChange: OnChangeFn<SortingState> = (change) =>
    setSort(toSort(typeof change === 'function' ? change(sorting) : change) ?? afterNone(sort, usual));
  const find = (next: string): void => {
    setPage(0);
    setQuery(next);
  };
  const defs = columns.map((column) => {
    const def = toColumnDef(column);
    return { ...def, enableSorting: def.enableSorting !== false && canSort(server, rows.length, column.id) };
  });
  const data = useMemo(() => [...rows], [rows]);
  const table = useReactTable({
    data,
    columns: defs,
    state: { sorting, columnVisibility: visibility, globalFilter: query, pagination: { pageIndex: page, pageSize } },
    getRowId: (row) => rowId(row),
    onSortingChange,
    onColumnVisibilityChange: setVisibility,
    onGlobalFilterChange: find,
    globalFilterFn: (row, _column, text: string) => matches(text, valuesText(columns, row.original)),
    getColumnCanGlobalFilter: () => true,
    // NOTE: by itself the table goes back to page one from within a render, which React forbids before the table is
    // mounted, and which throws readers off their page whenever the list is fetched anew.
    autoResetAll: false,
    enableMultiSort: false,
    manualSorting: server?.sort !== undefined,
    manualPagination: server !== undefined,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    ...(server ? {} : { getPaginationRowModel: getPaginationRowModel() }),
  });
  const count = server ? server.total : table.getFilteredRowModel().rows.length;
  const lastPage = Math.max(0, Math.ceil(count / pageSize) - 1);
  if (!server && page > lastPage) setPage(lastPage);
  return {
    table,
    query,
    setQuery: find,
    from: server ? server.offset : page * pageSize,
    count,
    turn: (offset) => (server ? server.onOffset(offset) : setPage(Math.floor(offset / pageSize))),
    look: { sort, hidden: table.getAllLeafColumns().flatMap((one) => (one.getIsVisible() ? [] : [one.id])), query },
    setLook: (look) => {
      setSort(look.sort && columns.some(({ id }) => id === look.sort?.column) ? look.sort : null);
      setVisibility(visibilityOf(look.hidden));
      find(look.query);
    },
  };
}

function visibilityOf(hidden: readonly string[]): VisibilityState {
  return Object.fromEntries(hidden.map((id) => [id, false]));
}
