// SPDX-License-Identifier: Apache-2.0
import type { AnswerCount } from './answer-counts.ts';
import { type AnswerColumns, answerColumns } from './columns.ts';
import type { SurveyFault, SurveyFaultReason } from './faults.ts';
import type { Row, SurveyFrame } from './survey-frame.ts';

export type ReadAnswers = { readonly counts: readonly AnswerCount[]; readonly rows: number; readonly faults: readonly SurveyFault[] };

/**
 * Reads the rows of a file: one sheet a row with an answer in the column of each item, or counts by group, unit and item. Nothing but
 * groups, units, items and answers is taken; a column of anything else is a fault, because answers are kept without people.
 */
export function readAnswers(rows: readonly Row[], frame: SurveyFrame): ReadAnswers {
  const [head, ...body] = rows;
  const { columns, faults } = answerColumns(head, frame);
  if (!columns) return { counts: [], rows: 0, faults };
  const reading = new Reading(frame, columns, [...faults]);
  for (const row of body) reading.take(row);
  return reading.finish(body.length);
}

/** The key by which groups and units are found: letter case and doubled spaces do not matter. */
export function nameKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

class Reading {
  readonly #counts = new Map<string, AnswerCount>();
  readonly #seen = new Map<string, number>();
  readonly #frame: SurveyFrame;
  readonly #columns: AnswerColumns;
  readonly #faults: SurveyFault[];

  constructor(frame: SurveyFrame, columns: AnswerColumns, faults: SurveyFault[]) {
    this.#frame = frame;
    this.#columns = columns;
    this.#faults = faults;
  }

  take({ row, cells }: Row): void {
    const columns = this.#columns;
    const cell = (at: number): string => (cells[at] ?? '').trim();
    const group = this.#frame.groups.get(nameKey(cell(columns.group)));
    const sheetId = this.#frame.sheets.get(nameKey(cell(columns.unit)));
    if (group === undefined) this.#fault(row, columns.names[columns.group] ?? null, 'group_unknown', cell(columns.group));
    if (sheetId === undefined) this.#fault(row, columns.names[columns.unit] ?? null, 'unit_unknown', cell(columns.unit));
    if (group === undefined || sheetId === undefined) return;
    if (columns.item === null) this.#sheet(row, cells, group, sheetId);
    else this.#line(row, cells, group, sheetId, cell(columns.item));
  }

  finish(rows: number): ReadAnswers {
    const counts = [...this.#counts.values()];
    if (counts.length === 0 && this.#faults.length === 0) this.#fault(null, null, 'empty', '');
    return { counts, rows, faults: this.#faults };
  }

  /** One answer sheet. */
  #sheet(row: number, cells: readonly string[], group: string, sheetId: string): void {
    for (const { at, name } of this.#columns.values) {
      const answer = (cells[at] ?? '').trim().toUpperCase();
      if (answer === '') continue;
      const known = this.#frame.answersOf(sheetId, name);
      if (!known) this.#fault(row, name, 'item_unknown', name);
      else if (!known.has(answer)) this.#fault(row, name, 'answer_unknown', answer);
      else this.#add(sheetId, name, group, answer, 1);
    }
  }

  /** Counts of one item. */
  #line(row: number, cells: readonly string[], group: string, sheetId: string, itemCode: string): void {
    const known = this.#frame.answersOf(sheetId, itemCode);
    if (!known) {
      this.#fault(row, 'Mục', 'item_unknown', itemCode);
      return;
    }
    const key = JSON.stringify([group, sheetId, itemCode]);
    const before = this.#seen.get(key);
    if (before !== undefined) {
      this.#fault(row, 'Mục', 'row_twice', String(before));
      return;
    }
    this.#seen.set(key, row);
    for (const { at, name } of this.#columns.values) {
      const text = (cells[at] ?? '').trim();
      if (text === '' || text === '0') continue;
      if (!/^[1-9]\d{0,6}$/.test(text)) this.#fault(row, name, 'count_wrong', text);
      else if (!known.has(name)) this.#fault(row, name, 'answer_unknown', name);
      else this.#add(sheetId, itemCode, group, name, Number(text));
    }
  }

  #add(sheetId: string, itemCode: string, group: string, answer: string, count: number): void {
    const key = JSON.stringify([sheetId, itemCode, group, answer]);
    this.#counts.set(key, { sheetId, itemCode, group, answer, count: (this.#counts.get(key)?.count ?? 0) + count });
  }

  #fault(row: number | null, column: string | null, reason: SurveyFaultReason, value: string): void {
    this.#faults.push({ row, column, reason, value: value.slice(0, 100) });
  }
}
