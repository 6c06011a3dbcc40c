// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
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

function Grown({ first, then, last }: { readonly first: readonly Row[]; readonly then: readonly Row[]; readonly last: readonly Row[] }) {
  const [rows, setRows] = useState(first);
  return (
    <>
      <button type="button" onClick={() => setRows(then)}>
        Tải thêm
      </button>
      <button type="button" onClick={() => setRows(last)}>
        Tải ít
      </button>
      {table({ rows, pageSize: 10 })}
    </>
  );
}
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

test('rows without a value come last downwards too', async () => {
  await renderPage(table({ initialSort: { column: 'count', descending: true } }));

  expect(names()).toEqual(['Zơ Râm', 'Ăn', 'Dũng', 'Đỗ Phượng', 'An', 'Ân']);
});

test('a list that is fetched anew stays on the page that is read, and goes back where the page is gone', async () => {
  const many = (count: number): readonly Row[] => Array.from({ length: count }, (_, at) => ({ name: `Dòng ${at}`, count: at }));
  const page = await renderPage(<Grown first={many(30)} then={many(31)} last={many(5)} />);
  fireEvent.click(page.getByRole('button', { name: 'Trang sau' }));
  fireEvent.click(page.getByRole('button', { name: 'Trang sau' }));
  expect(names()[0]).toBe('Dòng 20');

  fireEvent.click(page.getByRole('button', { name: 'Tải thêm' }));
  expect(names()[0]).toBe('Dòng 20');

  fireEvent.click(page.getByRole('button', { name: 'Tải ít' }));
  expect(names()[0]).toBe('Dòng 0');
});

test('a page of a longer list is sorted by the server or not at all', async () => {
  const onSort = vi.fn();
  const server = { offset: 0, total: 900, onOffset: vi.fn() };
  const { unmount } = await renderPage(table({ server }));
  expect(screen.queryByRole('button', { name: 'Sắp theo Tên' })).toBeNull();
  unmount();

  await renderPage(table({ server: { ...server, sort: { columns: ['name'], now: null, onSort } } }));
  fireEvent.click(screen.getByRole('button', { name: 'Sắp theo Tên' }));

  expect(onSort).toHaveBeenCalledWith({ column: 'name', descending: false });
  expect(screen.queryByRole('button', { name: 'Sắp theo Số' })).toBeNull();
});

test('a view is kept under its name and brings back order, columns and filter', async () => {
  localStorage.clear();
  await renderPage(table({ filter: true, views: { table: 'thu' } }));
  fireEvent.click(screen.getByRole('button', { name: 'Sắp theo Tên' }));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'n' } });
  fireEvent.click(screen.getByRole('button', { name: 'Cách xem đã lưu' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Tên cách xem' }), { target: { value: 'Chữ n' } });
  fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sắp theo Tên' }));
  expect(names()).toHaveLength(6);

  fireEvent.click(screen.getByRole('button', { name: 'Chữ n' }));

  expect(names()).toEqual(['An', 'Ăn', 'Ân', 'Dũng', 'Đỗ Phượng']);
});

test('ten thousand rows are shown page by page', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `Hồ sơ ${at}`, count: 10_000 - at }));
  await renderPage(table({ rows: many, filter: true, initialSort: { column: 'count' } }));

  expect(names()).toHaveLength(50);
  expect(names()[0]).toBe('Hồ sơ 9999');
  expect(screen.getByText('Dòng 1–50 trong 10.000', { selector: 'nav *' })).toBeTruthy();
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
