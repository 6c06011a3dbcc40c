// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fitOfCode, fitOfName, fits, isDossierCode, isNumber, ranked } from './search-rank.ts';

test('a typed number is that of a document before it is part of another', () => {
  expect(fitOfCode('1367/qd-ubnd', '1367/QĐ-UBND')).toBe(fits.code);
  expect(fitOfCode('1367', '1367/QĐ-UBND')).toBe(fits.number);
  expect(fitOfCode('136', '1367/QĐ-UBND')).toBe(fits.codeBegins);
  expect(fitOfCode('367', '1367/QĐ-UBND')).toBe(fits.words);
  expect(fitOfCode('1367', null)).toBe(fits.words);
});

test('numbers are known from words', () => {
  expect(['1367', '1367/QĐ', ' 105/KH-UBND '].map(isNumber)).toEqual([true, true, true]);
  expect(['điện biên', 'năm 2022', 'KH-UBND'].map(isNumber)).toEqual([false, false, false]);
});

test('the list with the best fit comes first, others keep their order', () => {
  const one = (title: string, fit: number) => ({ title, fit });
  const groups = [
    { key: 'pages', found: [one('Kiểm tra', fits.nameBegins)] },
    { key: 'units', found: [one('Sở', fits.words)] },
    { key: 'documents', found: [one('11367/QĐ', fits.words), one('1367/QĐ', fits.number)] },
  ];

  expect(ranked(groups).map((group) => [group.key, group.found[0]?.title])).toEqual([
    ['documents', '1367/QĐ'],
    ['pages', 'Kiểm tra'],
    ['units', 'Sở'],
  ]);
});

test('names fit by their beginning, diacritics apart', () => {
  expect(fitOfName('huyen dien', 'Huyện Điện Biên')).toBe(fits.nameBegins);
  expect(fitOfName('bien', 'Huyện Điện Biên')).toBe(fits.words);
});

test('only a whole code names a dossier', () => {
  expect(['H18.03127-261129-0002', ' h18.100-220914-0001 '].map(isDossierCode)).toEqual([true, true]);
  expect(['261129-0002', 'H18.03127-2611', '1367/QĐ-UBND', 'Lò Văn Ánh'].map(isDossierCode)).toEqual([false, false, false, false]);
});
