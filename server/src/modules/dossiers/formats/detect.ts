// SPDX-License-Identifier: Apache-2.0
import { isUtf8 } from 'node:buffer';
import { AppError } from '#kernel/app-error';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'latin1';
export type FileForm =
  | { readonly kind: 'xlsx' }
  | { readonly kind: 'csv'; readonly encoding: TextEncoding; readonly delimiter: ',' | ';' | '\t' | '|'; readonly crOnly: boolean }
  | { readonly kind: 'json' | 'ndjson'; readonly encoding: TextEncoding };

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * What a file is, from its first bytes: a workbook, JSON or delimited text, and how its letters are written.
 *
 * @throws AppError `dossiers.import_empty`, `dossiers.import_old_workbook`, `dossiers.import_unknown_form`
 */
export function detectForm(head: Buffer): FileForm {
  if (head.length === 0) throw new AppError('invalid', 'dossiers.import_empty');
  if (begins(head, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'xlsx' };
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new AppError('invalid', 'dossiers.import_old_workbook');
  if (begins(head, [0x25, 0x50, 0x44, 0x46]) || begins(head, [0x89, 0x50, 0x4e, 0x47]) || begins(head, [0x1f, 0x8b]))
    throw new AppError('invalid', 'dossiers.import_unknown_form');
  const encoding = detectEncoding(head);
  const text = decodeHead(head, encoding);
  const first = text.trimStart()[0];
  if (first === undefined) throw new AppError('invalid', 'dossiers.import_empty');
  if (first === '{') return { kind: /^\s*\{\s*"[^"]{0,100}"\s*:\s*\[\s*[{\]]/.test(text) ? 'json' : 'ndjson', encoding };
  if (first === '[') return { kind: 'json', encoding };
  return { kind: 'csv', encoding, delimiter: detectDelimiter(text), crOnly: !text.includes('\n') && text.includes('\r') };
}

/** A byte order mark decides, else UTF-16 by its zero bytes, else UTF-8 where it holds, else the 8-bit page of Vietnamese Windows. */
export function detectEncoding(head: Buffer): TextEncoding {
  if (begins(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (begins(head, [0xff, 0xfe])) return 'utf-16le';
  if (begins(head, [0xfe, 0xff])) return 'utf-16be';
  const zeros = [0, 0];
  const size = Math.min(head.length, 4_096) & ~1;
  for (let index = 0; index < size; index += 1) if (head[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (size >= 8 && odd > size / 8 && even <= odd / 8) return 'utf-16le';
  if (size >= 8 && even > size / 8 && odd <= even / 8) return 'utf-16be';
  return isUtf8(wholeLetters(head)) || mostlyUtf8(head) ? 'utf-8' : 'windows-1258';
}

/** A file that is UTF-8 but for a few broken bytes stays UTF-8: those become faults of their cells. */
function mostlyUtf8(head: Buffer): boolean {
  const text = head.toString('utf8');
  const broken = text.split('\ufffd').length - 1;
  const vietnamese = (text.match(/[\u0103\u0111\u01a1\u01b0\u1ea0-\u1ef9]/g) ?? []).length;
  return vietnamese > 4 * broken;
}

export function decodeHead(head: Buffer, encoding: TextEncoding): string {
  if (encoding === 'latin1') return head.toString('latin1');
  return new TextDecoder(encoding).decode(encoding.startsWith('utf-16') ? head.subarray(0, head.length & ~1) : wholeLetters(head));
}

/** The head without a letter that is cut at its end. */
function wholeLetters(head: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= head.length; back += 1) {
    const byte = head[head.length - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? head.subarray(0, head.length - back) : head;
    }
    if (byte < 0x80) return head;
  }
  return head;
}

/** The delimiter that cuts the first lines into the most even number of cells. */
function detectDelimiter(text: string): (typeof delimiters)[number] {
  const lines = text
    .slice(0, 60_000)
    .split(/\r\n|\r|\n/)
    .slice(0, 30)
    .filter((line) => line.trim() !== '');
  let best: (typeof delimiters)[number] = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter)).filter((count) => count > 0);
    if (counts.length === 0) continue;
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const score = usual * counts.filter((count) => count === usual).length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const letter of line.slice(0, 20_000)) {
    if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) count += 1;
  }
  return count;
}

function begins(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
