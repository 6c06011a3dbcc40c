// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { dayEndingAt, formatDay, formatInstant, parseDay } from './days.ts';
import { decimalsOf, formatBytes, formatNumber, formatPercent, padded, roundTo } from './numbers.ts';
import { compareVietnamese, matches } from './text.ts';

test('numbers are written as Vietnamese documents write them, and the English way in English', () => {
  expect(formatNumber('5369')).toBe('5.369');
  expect(formatNumber('1234567.5')).toBe('1.234.567,5');
  expect(formatNumber('5369.25', 'en')).toBe('5,369.25');
  expect(formatNumber(-12)).toBe('−12');
  expect(formatPercent('95.5')).toBe('95,5\u00a0%');
  expect(formatBytes(1_536_000)).toBe('1,5\u00a0MB');
});

test('a decimal text keeps all of its digits', () => {
  expect(formatNumber('123456789012345678901234.10')).toBe('123.456.789.012.345.678.901.234,10');
});

test('a column of decimals stands in line', () => {
  const column = ['50.3', '47.44', '8'];

  expect(column.map((value) => formatNumber(padded(value, decimalsOf(column))))).toEqual(['50,30', '47,44', '8,00']);
});

test('rounding is half away from zero', () => {
  expect(roundTo(45.455, 2)).toBe(45.46);
  expect(roundTo(33.3333, 2)).toBe(33.33);
  expect(roundTo(-0.5, 0)).toBe(-1);
});

test('days are shown and typed day before month', () => {
  expect(formatDay('2022-09-14')).toBe('14/09/2022');
  expect(parseDay('6/9/2022')).toBe('2022-09-06');
  expect(parseDay('06092022')).toBe('2022-09-06');
  expect(parseDay('29/02/2023')).toBeNull();
  expect(parseDay('13/13/2022')).toBeNull();
});

test('an instant is told in the time of Việt Nam', () => {
  expect(formatInstant('2022-09-14T18:30:00Z')).toBe('15/09/2022 01:30');
});

test('the last minute of a day in Việt Nam is that day, any other minute is none', () => {
  expect(dayEndingAt('2026-11-30T23:59:00+07:00')).toBe('2026-11-30');
  expect(dayEndingAt('2026-11-30T16:59:00Z')).toBe('2026-11-30');
  expect(dayEndingAt('2026-11-30T17:00:00+07:00')).toBeNull();
});

test('search needs no diacritics and takes words in any order', () => {
  expect(matches('dien bien', 'Huyện Điện Biên')).toBe(true);
  expect(matches('bien huyen', 'Huyện Điện Biên')).toBe(true);
  expect(matches('dien chau', 'Huyện Điện Biên')).toBe(false);
});

test('đ follows d, and numbers inside names sort by value', () => {
  expect(['Đoàn số 10', 'Đoàn số 2', 'Dân vận'].sort(compareVietnamese)).toEqual(['Dân vận', 'Đoàn số 2', 'Đoàn số 10']);
});
