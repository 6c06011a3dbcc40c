// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readTyped } from './check-entered.ts';

test.each([
  ['1.234,5', '1234.5'],
  ['1.234', '1234'],
  ['12.345.678', '12345678'],
  ['1234.5', '1234.5'],
  ['0,125', '0.125'],
  ['0.125', '0.125'],
  ['007', '7'],
  [' ', null],
])('a typed %s is the number %s', (typed, number) => {
  expect(readTyped(typed)).toBe(number);
});

test.each(['-5', '1,2,3', 'mười', '1e3', '0,1234567'])('%s is refused, not guessed', (typed) => {
  expect(() => readTyped(typed)).toThrow(expect.objectContaining({ code: 'figures.number_unreadable' }));
});
