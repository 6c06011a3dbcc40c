// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { formatFixed } from '../decimal.ts';
import { type NumberHints, readNumber } from './number-format.ts';

const read = (raw: string, follows: NumberHints['follows'] = 'other', hasEnglishCommas = false): string | undefined => {
  const written = readNumber(raw, { follows, hasEnglishCommas });
  return written && formatFixed(written.value);
};

it.each([
  ['5.369', 'countable', '5.369'],
  ['5369', 'countable', '5.369'],
  ['05', 'countable', '5'],
  ['1.234,5', 'other', '1.234,5'],
  ['1,234.5', 'other', '1.234,5'],
  ['99.60', 'percent', '99,60'],
  ['99,60', 'percent', '99,60'],
  ['98.125', 'percent', '98,125'],
  ['5,65', 'multiplier', '5,65'],
  ['1,488', 'multiplier', '1,488'],
  ['87,602', 'other', '87,602'],
  ['19,630', 'countable', '19.630'],
  ['2,129,000', 'other', '2.129.000'],
] as const)('reads %s before a %s word as %s', (raw, follows, expected) => {
  expect(read(raw, follows)).toBe(expected);
});

it('reads a comma as thousands in a table that groups with commas', () => {
  expect(read('469,030', 'other', true)).toBe('469.030');
});

it('refuses dates and telephone numbers', () => {
  expect([read('22.06.2015'), read('0215'), read('0215.3825.123'), read('1.23.4')]).toEqual([undefined, undefined, undefined, undefined]);
});
