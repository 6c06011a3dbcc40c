// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { IconSearch } from '../icons.ts';
import type { Column } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';
import css from './data-table.module.css';
import { Pager } from './pager.tsx';
import { PhoneSort } from './phone-sort.tsx';
import { TableGrid } from './table-grid.tsx';
import { type ServerPaging, useTable } from './use-table.ts';
import { ViewMenu } from './views/view-menu.tsx';

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
  readonly server?: ServerPaging;
  readonly filter?: boolean;
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
  /** Views of the table can be kept under this name, with the filters that the page itself holds. */
  readonly views?: {
    readonly table: string;
    readonly filters?: Readonly<Record<string, string>>;
    readonly onFilters?: (filters: Readonly<Record<string, string>>) => void;
  };
};

/** The one table of the house: Vietnamese order, sticky head, chosen columns, saved views, keyboard rows, a total line, paging and print. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, rowId, server, pageSize = 50, filter = false, views } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const view = useTable({ columns, rows, rowId, initialSort: props.initialSort, pageSize, server });
  const { table, count } = view;
  const menu = views ? (
    <ViewMenu
      table={views.table}
      look={{ ...view.look, filters: views.filters ?? {} }}
      onLook={(look) => {
        view.setLook(look);
        views.onFilters?.(look.filters);
      }}
    />
  ) : null;
  if (rows.length === 0 && (server?.offset ?? 0) === 0) {
    return (
      <div>
        {props.tools || menu ? (
          <div className={`${css['tools']} no-print`}>
            {props.tools}
            <span className={css['count']} />
            {menu}
          </div>
        ) : null}
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
            value={view.query}
            onChange={(event) => view.setQuery(event.currentTarget.value)}
            className={css['filter'] ?? ''}
          />
        ) : null}
        {props.tools}
        <span className={css['count']} aria-live="polite">
          {t('table.rows', { count, formatted: format.number(count) })}
        </span>
        <PhoneSort table={table} />
        {menu}
        <ColumnChooser table={table} />
      </div>
      <TableGrid table={table} columns={columns} caption={props.caption} onOpen={props.onOpen} total={t('table.total')} />
      {count === 0 ? <p className={css['none']}>{t('table.none_match')}</p> : null}
      <Pager offset={view.from} pageSize={pageSize} total={count} onOffset={view.turn} />
    </div>
  );
}
