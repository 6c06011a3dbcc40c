// SPDX-License-Identifier: Apache-2.0

/** One row as text cells; the array is used again for the next row. */
export type OnCells = (cells: readonly string[], row: number, problem?: RowProblem) => void;

/** What is wrong with the form of a row, before anything is known of its content. */
export type RowProblem = 'unclosed_quote' | 'row_too_long' | 'not_an_object' | 'broken_json';

/** More columns than this are counted as one: no table of people has them. */
export const mostColumns = 400;

/** Characters of one record; a quote that is never closed would otherwise swallow the rest of the file. */
const mostCharacters = 1_000_000;

/** What is still open at the end of a piece, or where the next record begins. */
const unfinished = -1;

/**
 * Reads delimited text piece by piece (RFC 4180: fields in double quotes may hold delimiters, line ends and doubled quotes).
 * Rows are numbered as a spreadsheet numbers them: each record is a row, empty ones included. A quote that is never closed
 * makes its own row faulty, and reading goes on with the line after it.
 */
export class CsvScanner {
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #onCells: OnCells;
  readonly #cells: string[] = [];
  #rest = '';
  /** How far `#rest` is known to hold no line end, so that a long line is not searched again for every piece. */
  #searched = 0;
  #row = 0;
  #skipping = false;

  constructor(delimiter: string, onCells: OnCells) {
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
    this.#onCells = onCells;
  }

  push(text: string): void {
    const whole = this.#rest === '' ? text : this.#rest + text;
    const at = this.#scan(whole, false);
    this.#rest = at === 0 ? whole : whole.slice(at);
    this.#searched = this.#rest.includes('\n') ? 0 : this.#rest.length;
  }

  end(): void {
    this.#searched = 0;
    if (this.#rest !== '') this.#scan(this.#rest, true);
    this.#rest = '';
  }

  #scan(text: string, isLast: boolean): number {
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (this.#skipping) {
        at = this.#skipLine(text, at);
        continue;
      }
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      const lineEnd = text.indexOf('\n', Math.max(at, this.#searched));
      const next =
        quote === -1 || (lineEnd !== -1 && quote > lineEnd) ? this.#line(text, at, lineEnd, isLast) : this.#quotedRecord(text, at, isLast);
      if (next === unfinished) return at;
      at = next;
    }
    return at;
  }

  #skipLine(text: string, at: number): number {
    const next = text.indexOf('\n', at);
    if (next === -1) return text.length;
    this.#skipping = false;
    return next + 1;
  }

  /** A record without quotes. */
  #line(text: string, at: number, lineEnd: number, isLast: boolean): number {
    if (lineEnd === -1 && !isLast) return text.length - at > 8 * mostCharacters ? this.#spoiled(text, at, 'row_too_long') : unfinished;
    const stop = lineEnd === -1 ? text.length : lineEnd;
    const cells = this.#cells;
    cells.length = 0;
    const end = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    let start = at;
    for (let next = text.indexOf(this.#delimiter, start); next !== -1 && next < end; next = text.indexOf(this.#delimiter, start)) {
      if (cells.length < mostColumns) cells.push(text.slice(start, next));
      start = next + 1;
    }
    cells.push(text.slice(start, end));
    this.#emit();
    return lineEnd === -1 ? text.length : lineEnd + 1;
  }

  #quotedRecord(text: string, at: number, isLast: boolean): number {
    const next = this.#fields(text, at, isLast);
    if (next !== unfinished) return next;
    return isLast || text.length - at > mostCharacters ? this.#spoiled(text, at, 'unclosed_quote') : unfinished;
  }

  #fields(text: string, from: number, isLast: boolean): number {
    const cells = this.#cells;
    cells.length = 0;
    let at = from;
    for (;;) {
      let value = '';
      if (text.charCodeAt(at) === 34) {
        at += 1;
        for (;;) {
          const close = text.indexOf('"', at);
          if (close === -1) return unfinished;
          value += text.slice(at, close);
          at = close + 1;
          if (text.charCodeAt(at) !== 34) break;
          value += '"';
          at += 1;
        }
      }
      const stop = this.#fieldEnd(text, at);
      if (stop === -1 && !isLast) return unfinished;
      const end = stop === -1 ? text.length : stop;
      const isEnd = stop === -1 || text.charCodeAt(stop) === 10;
      const tail = text.slice(at, isEnd && end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
      if (cells.length <= mostColumns) cells.push(value === '' ? tail : value + tail);
      at = end + 1;
      if (!isEnd) continue;
      this.#emit();
      return Math.min(at, text.length);
    }
  }

  #fieldEnd(text: string, at: number): number {
    for (let index = at; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 10 || code === this.#delimiterCode) return index;
    }
    return -1;
  }

  /** A record without an end: its first line is told as faulty. */
  #spoiled(text: string, from: number, problem: RowProblem): number {
    const lineEnd = text.indexOf('\n', from);
    const end = lineEnd === -1 ? text.length : lineEnd;
    this.#cells.length = 0;
    this.#cells.push(...text.slice(from, Math.min(end, from + 20_000)).split(this.#delimiter, mostColumns));
    this.#emit(problem);
    if (lineEnd === -1) this.#skipping = true;
    return lineEnd === -1 ? text.length : lineEnd + 1;
  }

  #emit(problem?: RowProblem): void {
    this.#row += 1;
    this.#onCells(this.#cells, this.#row, problem);
  }
}
