// SPDX-License-Identifier: Apache-2.0

/** A piece of text on a page, in points from its lower left corner. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly endsLine: boolean;
};

/** `gap`: the room before it, in letter heights. */
type Cell = { text: string; readonly from: number; to: number; readonly gap: number };
type Line = { readonly cells: Cell[]; readonly y: number };

/** No justified line has such gaps; the cells of a table may stand closer, but then a row or its neighbours have a wide gap too. */
const WIDE_GAP = 1.6;
const NARROW_GAP = 0.6;
const SAME_LINE = 0.4;
const FEWEST_CELLS = 3;
/** No table of a report is wider. */
const MOST_CELLS = 60;

/** The lines of a page in the order they were written; cells that stand apart on one line are set off by "|". */
export function readPdfLines(pieces: readonly PdfPiece[]): string[] {
  const lines: Line[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const line = lines[lines.length - 1];
    const cell = line?.cells[line.cells.length - 1];
    const isBlank = piece.text.trim() === '';
    if (line === undefined || cell === undefined || !(isOpen || isBeside(line, cell, piece))) {
      if (!isBlank) lines.push({ cells: [asCell(piece, 0)], y: piece.y });
      isOpen = !isBlank && !piece.endsLine;
      continue;
    }
    if (isBlank) cell.text += cell.text.endsWith(' ') || piece.text === '' ? '' : ' ';
    else if (isBeside(line, cell, piece) && piece.x - cell.to > NARROW_GAP * piece.size)
      line.cells.push(asCell(piece, (piece.x - cell.to) / piece.size));
    else {
      cell.text += piece.text;
      cell.to = piece.x + piece.width;
    }
    isOpen = !piece.endsLine;
  }
  return alignTables(joinWords(lines)).map((texts) => texts.join(' | '));
}

const asCell = ({ text, x, width }: PdfPiece, gap: number): Cell => ({ text, from: x, to: x + width, gap });

/** Narrow gaps part cells only in a row with a wide gap, or beside such a row. */
function joinWords(lines: readonly Line[]): Line[] {
  const isRow = lines.map(({ cells }) => cells.some((cell) => cell.gap > WIDE_GAP));
  return lines.map((line, at) => {
    if (isRow[at] || (line.cells.length >= FEWEST_CELLS && (isRow[at - 1] || isRow[at + 1]))) return line;
    const [first, ...others] = line.cells;
    if (first === undefined || others.length === 0) return line;
    const text = line.cells.map((cell) => cell.text.trim()).join(' ');
    return { ...line, cells: [{ ...first, text }] };
  });
}

/** On the same base line and to the right of what was written last. */
const isBeside = (line: Line, cell: Cell, piece: PdfPiece): boolean =>
  Math.abs(piece.y - line.y) <= SAME_LINE * piece.size && piece.x >= cell.to - piece.size;

/** A row of a table that leaves a cell empty still has its other cells in their columns. */
function alignTables(lines: readonly Line[]): string[][] {
  const rows: string[][] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && isTableRow(lines[end])) end += 1;
    if (end === i) end = i + 1;
    rows.push(...alignBlock(lines.slice(i, end)));
    i = end;
  }
  return rows;
}

const isTableRow = (line: Line | undefined): boolean =>
  line !== undefined && line.cells.length >= FEWEST_CELLS && line.cells.length <= MOST_CELLS;

function alignBlock(block: readonly Line[]): string[][] {
  const most = block.reduce((best, line) => Math.max(best, line.cells.length), 0);
  const columns = block.find((line) => line.cells.length === most)?.cells ?? [];
  return block.map(({ cells }) => {
    const texts = cells.map((cell) => cell.text.trim());
    if (cells.length === most) return texts;
    const row = columns.map(() => '');
    let next = 0;
    for (const [index, cell] of cells.entries()) {
      const rest = cells.length - index - 1;
      const column = findColumn(columns, cell, next, columns.length - 1 - rest);
      row[column] = texts[index] ?? '';
      next = column + 1;
    }
    return row;
  });
}

/** The column whose middle is nearest to that of the cell. */
function findColumn(columns: readonly Cell[], cell: Cell, first: number, last: number): number {
  const middle = (cell.from + cell.to) / 2;
  let best = first;
  let nearest = Number.POSITIVE_INFINITY;
  for (let column = first; column <= last; column += 1) {
    const other = columns[column];
    const distance = other === undefined ? Number.POSITIVE_INFINITY : Math.abs((other.from + other.to) / 2 - middle);
    if (distance >= nearest) continue;
    best = column;
    nearest = distance;
  }
  return best;
}

/** The text of a document: without page numbers, and a sentence that a page cuts goes on in the next line. */
export function joinPdfPages(pages: readonly (readonly string[])[]): string {
  let text = '';
  for (const [index, lines] of pages.entries()) {
    const own = lines.map((line) => line.trimEnd()).filter((line, at) => !isPageNumber(line, at, lines.length, index + 1));
    if (own.length === 0) continue;
    const isCut = text !== '' && !/[.:;!?|]$/.test(text) && /^[\p{Ll}\d(]/u.test(own[0] ?? '');
    text += `${text === '' ? '' : isCut ? '\n' : '\n\n'}${own.join('\n')}`;
  }
  return text;
}

const isPageNumber = (line: string, at: number, count: number, page: number): boolean =>
  (at === 0 || at === count - 1) &&
  /^[-–—\s]*\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/.test(line) &&
  Math.abs(Number.parseInt(line.replace(/\D+/, ''), 10) - page) <= 3;
