// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { documentTypeAbbreviations } from './legal-form/document-types.ts';
import { documentDigits } from './legal-form/written-forms.ts';

/** A number and symbol taken apart; `year` is there in the codes of legal normative documents (`30/2020/NĐ-CP`). */
export type DocumentCode = {
  readonly number: number;
  readonly year: number | null;
  readonly symbol: string;
  /** `QĐ`; null for an official letter and for symbols that begin with no abbreviation of Decree 30/2020. */
  readonly abbreviation: string | null;
  /** What follows the abbreviation: `UBND`; of an official letter agency and drafting unit: `BNV-CCHC`. */
  readonly agency: string;
};

const largestNumber = 99_999_999;
const codePattern = /^(\d{1,8})\/(?:((?:19|20)\d\d)\/)?(.+)$/;
const symbolPattern = /^[\p{L}\d][\p{L}\d&.]*(?:-[\p{L}\d&.]+)*$/u;
const abbreviations = new Set<string>(Object.values(documentTypeAbbreviations).filter((one) => one !== null));

/**
 * Number and symbol as written: a zero before numbers below 10, the abbreviation of the type, the agency; an official
 * letter has no abbreviation (Decree 30/2020/NĐ-CP, annex I, part I, section II.3).
 *
 * @example
 * documentCode(7, 'QĐ', 'UBND') // '07/QĐ-UBND'
 * documentCode(581, null, 'BNV-CCHC') // '581/BNV-CCHC'
 */
export function documentCode(number: number, abbreviation: string | null, agency: string): string {
  return codeOf(number, abbreviation === null ? agency : `${abbreviation}-${agency}`);
}

/** Number and whole symbol as written: `07/QĐ-UBND`. */
export function codeOf(number: number, symbol: string): string {
  return `${documentDigits(number)}/${symbol}`;
}

/**
 * Reads a number and symbol the way people type it (spaces, long dashes, "Số:" in front); undefined where it is none.
 * The numeral part holds digits only (annex I, part I, section II.3), so `1367a/QĐ-UBND` is none.
 *
 * @example
 * parseDocumentCode('Số: 07/QĐ-UBND') // { number: 7, year: null, symbol: 'QĐ-UBND', abbreviation: 'QĐ', agency: 'UBND' }
 */
export function parseDocumentCode(text: string): DocumentCode | undefined {
  const plain = text
    .normalize('NFC')
    .replace(/^\s*số\s*:?\s*/iu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '');
  const match = codePattern.exec(plain);
  const [number, year, symbol = ''] = [Number(match?.[1]), match?.[2], match?.[3]];
  if (!match || number < 1 || number > largestNumber || !symbolPattern.test(symbol) || symbol.length > 60) return undefined;
  const abbreviation = symbol.split('-')[0] ?? '';
  const isNamed = abbreviations.has(abbreviation) && symbol.includes('-');
  return {
    number,
    year: year === undefined ? null : Number(year),
    symbol,
    abbreviation: isNamed ? abbreviation : null,
    agency: isNamed ? symbol.slice(abbreviation.length + 1) : symbol,
  };
}

/** The code of a parsed number and symbol in its one written form, so that `7/QĐ-UBND` and `07/QĐ-UBND` are the same. */
export function writtenCode(code: Pick<DocumentCode, 'number' | 'year' | 'symbol'>): string {
  return code.year === null ? codeOf(code.number, code.symbol) : `${documentDigits(code.number)}/${code.year}/${code.symbol}`;
}

/**
 * The symbol of a document that is to be numbered here, checked against its type.
 *
 * @throws AppError `documents.symbol_invalid`, `documents.symbol_of_other_type`
 */
export function checkSymbol(symbol: string, type: { readonly name: string; readonly abbreviation: string | null }): string {
  const plain = symbol.normalize('NFC').trim();
  if (!symbolPattern.test(plain)) throw new AppError('invalid', 'documents.symbol_invalid', { symbol });
  const [first = '', ...rest] = plain.split('-');
  const found = rest.length > 0 && abbreviations.has(first) ? first : null;
  const fits = type.abbreviation === null ? found === null : found === type.abbreviation;
  if (!fits)
    throw new AppError('invalid', 'documents.symbol_of_other_type', { symbol, type: type.name, expected: type.abbreviation ?? '–' });
  return plain;
}
