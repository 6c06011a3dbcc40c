// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { gapsFrom } from './gaps.ts';

const year = (number: number, status: 'confirmed' | 'draft' = 'confirmed') => ({ year: number, status });

test('tells of the years that terms of eighteen months reach, with the days that are left', () => {
  expect(gapsFrom('2026-11-23', [year(2026)])).toEqual([
    { year: 2027, state: 'missing', daysLeft: 39, urgency: 'soon' },
    { year: 2028, state: 'missing', daysLeft: 404, urgency: 'ahead' },
  ]);
  expect(gapsFrom('2026-06-30', [year(2026), year(2027)])).toEqual([]);
  expect(gapsFrom('2026-07-01', [year(2026), year(2027)])).toMatchObject([{ year: 2028, urgency: 'ahead' }]);
});

test('a draft is a gap too, and a year that has begun is needed now', () => {
  expect(gapsFrom('2027-01-01', [year(2026), year(2027, 'draft'), year(2028)])).toEqual([
    { year: 2027, state: 'draft', daysLeft: 0, urgency: 'now' },
  ]);
});
