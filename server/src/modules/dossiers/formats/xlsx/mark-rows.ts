// SPDX-License-Identifier: Apache-2.0
import { columnOf } from './cell-name.ts';
import { attribute } from './xml.ts';

/** Cells to be marked by row; columns count from 0. */
export type MarkedCells = ReadonlyMap<number, ReadonlySet<number>>;

/** Number of the style that a marked cell has instead of its own. */
export type MarkedStyle = (own: number) => number;

/**
 * Rewrites the XML of a sheet piece by piece so that some cells have another style; a cell that is not there is put in. All
 * else stays as it is written.
 */
export async function* markRows(pieces: AsyncIterable<string>, cells: MarkedCells, styleOf: MarkedStyle): AsyncGenerator<string> {
  let rest = '';
  let row = 0;
  let prefix: string | undefined;
  for await (const piece of pieces) {
    rest += piece;
    prefix ??= /<(\w+:)?worksheet[\s>]/.exec(rest)?.[1] ?? (/<worksheet[\s>]/.test(rest) ? '' : undefined);
    if (prefix === undefined) continue;
    let out = '';
    for (;;) {
      const found = nextRow(rest, prefix);
      if (found === 'none') {
        // The beginning of a row may be cut in two.
        const keep = rest.lastIndexOf('<');
        out += keep === -1 ? rest : rest.slice(0, keep);
        rest = keep === -1 ? '' : rest.slice(keep);
        break;
      }
      if (found === 'unfinished') break;
      const tag = rest.slice(found.start, found.tagEnd + 1);
      row = Number(attribute(tag, 'r') ?? row + 1);
      const marked = cells.get(row);
      out += rest.slice(0, found.start);
      out += marked ? markRow(rest.slice(found.start, found.end), tag, prefix, row, marked, styleOf) : rest.slice(found.start, found.end);
      rest = rest.slice(found.end);
    }
    if (out !== '') yield out;
  }
  yield rest;
}

type FoundRow = { readonly start: number; readonly tagEnd: number; readonly end: number };

function nextRow(text: string, prefix: string): FoundRow | 'none' | 'unfinished' {
  const open = new RegExp(`<${prefix}row[\\s/>]`).exec(text);
  if (!open) return 'none';
  const tagEnd = text.indexOf('>', open.index);
  if (tagEnd === -1) return 'unfinished';
  if (text[tagEnd - 1] === '/') return { start: open.index, tagEnd, end: tagEnd + 1 };
  const closing = `</${prefix}row>`;
  const close = text.indexOf(closing, tagEnd);
  return close === -1 ? 'unfinished' : { start: open.index, tagEnd, end: close + closing.length };
}

function markRow(xml: string, tag: string, prefix: string, row: number, columns: ReadonlySet<number>, styleOf: MarkedStyle): string {
  const waiting = [...columns].sort((a, b) => a - b);
  const cell = new RegExp(`<${prefix}c(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</${prefix}c>)`, 'g');
  const added = (column: number): string => `<${prefix}c r="${cellName(column, row)}" s="${styleOf(0)}"/>`;
  const body = tag.endsWith('/>') ? '' : xml.slice(tag.length, xml.lastIndexOf('</'));
  let last = -1;
  const marked = body.replace(cell, (text) => {
    const end = text.indexOf('>');
    const opening = text.slice(0, end + 1);
    const place = attribute(opening, 'r');
    const column = place === undefined ? last + 1 : columnOf(place, last + 1);
    last = column;
    let before = '';
    while (waiting[0] !== undefined && waiting[0] < column) before += added(waiting.shift() ?? 0);
    if (waiting[0] !== column) return before + text;
    waiting.shift();
    return before + restyled(opening, styleOf) + text.slice(end + 1);
  });
  return `${tag.replace(/\/>$/, '>')}${marked}${waiting.map(added).join('')}</${prefix}row>`;
}

function restyled(opening: string, styleOf: MarkedStyle): string {
  const own = attribute(opening, 's');
  if (own !== undefined) return opening.replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/, ` s="${styleOf(Number(own))}"`);
  return opening.replace(/\s*(\/?)>$/, ` s="${styleOf(0)}"$1>`);
}

/** `AB12` for a column counted from 0. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
