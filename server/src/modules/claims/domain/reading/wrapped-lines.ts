// SPDX-License-Identifier: Apache-2.0
import { type Token, tokenAt } from './tokens.ts';

/** Lines broken by their width are at least this long. */
const WRAPPED_LINE_CHARS = 60;
/** A line that goes on in small letters may be short: cells, last lines of a column. */
const CONTINUED_LINE_CHARS = 20;
const LONGEST_CELL = 60;
const ENDS_LINE = new Set(['.', ':', '|', '!', '?', '\n']);

/** Takes out the line ends that only break a long line: "tiếp nhận 14.872⏎hồ sơ". */
export function joinWrappedLines(text: string, tokens: Token[]): Token[] {
  let kept = 0;
  let lineStart = tokenAt(tokens, 0).start;
  let isRow = hasBar(tokens, 0);
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokenAt(tokens, i);
    const isLineEnd = token.type === 'newline';
    if (isLineEnd) {
      const isNextRow = hasBar(tokens, i + 1);
      const isWrapped = !isRow && !isNextRow && isWrappedLine(text, tokens, i, token.start - lineStart);
      lineStart = token.end;
      isRow = isNextRow;
      if (isWrapped) continue;
    }
    if (kept < i) tokens[kept] = token;
    kept += 1;
  }
  tokens.length = kept;
  return tokens;
}

/** Rows of a table are never joined. */
function hasBar(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + LONGEST_CELL; i += 1) {
    const { low, type } = tokenAt(tokens, i);
    if (low === '|') return true;
    if (type === 'newline' || type === 'end') return false;
  }
  return false;
}

function isWrappedLine(text: string, tokens: readonly Token[], i: number, lineChars: number): boolean {
  const before = tokenAt(tokens, i - 1);
  const after = tokenAt(tokens, i + 1);
  if (ENDS_LINE.has(before.low) || after.type === 'newline' || after.type === 'end') return false;
  if (after.low === '(' || after.low === '%') return before.low !== ';';
  if (after.type === 'word' && !isCapital(text.charAt(after.start)))
    return lineChars >= (before.low === ';' ? WRAPPED_LINE_CHARS : CONTINUED_LINE_CHARS) && tokenAt(tokens, i + 2).low !== ')';
  if (lineChars < WRAPPED_LINE_CHARS) return false;
  if (after.type === 'word') return before.low !== ';';
  const mark = tokenAt(tokens, i + 2);
  return after.type === 'number' && !(after.low.length <= 2 && mark.start === after.end && (mark.low === '.' || mark.low === ')'));
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
