// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { readText } from '../reading/read-figures.ts';
import { isOneDigitFrom, isSlipOf } from './slips.ts';

it.each([
  ['two digits exchanged', '2.959/3.406 hồ sơ 88,68%', true],
  ['one digit wrong', '2.959/3.406 hồ sơ 36,88%', true],
  ['one digit lost', '56/20.387 hồ sơ 0,247%', true],
  ['the point moved', '27/6.105 hồ sơ 4,42%', true],
  ['one digit of the base wrong', '22.907/27.118 hồ sơ 99,09%', true],
  ['another number', '2.959/3.406 hồ sơ 71,25%', false],
  ['a percent of two digits', '2.959/3.406 hồ sơ 84%', false],
])('sees a slip of the hand in %s: %s', (_, text, expected) => {
  const [numerator, base, percent] = readText(text, 0, text.length).figures;

  expect(numerator && base && percent && isSlipOf(numerator, base, percent)).toBe(expected);
});

it('looks for a number with one other digit between two bounds', () => {
  expect([
    isOneDigitFrom(27_118, 23_116, 23_119),
    isOneDigitFrom(27_118, 25_500, 25_600),
    isOneDigitFrom(27_118, 27_117.5, 27_118.5),
  ]).toEqual([true, false, false]);
});
