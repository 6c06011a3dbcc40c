// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import { reformFieldNames } from '#kernel/reform-fields';
import type { Block, Run, Runs, TableColumn, WordRun } from '#modules/documents';
import type { CitedDocument, FindingFact, RecommendationFact, RoundFacts } from './facts.ts';
import { type FigureBook, proseRuns } from './prose.ts';

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

export const column = (widthShare: number, align: TableColumn['align'] = 'left'): TableColumn => ({ widthShare, align });
export const ordinal = (at: number): Runs => [word('ordinal', String(at + 1))];

/** Findings as a list: reform field, text, and the checklist item behind it. */
export function findingList(findings: readonly FindingFact[], figures: FigureBook, none: string): Block {
  if (findings.length === 0) return paragraph(none);
  return {
    kind: 'list',
    items: findings.map((finding) =>
      line(
        word('name', reformFieldNames[finding.field]),
        ': ',
        ...proseRuns(finding.text.trim().replace(/[.;]$/, ''), figures),
        // A finding without an item bears the code of its group, which says no more than the field's name.
        ...(finding.code.includes('.') ? line(' (mục ', word('citation', finding.code), ').') : line('.')),
      ),
    ),
  };
}

/** Causes as a list, each with the code of its finding; a cause shared by several findings is told once. Null where none is written. */
export function causeList(findings: readonly FindingFact[], figures: FigureBook): Block | null {
  const codes = new Map<string, string[]>();
  for (const { cause, code } of findings) {
    if (cause.trim() !== '') codes.set(cause.trim(), [...(codes.get(cause.trim()) ?? []), code]);
  }
  if (codes.size === 0) return null;
  const items = [...codes].map(([cause, of]) =>
    line(...proseRuns(cause.replace(/\.$/, ''), figures), ' (', word('citation', of.join(', ')), ').'),
  );
  return { kind: 'list', items };
}

/** Recommendations with owner and deadline; until the conclusion lays it down a deadline may be open. */
export function recommendationTable(recommendations: readonly RecommendationFact[], figures: FigureBook): Block {
  return {
    kind: 'table',
    columns: [column(9, 'center'), column(52), column(28), column(23, 'center')],
    header: ['STT', 'Nội dung kiến nghị', 'Cơ quan, đơn vị thực hiện', 'Thời hạn'].map((text) => line(text)),
    rows: recommendations.map(({ text, owner, deadline }, at) => [
      ordinal(at),
      proseRuns(text, figures),
      [word('name', owner)],
      deadline === null ? line('Ghi tại thông báo kết luận') : [word('date', vietnameseDay(deadline))],
    ]),
  };
}

/** First letter in capitals: a noun phrase as a subject. */
export function asSubject(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A demonstration must never pass for the record of a meeting. */
export function markOf(mark: string | null): readonly Block[] {
  return mark === null
    ? []
    : [{ kind: 'paragraph', runs: [{ ...word('formality', `(${mark}; không thay cho văn bản đã ký.)`), italic: true }] }];
}
