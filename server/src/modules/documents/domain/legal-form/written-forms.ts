// SPDX-License-Identifier: Apache-2.0
import { isDay } from '#kernel/dates';
import { type DocumentTypeName, documentTypeAbbreviations } from './document-types.ts';
import type { Annex, LegalDocument, Signer } from './model.ts';

/** Element 1 (Decree 30/2020/NĐ-CP, annex I, part I, section II.1). */
export const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const nationalMotto = 'Độc lập - Tự do - Hạnh phúc';

const blank = (width: number) => '\u00a0'.repeat(width);

/**
 * Number of a document as written: a zero before numbers below 10 (Decree 30/2020/NĐ-CP, annex I, part I, section II.3).
 *
 * @example
 * documentDigits(7) // '07'
 */
export function documentDigits(sequence: number): string {
  return String(sequence).padStart(2, '0');
}

/**
 * Symbol of a named type: `TB` and `UBND` give `TB-UBND`; of an official letter, which has no abbreviation:
 * agency and drafting unit, for example `UBND-NC`.
 */
export function documentSymbol(type: DocumentTypeName, ...groups: readonly string[]): string {
  const abbreviation = documentTypeAbbreviations[type];
  return (abbreviation === null ? groups : [abbreviation, ...groups]).join('-');
}

/**
 * Date of element 4: zero before days below 10 and months 1 and 2 (section II.4); blanks where the day is not known yet.
 *
 * @example
 * longDate('2022-02-06') // 'ngày 06 tháng 02 năm 2022'
 */
export function longDate(day: string | null): string {
  if (day === null || !isDay(day)) return `ngày${blank(6)}tháng${blank(6)}năm${blank(8)}`;
  const month = Number(day.slice(5, 7));
  return `ngày ${day.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}

/** Line of element 3; the digits stay blank until the document is numbered. */
export function numberLine(doc: Pick<LegalDocument, 'number'>): string {
  const { digits, symbol } = doc.number;
  return digits === null ? `Số:${blank(7)}/${symbol}` : `Số: ${digits}/${symbol}`;
}

/** Line of element 4. */
export function placeDateLine(doc: Pick<LegalDocument, 'placeAndDate'>): string {
  return `${doc.placeAndDate.place}, ${doc.placeAndDate.dateText}`;
}

/** Lines of capitals above a signature: authority marks first, the own position last (section II.7). */
export function signerHead(signer: Signer): readonly string[] {
  const marks = signer.authority.map(({ mark, of }) => `${mark} ${of}`);
  return [...marks, ...(signer.position === null ? [] : [signer.position])].flatMap((line) => line.split('\n'));
}

/** Lines of element 9 with their dashes and stops (section II.9). */
export function recipientLines(doc: Pick<LegalDocument, 'recipients'>): readonly string[] {
  return [...doc.recipients.lines.map((line) => `- ${line};`), `- Lưu: ${doc.recipients.archive}.`];
}

/** Line in brackets that ties an annex to its document (section III.1). */
export function annexTie(doc: LegalDocument): string {
  const number = numberLine(doc).replace(/^Số:\s?/, 'số ');
  return `(Kèm theo ${doc.type} ${number} ${doc.placeAndDate.dateText})`;
}

/** Label and title of an annex as one list of lines. */
export function annexHead(annex: Annex): readonly string[] {
  return [annex.label, ...annex.title.split('\n')];
}
