// SPDX-License-Identifier: Apache-2.0

import { documentTypeAbbreviations, mixedCaseAbbreviations } from './document-types.ts';
import { runsOf } from './figure-runs.ts';
import type { LegalDocument } from './model.ts';
import { bodySizeRangePt, marginRangesMm, type PageMargins } from './page-form.ts';
import { nationalMotto, nationalTitle } from './written-forms.ts';

export type LegalFormViolationCode =
  | 'missing_element'
  | 'national_title_wording'
  | 'margin_out_of_range'
  | 'body_size_out_of_range'
  | 'title_not_capitals'
  | 'title_contradicts_type'
  | 'symbol_contradicts_type'
  | 'symbol_not_capitals'
  | 'number_not_digits'
  | 'number_without_leading_zero'
  | 'date_without_leading_zero'
  | 'deputy_without_mark'
  | 'honorific_before_name'
  | 'legal_basis_punctuation'
  | 'confidential_outside_register';

/** One breach of the form: what, where, and the rule it breaks. */
export type LegalFormViolation = { readonly code: LegalFormViolationCode; readonly where: string; readonly citation: string };

const decree = 'Nghị định 30/2020/NĐ-CP';
const annex = (section: string): string => `${decree}, Phụ lục I, Phần I, mục ${section}`;
const violation = (code: LegalFormViolationCode, where: string, citation: string): LegalFormViolation => ({ code, where, citation });

/** What is wrong with the form of a document by Decree 30/2020/NĐ-CP; an empty list where nothing is. */
export function checkLegalForm(doc: LegalDocument): readonly LegalFormViolation[] {
  const checks = [missingElements, nationalWords, page, titleOf, symbol, number, dates, signatures, bases, secrecy];
  return checks.flatMap((check) => check(doc));
}

const isEmpty = (text: string | null | undefined): boolean => text === null || text === undefined || text.trim() === '';

/** The nine elements of art. 8(2); number and day may be blank until the document is issued. */
function missingElements(doc: LegalDocument): readonly LegalFormViolation[] {
  const issued = doc.stage === 'issued';
  const absent: Readonly<Record<string, boolean>> = {
    '1': isEmpty(doc.nationalTitle) || isEmpty(doc.motto),
    '2': isEmpty(doc.issuer.name),
    '3': isEmpty(doc.number.symbol) || (issued && isEmpty(doc.number.digits)),
    '4': isEmpty(doc.placeAndDate.place) || (issued && !/\d/.test(doc.placeAndDate.dateText)),
    '5': isEmpty(doc.subject) || (documentTypeAbbreviations[doc.type] !== null && isEmpty(doc.title)),
    '6': doc.body.length === 0,
    '7':
      doc.signers.length === 0 ||
      doc.signers.some((signer) => isEmpty(signer.name) || (signer.authority.length === 0 && isEmpty(signer.position))),
    '8': doc.signers.length > 0 && doc.sealSpaceMm <= 0,
    '9': doc.recipients.lines.length === 0 || isEmpty(doc.recipients.archive),
  };
  return Object.entries(absent).flatMap(([element, missing]) =>
    missing ? [violation('missing_element', element, `${decree}, Điều 8, khoản 2`)] : [],
  );
}

function nationalWords(doc: LegalDocument): readonly LegalFormViolation[] {
  const right = doc.nationalTitle === nationalTitle && doc.motto === nationalMotto;
  return right || isEmpty(doc.nationalTitle) || isEmpty(doc.motto) ? [] : [violation('national_title_wording', '1', annex('II.1'))];
}

function page({ page: { marginsMm, bodySizePt } }: LegalDocument): readonly LegalFormViolation[] {
  const sides: readonly (keyof PageMargins)[] = ['top', 'bottom', 'left', 'right'];
  const outside = sides.filter((side) => marginsMm[side] < marginRangesMm[side][0] || marginsMm[side] > marginRangesMm[side][1]);
  const size = bodySizePt < bodySizeRangePt[0] || bodySizePt > bodySizeRangePt[1];
  return [
    ...outside.map((side) => violation('margin_out_of_range', side, annex('I.3'))),
    ...(size ? [violation('body_size_out_of_range', '6', annex('II.6'))] : []),
  ];
}

const bareTypeName = (doc: LegalDocument): string => doc.type.replace(/ \(.*\)$/, '');

function titleOf(doc: LegalDocument): readonly LegalFormViolation[] {
  if (doc.title === null || isEmpty(doc.title)) return [];
  const upper = doc.title.toLocaleUpperCase('vi');
  return [
    ...(doc.title === upper ? [] : [violation('title_not_capitals', '5', annex('II.5'))]),
    ...(upper.startsWith(bareTypeName(doc).toLocaleUpperCase('vi')) ? [] : [violation('title_contradicts_type', '5', `${decree}, Điều 7`)]),
  ];
}

const typeAbbreviations: readonly string[] = Object.values(documentTypeAbbreviations).filter((abbreviation) => abbreviation !== null);

function symbol(doc: LegalDocument): readonly LegalFormViolation[] {
  if (isEmpty(doc.number.symbol)) return [];
  const [first = '', ...rest] = doc.number.symbol.split('-');
  const expected = documentTypeAbbreviations[doc.type];
  const contradicts = expected === null ? typeAbbreviations.includes(first) : first !== expected;
  const small = [first, ...rest].some((group) => group !== group.toLocaleUpperCase('vi') && !mixedCaseAbbreviations.includes(group));
  return [
    ...(contradicts ? [violation('symbol_contradicts_type', '3', `${decree}, Phụ lục III`)] : []),
    ...(small || /\s/.test(doc.number.symbol) ? [violation('symbol_not_capitals', '3', annex('II.3'))] : []),
  ];
}

function number({ number: { digits } }: LegalDocument): readonly LegalFormViolation[] {
  if (digits === null || digits === '') return [];
  if (!/^\d+$/.test(digits)) return [violation('number_not_digits', '3', annex('II.3'))];
  return digits.length < 2 ? [violation('number_without_leading_zero', '3', annex('II.3'))] : [];
}

// A single digit as day, or as month 1 or 2, in "ngày 5 tháng 2" or "5/2/2022".
const bareDay = /(?<!\d)(?:ngày \d(?!\d)|tháng [12](?!\d)|\d\/\d{1,2}\/\d{4}|\d{2}\/[12]\/\d{4})/iu;

function dates(doc: LegalDocument): readonly LegalFormViolation[] {
  const header = bareDay.test(doc.placeAndDate.dateText) ? [violation('date_without_leading_zero', '4', annex('II.4'))] : [];
  const body = runsOf(doc).filter((run) => run.kind === 'date' && bareDay.test(run.text));
  return [...header, ...body.map((run) => violation('date_without_leading_zero', `6: ${run.text}`, annex('II.4')))];
}

const honorific = /^(?:GS|PGS|TS|ThS|Th\.S|BS|KS|CN|NGƯT|NGND|NSND|NSƯT)\b\.?\s?/u;

/** A deputy who signs alone needs KT., TL. or TUQ.; several signers of minutes sign in their own role (art. 13). */
function signatures(doc: LegalDocument): readonly LegalFormViolation[] {
  const alone = doc.signers.length === 1;
  return doc.signers.flatMap((signer) => {
    const marked = signer.authority.some(({ mark }) => mark !== 'TM.' && mark !== 'Q.');
    const deputy = alone && !marked && /^PHÓ\s/u.test(signer.position ?? '');
    return [
      ...(deputy ? [violation('deputy_without_mark', '7', `${decree}, Điều 13; ${annex('II.7')}`)] : []),
      ...(honorific.test(signer.name) ? [violation('honorific_before_name', `7: ${signer.name}`, annex('II.7'))] : []),
    ];
  });
}

/** Each legal basis ends with a semicolon, the last with a full stop. */
function bases(doc: LegalDocument): readonly LegalFormViolation[] {
  const texts = doc.body.flatMap((block) => (block.kind === 'legal_basis' ? [block.runs.map((run) => run.text).join('')] : []));
  const wrong = texts.filter((text, at) => !text.trimEnd().endsWith(at === texts.length - 1 ? '.' : ';'));
  return wrong.map((text) => violation('legal_basis_punctuation', `6: ${text}`, annex('II.6')));
}

function secrecy(doc: LegalDocument): readonly LegalFormViolation[] {
  return doc.confidentiality === null ? [] : [violation('confidential_outside_register', 'confidentiality', `${decree}, Điều 22, khoản 4`)];
}
