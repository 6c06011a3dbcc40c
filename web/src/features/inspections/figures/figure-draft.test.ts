// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { codeOf, decimalOf, draftOf, draftOfRead, isComplete, partsOf, sumOf } from './figure-draft.ts';

test('numbers typed the Vietnamese way become exact decimals', () => {
  expect(decimalOf('5.369')).toBe('5369');
  expect(decimalOf('1.234.567,5')).toBe('1234567.5');
  expect(decimalOf('45,45')).toBe('45.45');
  expect(decimalOf('45.45 %')).toBe('45.45');
  expect(decimalOf('bảy')).toBeNull();
  expect(decimalOf('')).toBeNull();
});

test('the parts of a sum are shown with points between thousands and are sent back as they were', () => {
  const parts = [
    { label: 'Đúng hạn', value: '18254' },
    { label: 'Tạm dừng', value: '94.5' },
  ];
  const draft = { ...draftOf(null), parts: parts.map((part, key) => ({ key, label: part.label, value: part.value.replace('.', ',') })) };

  expect(partsOf(draft.parts)).toEqual(parts);
});

test('a part of which only one half can be read keeps the figure from being saved', () => {
  const part = (label: string, value: string) => ({ key: 1, label, value });
  const sum = { ...draftOf(null), kind: 'sum' as const, label: 'Hồ sơ', code: 'ho_so', numerator: '25.718' };

  expect(isComplete({ ...sum, parts: [part('Đúng hạn', '18.254'), part('', '')] })).toBe(true);
  expect(isComplete({ ...sum, parts: [part('Đúng hạn', 'mười tám')] })).toBe(false);
  expect(isComplete({ ...sum, parts: [part('', '18.254')] })).toBe(false);
});

test('a number that cannot be read is not dropped in silence', () => {
  const ratio = { ...draftOf(null), label: 'Xã', code: 'xa', numerator: '7', denominator: '21' };

  expect(isComplete(ratio)).toBe(true);
  expect(isComplete({ ...ratio, denominator: 'hai mốt' })).toBe(false);
});

test('parts are added exactly', () => {
  expect(sumOf(['18254', '7139', '94', '231'])).toBe('25718');
  expect(sumOf(['0.1', '0.2'])).toBe('0.3');
  expect(sumOf(['1.50', '2.50'])).toBe('4');
  expect(sumOf([])).toBe('0');
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
