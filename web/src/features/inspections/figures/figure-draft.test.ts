// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { codeOf, decimalOf, draftOfRead, partsOf } from './figure-draft.ts';

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

test('a figure read in a report begins a declared one', () => {
  const read = { quote: '12/18 thôn, bản (đạt 66,67%)', numerator: 12, denominator: 18, statedPercent: 66.67 };

  expect(draftOfRead(read)).toMatchObject({
    label: 'Thôn, bản',
    code: 'thon_ban',
    kind: 'ratio',
    numerator: '12',
    denominator: '18',
    statedPercent: '66,67',
  });
});

test('a code is made of plain letters and does not begin with a digit', () => {
  expect(codeOf('04 hệ thống quản lý Đất đai')).toBe('he_thong_quan_ly_dat_dai');
});
