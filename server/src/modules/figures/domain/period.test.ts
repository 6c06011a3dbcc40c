// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readPeriod } from './period.ts';

test.each(['0000', '0001', '9999', '9999-12', '9999-Q4', '0000-01-01..0000-01-02', '2022-01-01..9999-12-31', '1899-H1'])(
  '%s is no period: the calendar cannot count with its days',
  (key) => {
    expect(readPeriod(key)).toBeUndefined();
  },
);

test('the edges of the years are periods', () => {
  expect([readPeriod('1900')?.from, readPeriod('2200')?.to, readPeriod('2200-12')?.to]).toEqual(['1900-01-01', '2200-12-31', '2200-12-31']);
});
