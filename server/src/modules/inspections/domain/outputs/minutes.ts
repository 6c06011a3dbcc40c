// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import { reformFieldNames } from '#kernel/reform-fields';
import type { Block, LegalDocument, Runs, Signer } from '#modules/documents';
import type {
  FieldResult,
  FigureFact,
  FindingFact,
  Issuer,
  PaperFacts,
  Person,
  RecommendationFact,
  RoundFacts,
  SampleFact,
  TeamPerson,
  TeamRole,
} from './facts.ts';
import { fieldTable, figureNotes, figureTable } from './figure-table.ts';
import { blankLine, legalPaper } from './legal-paper.ts';
import {
  asSubject,
  causeList,
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
import { quotedParagraphs, unknownNumbers } from './quotation.ts';
import { sampleBlocks } from './sample-table.ts';

/** A moment on the clock of the meeting, `HH:MM` on a day; null is written in by hand. */
export type Moment = { readonly on: Day; readonly time: string | null };

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
  /** What the unit must explain about its figures, in full sentences that quote them. */
  readonly questions: readonly string[];
  readonly samples: readonly SampleFact[];
  readonly strengths: readonly string[];
  readonly findings: readonly FindingFact[];
  readonly recommendations: readonly RecommendationFact[];
  /** Explanation and reservation of the unit, in its own words. */
  readonly unitOpinion: string;
  /** What the team wrote down of the unit's opinion. */
  readonly unitStatements: readonly string[];
  readonly proposals: readonly string[];
  readonly pageCount: number | null;
  /** Where the content is a demonstration, says so; null for a real inspection. */
  readonly mark: string | null;
};

/** Both originals have equal value, one for each side (analogue: Circular 26/2014/TT-BKHCN, art. 37(2)b). */
const originals = 2;

/**
 * Minutes of an inspection at one unit, signed by the head of the team, its secretary and the unit's representative.
 * Every number is a figure run, a date, a citation, a formality of the paper, or in the unit's quoted words.
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
      ...markOf(input.mark),
    ],
    signers: signers(input),
    recipients: { lines: [input.unit.name, `Thành viên ${input.issuer.name}`], archive: 'VT, hồ sơ kiểm tra' },
  });
}

const shortBlank = '………';
const clock = (time: string | null): Runs => {
  const [hours, minutes] = time === null ? [shortBlank, shortBlank] : [time.slice(0, 2), time.slice(3, 5)];
  return [word('date', `${hours} giờ ${minutes} phút`)];
};

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
  const person = ({ name, position }: Person, role: string) =>
    line('Ông (bà)\u00a0', name === '' ? blankLine : word('name', name), ', ', word('name', position), role);
  const stop = (list: readonly Person[], at: number) => (at === list.length - 1 ? '.' : ';');
  const roles: readonly TeamRole[] = ['head', 'deputy_head', 'secretary', 'member'];
  const ordered = roles.flatMap((role) => team.filter((member) => member.role === role));
  return [
    heading(1, 'I.', 'THÀNH PHẦN THAM DỰ'),
    heading(2, '1.', 'Đoàn kiểm tra'),
    { kind: 'list', items: ordered.map((member, at) => [...person(member, `, ${roleNames[member.role]}`), ...line(stop(ordered, at))]) },
    heading(2, '2.', 'Đại diện đơn vị được kiểm tra'),
    unitAttendees.length === 0
      ? { kind: 'list', items: [line('Ông (bà) ', blankLine, ', chức vụ ', blankLine, '.')] }
      : { kind: 'list', items: unitAttendees.map((attendee, at) => [...person(attendee, ''), ...line(stop(unitAttendees, at))]) },
  ];
}

function scope({ fields, round }: MinutesInput): readonly Block[] {
  const names = fields.map(({ field }) => reformFieldNames[field]).join('; ');
  return [
    heading(1, 'II.', 'NỘI DUNG, THỜI KỲ KIỂM TRA'),
    paragraph('Nội dung kiểm tra: ', word('name', names), '.'),
    round.period === null
      ? paragraph('Thời kỳ kiểm tra: từ ngày ', blankLine, ' đến ngày ', blankLine, '.')
      : paragraph('Thời kỳ kiểm tra: từ ', dateRun(round.period.from), ' đến ', dateRun(round.period.to), '.'),
  ];
}

function results(input: MinutesInput, figures: FigureBook): readonly Block[] {
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    ['Kết quả theo từng lĩnh vực', [fieldTable(input.fields, figures)]],
    [
      'Đối chiếu số liệu báo cáo',
      input.figures.length === 0
        ? [paragraph('Không có số liệu phải đối chiếu.')]
        : [figureTable(input.figures), ...figureNotes(input.figures, input.questions, figures)],
    ],
    ['Hồ sơ chọn mẫu', sampleBlocks(input.samples, figures)],
    ['Ưu điểm', [proseList(input.strengths, figures, 'Đoàn kiểm tra không ghi ưu điểm riêng.')]],
    ['Tồn tại, hạn chế', [findingList(input.findings, figures, noFinding(input.fields))]],
    ...(input.findings.length === 0
      ? []
      : [['Nguyên nhân', [causeList(input.findings, figures) ?? paragraph('Chưa xác định tại thời điểm lập biên bản.')]] as const]),
  ];
  return [
    heading(1, 'III.', 'KẾT QUẢ KIỂM TRA'),
    ...sections.flatMap(([title, blocks], at) => [heading(2, `${at + 1}.`, title), ...blocks]),
  ];
}

/** "Nothing found" is said only where something was judged. */
function noFinding(fields: readonly FieldResult[]): string {
  const judged = fields.some(({ items, unjudged }) => items.value > unjudged.value);
  return judged ? 'Đoàn kiểm tra không ghi nhận tồn tại, hạn chế.' : 'Không có mục nào được đánh giá nên Đoàn kiểm tra không ghi nhận xét.';
}

function recommendations(input: MinutesInput, figures: FigureBook): readonly Block[] {
  const table =
    input.recommendations.length === 0
      ? paragraph('Đoàn kiểm tra không có kiến nghị.')
      : recommendationTable(input.recommendations, figures);
  return [heading(1, 'IV.', 'KIẾN NGHỊ CỦA ĐOÀN KIỂM TRA'), table];
}

/** The unit's own words are a quotation: its numbers are the unit's, and the paper says which of them nobody checked. */
function unitVoice(input: MinutesInput, figures: FigureBook): readonly Block[] {
  const quoted = quotedParagraphs(input.unitOpinion);
  const told = input.unitStatements.flatMap((statement) => proseParagraphs(statement, figures));
  const unchecked = unknownNumbers(input.unitOpinion, input.figures).length > 0;
  return [
    heading(1, 'V.', 'Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA'),
    heading(2, '1.', 'Ý kiến giải trình, bảo lưu'),
    ...(quoted.length + told.length === 0 ? [paragraph('Đơn vị chưa ghi ý kiến.')] : told),
    ...(quoted.length === 0 ? [] : [paragraph('Ý kiến của ', word('name', input.unit.name), ', ghi nguyên văn:'), ...quoted]),
    ...(unchecked ? [paragraph('Số nêu trong ý kiến ghi nguyên văn là số của đơn vị, Đoàn kiểm tra chưa đối chiếu.')] : []),
    heading(2, '2.', 'Kiến nghị, đề xuất của đơn vị'),
    proseList(input.proposals, figures, 'Đơn vị không có kiến nghị, đề xuất.'),
  ];
}

const twoDigits = (count: number): string => String(count).padStart(2, '0');

function ending({ endedAt, startedAt, pageCount }: MinutesInput): readonly Block[] {
  const sameDay = endedAt.on === startedAt.on;
  const pages = pageCount === null ? shortBlank : twoDigits(pageCount);
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
  const nameOf = (role: TeamRole) => {
    const person = team.find((member) => member.role === role);
    return person ? person.name || blankLine : '';
  };
  const note = '(Ký, ghi rõ họ tên)';
  return [
    { authority: [], position: 'ĐẠI DIỆN ĐƠN VỊ\nĐƯỢC KIỂM TRA', note, name: unit.representative.name || blankLine },
    { authority: [], position: 'THƯ KÝ', note, name: nameOf('secretary') },
    { authority: [], position: 'TRƯỞNG ĐOÀN', note, name: nameOf('head') },
  ];
}
