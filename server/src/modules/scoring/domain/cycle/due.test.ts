// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { withTimeLeft } from './due.ts';

const units = [
  { name: 'past', due: '2026-03-01' },
  { name: 'today', due: '2026-03-02' },
  { name: 'none', due: null },
  { name: 'extended', due: '2026-03-09' },
];

test('a unit has time left up to its last day and on it, the longest time first', () => {
  expect(withTimeLeft(units, '2026-03-02').map(({ name }) => name)).toEqual(['extended', 'today']);
  expect(withTimeLeft(units, '2026-03-10')).toEqual([]);
});

test('where no last day was set, no time is taken from anybody', () => {
  expect(withTimeLeft([{ due: null }], '2026-03-02')).toEqual([]);
});
