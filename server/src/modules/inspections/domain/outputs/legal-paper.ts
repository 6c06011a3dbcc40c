// SPDX-License-Identifier: Apache-2.0
import { isDay, vietnameseDay } from '#kernel/dates';
import type { Block, DocumentTypeName, LegalDocument, Recipients, Signer } from '#modules/documents';
import type { Issuer, PaperFacts } from './facts.ts';

/** What differs between the papers of an inspection. */
export type LegalPaper = {
  readonly type: DocumentTypeName;
  readonly paper: PaperFacts;
  readonly symbol: string;
  readonly issuer: Issuer;
  readonly subject: string;
  readonly body: readonly Block[];
  readonly signers: readonly Signer[];
  readonly recipients: Recipients;
};

/** Room for what is written in by hand. */
export const blankLine = '……………………';

const blank = (width: number): string => '\u00a0'.repeat(width);
const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** A paper of an inspection in the legal form: national title, sheet and blanks are the same for all. */
export function legalPaper(parts: LegalPaper): LegalDocument {
  const { paper, issuer } = parts;
  return {
    stage: paper.stage,
    type: parts.type,
    nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    issuer: { superior: issuer.superior === null ? null : capitals(issuer.superior), name: capitals(issuer.name) },
    number: { digits: paper.sequence === null ? null : String(paper.sequence).padStart(2, '0'), symbol: parts.symbol },
    placeAndDate: { place: paper.place, dateText: writtenDate(paper.issuedOn) },
    title: capitals(parts.type),
    subject: keepingYears(parts.subject),
    addressees: [],
    body: parts.body,
    signers: parts.signers,
    sealSpaceMm: 24,
    recipients: parts.recipients,
    urgency: null,
    confidentiality: null,
    drafterMark: null,
    annexes: [],
    page: { marginsMm: { top: 20, bottom: 20, left: 30, right: 15 }, bodySizePt: 14 },
  };
}

/** "năm 2022" stays on one line. */
const keepingYears = (text: string): string => text.replace(/năm (?=\d{4})/gu, 'năm\u00a0');

/** Day of issue in words, blanks where it is not known (Decree 30/2020/NĐ-CP, annex I, part I, section II.4). */
function writtenDate(day: string | null): string {
  if (day === null || !isDay(day)) return `ngày${blank(6)}tháng${blank(6)}năm${blank(8)}`;
  const [date, month, year] = vietnameseDay(day).split('/');
  return `ngày ${date} tháng ${month} năm ${year}`;
}
