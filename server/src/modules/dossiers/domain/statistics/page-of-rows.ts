// SPDX-License-Identifier: Apache-2.0
import { compareVietnamese, fold } from '#kernel/vietnamese-text';
import { type Counts, form06aRow } from './form-06a.ts';

/** By what rows are ordered: their name, a numbered column of form II.06a, or how many dossiers are late or overdue. */
export const rowOrders = ['label', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', 'behind'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** The part of a list that is asked for: rows whose code or name has the words of `search`, in their order, `limit` of them after `offset`. */
export type RowPage = {
  readonly sort?: RowOrder | undefined;
  readonly order: 'asc' | 'desc';
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

type Row = { readonly code: string | null; readonly label: string; readonly counts: Counts };

/**
 * One page of rows, and how many match in all. Rows that are equal in what they are ordered by stand by name, so that no row is on two
 * pages; without an order they stay as they came.
 */
export function pageOfRows<R extends Row>(rows: readonly R[], page: RowPage): { readonly rows: R[]; readonly count: number } {
  const found = searched(rows, page.search);
  if (page.sort) sortRows(found, page.sort, page.order === 'desc' ? -1 : 1);
  return { rows: found.slice(page.offset, page.offset + page.limit), count: found.length };
}

/** The rows whose code or name has every word, whatever the marks and capitals. */
export function searched<R extends Omit<Row, 'counts'>>(rows: readonly R[], search = ''): R[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return words.length === 0 ? [...rows] : rows.filter((row) => hasAll(fold(`${row.code ?? ''} ${row.label}`), words));
}

const hasAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

function sortRows(rows: Row[], sort: RowOrder, sign: 1 | -1): void {
  if (sort === 'label') {
    rows.sort((a, b) => sign * compareNames(a, b));
    return;
  }
  rows.sort((a, b) => sign * (amount(a.counts, sort) - amount(b.counts, sort)) || compareNames(a, b));
}

/** By Vietnamese name, those of one name by code. */
export const compareNames = (a: Omit<Row, 'counts'>, b: Omit<Row, 'counts'>): number =>
  compareVietnamese(a.label, b.label) || compareVietnamese(a.code ?? '', b.code ?? '');

/** What a row is ordered by. */
export function amount(counts: Counts, sort: Exclude<RowOrder, 'label'>): number {
  return sort === 'behind' ? counts.late + counts.overdue : form06aRow(counts)[Number(sort) as keyof ReturnType<typeof form06aRow>];
}
