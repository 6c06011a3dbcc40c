// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import {
  getCoreRowModel,
  getFilteredRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  type PaginationState,
  type SortingState,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../format/text.ts';
import { useFormat } from '../../format/use-format.ts';
import { IconSearch } from '../icons.ts';
import { type Column, toColumnDef, valuesText } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';
import css from './data-table.module.css';
import { Pager } from './pager.tsx';
import { TableGrid } from './table-grid.tsx';

type Props<T> = {
  /** What the table lists; read aloud before its cells. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  /** Where a row leads; Enter and a click on the row go there. */
  readonly onOpen?: ((row: T) => void) | undefined;
  readonly initialSort?: { readonly column: string; readonly descending?: boolean };
  readonly pageSize?: number;
  /** The server pages: what it skipped and how many rows there are in all. */
  readonly server?: { readonly offset: number; readonly total: number; readonly onOffset: (offset: number) => void };
  readonly filter?: boolean;
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
};

/** The one table of the house: Vietnamese order, sticky head, chosen columns, keyboard rows, a total line, paging and print. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, rowId, server, pageSize = 50, filter = false } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [sorting, setSorting] = useState<SortingState>(
    props.initialSort ? [{ id: props.initialSort.column, desc: props.initialSort.descending ?? false }] : [],
  );
  const [visibility, setVisibility] = useState<VisibilityState>(() =>
    Object.fromEntries(columns.filter((column) => column.hidden).map((column) => [column.id, false])),
  );
  const [query, setQuery] = useState('');
  const [pagination, setPagination] = useState<PaginationState>({ pageIndex: 0, pageSize });
  const defs = useMemo(() => columns.map(toColumnDef), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useReactTable({
    data,
    columns: defs,
    state: { sorting, columnVisibility: visibility, globalFilter: query, pagination },
    getRowId: (row) => rowId(row),
    onSortingChange: setSorting,
    onColumnVisibilityChange: setVisibility,
    onGlobalFilterChange: setQuery,
    onPaginationChange: setPagination,
    globalFilterFn: (row, _column, text: string) => matches(text, valuesText(columns, row.original)),
    getColumnCanGlobalFilter: () => true,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    ...(server ? { manualPagination: true } : { getPaginationRowModel: getPaginationRowModel() }),
  });
  const count = server ? server.total : table.getFilteredRowModel().rows.length;
  const from = server ? server.offset : pagination.pageIndex * pageSize;
  const turn = (offset: number): void =>
    server ? server.onOffset(offset) : setPagination({ pageIndex: Math.floor(offset / pageSize), pageSize });
  if (rows.length === 0 && (server?.offset ?? 0) === 0) {
    return (
      <div>
        {props.tools ? <div className={css['tools']}>{props.tools}</div> : null}
        {props.empty}
      </div>
    );
  }
  return (
    <div className={css['frame']}>
      <div className={`${css['tools']} no-print`}>
        {filter ? (
          <TextInput
            size="sm"
            type="search"
            aria-label={t('table.filter')}
            placeholder={t('table.filter')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            className={css['filter'] ?? ''}
          />
        ) : null}
        {props.tools}
        <span className={css['count']} aria-live="polite">
          {t('table.rows', { count, formatted: format.number(count) })}
        </span>
        <ColumnChooser table={table} />
      </div>
      <TableGrid table={table} columns={columns} caption={props.caption} onOpen={props.onOpen} total={t('table.total')} />
      {count === 0 ? <p className={css['none']}>{t('table.none_match')}</p> : null}
      <Pager offset={from} pageSize={pageSize} total={count} onOffset={turn} />
    </div>
  );
}
