// SPDX-License-Identifier: Apache-2.0

/** The smallest meaningful pieces of a report. `low` is the lower-case word, or the sign itself. */
export type Token = {
  readonly type: 'word' | 'number' | 'sign' | 'newline' | 'opaque' | 'end';
  readonly start: number;
  readonly end: number;
  readonly low: string;
};

/** Stands for every position before the first and after the last token. */
export const END: Token = { type: 'end', start: 0, end: 0, low: '' };

export const tokenAt = (tokens: readonly Token[], index: number): Token => tokens[index] ?? END;

/** A longer run of digits is no figure of a report. */
const LONGEST_NUMBER = 24;
const LONGEST_WORD = 32;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x0370) ||
  (code >= 0x1e00 && code < 0x2000) ||
  code === 95;

const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 0xa0 || code === 13 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff;

/**
 * Cuts a text into tokens, reading each character once. Web and mail addresses become one opaque token;
 * tabs of a line that has two or more part its cells, as "|" does.
 */
export function tokenize(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const hasTabs = text.slice(from, to).includes('\t');
  let isRow = hasTabs && isTabbedRow(text, from, to);
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code === TAB && isRow) tokens.push({ type: 'sign', start: i, end: i + 1, low: '|' });
    if (isSpace(code)) {
      i += 1;
      continue;
    }
    const token = readToken(text, i, to, code);
    tokens.push(token);
    i = token.end;
    if (hasTabs && code === 10) isRow = isTabbedRow(text, i, to);
  }
  return tokens;
}

const TAB = 9;
const FEWEST_TABS = 2;

function isTabbedRow(text: string, from: number, to: number): boolean {
  let tabs = 0;
  for (let i = from; i < to && tabs < FEWEST_TABS; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10) return false;
    if (code === TAB) tabs += 1;
  }
  return tabs >= FEWEST_TABS;
}

function readToken(text: string, start: number, to: number, code: number): Token {
  if (code === 10) return { type: 'newline', start, end: start + 1, low: '\n' };
  if (isDigit(code)) return readNumber(text, start, to);
  if (isLetter(code)) return readWord(text, start, to);
  return { type: 'sign', start, end: start + 1, low: text.charAt(start) };
}

/** Reports repeat their words: one lower-case string for each makes looking words up cheap. */
const LOWERED = new Map<string, string>();
const MOST_LOWERED = 20_000;
const LONGEST_LOWERED = 12;

function lowered(word: string): string {
  if (word.length > LONGEST_LOWERED) return word.toLowerCase();
  const known = LOWERED.get(word);
  if (known !== undefined) return known;
  if (LOWERED.size >= MOST_LOWERED) LOWERED.clear();
  const low = word.toLowerCase();
  LOWERED.set(word, low);
  return low;
}

function readNumber(text: string, start: number, to: number): Token {
  let end = start + 1;
  let hasSpace = false;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) {
      end += 1;
      continue;
    }
    const isSeparator = (code === 44 || code === 46) && end + 1 < to && isDigit(text.charCodeAt(end + 1));
    const isSpaced = !isSeparator && isFixedSpace(code) && isGroupAt(text, end + 1, to);
    if (!isSeparator && !isSpaced) break;
    hasSpace ||= isSpaced;
    end += 1;
  }
  const isTooLong = end - start > LONGEST_NUMBER;
  return {
    type: isTooLong ? 'opaque' : 'number',
    start,
    end,
    low: isTooLong ? '' : hasSpace ? text.slice(start, end).replace(FIXED_SPACES, '.') : text.slice(start, end),
  };
}

/** Spaces that keep a number together: "14\u202f872" is 14.872. */
const isFixedSpace = (code: number): boolean => code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007;
const FIXED_SPACES = /[\u00a0\u202f\u2009\u2007]/g;

const isGroupAt = (text: string, at: number, to: number): boolean =>
  at + 2 < to &&
  isDigit(text.charCodeAt(at)) &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  !isDigit(text.charCodeAt(at + 3));

function readWord(text: string, start: number, to: number): Token {
  let end = start + 1;
  while (end < to && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end += 1;
  const low = lowered(text.slice(start, Math.min(end, start + LONGEST_WORD)));
  const isAddress = (low === 'http' || low === 'https') && text.charAt(end) === ':';
  if (!isAddress && low !== 'www' && text.charAt(end) !== '@') return { type: 'word', start, end, low };
  while (end < to && !isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== 10) end += 1;
  return { type: 'opaque', start, end, low: '' };
}
