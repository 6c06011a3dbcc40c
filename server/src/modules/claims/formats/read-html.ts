// SPDX-License-Identifier: Apache-2.0
import { Parser } from 'htmlparser2';
import { decodeText } from './decode-text.ts';
import { createNesting } from './nesting.ts';
import { refusal } from './refuse.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe', 'object', 'nav']);
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'table',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'dd',
  'dt',
  'hr',
  'figcaption',
]);

/**
 * The visible text of a page; rows of tables become lines with "|" between their cells.
 *
 * @throws AppError `claims.file_unreadable`, `claims.file_too_deep`
 */
export function readHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const source = decodeText(bytes, /charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(head)?.[1]);
  if (source === undefined) throw refusal('claims.file_unreadable');
  const pieces: string[] = [];
  let silentDepth = 0;
  let cellDepth = 0;
  const nesting = createNesting();
  const parser = new Parser({
    onopentag(name) {
      nesting.open();
      if (SILENT.has(name)) silentDepth += 1;
      if (name === 'td' || name === 'th') cellDepth += 1;
      else if (BLOCKS.has(name)) pieces.push(cellDepth > 0 && name !== 'tr' ? ' ' : '\n');
    },
    onclosetag(name) {
      nesting.close();
      if (SILENT.has(name)) silentDepth = Math.max(0, silentDepth - 1);
      if (name === 'td' || name === 'th') {
        cellDepth = Math.max(0, cellDepth - 1);
        pieces.push(' | ');
      } else if (BLOCKS.has(name) && name !== 'br') pieces.push(cellDepth > 0 && name !== 'tr' ? ' ' : '\n');
    },
    ontext(text) {
      if (silentDepth === 0) pieces.push(text.replace(/\s+/g, ' '));
    },
  });
  parser.write(source);
  parser.end();
  return tidyLines(pieces.join(''));
}

/** One blank line at most, no bar at the end of a row. */
export function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => {
    const trimmed = line.replace(/ {2,}/g, ' ').trim();
    return trimmed.endsWith('|') ? trimmed.slice(0, -1).trimEnd() : trimmed;
  });
  return lines
    .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim();
}
