// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import type { Block, LegalDocument, Recipients, Runs, Signer } from '#modules/documents';
import type { CitedDocument, FigureFact, FindingFact, Issuer, PaperFacts, RecommendationFact, RoundFacts } from './facts.ts';
import { figureNotes, figureTable } from './figure-table.ts';
import { legalPaper } from './legal-paper.ts';
import {
  causeList,
  citedDocument,
  dateRun,
  findingList,
  heading,
  line,
  markOf,
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
  /** Day of minutes that were signed on paper and bear no number here. */
  readonly minutesSignedOn: Day | null;
  readonly unit: { readonly name: string };
  readonly inspectedFrom: Day;
  readonly inspectedTo: Day;
  readonly figures: readonly FigureFact[];
  readonly questions: readonly string[];
  readonly strengths: readonly string[];
  readonly findings: readonly FindingFact[];
  /** What the issuer concludes, apart from what was found. */
  readonly conclusions: readonly string[];
  /** Who answers for the findings, in the issuer's words; empty where nobody wrote it: a paper never blames by itself. */
  readonly responsibility: string;
  readonly recommendations: readonly RecommendationFact[];
  /** The unit's proposals upwards, with what the issuer decides on them. */
  readonly proposals: readonly string[];
  /** Until when the unit reports what it has remedied, and to whom; a draft has no day yet, so it names the number of days. */
  readonly report: { readonly dueOn: Day | null; readonly days: string; readonly to: string } | null;
  readonly signer: Signer;
  readonly recipients: Recipients;
  /** Where the content is a demonstration, says so; null for a real inspection. */
  readonly mark: string | null;
};

/**
 * Notice of conclusion after an inspection: strengths, findings, causes, conclusion, recommendations with deadlines.
 * Of the figures it prints a table only of those that differ or must be explained; parts without content are left out.
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
      ...sections(input, figures),
      ...closingWords(input),
      ...markOf(input.mark),
    ],
    signers: [input.signer],
    recipients: input.recipients,
  });
}

function opening(input: ConclusionNoticeInput, figures: FigureBook): Block {
  const signed: Runs = input.minutesSignedOn === null ? [] : line(' và biên bản làm việc ký ', dateRun(input.minutesSignedOn));
  const minutes: Runs = input.minutes === null ? signed : line(' và ', ...citedDocument(input.minutes, figures));
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

type Section = readonly [title: string, blocks: readonly Block[]];
const roman = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.'] as const;

function sections(input: ConclusionNoticeInput, figures: FigureBook): readonly Block[] {
  const all: readonly Section[] = [
    ['ƯU ĐIỂM', input.strengths.length === 0 ? [] : [proseList(input.strengths, figures, '')]],
    ['TỒN TẠI, HẠN CHẾ', shortcomings(input, figures)],
    causes(input, figures),
    ['KẾT LUẬN', [proseList(input.conclusions, figures, 'Chưa có nội dung kết luận.')]],
    [
      'KIẾN NGHỊ, THỜI HẠN THỰC HIỆN',
      input.recommendations.length === 0 ? [paragraph('Không có kiến nghị.')] : [recommendationTable(input.recommendations, figures)],
    ],
    ['KIẾN NGHỊ, ĐỀ XUẤT CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA', input.proposals.length === 0 ? [] : [proseList(input.proposals, figures, '')]],
  ];
  const filled = all.filter(([, blocks]) => blocks.length > 0);
  return filled.flatMap(([title, blocks], at) => [heading(1, roman[at] ?? '', title), ...blocks]);
}

function shortcomings(input: ConclusionNoticeInput, figures: FigureBook): readonly Block[] {
  const isAsked = (id: string): boolean => input.questions.some((question) => question.includes(`{figure:${id}:`));
  const doubtful = input.figures.filter(({ id, verdict }) => verdict === 'differs' || verdict === 'question' || isAsked(id));
  const list = findingList(input.findings, figures, 'Đoàn kiểm tra không ghi nhận tồn tại, hạn chế.');
  if (doubtful.length === 0) return [list];
  return [
    list,
    paragraph('Số liệu báo cáo không khớp với kết quả tính lại, đếm lại của Đoàn kiểm tra hoặc cần đơn vị làm rõ:'),
    figureTable(doubtful),
    ...figureNotes(doubtful, input.questions, figures),
  ];
}

function causes(input: ConclusionNoticeInput, figures: FigureBook): Section {
  const list = causeList(input.findings, figures);
  const responsibility = proseParagraphs(input.responsibility, figures);
  if (list === null) return responsibility.length === 0 ? ['NGUYÊN NHÂN', []] : ['TRÁCH NHIỆM', responsibility];
  if (responsibility.length === 0) return ['NGUYÊN NHÂN', [list]];
  return ['NGUYÊN NHÂN, TRÁCH NHIỆM', [heading(2, '1.', 'Nguyên nhân'), list, heading(2, '2.', 'Trách nhiệm'), ...responsibility]];
}

function closingWords({ issuer, report, unit }: ConclusionNoticeInput): readonly Block[] {
  const duty: Runs = report === null ? [] : line(' và báo cáo kết quả khắc phục về ', word('name', report.to), ...untilWhen(report));
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

function untilWhen({ dueOn, days }: NonNullable<ConclusionNoticeInput['report']>): Runs {
  if (dueOn !== null) return line(' chậm nhất ', dateRun(dueOn));
  return line(' trong thời hạn ', word('formality', days), ' kể từ ngày ban hành Thông báo này');
}
