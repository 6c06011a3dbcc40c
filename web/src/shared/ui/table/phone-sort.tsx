// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import type { Table } from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import css from './data-table.module.css';

/** The order of the rows where a phone shows no head to press on. */
export function PhoneSort<T>({ table }: { readonly table: Table<T> }) {
  const { t } = useTranslation();
  const columns = table.getVisibleLeafColumns().filter((column) => column.getCanSort());
  if (columns.length < 2 || table.getCoreRowModel().rows.length < 3) return null;
  const [now] = table.getState().sorting;
  const options = columns.flatMap((column) => [
    { value: `asc ${column.id}`, label: `${String(column.columnDef.header)} ↑` },
    { value: `desc ${column.id}`, label: `${String(column.columnDef.header)} ↓` },
  ]);
  const choose = (value: string): void => {
    const [order, ...id] = value.split(' ');
    table.setSorting(value ? [{ id: id.join(' '), desc: order === 'desc' }] : []);
  };
  return (
    <NativeSelect
      size="sm"
      className={css['phoneSort'] ?? ''}
      aria-label={t('table.sort')}
      data={[{ value: '', label: t('table.sort') }, ...options]}
      value={now ? `${now.desc ? 'desc' : 'asc'} ${now.id}` : ''}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
