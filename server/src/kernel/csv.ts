// SPDX-License-Identifier: Apache-2.0

/** What a spreadsheet program would take for a formula at the beginning of a cell. */
const formulaStart = /^'*[=+\-@\t\r]/;
/** A plain number, or fraction: a minus sign before it is no formula. */
const plainNumber = /^-?\d+(\.\d+)?(\/\d+)?$/;
const guarded = /^'+[=+\-@\t\r]/;

export type CsvRow = { readonly row: number; readonly cells: readonly string[] };

/**
 * A cell for a .csv file: quoted where needed, and with an apostrophe before whatever a spreadsheet program would run as
 * a formula; `readCsv` takes the apostrophe away again.
 *
 * @example
 * csvCell('=1+1', ';') // "'=1+1"
 */
export function csvCell(text: string, delimiter: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The delimiter of a file: whichever of `;`, tab and `,` stands most often in its first line. */
export function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string): number => first.split(sign).length - 1;
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}

/**
 * The rows of a .csv text (RFC 4180: quoted cells, doubled quotes, line breaks inside quotes), each numbered as a
 * spreadsheet program shows it, empty rows counted; null where a quote is never closed.
 */
export function readCsv(text: string, delimiter: string): CsvRow[] | null {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let row = 1;
  let isQuoted = false;
  const endCell = (): void => {
    cells.push(guarded.test(cell) ? cell.slice(1) : cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ row, cells });
    cells = [];
    row += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === delimiter) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (isQuoted) return null;
  endRow();
  return rows;
}
