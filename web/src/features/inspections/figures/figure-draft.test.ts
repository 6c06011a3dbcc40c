// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { decimalOf, partsOf } from './figure-draft.ts';

test('numbers typed the Vietnamese way become exact decimals', () => {
  expect(decimalOf('5.369')).toBe('5369');
  expect(decimalOf('1.234.567,5')).toBe('1234567.5');
  expect(decimalOf('45,45')).toBe('45.45');
  expect(decimalOf('45.45 %')).toBe('45.45');
  expect(decimalOf('bảy')).toBeNull();
  expect(decimalOf('')).toBeNull();
});

test('lines of parts are read by their last equals sign, and other lines are left out', () => {
  expect(partsOf('đúng hạn = 18.254\ntrước hạn = 7.139\nghi chú')).toEqual([
    { label: 'đúng hạn', value: '18254' },
    { label: 'trước hạn', value: '7139' },
  ]);
});
