// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSymbol, documentCode, parseDocumentCode, writtenCode } from './document-code.ts';
import { documentTypeAbbreviations } from './legal-form/document-types.ts';

describe('number and symbol', () => {
  it('puts a zero before numbers below 10, and no abbreviation before an official letter', () => {
    expect(documentCode(7, 'QĐ', 'UBND')).toBe('07/QĐ-UBND');
    expect(documentCode(1367, 'QĐ', 'UBND')).toBe('1367/QĐ-UBND');
    expect(documentCode(581, null, 'BNV-CCHC')).toBe('581/BNV-CCHC');
  });

  it.each([
    ['1367/QĐ-UBND', 1367, null, 'QĐ', 'UBND'],
    ['07/QyĐ-UBND', 7, null, 'QyĐ', 'UBND'],
    ['Số: 1703 / KH – UBND', 1703, null, 'KH', 'UBND'],
    ['12/QĐ-BCĐCCHC', 12, null, 'QĐ', 'BCĐCCHC'],
    ['135/QĐ-TTg', 135, null, 'QĐ', 'TTg'],
    ['4089/VPCP-TTĐT', 4089, null, null, 'VPCP-TTĐT'],
    ['581/BNV-CCHC', 581, null, null, 'BNV-CCHC'],
    ['30/2020/NĐ-CP', 30, 2020, null, 'NĐ-CP'],
    ['77/2015/QH13', 77, 2015, null, 'QH13'],
  ])('reads %s', (text, number, year, abbreviation, agency) => {
    expect(parseDocumentCode(text)).toMatchObject({ number, year, abbreviation, agency });
  });

  it.each([
    '',
    '1367',
    'QĐ-UBND',
    '1367a/QĐ-UBND',
    '0/QĐ-UBND',
    '-3/QĐ-UBND',
    '1367/',
    '1367/QĐ UBND/',
    '12/<script>',
    '999999999/QĐ-UBND',
  ])('reads nothing from "%s"', (text) => {
    expect(parseDocumentCode(text)).toBeUndefined();
  });

  it('reads decomposed letters as the composed ones that are printed', () => {
    expect(parseDocumentCode('5/QyĐ-UBND'.normalize('NFD'))?.symbol).toBe('QyĐ-UBND');
    expect(parseDocumentCode('8/GM-SỞNV'.normalize('NFD'))?.symbol).toBe('GM-SỞNV'.normalize('NFC'));
  });

  it('reads back every code that it writes', () => {
    const abbreviations = Object.values(documentTypeAbbreviations);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom(...abbreviations),
        fc.constantFrom('UBND', 'SNV-CCHC', 'BCĐCCHC', 'VPCP-TTĐT'),
        (number, abbreviation, agency) => {
          const code = documentCode(number, abbreviation, agency);
          const parsed = parseDocumentCode(code);

          expect(parsed).toMatchObject({ number, abbreviation, agency, year: null });
          expect(parsed && writtenCode(parsed)).toBe(code);
        },
      ),
    );
  });
});

describe('the symbol of a document that is numbered here', () => {
  const decision = { name: 'Quyết định', abbreviation: 'QĐ' };
  const letter = { name: 'Công văn', abbreviation: null };

  it('begins with the abbreviation of its type; that of an official letter with none', () => {
    expect(checkSymbol('QĐ-UBND', decision)).toBe('QĐ-UBND');
    expect(checkSymbol('SNV-CCHC', letter)).toBe('SNV-CCHC');
    expect(() => checkSymbol('KH-UBND', decision)).toThrow(/symbol_of_other_type/);
    expect(() => checkSymbol('UBND', decision)).toThrow(/symbol_of_other_type/);
    expect(() => checkSymbol('QĐ-UBND', letter)).toThrow(/symbol_of_other_type/);
  });

  it.each(['', 'QĐ UBND', 'QĐ--UBND', 'QĐ-UBND-', '=1+1', 'QĐ/UBND'])('refuses "%s"', (symbol) => {
    expect(() => checkSymbol(symbol, decision)).toThrow(/symbol_invalid/);
  });
});

describe('the 29 types', () => {
  const seed = JSON.parse(readFileSync(new URL('../../../../seeds/document-types.json', import.meta.url), 'utf8')) as {
    types: { code: string; name: string; abbreviation: string | null }[];
  };

  it('are the same in the data and in the legal form, in the order of the decree', () => {
    expect(seed.types.map(({ name, abbreviation }) => [name, abbreviation])).toEqual(Object.entries(documentTypeAbbreviations));
  });

  it('have 27 abbreviations, each once', () => {
    const abbreviations = seed.types.flatMap(({ abbreviation }) => (abbreviation === null ? [] : [abbreviation]));
    expect(seed.types).toHaveLength(29);
    expect(new Set(abbreviations).size).toBe(27);
    expect(new Set(seed.types.map(({ code }) => code)).size).toBe(29);
  });
});
