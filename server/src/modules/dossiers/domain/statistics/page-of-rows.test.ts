// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCounts } from './form-06a.ts';
import { pageOfRows, type RowPage, rowOrders } from './page-of-rows.ts';

const row = (code: string, label: string, late = 0, overdue = 0) => ({
  code,
  label,
  counts: { ...noCounts, late, overdue, open: overdue },
});
const rows = [row('1.2', 'Đăng ký khai sinh', 2, 0), row('1.10', 'Chứng thực bản sao', 0, 5), row('1.3', 'Cấp bản sao trích lục', 2, 1)];
const page: RowPage = { order: 'asc', offset: 0, limit: 50 };
const codes = (asked: Partial<RowPage>): (string | null)[] => pageOfRows(rows, { ...page, ...asked }).rows.map(({ code }) => code);

describe('rows of statistics', () => {
  test('stay as they came without an order', () => {
    expect(codes({})).toEqual(['1.2', '1.10', '1.3']);
  });

  test('are ordered by a column, equal ones by Vietnamese name', () => {
    expect(codes({ sort: '10', order: 'desc' })).toEqual(['1.3', '1.2', '1.10']);
    expect(codes({ sort: 'behind', order: 'desc' })).toEqual(['1.10', '1.3', '1.2']);
    expect(codes({ sort: '13' })).toEqual(['1.2', '1.3', '1.10']);
    expect(codes({ sort: 'label' })).toEqual(['1.3', '1.10', '1.2']);
  });

  test('are found by words of code and name without marks', () => {
    expect(pageOfRows(rows, { ...page, search: 'sao BAN', limit: 1 })).toMatchObject({ count: 2, rows: [{ code: '1.10' }] });
    expect(codes({ search: '1.2 dang' })).toEqual(['1.2']);
    expect(codes({ search: 'không có' })).toEqual([]);
  });

  test('page after page are every row once, in every order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3)), { maxLength: 40 }),
        fc.constantFrom(...rowOrders),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 7 }),
        (made, sort, order, limit) => {
          const many = made.map(([name, late, overdue], index) => row(String(index), `Thủ tục ${name}`, late, overdue));
          const pages = Array.from({ length: Math.ceil(many.length / limit) }, (_, index) =>
            pageOfRows(many, { sort, order, offset: index * limit, limit }).rows.map(({ code }) => code),
          );
          expect(pages.flat().toSorted()).toEqual(many.map(({ code }) => code).toSorted());
        },
      ),
    );
  });
});
