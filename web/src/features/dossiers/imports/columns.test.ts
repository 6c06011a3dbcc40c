// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { columnsOf, exampleOf, missingOf, planFrom, withField } from './columns.ts';

describe('columns of a file of dossiers', () => {
  test('a field given to one column leaves the other', () => {
    expect(withField(['code', 'unit', null], 2, 'code')).toEqual([null, 'unit', 'code']);
    expect(withField(['code', null], 0, null)).toEqual([null, null]);
  });

  test('are kept by header, without those that have no name', () => {
    expect(columnsOf(['Mã', '', 'Ghi chú'], ['code', 'unit', null])).toEqual({ Mã: 'code', 'Ghi chú': null });
    expect(columnsOf(['Ngày', 'Ngày'], ['receivedAt', null])).toEqual({ Ngày: 'receivedAt' });
  });

  test('take a saved mapping over and keep what it does not name', () => {
    const shape = { headers: ['Mã', 'Nơi', 'Khác'], plan: ['code', null, 'subject'] as const };
    expect(planFrom(shape, { Nơi: 'unit', Khác: null, Vắng: 'phone' })).toEqual(['code', 'unit', null]);
  });

  test('tell which required field no column has', () => {
    const fields = [
      { field: 'code', header: 'Mã hồ sơ', isRequired: true },
      { field: 'unit', header: 'Đơn vị', isRequired: true },
      { field: 'phone', header: 'Điện thoại', isRequired: false },
    ] as const;
    expect(missingOf(fields, ['code', null]).map(({ field }) => field)).toEqual(['unit']);
  });

  test('show two different values as an example', () => {
    expect(
      exampleOf(
        [
          ['a', ' '],
          ['a', 'x'],
          ['b', 'y'],
          ['c', 'z'],
        ],
        0,
      ),
    ).toBe('a · b');
    expect(exampleOf([['a', ' '], ['a']], 1)).toBe('');
  });
});
