// SPDX-License-Identifier: Apache-2.0
import type { Row, Table } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { IconChevronDown, IconChevronUp, IconSelector } from '../icons.ts';
import type { Column } from './column.ts';
import css from './data-table.module.css';
import { ScrollRegion } from './scroll-region.tsx';

type Props<T> = {
  readonly table: Table<T>;
  readonly columns: readonly Column<T>[];
  readonly caption: string;
  readonly onOpen: ((row: T) => void) | undefined;
  readonly total: string;
};

/** Roles are written out because phones show each row as a block, which in Safari takes a table's own roles away. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** The grid itself. */
export function TableGrid<T>({ table, columns, caption, onOpen, total }: Props<T>) {
  const visible = table.getVisibleLeafColumns();
  const shown = columns.filter((column) => visible.some(({ id }) => id === column.id));
  const rows = table.getRowModel().rows;
  const hasTotal = shown.some((column) => column.total);
  // One row at a time is reached by Tab; the arrow keys go on from there.
  const [reached, setReached] = useState<string | null>(null);
  const stop = rows.some((row) => row.id === reached) ? reached : rows[0]?.id;
  const all = table.getFilteredRowModel().rows.map((row) => row.original);
  return (
    <ScrollRegion label={caption}>
      <table className={css['table']} {...as.table}>
        <caption className={css['caption']}>{caption}</caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {shown.map((column) => (
              <HeadCell key={column.id} table={table} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {rows.map((row) => (
            <BodyRow key={row.id} row={row} columns={shown} onOpen={onOpen} isStop={row.id === stop} onReach={setReached} />
          ))}
        </tbody>
        {hasTotal && rows.length > 0 ? (
          <tfoot {...as.rowgroup}>
            <tr {...as.row}>
              {shown.map((column, index) => (
                <td key={column.id} {...as.cell} data-label={column.header} data-numeric={column.numeric || undefined}>
                  {column.total ? column.total(all) : index === 0 ? total : null}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </ScrollRegion>
  );
}

/** A fifth of a table or more is meant for sentences, which are not squeezed to a word a line where the table is narrow. */
function leastWidth(width: string): string | undefined {
  return width.endsWith('%') && Number.parseInt(width, 10) >= 20 ? '10rem' : undefined;
}

function HeadCell<T>({ table, column }: { readonly table: Table<T>; readonly column: Column<T> }) {
  const { t } = useTranslation();
  const state = table.getColumn(column.id);
  const sorted = state?.getIsSorted() ?? false;
  const Icon = sorted === 'asc' ? IconChevronUp : sorted === 'desc' ? IconChevronDown : IconSelector;
  return (
    <th
      {...as.columnheader}
      scope="col"
      data-numeric={column.numeric || undefined}
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      style={column.width ? { width: column.width, minWidth: leastWidth(column.width) } : undefined}
    >
      {!state?.getCanSort() ? (
        column.header
      ) : (
        <button
          type="button"
          data-print
          className={css['sort']}
          aria-label={t('table.sort_by', { column: column.header })}
          onClick={state.getToggleSortingHandler()}
        >
          <span>{column.header}</span>
          <Icon size={14} stroke={1.6} aria-hidden="true" data-active={sorted ? true : undefined} />
        </button>
      )}
    </th>
  );
}

function isControl(target: EventTarget, row: Element): boolean {
  return target instanceof Element && target !== row && target.closest('a,button,input,select,textarea,label') !== null;
}

/** The row that a key leads to; undefined where the key leads nowhere. */
function rowAt(key: string, row: HTMLTableRowElement): Element | null | undefined {
  if (key === 'ArrowDown') return row.nextElementSibling;
  if (key === 'ArrowUp') return row.previousElementSibling;
  if (key === 'Home') return row.parentElement?.firstElementChild;
  if (key === 'End') return row.parentElement?.lastElementChild;
  return undefined;
}

type RowProps<T> = {
  readonly row: Row<T>;
  readonly columns: readonly Column<T>[];
  readonly onOpen: ((row: T) => void) | undefined;
  readonly isStop: boolean;
  readonly onReach: (id: string) => void;
};

function BodyRow<T>({ row, columns, onOpen, isStop, onReach }: RowProps<T>) {
  const open = (event: MouseEvent<HTMLTableRowElement>): void => {
    if (onOpen && !isControl(event.target, event.currentTarget) && window.getSelection()?.isCollapsed !== false) onOpen(row.original);
  };
  const move = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (isControl(event.target, event.currentTarget)) return;
    const beside = rowAt(event.key, event.currentTarget);
    if (beside instanceof HTMLElement) {
      event.preventDefault();
      beside.focus();
    } else if (event.key === 'Enter' && onOpen) onOpen(row.original);
  };
  const format = useFormat();
  const written = (value: string | number | null | undefined) => (typeof value === 'number' ? format.number(value) : value);
  return (
    <tr
      {...as.row}
      {...(onOpen ? { tabIndex: isStop ? 0 : -1, onClick: open, onKeyDown: move, onFocus: () => onReach(row.id), 'data-opens': true } : {})}
    >
      {columns.map((column) => {
        const content = column.cell ? column.cell(row.original) : written(column.value(row.original));
        const shared = { 'data-label': column.acts ? undefined : column.header, 'data-numeric': column.numeric || undefined };
        return column.names ? (
          <th key={column.id} {...as.rowheader} scope="row" {...shared}>
            <div className={css['content']}>{content}</div>
          </th>
        ) : (
          <td key={column.id} {...as.cell} {...shared}>
            <div className={css['content']}>{content}</div>
          </td>
        );
      })}
    </tr>
  );
}
