// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import type { Block, LegalDocument, Recipients, Runs, Signer } from '#modules/documents';
import type { CitedDocument, FigureFact, FindingFact, Issuer, PaperFacts, RecommendationFact, RoundFacts } from './facts.ts';
import { legalPaper } from './legal-paper.ts';
import {
  causeList,
  citedDocument,
  dateRun,
  figureTable,
  findingList,
  heading,
  line,
  paragraph,
  proseList,
  proseParagraphs,
  recommendationTable,
  roundBases,
  word,
} from './legal-parts.ts';
import { type FigureBook, figureBook, proseRuns } from './prose.ts';

/** What a conclusion notice on one inspected unit is made of. */
export type ConclusionNoticeInput = {
  readonly paper: PaperFacts;
  /** Abbreviation of the issuer behind `TB-`: `UBND` or `SNV`. */
  readonly issuerSymbol: string;
  readonly issuer: Issuer;
  readonly round: RoundFacts;
  readonly minutes: CitedDocument | null;
  readonly unit: { readonly name: string };
  readonly inspectedFrom: Day;
  readonly inspectedTo: Day;
  readonly figures: readonly FigureFact[];
  readonly strengths: readonly string[];
  readonly findings: readonly FindingFact[];
  /** Who answers for the findings, in the issuer's words. */
  readonly responsibility: string;
  readonly recommendations: readonly RecommendationFact[];
  /** The unit's proposals upwards, with what the issuer decides on them. */
  readonly proposals: readonly string[];
  /** Until when the unit reports what it has remedied, and to whom. */
  readonly report: { readonly dueOn: Day; readonly to: string } | null;
  readonly signer: Signer;
  readonly recipients: Recipients;
};

/**
 * Notice of conclusion after an inspection: strengths, findings, causes and responsibility, recommendations with deadlines.
 * Of the figures it prints a table only where what the unit stated differs from what the team computed.
 *
 * @throws AppError `inspections.unknown_figure`
 */
export function buildConclusionNotice(input: ConclusionNoticeInput): LegalDocument {
  const figures = figureBook(input.figures);
  return legalPaper({
    type: 'Thông báo',
    paper: input.paper,
    symbol: `TB-${input.issuerSymbol}`,
    issuer: input.issuer,
    subject: `Kết luận ${input.round.title}\ntại ${input.unit.name}`,
    body: [
      ...roundBases(input.round, figures),
      opening(input, figures),
      ...judgement(input, figures),
      ...demands(input, figures),
      ...closingWords(input),
    ],
    signers: [input.signer],
    recipients: input.recipients,
  });
}

function opening(input: ConclusionNoticeInput, figures: FigureBook): Block {
  const minutes: Runs = input.minutes === null ? [] : line(' và ', ...citedDocument(input.minutes, figures));
  const { inspectedFrom: from, inspectedTo: to } = input;
  const days: Runs = from === to ? [word('date', `Ngày ${vietnameseDay(from)}`)] : line('Từ ', dateRun(from), ' đến ', dateRun(to));
  return paragraph(
    ...days,
    ', Đoàn kiểm tra đã tiến hành ',
    ...proseRuns(input.round.title, figures),
    ' tại ',
    word('name', input.unit.name),
    '. Trên cơ sở kết quả kiểm tra',
    ...minutes,
    ', ',
    word('name', input.issuer.name),
    ' thông báo kết luận như sau:',
  );
}

function judgement(input: ConclusionNoticeInput, figures: FigureBook): readonly Block[] {
  const differing = input.figures.filter((figure) => figure.verdict === 'differs');
  const comparison: readonly Block[] =
    differing.length === 0
      ? []
      : [paragraph('Số liệu báo cáo của đơn vị không khớp với kết quả tính lại của Đoàn kiểm tra:'), figureTable(differing)];
  const responsibility = proseParagraphs(input.responsibility, figures);
  return [
    heading(1, 'I.', 'ƯU ĐIỂM'),
    proseList(input.strengths, figures, 'Không ghi nhận ưu điểm nổi bật.'),
    heading(1, 'II.', 'TỒN TẠI, HẠN CHẾ'),
    findingList(input.findings, figures, 'Không phát hiện tồn tại, hạn chế.'),
    ...comparison,
    heading(1, 'III.', 'NGUYÊN NHÂN, TRÁCH NHIỆM'),
    heading(2, '1.', 'Nguyên nhân'),
    causeList(input.findings, figures),
    heading(2, '2.', 'Trách nhiệm'),
    ...(responsibility.length === 0
      ? [paragraph('Trách nhiệm thuộc về người đứng đầu ', word('name', input.unit.name), '.')]
      : responsibility),
  ];
}

function demands(input: ConclusionNoticeInput, figures: FigureBook): readonly Block[] {
  const table = input.recommendations.length === 0 ? paragraph('Không có kiến nghị.') : recommendationTable(input.recommendations, figures);
  const proposals: readonly Block[] =
    input.proposals.length === 0 ? [] : [heading(1, 'V.', 'KIẾN NGHỊ, ĐỀ XUẤT CỦA ĐƠN VỊ'), proseList(input.proposals, figures, '')];
  return [heading(1, 'IV.', 'KIẾN NGHỊ, THỜI HẠN THỰC HIỆN'), table, ...proposals];
}

function closingWords({ issuer, report, unit }: ConclusionNoticeInput): readonly Block[] {
  const duty: Runs =
    report === null ? [] : line(' và báo cáo kết quả khắc phục về ', word('name', report.to), ' trước ', dateRun(report.dueOn));
  return [
    paragraph(
      'Trên đây là thông báo kết luận của ',
      word('name', issuer.name),
      '; đề nghị ',
      word('name', unit.name),
      ' nghiêm túc tổ chức thực hiện',
      ...duty,
      '.',
    ),
  ];
}
