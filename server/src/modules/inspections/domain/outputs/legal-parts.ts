// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import { reformFieldNames } from '#kernel/reform-fields';
import type { Block, Run, Runs, TableColumn, WordRun } from '#modules/documents';
import type { CitedDocument, FieldResult, FigureFact, FindingFact, RecommendationFact, RoundFacts } from './facts.ts';
import { countRun, type FigureBook, figurePart, proseRuns } from './prose.ts';

/** Words and runs in one line; a bare string is plain text without digits. */
export function line(...pieces: readonly (string | Run)[]): Runs {
  return pieces.map((piece) => (typeof piece === 'string' ? { kind: 'text', text: piece } : piece));
}

export const word = (kind: WordRun['kind'], text: string): WordRun => ({ kind, text });
export const dateRun = (day: Day): WordRun => word('date', `ngày ${vietnameseDay(day)}`);
export const heading = (level: 1 | 2 | 3, label: string, text: string): Block => ({ kind: 'heading', level, label, runs: line(text) });
export const paragraph = (...pieces: readonly (string | Run)[]): Block => ({ kind: 'paragraph', runs: line(...pieces) });

/** A text of the users as paragraphs, one per line of theirs. */
export function proseParagraphs(text: string, figures: FigureBook): readonly Block[] {
  const written = text.split(/\r?\n/).map((part) => part.trim());
  return written.filter((part) => part !== '').map((part) => ({ kind: 'paragraph', runs: proseRuns(part, figures) }));
}

/** Texts of the users as a list, or the sentence that there are none. */
export function proseList(texts: readonly string[], figures: FigureBook, none: string): Block {
  return texts.length === 0 ? paragraph(none) : { kind: 'list', items: texts.map((text) => proseRuns(text.trim(), figures)) };
}

/** "Quyết định số 1367/QĐ-UBND ngày 09/8/2022 của … về …". */
export function citedDocument(cited: CitedDocument, figures: FigureBook): Runs {
  const about = cited.about === null ? [] : line(' ', ...proseRuns(cited.about, figures));
  return line(
    `${cited.kind} số `,
    word('citation', cited.documentNumber),
    ' ',
    dateRun(cited.issuedOn),
    ' của ',
    word('name', cited.issuedBy),
    ...about,
  );
}

/** The legal bases of a round: decision, then plan; `;` after each, `.` after the last (Decree 30/2020/NĐ-CP, annex I, II.6). */
export function roundBases(round: RoundFacts, figures: FigureBook): readonly Block[] {
  return [
    { kind: 'legal_basis', runs: line('Căn cứ ', ...citedDocument(round.decision, figures), ';') },
    { kind: 'legal_basis', runs: line('Căn cứ ', ...citedDocument(round.plan, figures), '.') },
  ];
}

const column = (widthShare: number, align: TableColumn['align'] = 'left'): TableColumn => ({ widthShare, align });
const ordinal = (at: number): Runs => [word('ordinal', String(at + 1))];

/** Checklist results by reform field: every count is a figure. */
export function fieldTable(fields: readonly FieldResult[], figures: FigureBook): Block {
  return {
    kind: 'table',
    columns: [column(9, 'center'), column(28), column(12, 'center'), column(10, 'center'), column(11, 'center'), column(40)],
    header: ['STT', 'Lĩnh vực', 'Số mục kiểm tra', 'Đạt', 'Chưa đạt', 'Nhận xét'].map((text) => line(text)),
    rows: fields.map((result, at) => [
      ordinal(at),
      [word('name', reformFieldNames[result.field])],
      [countRun(result.checked)],
      [countRun(result.met)],
      [countRun(result.unmet)],
      proseRuns(result.remarks, figures),
    ]),
  };
}

const verdicts: Readonly<Record<FigureFact['verdict'], string>> = {
  agrees: 'Khớp',
  differs: 'Không khớp',
  not_computable: 'Chưa đủ căn cứ tính lại',
  count: 'Số đếm',
};

/** What the unit stated beside what the team computed. */
export function figureTable(figures: readonly FigureFact[]): Block {
  return {
    kind: 'table',
    columns: [column(9, 'center'), column(35), column(20, 'center'), column(15, 'center'), column(15, 'center'), column(17, 'center')],
    header: ['STT', 'Chỉ tiêu', 'Thực hiện / Tổng số', 'Đơn vị báo cáo', 'Đoàn tính lại', 'Đối chiếu'].map((text) => line(text)),
    rows: figures.map((figure, at) => [
      ordinal(at),
      [word('name', figure.label)],
      [figurePart(figure, 'ratio')],
      [figurePart(figure, 'stated')],
      [figurePart(figure, 'recomputed')],
      line(verdicts[figure.verdict]),
    ]),
  };
}

/** Findings as a list: code, reform field, text. */
export function findingList(findings: readonly FindingFact[], figures: FigureBook, none: string): Block {
  if (findings.length === 0) return paragraph(none);
  return {
    kind: 'list',
    items: findings.map((finding) =>
      line(
        '[',
        word('citation', finding.code),
        '] ',
        word('name', reformFieldNames[finding.field]),
        ': ',
        ...proseRuns(finding.text, figures),
      ),
    ),
  };
}

/** Causes as a list, each with the code of its finding; a cause shared by several findings is told once. */
export function causeList(findings: readonly FindingFact[], figures: FigureBook): Block {
  const codes = new Map<string, string[]>();
  for (const { cause, code } of findings) {
    if (cause.trim() !== '') codes.set(cause.trim(), [...(codes.get(cause.trim()) ?? []), code]);
  }
  if (codes.size === 0) return paragraph('Không ghi nhận nguyên nhân.');
  const items = [...codes].map(([cause, of]) =>
    line(...proseRuns(cause.replace(/\.$/, ''), figures), ' (', word('citation', of.join(', ')), ').'),
  );
  return { kind: 'list', items };
}

/** Recommendations with owner and deadline. */
export function recommendationTable(recommendations: readonly RecommendationFact[], figures: FigureBook): Block {
  return {
    kind: 'table',
    columns: [column(9, 'center'), column(52), column(28), column(23, 'center')],
    header: ['STT', 'Nội dung kiến nghị', 'Cơ quan, đơn vị thực hiện', 'Thời hạn'].map((text) => line(text)),
    rows: recommendations.map(({ text, owner, deadline }, at) => [
      ordinal(at),
      proseRuns(text, figures),
      [word('name', owner)],
      deadline === null ? line('Thường xuyên') : [word('date', vietnameseDay(deadline))],
    ]),
  };
}

/** First letter in capitals: a noun phrase as a subject. */
export function asSubject(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
