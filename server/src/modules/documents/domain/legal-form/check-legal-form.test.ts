// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { checkLegalForm } from './check-legal-form.ts';
import type { LegalDocument } from './model.ts';
import { sampleDocument } from './sample-document.ts';

const codesOf = (change: Partial<LegalDocument>) =>
  checkLegalForm({ ...sampleDocument, ...change }).map(({ code, where }) => `${code} ${where}`);
const signedBy = (name: string, position: string) => [{ authority: [], position, name }];

describe('form of a document', () => {
  test('a right document has no violation', () => {
    expect(checkLegalForm(sampleDocument)).toEqual([]);
  });

  test.each<[string, Partial<LegalDocument>, string]>([
    ['no motto', { motto: ' ' }, 'missing_element 1'],
    ['no agency', { issuer: { superior: 'UBND TỈNH', name: '' } }, 'missing_element 2'],
    ['issued without number', { number: { digits: null, symbol: 'TB-SNV' } }, 'missing_element 3'],
    ['issued without day', { placeAndDate: { place: 'Sông Mây', dateText: 'ngày   tháng   năm' } }, 'missing_element 4'],
    ['no subject', { subject: '' }, 'missing_element 5'],
    ['no title of a named type', { title: null }, 'missing_element 5'],
    ['no body', { body: [] }, 'missing_element 6'],
    ['nobody signs', { signers: [] }, 'missing_element 7'],
    ['no room for the seal', { sealSpaceMm: 0 }, 'missing_element 8'],
    ['no recipients', { recipients: { lines: [], archive: 'VT' } }, 'missing_element 9'],
    ['another motto', { motto: 'Độc lập – Tự do – Hạnh phúc' }, 'national_title_wording 1'],
    [
      'narrow left margin',
      { page: { bodySizePt: 14, marginsMm: { top: 20, bottom: 20, left: 25, right: 15 } } },
      'margin_out_of_range left',
    ],
    [
      'wide bottom margin',
      { page: { bodySizePt: 14, marginsMm: { top: 20, bottom: 26, left: 30, right: 15 } } },
      'margin_out_of_range bottom',
    ],
    ['title in small letters', { title: 'Thông báo' }, 'title_not_capitals 5'],
    ['title of another type', { title: 'BÁO CÁO' }, 'title_contradicts_type 5'],
    ['symbol of another type', { number: { digits: '07', symbol: 'BC-SNV' } }, 'symbol_contradicts_type 3'],
    ['symbol in small letters', { number: { digits: '07', symbol: 'TB-snv' } }, 'symbol_not_capitals 3'],
    ['number 7', { number: { digits: '7', symbol: 'TB-SNV' } }, 'number_without_leading_zero 3'],
    ['number 7a', { number: { digits: '7a', symbol: 'TB-SNV' } }, 'number_not_digits 3'],
    ['day 6', { placeAndDate: { place: 'Sông Mây', dateText: 'ngày 6 tháng 10 năm 2024' } }, 'date_without_leading_zero 4'],
    ['month 2', { placeAndDate: { place: 'Sông Mây', dateText: 'ngày 16 tháng 2 năm 2024' } }, 'date_without_leading_zero 4'],
    ['deputy without KT.', { signers: signedBy('Lò Văn A', 'PHÓ GIÁM ĐỐC') }, 'deputy_without_mark 7'],
    ['academic title', { signers: signedBy('TS. Lò Văn A', 'GIÁM ĐỐC') }, 'honorific_before_name 7: TS. Lò Văn A'],
    ['confidential', { confidentiality: 'Mật' }, 'confidential_outside_register confidentiality'],
  ])('%s', (_, change, expected) => {
    expect(codesOf(change)).toEqual([expected]);
  });

  test('an official letter has neither title nor type abbreviation', () => {
    const letter = { type: 'Công văn', title: null, subject: 'đôn đốc báo cáo' } as const;

    expect(codesOf({ ...letter, number: { digits: '581', symbol: 'SNV-CCHC' } })).toEqual([]);
    expect(codesOf({ ...letter, number: { digits: '581', symbol: 'TB-SNV' } })).toEqual(['symbol_contradicts_type 3']);
  });

  test('number and day may be blank before the document is issued', () => {
    const blank = { number: { digits: null, symbol: 'TB-SNV' }, placeAndDate: { place: 'Sông Mây', dateText: 'ngày   tháng   năm' } };

    expect(codesOf({ ...blank, stage: 'draft' })).toEqual([]);
    expect(codesOf({ ...blank, stage: 'for_signature' })).toEqual([]);
  });

  test('months 3 to 12 carry no zero, days and months 1, 2 in the body do', () => {
    expect(codesOf({ placeAndDate: { place: 'Sông Mây', dateText: 'ngày 14 tháng 9 năm 2024' } })).toEqual([]);

    const dated = (text: string) => codesOf({ body: [{ kind: 'paragraph', runs: [{ kind: 'date', text }] }] });
    expect(dated('6/9/2024')).toEqual(['date_without_leading_zero 6: 6/9/2024']);
    expect(dated('16/2/2024')).toEqual(['date_without_leading_zero 6: 16/2/2024']);
    expect(dated('06/9/2024')).toEqual([]);
    expect(dated('12/12/2024')).toEqual([]);
  });

  test('legal bases end with semicolons, the last with a full stop', () => {
    const basis = (text: string) => ({ kind: 'legal_basis', runs: [{ kind: 'text', text }] }) as const;

    expect(codesOf({ body: [basis('Căn cứ A.'), basis('Căn cứ B;')] })).toHaveLength(2);
    expect(codesOf({ body: [basis('Căn cứ A;'), basis('Căn cứ B.')] })).toEqual([]);
  });

  test('every violation cites the decree', () => {
    const citations = checkLegalForm({ ...sampleDocument, title: 'x', recipients: { lines: [], archive: '' } }).map(
      ({ citation }) => citation,
    );

    expect(citations.every((citation) => citation.startsWith('Nghị định 30/2020/NĐ-CP'))).toBe(true);
  });
});
