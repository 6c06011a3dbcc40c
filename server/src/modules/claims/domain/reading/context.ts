// SPDX-License-Identifier: Apache-2.0
import type { Figure, Reading } from './figure.ts';
import { tokenAt } from './tokens.ts';

const LONGEST_LABEL = 12;

/** Phrases to look for in words that are separated and surrounded by single spaces. */
export const phrases = (...list: readonly string[]): RegExp => new RegExp(` (?:${list.join('|')}) `);

export const hasAny = (words: string, wanted: RegExp): boolean => wanted.test(words);

/** The token before the words that lead to position `at`: a sign, a number or a line end; "đúng hạn: 95" is led by its label. */
export function findLeadStart(reading: Reading, at: number): number {
  const isLabelled = tokenAt(reading.tokens, at - 1).low === ':' && tokenAt(reading.tokens, at - 2).type === 'word';
  let i = isLabelled ? at - 2 : at - 1;
  while (
    i >= 0 &&
    at - i <= LONGEST_LABEL &&
    tokenAt(reading.tokens, i).type === 'word' &&
    reading.structure.sentence[i] === reading.structure.sentence[at]
  )
    i -= 1;
  return i;
}

/** Lower-case words of a token range, separated and surrounded by single spaces. */
export function wordsBetween(reading: Reading, from: number, to: number): string {
  let words = ' ';
  for (let i = Math.max(0, from); i < to; i += 1) {
    const { type, low } = tokenAt(reading.tokens, i);
    if (type === 'word') words += `${low} `;
  }
  return words;
}

/** The words before a figure, back to the last sign or number; behind a number only those after "và". */
export function leadOf(reading: Reading, figure: Figure): string {
  const known = reading.leads[figure.index];
  if (known !== undefined) return known;
  const lead = readLeadOf(reading, figure);
  reading.leads[figure.index] = lead;
  return lead;
}

function readLeadOf(reading: Reading, figure: Figure): string {
  const start = findLeadStart(reading, figure.at);
  const words = wordsBetween(reading, start + 1, figure.at);
  const and = tokenAt(reading.tokens, start).type === 'number' ? words.lastIndexOf(' và ') : -1;
  return and < 0 ? words : words.slice(and + 3);
}

const TOTAL = phrases('tổng', 'tổng số');
const CHANGE = phrases('tăng', 'giảm', 'so với', 'từ', 'xuống');

/** "tổng số … 540 hồ sơ". */
export function isLedByTotal(reading: Reading, figure: Figure): boolean {
  const known = reading.totalLeads[figure.index];
  if (known !== undefined) return known;
  const found = TOTAL.test(leadOf(reading, figure));
  reading.totalLeads[figure.index] = found;
  return found;
}

/** "giảm 21 vụ", "từ 93 thủ tục": a change or the level before it, no part of anything. */
export function isLedByChange(reading: Reading, figure: Figure): boolean {
  const known = reading.changeLeads[figure.index];
  if (known !== undefined) return known;
  const found = CHANGE.test(leadOf(reading, figure));
  reading.changeLeads[figure.index] = found;
  return found;
}

/** What a figure counts, in the report's words: those before it and its noun phrase. */
export function describe(reading: Reading, figure: Figure): string {
  const known = reading.descriptions[figure.index];
  if (known !== undefined) return known;
  const description = `${leadOf(reading, figure).trimEnd()}${wordsBetween(reading, figure.after, figure.phraseEnd)}`;
  reading.descriptions[figure.index] = description;
  return description;
}

export function hasSemicolon(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (tokenAt(reading.tokens, i).low === ';') return true;
  return false;
}

/** The three words that follow a token position. */
export const wordsAfter = (reading: Reading, at: number): string => wordsBetween(reading, at, at + 4);

/** Whether text at `inner` may speak of something at `outer`: the same parentheses or ones around them. */
export function isVisible(reading: Reading, outer: number, inner: number): boolean {
  let scope = inner;
  for (let depth = 0; depth < 6; depth += 1) {
    if (scope === outer) return true;
    if (scope === 0) return false;
    scope = reading.structure.parents[scope] ?? 0;
  }
  return false;
}
