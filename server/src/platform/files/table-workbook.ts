// SPDX-License-Identifier: Apache-2.0
import { type ZipPart, zipStream } from './zip-stream.ts';

export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows that one sheet can hold (Excel, specifications and limits); more go on in a next sheet. */
const sheetRows = 1_048_576;
/** Characters after which a sheet ends, so that it stays below the 4 GB of a zip file's part. */
const sheetLength = 3_000_000_000;
/** Parts are handed on in pieces of about this many characters. */
const pieceLength = 128 * 1_024;

export type TableSource = {
  readonly sheetName: string;
  readonly title: string;
  readonly header: readonly string[];
  /** So many columns at the left are texts; all others are decimal numbers written as text, `98.77`, or null. */
  readonly textColumns: number;
  readonly rows: Iterable<readonly (string | null)[]> | AsyncIterable<readonly (string | null)[]>;
  /** Words of the last row, beside the count of all rows. */
  readonly footer: string;
};

/**
 * A table of any length as an .xlsx, given out while it is made: nothing but the piece at hand is kept in memory. Title and header stand
 * above, the count of rows below. Numbers keep all digits that they are given with.
 */
export function tableWorkbook(source: TableSource): AsyncIterable<Buffer> {
  return zipStream(parts(source));
}

async function* parts(source: TableSource): AsyncGenerator<ZipPart> {
  const rows = iteratorOf(source.rows);
  let [sheets, count, ended] = [0, 0, false];
  while (!ended) {
    sheets += 1;
    const state = { count, ended };
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheetXml(source, rows, state) };
    ({ count, ended } = state);
  }
  const names = Array.from({ length: sheets }, (_, index) => (index === 0 ? source.sheetName : `${source.sheetName} ${index + 1}`));
  yield* frame(names);
}

function iteratorOf<T>(rows: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}

type Progress = { count: number; ended: boolean };

async function* sheetXml(
  source: TableSource,
  rows: Iterator<readonly (string | null)[]> | AsyncIterator<readonly (string | null)[]>,
  state: Progress,
): AsyncGenerator<string> {
  const columns: string[] = [];
  let piece = `${head}${widths(source)}<sheetData>${textRow([source.title], 1, columns, 1)}${textRow(source.header, 2, columns, 2)}`;
  let length = 0;
  // Title, header and footer take three rows.
  for (let row = 3; row < sheetRows && length < sheetLength; row += 1) {
    const next = rows.next();
    const { done, value } = next instanceof Promise ? await next : next;
    if (done) {
      state.ended = true;
      piece += `<row r="${row}">${textCell(source.footer, `A${row}`, 1)}<c r="B${row}" s="1"><v>${state.count}</v></c></row>`;
      break;
    }
    state.count += 1;
    piece += rowXml(value, row, source.textColumns, columns);
    if (piece.length < pieceLength) continue;
    length += piece.length;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData>${page}</worksheet>`;
}

/** Empty cells are left out; every other says where it stands, without which some readers refuse the sheet. */
function rowXml(values: readonly (string | null)[], row: number, textColumns: number, columns: string[]): string {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < values.length; column += 1) {
    const value = values[column];
    if (value === null || value === undefined) continue;
    const at = `${columnAt(columns, column)}${row}`;
    xml += column < textColumns ? textCell(value, at, 0) : `<c r="${at}"><v>${value}</v></c>`;
  }
  return `${xml}</row>`;
}

/** A, B … Z, AA …; each is worked out once. */
function columnAt(columns: string[], column: number): string {
  let letters = columns[column];
  if (letters !== undefined) return letters;
  letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  columns[column] = letters;
  return letters;
}

function textRow(texts: readonly string[], row: number, columns: string[], style: number): string {
  return `<row r="${row}">${texts.map((text, column) => textCell(text, `${columnAt(columns, column)}${row}`, style)).join('')}</row>`;
}

function textCell(text: string, at: string, style: number): string {
  return `<c r="${at}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 knows no control characters but tab and line ends. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
/** Printed across, as wide as the page. */
const page = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** Texts have room for long names, a code at the left and numbers less. */
function widths({ header, textColumns }: TableSource): string {
  const columns = header.map((_, column) => {
    const width = column > 0 && column < textColumns ? 32 : 14;
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** What a workbook needs around its sheets (ECMA-376, part 1, 12.3). */
function* frame(names: readonly string[]): Generator<ZipPart> {
  const sheets = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  const links = names
    .map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
    .join('');
  const overrides = names
    .map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`)
    .join('');
  const part = (name: string, xml: string): ZipPart => ({ name, content: [`${declaration}${xml}`] });
  yield part('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets}</sheets></workbook>`);
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}/relationships">${links}<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield part(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`,
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides}</Types>`,
  );
}
