// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** What a workbook may unpack to, and how much of it may become objects in memory, before it is opened as a whole. */
const mostBytes = 134_217_728;
const mostWeight = 4_000_000;
/** A tag or comment that is longer is no spreadsheet program's, and takes ever longer to look for its end. */
const longestTag = 1_048_576;

/** Elements that become a row, a cell or a text each; an exceljs cell takes some 700 bytes. */
const heavy: ReadonlySet<string> = new Set(['c', 'row', 'si', 'hyperlink', 'comment']);
const heavyWeight = 4;

/** Last row and column of a sheet (Excel, specifications and limits); beyond them a library walks through places that cannot exist. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * Whether opening a workbook costs no more than a large honest one does: a few letters can name a merged area of all seventeen thousand
 * million cells, a column of any number, or a part that unpacks to gigabytes. Parts are read as a stream and not kept; what is heavier than
 * `most` is not read to its end.
 */
export async function isTameWorkbook(bytes: Uint8Array, most = mostWeight): Promise<boolean> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const spent: Spent = { bytes: 0, weight: 0, most };
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(true));
    zip.on('entry', (entry: yauzl.Entry) => {
      weigh(zip, entry, spent).then((isTame) => (isTame ? zip.readEntry() : resolve(false)), reject);
    });
    zip.readEntry();
  });
}

type Spent = { bytes: number; weight: number; readonly most: number };

async function weigh(zip: yauzl.ZipFile, entry: yauzl.Entry, spent: Spent): Promise<boolean> {
  const stream = await new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  let rest = '';
  for await (const piece of stream as AsyncIterable<Buffer>) {
    spent.bytes += piece.length;
    // Names and places are ASCII, so that a byte for a letter is enough.
    rest = takeTags(rest + piece.toString('latin1'), spent);
    if (spent.bytes > mostBytes || spent.weight > spent.most || rest.length > longestTag) return false;
  }
  return true;
}

/** Weighs every whole tag of a piece of XML and gives back what is left of it. */
function takeTags(xml: string, spent: Spent): string {
  let from = 0;
  while (spent.weight <= spent.most) {
    const start = xml.indexOf('<', from);
    if (start < 0) return '';
    const end = endOfTag(xml, start);
    if (end < 0) return xml.slice(start);
    spent.weight += weightOf(xml.slice(start + 1, end));
    from = end + 1;
  }
  return '';
}

/** Where the tag, comment or literal text that begins at `start` ends; -1 where it goes on in the next piece. */
function endOfTag(xml: string, start: number): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (xml.startsWith(opening, start)) {
      const end = xml.indexOf(closing, start);
      return end < 0 ? -1 : end + closing.length - 1;
    }
  }
  let quote = '';
  for (let index = start + 1; index < xml.length; index += 1) {
    const letter = xml.charAt(index);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return index;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return -1;
}

function weightOf(tag: string): number {
  if (tag.startsWith('/') || tag.startsWith('!') || tag.startsWith('?')) return 0;
  const name = /^(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? '';
  if (name === 'mergeCell') return areaOf(attributeOf(tag, 'ref') ?? '');
  if (name === 'row' && !isUpTo(attributeOf(tag, 'r'), lastRow)) return Number.POSITIVE_INFINITY;
  if (name === 'col' && !isUpTo(attributeOf(tag, 'max'), lastColumn)) return Number.POSITIVE_INFINITY;
  return heavy.has(name) ? heavyWeight : 1;
}

function attributeOf(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

/** A number written otherwise than in digits, such as by character references, is none that a spreadsheet program writes. */
const isUpTo = (text: string | undefined, most: number): boolean => text === undefined || (/^\d{1,7}$/.test(text) && Number(text) <= most);

function areaOf(reference: string): number {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(reference);
  if (!match) return Number.POSITIVE_INFINITY;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return heavyWeight * (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

const columnOf = (letters: string): number => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
