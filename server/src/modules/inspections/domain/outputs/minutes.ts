// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import { reformFieldNames } from '#kernel/reform-fields';
import type { Block, LegalDocument, Runs, Signer } from '#modules/documents';
import type {
  Count,
  FieldResult,
  FigureFact,
  FindingFact,
  Issuer,
  PaperFacts,
  Person,
  RecommendationFact,
  RoundFacts,
  TeamPerson,
  TeamRole,
} from './facts.ts';
import { legalPaper } from './legal-paper.ts';
import {
  asSubject,
  causeList,
  dateRun,
  fieldTable,
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
import { countRun, type FigureBook, figureBook, proseRuns } from './prose.ts';

/** A moment on the clock of the meeting, `HH:MM` on a day. */
export type Moment = { readonly on: Day; readonly time: string };

/** What the minutes of one inspected unit are made of (fields as in inspection-checklist.json, `minutes_fields`). */
export type MinutesInput = {
  readonly paper: PaperFacts;
  /** Abbreviation of the team behind `BB-`, for example `ĐKT`. */
  readonly teamSymbol: string;
  readonly issuer: Issuer;
  readonly round: RoundFacts;
  readonly unit: { readonly name: string; readonly representative: Person };
  readonly startedAt: Moment;
  readonly endedAt: Moment;
  readonly venue: string;
  readonly team: readonly TeamPerson[];
  readonly unitAttendees: readonly Person[];
  readonly fields: readonly FieldResult[];
  readonly figures: readonly FigureFact[];
  /** Dossiers drawn as a sample; null where none was drawn. */
  readonly sample: { readonly drawn: Count; readonly faulty: Count; readonly remarks: string } | null;
  readonly strengths: readonly string[];
  readonly findings: readonly FindingFact[];
  readonly recommendations: readonly RecommendationFact[];
  /** Explanation and reservation of the unit. */
  readonly unitOpinion: string;
  readonly proposals: readonly string[];
  readonly pageCount: number | null;
};

/** Both originals have equal value, one for each side (analogue: Circular 26/2014/TT-BKHCN, art. 37(2)b). */
const originals = 2;

/**
 * Minutes of an inspection at one unit, signed by the head of the team, its secretary and the unit's representative.
 * Every number is a figure run, a date, a citation, or a formality of the paper.
 *
 * @throws AppError `inspections.unknown_figure`
 */
export function buildMinutes(input: MinutesInput): LegalDocument {
  const figures = figureBook(input.figures);
  return legalPaper({
    type: 'Biên bản',
    paper: input.paper,
    symbol: `BB-${input.teamSymbol}`,
    issuer: input.issuer,
    subject: `${asSubject(input.round.title)}\ntại ${input.unit.name}`,
    body: [
      ...roundBases(input.round, figures),
      opening(input, figures),
      ...attendance(input),
      ...scope(input),
      ...results(input, figures),
      ...recommendations(input, figures),
      ...unitVoice(input, figures),
      ...ending(input),
    ],
    signers: signers(input),
    recipients: { lines: [input.unit.name, `Thành viên ${input.issuer.name}`], archive: 'VT, hồ sơ kiểm tra' },
  });
}

const clock = (time: string): Runs => [word('date', `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút`)];

function opening(input: MinutesInput, figures: FigureBook): Block {
  return paragraph(
    'Hôm nay, hồi ',
    ...clock(input.startedAt.time),
    ', ',
    dateRun(input.startedAt.on),
    ', tại ',
    word('name', input.venue),
    ', ',
    word('name', input.issuer.name),
    ' làm việc với ',
    word('name', input.unit.name),
    ' về ',
    ...proseRuns(input.round.title, figures),
    '.',
  );
}

const roleNames: Readonly<Record<TeamRole, string>> = {
  head: 'Trưởng đoàn',
  deputy_head: 'Phó Trưởng đoàn',
  secretary: 'Thư ký',
  member: 'Thành viên',
};

function attendance({ team, unitAttendees }: MinutesInput): readonly Block[] {
  const person = ({ name, position }: Person, role: string) => line(word('name', name), ' - ', word('name', position), role);
  const stop = (list: readonly Person[], at: number) => (at === list.length - 1 ? '.' : ';');
  const roles: readonly TeamRole[] = ['head', 'deputy_head', 'secretary', 'member'];
  const ordered = roles.flatMap((role) => team.filter((member) => member.role === role));
  return [
    heading(1, 'I.', 'THÀNH PHẦN THAM DỰ'),
    heading(2, '1.', 'Đoàn kiểm tra'),
    { kind: 'list', items: ordered.map((member, at) => person(member, ` - ${roleNames[member.role]}${stop(ordered, at)}`)) },
    heading(2, '2.', 'Đại diện đơn vị được kiểm tra'),
    { kind: 'list', items: unitAttendees.map((attendee, at) => person(attendee, stop(unitAttendees, at))) },
  ];
}

function scope({ fields, round }: MinutesInput): readonly Block[] {
  const names = fields.map(({ field }) => reformFieldNames[field]).join('; ');
  return [
    heading(1, 'II.', 'NỘI DUNG, THỜI KỲ KIỂM TRA'),
    paragraph('Nội dung kiểm tra: ', word('name', names), '.'),
    paragraph('Thời kỳ kiểm tra: từ ', dateRun(round.periodFrom), ' đến ', dateRun(round.periodTo), '.'),
  ];
}

function results(input: MinutesInput, figures: FigureBook): readonly Block[] {
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    ['Kết quả theo từng lĩnh vực', [fieldTable(input.fields, figures)]],
    [
      'Đối chiếu số liệu báo cáo',
      input.figures.length === 0 ? [paragraph('Không có số liệu phải đối chiếu.')] : [figureTable(input.figures)],
    ],
    ['Hồ sơ chọn mẫu', sample(input, figures)],
    ['Ưu điểm', [proseList(input.strengths, figures, 'Không ghi nhận ưu điểm nổi bật.')]],
    ['Tồn tại, hạn chế', [findingList(input.findings, figures, 'Không phát hiện tồn tại, hạn chế.')]],
    ['Nguyên nhân', [causeList(input.findings, figures)]],
  ];
  return [
    heading(1, 'III.', 'KẾT QUẢ KIỂM TRA'),
    ...sections.flatMap(([title, blocks], at) => [heading(2, `${at + 1}.`, title), ...blocks]),
  ];
}

function sample({ sample: drawn }: MinutesInput, figures: FigureBook): readonly Block[] {
  if (drawn === null) return [paragraph('Đoàn không chọn mẫu hồ sơ tại buổi làm việc.')];
  const counts = paragraph(
    'Số hồ sơ chọn mẫu: ',
    countRun(drawn.drawn),
    ' hồ sơ; trong đó có ',
    countRun(drawn.faulty),
    ' hồ sơ chưa đạt yêu cầu.',
  );
  return [counts, ...proseParagraphs(drawn.remarks, figures)];
}

function recommendations(input: MinutesInput, figures: FigureBook): readonly Block[] {
  const table =
    input.recommendations.length === 0
      ? paragraph('Đoàn kiểm tra không có kiến nghị.')
      : recommendationTable(input.recommendations, figures);
  return [heading(1, 'IV.', 'KIẾN NGHỊ CỦA ĐOÀN KIỂM TRA'), table];
}

function unitVoice(input: MinutesInput, figures: FigureBook): readonly Block[] {
  const opinion = proseParagraphs(input.unitOpinion, figures);
  return [
    heading(1, 'V.', 'Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA'),
    heading(2, '1.', 'Ý kiến giải trình, bảo lưu'),
    ...(opinion.length === 0 ? [paragraph('Đơn vị nhất trí với nội dung biên bản, không có ý kiến khác.')] : opinion),
    heading(2, '2.', 'Kiến nghị, đề xuất của đơn vị'),
    proseList(input.proposals, figures, 'Đơn vị không có kiến nghị, đề xuất.'),
  ];
}

const twoDigits = (count: number): string => String(count).padStart(2, '0');

function ending({ endedAt, startedAt, pageCount }: MinutesInput): readonly Block[] {
  const sameDay = endedAt.on === startedAt.on;
  const pages = pageCount === null ? '\u00a0'.repeat(6) : twoDigits(pageCount);
  return [
    paragraph(
      'Buổi làm việc kết thúc hồi ',
      ...clock(endedAt.time),
      sameDay ? ' cùng ngày.' : word('date', `, ngày ${vietnameseDay(endedAt.on)}.`),
      ' Biên bản đã được thống nhất trong Đoàn kiểm tra, đọc lại cho các thành phần tham dự cùng nghe, nhất trí thông qua và ký tên. Biên bản được lập thành ',
      word('formality', twoDigits(originals)),
      ' bản có giá trị như nhau, mỗi bản gồm ',
      word('formality', pages),
      ' trang, mỗi bên giữ ',
      word('formality', twoDigits(originals / 2)),
      ' bản.',
    ),
  ];
}

function signers({ team, unit }: MinutesInput): readonly Signer[] {
  const nameOf = (role: TeamRole) => team.find((member) => member.role === role)?.name ?? '';
  const note = '(Ký, ghi rõ họ tên)';
  return [
    { authority: [], position: 'ĐẠI DIỆN ĐƠN VỊ\nĐƯỢC KIỂM TRA', note, name: unit.representative.name },
    { authority: [], position: 'THƯ KÝ', note, name: nameOf('secretary') },
    { authority: [], position: 'TRƯỞNG ĐOÀN', note, name: nameOf('head') },
  ];
}
