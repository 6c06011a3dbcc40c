// SPDX-License-Identifier: Apache-2.0
import type { Figure, Reading } from './figure.ts';
import { tokenAt } from './tokens.ts';

/** A row of a table written with "|" between cells; a cell holds the one figure that is in it. */
export type Row = { readonly label: string; readonly isTotal: boolean; readonly cells: readonly (Figure | undefined)[] };

export type Table = {
  readonly rows: readonly Row[];
  readonly columns: number;
  readonly rateColumns: ReadonlySet<number>;
  /** Those of them that the header calls rates. */
  readonly namedRates: ReadonlySet<number>;
  readonly total: Row | undefined;
};

type Line = { readonly texts: readonly string[]; readonly figures: readonly (readonly Figure[])[] };

const RATE_HEADER = /t[ỷỉ] (?:lệ|trọng)|cơ cấu|%/;
const TOTAL_LABEL = /^(?:tổng|cộng|toàn)( |$)/;

/** Consecutive lines with "|" are a table; its first line without figures names the columns. */
export function readTables(reading: Reading): Table[] {
  const tables: Table[] = [];
  let lines: Line[] = [];
  const figures = { next: 0 };
  let i = 0;
  while (i < reading.tokens.length) {
    let end = i;
    let bars = 0;
    while (end < reading.tokens.length && tokenAt(reading.tokens, end).type !== 'newline') {
      if (tokenAt(reading.tokens, end).low === '|') bars += 1;
      end += 1;
    }
    const line = bars > 0 ? readLine(reading, i, end, figures) : undefined;
    if (line === undefined) skipFigures(reading, end, figures);
    if (line !== undefined) lines.push(line);
    else if (end > i || lines.length > 0) {
      tables.push(...asTable(lines));
      lines = [];
    }
    i = end + 1;
  }
  return [...tables, ...asTable(lines)];
}

function skipFigures(reading: Reading, to: number, cursor: { next: number }): void {
  while ((reading.figures[cursor.next]?.at ?? to) < to) cursor.next += 1;
}

function readLine(reading: Reading, from: number, to: number, cursor: { next: number }): Line {
  const texts: string[] = [''];
  const cells: Figure[][] = [[]];
  for (let i = from; i < to; i += 1) {
    const { low, type } = tokenAt(reading.tokens, i);
    if (low === '|') {
      texts.push('');
      cells.push([]);
      continue;
    }
    if (type !== 'number') texts[texts.length - 1] = `${texts[texts.length - 1] ?? ''} ${low}`.trim();
    let figure = reading.figures[cursor.next];
    while (figure !== undefined && figure.at <= i) {
      if (figure.at === i) cells[cells.length - 1]?.push(figure);
      cursor.next += 1;
      figure = reading.figures[cursor.next];
    }
  }
  return { texts, figures: cells };
}

function asTable(given: readonly Line[]): Table[] {
  if (given.length < 3 || given.every((line) => line.figures.every((cell) => cell.length === 0))) return [];
  const columns = given.reduce((most, line) => Math.max(most, line.texts.length), 0);
  const lines = given.map((line) => widen(line, columns));
  const labelColumn = Math.max(
    0,
    (lines[0]?.texts ?? []).findIndex((text) => text !== '' && !/^(?:stt|tt)$/.test(text)),
  );
  const header = lines.filter((line) => line.figures.slice(labelColumn + 1).every((cell) => cell.length === 0));
  const isHeader = new Set(header);
  const rows = lines.filter((line) => !isHeader.has(line)).map((line) => asRow(line, labelColumn));
  const rateColumns = new Set<number>();
  const namedRates = new Set<number>();
  for (let column = 1; column < columns; column += 1) {
    const isNamed = header.some((line) => RATE_HEADER.test(line.texts[column] ?? ''));
    if (isNamed) namedRates.add(column);
    if (isNamed || rows.some((row) => row.cells[column]?.kind === 'percent')) rateColumns.add(column);
  }
  return [{ rows, columns, rateColumns, namedRates, total: rows.find((row) => row.isTotal) }];
}

/** "Cộng" often fills the cells of the number and of the name: the others stand in their columns. */
function widen(line: Line, columns: number): Line {
  const missing = columns - line.texts.length;
  if (missing === 0 || !TOTAL_LABEL.test(line.texts[0] ?? '')) return line;
  const texts = Array.from({ length: missing }, () => '');
  const figures = texts.map((): readonly Figure[] => []);
  return { texts: [...texts, ...line.texts], figures: [...figures, ...line.figures] };
}

function asRow(line: Line, labelColumn: number): Row {
  const label = line.texts[labelColumn] || (line.texts.slice(0, labelColumn).find((text) => text !== '') ?? '');
  const cells = line.figures.map((cell, column) => (column > labelColumn && cell.length === 1 ? cell[0] : undefined));
  return { label, isTotal: TOTAL_LABEL.test(label), cells };
}
