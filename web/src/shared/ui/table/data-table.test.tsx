// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import type { Column } from './column.ts';
import { DataTable } from './data-table.tsx';

type Row = { readonly name: string; readonly count: number | null };
const rows: readonly Row[] = [
  { name: 'Đỗ Phượng', count: 9 },
  { name: 'Ân', count: null },
  { name: 'Zơ Râm', count: 100 },
  { name: 'Ăn', count: 21 },
  { name: 'An', count: 3 },
  { name: 'Dũng', count: 20 },
];
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Tên', names: true, value: (row) => row.name },
  {
    id: 'count',
    header: 'Số',
    numeric: true,
    value: (row) => row.count,
    total: (all) => all.reduce((sum, row) => sum + (row.count ?? 0), 0),
  },
];
const table = (more: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) => (
  <DataTable caption="Danh sách" columns={columns} rows={rows} rowId={(row) => row.name} empty={null} {...more} />
);
const names = (): (string | null)[] => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('names are sorted by the Vietnamese alphabet', async () => {
  await renderPage(table());
  fireEvent.click(screen.getByRole('button', { name: 'Sắp theo Tên' }));

  expect(names()).toEqual(['An', 'Ăn', 'Ân', 'Dũng', 'Đỗ Phượng', 'Zơ Râm']);
  expect(screen.getByRole('columnheader', { name: /Tên/ }).getAttribute('aria-sort')).toBe('ascending');
});

test('numbers are sorted by value and rows without one come last', async () => {
  await renderPage(table({ initialSort: { column: 'count' } }));

  expect(names()).toEqual(['An', 'Đỗ Phượng', 'Dũng', 'Ăn', 'Zơ Râm', 'Ân']);
});

test('the filter finds words without diacritics', async () => {
  await renderPage(table({ filter: true }));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'do phuong' } });

  expect(names()).toEqual(['Đỗ Phượng']);
});

test('the total line counts all rows that match, not only those on the page', async () => {
  await renderPage(table({ pageSize: 2 }));

  expect(screen.getAllByRole('rowheader')).toHaveLength(2);
  expect(screen.getByText('153')).toBeTruthy();
});

test('arrow keys go from row to row and Enter opens', async () => {
  const open = vi.fn();
  await renderPage(table({ onOpen: open }));
  const [, first, second] = screen.getAllByRole('row');
  first?.focus();
  fireEvent.keyDown(first!, { key: 'ArrowDown' });

  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second!, { key: 'Enter' });
  expect(open).toHaveBeenCalledWith(rows[1]);
});

test('an empty list shows what belongs there instead of an empty grid', async () => {
  await renderPage(table({ rows: [], empty: <p>Chưa có dòng nào</p> }));

  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('Chưa có dòng nào')).toBeTruthy();
});
