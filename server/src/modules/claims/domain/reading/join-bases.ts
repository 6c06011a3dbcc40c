// SPDX-License-Identifier: Apache-2.0
import type { OpenFigure } from './figure.ts';
import { type Token, tokenAt } from './tokens.ts';

const FARTHEST_BASE = 14;
const MOST_TOTAL_WORDS = 6;
const LARGEST_SLIP = 5;
const TOTAL_WORDS = new Set(['tổng', 'số', 'cộng', 'có', 'là']);

/** "36 trên tổng số 42", "86 vụ/95 vụ", "120 hồ sơ/tổng số 130 hồ sơ": the second number is the base of the first. */
export function joinBasesInWords(tokens: readonly Token[], figures: readonly OpenFigure[]): void {
  for (let index = 0; index + 1 < figures.length; index += 1) {
    joinAcrossParentheses(tokens, figures, index + 1);
    const figure = figures[index];
    const base = figures[index + 1];
    if (figure === undefined || base === undefined || !isBaseInWords(tokens, figures, figure, base)) continue;
    join(figure, base);
  }
}

function join(figure: OpenFigure, base: OpenFigure): void {
  figure.baseIndex = base.index;
  figure.end = base.end;
  figure.phraseEnd = base.phraseEnd;
  base.isBase = true;
}

/** "86 vụ/95 vụ" is a share, "866 lượt/964 lượt người" a pair of units. */
function isSameThing(tokens: readonly Token[], figure: OpenFigure, base: OpenFigure): boolean {
  const words = base.at - 1 - figure.after;
  if (words < 1 || figure.group !== base.group || figure.approx > base.approx) return false;
  for (let k = 0; k < words; k += 1) if (tokenAt(tokens, figure.after + k).low !== tokenAt(tokens, base.after + k).low) return false;
  return tokenAt(tokens, base.after + words).type !== 'word';
}

/** "176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn": the count before the parentheses is the share. */
function joinAcrossParentheses(tokens: readonly Token[], figures: readonly OpenFigure[], index: number): void {
  const base = figures[index];
  if (base === undefined || tokenAt(tokens, base.at - 1).low !== '/' || tokenAt(tokens, base.at - 2).low !== ')' || base.isBase) return;
  for (let j = index - 1; j >= Math.max(0, index - 8); j -= 1) {
    const figure = figures[j];
    if (figure === undefined || figure.sentence !== base.sentence) return;
    if (figure.scope !== base.scope) continue;
    const isShare =
      figure.kind === 'count' && figure.baseIndex < 0 && !figure.isBase && figure.group === base.group && hasPercentAfter(tokens, base);
    if (isShare) join(figure, base);
    return;
  }
}

/** "11.482 giao dịch/13.905 hồ sơ, đạt 82,6%": of other things when the percent is about theirs, which that of "312 hộ/1.560 khẩu" is not. */
const isShareOf = (figure: OpenFigure, base: OpenFigure, percent: OpenFigure | undefined): boolean =>
  figure.group === base.group ||
  (percent?.kind === 'percent' &&
    base.group !== 'person' &&
    base.approx > 0 &&
    Math.abs((100 * figure.approx) / base.approx - percent.approx) <= LARGEST_SLIP);

/** "2.164 thí sinh đỗ/3.059 thí sinh dự thi, đạt tỷ lệ 70,74%". */
function hasPercentAfter(tokens: readonly Token[], base: OpenFigure): boolean {
  let i = base.phraseEnd;
  while (i < base.phraseEnd + 6 && tokenAt(tokens, i).type !== 'number' && tokenAt(tokens, i).type !== 'newline') i += 1;
  return tokenAt(tokens, i).type === 'number' && tokenAt(tokens, i + 1).low === '%';
}

function isBaseInWords(tokens: readonly Token[], figures: readonly OpenFigure[], figure: OpenFigure, base: OpenFigure): boolean {
  const isPair = figure.kind === 'count' && base.kind === 'count' && figure.baseIndex < 0 && !figure.isBase && base.baseIndex < 0;
  if (!isPair || base.at - figure.after > FARTHEST_BASE || base.sentence !== figure.sentence) return false;
  if (tokenAt(tokens, base.at - 1).low === '/')
    return isSameThing(tokens, figure, base) || (isShareOf(figure, base, figures[base.index + 1]) && hasPercentAfter(tokens, base));
  let i = figure.after;
  while (i < base.at && tokenAt(tokens, i).type === 'word' && tokenAt(tokens, i).low !== 'trên' && tokenAt(tokens, i).low !== 'trong')
    i += 1;
  if (tokenAt(tokens, i).low === '/') return isTotalAfterSlash(tokens, i + 1, base.at);
  if (i >= base.at || tokenAt(tokens, i).type !== 'word') return false;
  if (tokenAt(tokens, i).low === 'trên' && i === base.at - 1)
    return areComparable(figure, base) || (isShareOf(figure, base, figures[base.index + 1]) && hasPercentAfter(tokens, base));
  const first = tokenAt(tokens, i + 1).low;
  if (first !== 'tổng' && first !== 'số') return false;
  for (let k = i + 1; k < base.at; k += 1) if (!TOTAL_WORDS.has(tokenAt(tokens, k).low)) return false;
  return true;
}

/** "xử phạt 5 trường hợp trên 20 triệu đồng" is no share. */
const areComparable = (figure: OpenFigure, base: OpenFigure): boolean =>
  figure.group === base.group || figure.group === '' || base.group === '' || !figure.isKnownNoun || !base.isKnownNoun;

/** "/tổng số", "/tổng kế hoạch vốn", "/kế hoạch". */
function isTotalAfterSlash(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokenAt(tokens, from).low;
  if (to - from > MOST_TOTAL_WORDS || (first !== 'tổng' && first !== 'kế' && first !== 'số')) return false;
  for (let k = from; k < to; k += 1) if (tokenAt(tokens, k).type !== 'word') return false;
  return true;
}
