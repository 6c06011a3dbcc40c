// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks';
import type { Sort } from '../../shared/ui/table/use-table.ts';
import type { RowsAsked } from './dossiers.api.ts';

/** What rows are ordered by, looked for and turned to, as it stands in the address. */
export const firstRows = { sort: 'c3', order: 'desc', search: '', offset: '' };

export const rowsOfPage = 50;

export type RowPages = {
  readonly asked: RowsAsked;
  readonly search: string;
  readonly sort: Sort;
  readonly change: (change: Partial<typeof firstRows>) => void;
};

/** The rows of a table that the server orders and pages; `sort` is a column of the table: `label` or `c` and its number in the form. */
export function useRowPages(address: typeof firstRows, change: RowPages['change']): RowPages {
  const [search] = useDebouncedValue(address.search.trim(), 200);
  const order = address.order === 'asc' ? 'asc' : 'desc';
  return {
    asked: {
      sort: address.sort.replace(/^c/, ''),
      order,
      search: search || undefined,
      offset: Number.parseInt(address.offset, 10) || 0,
      limit: rowsOfPage,
    },
    search: address.search,
    sort: { column: address.sort, descending: order === 'desc' },
    change,
  };
}
