// SPDX-License-Identifier: Apache-2.0
import { add, type Decimal, decimal, multiply, powerOfTen, subtract } from '../decimal.ts';
import type { Figure, Range, Reading } from './figure.ts';
import { findCountedNoun, findHedge, type Hedge, MULTIPLIERS, PHRASE_STOPS } from './lexicon.ts';
import { type NumberHints, readNumber } from './number-format.ts';
import { countSkipped, isCountedAt } from './skip.ts';
import { readStructure, type Structure } from './structure.ts';
import { type Token, tokenAt, tokenize } from './tokens.ts';

const LONGEST_PHRASE = 14;
/** Numbers in a longer run without a word are data, not claims. */
const LONGEST_WORDLESS_RUN = 48;

/** Reads one stretch of NFC text: its tokens, its sentences and its figures with their things. */
export function readText(text: string, from: number, to: number): Reading {
  const tokens = tokenize(text, from, to);
  const structure = readStructure(text, tokens);
  const hasGroupedCommas = /\d,\d{3},\d{3}(?!\d)/.test(text.slice(from, to));
  const figures: Figure[] = [];
  let i = 0;
  let lastWord = 0;
  while (i < tokens.length) {
    const { type } = tokenAt(tokens, i);
    if (type === 'word') lastWord = i;
    if (type !== 'number' || i - lastWord > LONGEST_WORDLESS_RUN) {
      i += 1;
      continue;
    }
    const skipped = countSkipped(text, tokens, i);
    if (skipped > 0) {
      i += skipped;
      continue;
    }
    i = readAt({ text, tokens, structure, figures }, i, hasGroupedCommas);
  }
  joinBasesInWords(tokens, figures);
  return { text, tokens, structure, figures, leads: [], descriptions: [], classes: [] };
}

type Draft = { readonly text: string; readonly tokens: readonly Token[]; readonly structure: Structure; readonly figures: Figure[] };

function readAt(draft: Draft, i: number, hasGroupedCommas: boolean): number {
  const { tokens, figures } = draft;
  const isFraction = tokenAt(tokens, i + 1).low === '/' && tokenAt(tokens, i + 2).type === 'number';
  const isRanked = isFraction && isRankBefore(tokens, i);
  const isScore = isFraction && isPointAt(tokens, i + 3);
  if (isRanked) return i + 3;
  const first = buildFigure(draft, i, { hasGroupedCommas, nounAt: isFraction ? i + 3 : undefined, isScore });
  if (first === undefined) return i + 1;
  figures.push(first);
  if (!isFraction) return first.after;
  const base = buildFigure(draft, i + 2, { hasGroupedCommas, nounAt: undefined, isScore });
  if (base === undefined || base.kind === 'percent') return i + 3;
  figures[figures.length - 1] = { ...first, baseIndex: figures.length, phraseEnd: base.phraseEnd, end: base.end };
  figures.push({ ...base, isBase: true });
  return base.after;
}

const isRankBefore = (tokens: readonly Token[], i: number): boolean => {
  const one = tokenAt(tokens, i - 1).low;
  const two = tokenAt(tokens, i - 2).low;
  return one === 'thứ' || one === 'hạng' || one === 'xếp' || one === 'đứng' || (one === 'trí' && two === 'vị') || one === 'bậc';
};

const isPointAt = (tokens: readonly Token[], i: number): boolean =>
  findCountedNoun(tokenAt(tokens, i).low, tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low)?.group === 'point';

type FigureHints = { readonly hasGroupedCommas: boolean; readonly nounAt: number | undefined; readonly isScore: boolean };

function buildFigure({ text, tokens, structure, figures }: Draft, i: number, hints: FigureHints): Figure | undefined {
  const token = tokenAt(tokens, i);
  const percentTokens = countPercentSign(tokens, i + 1);
  const exponent = findMultiplier(tokens, i + 1);
  const numberHints = {
    follows: hintAfter(tokens, i, hints, percentTokens, exponent),
    hasEnglishCommas: hints.hasGroupedCommas && isInTable(tokens, i),
  };
  const written = readNumber(token.low, numberHints);
  if (written === undefined) return undefined;

  const isPercent = percentTokens > 0;
  const after = i + 1 + (isPercent ? percentTokens : exponent === undefined ? 0 : 1);
  const nounAt = hints.nounAt ?? after;
  const noun = findCountedNoun(tokenAt(tokens, nounAt).low, tokenAt(tokens, nounAt + 1).low, tokenAt(tokens, nounAt + 2).low);
  const hedge = hedgeBefore(tokens, i);
  const value = exponent === undefined ? written.value : multiply(written.value, decimal(powerOfTen(exponent)));
  return {
    index: figures.length,
    kind: isPercent ? 'percent' : 'count',
    value,
    multiplier: exponent ?? 0,
    decimals: written.decimals,
    range: rangeOf(value, written.decimals, exponent, isPercent ? undefined : hedge),
    approx: Number(value.units) / 10 ** value.scale,
    hedge,
    isRounded: exponent !== undefined || hedge !== undefined,
    group: hints.isScore ? 'point' : (noun?.group ?? unknownNoun(tokens, nounAt)),
    isKnownNoun: noun !== undefined,
    at: i,
    after,
    phraseEnd: findPhraseEnd(text, tokens, after),
    start: token.start,
    end: tokenAt(tokens, after - 1).end,
    sentence: structure.sentence[i] ?? 0,
    paragraph: structure.paragraph[i] ?? 0,
    scope: structure.scope[i] ?? 0,
    baseIndex: -1,
    isBase: false,
  };
}

function hintAfter(
  tokens: readonly Token[],
  i: number,
  hints: FigureHints,
  percentTokens: number,
  exponent: number | undefined,
): NumberHints['follows'] {
  if (percentTokens > 0) return 'percent';
  if (exponent !== undefined) return 'multiplier';
  if (hints.isScore || isPointAt(tokens, i + 1)) return 'percent';
  return isCountedAt(tokens, hints.nounAt ?? i + 1) ? 'countable' : 'other';
}

const countPercentSign = (tokens: readonly Token[], i: number): number => {
  if (tokenAt(tokens, i).low === '%' || tokenAt(tokens, i).low === '％') return 1;
  return tokenAt(tokens, i).low === 'phần' && tokenAt(tokens, i + 1).low === 'trăm' ? 2 : 0;
};

function findMultiplier(tokens: readonly Token[], i: number): number | undefined {
  const next = tokenAt(tokens, i + 1).low;
  const isRateWord = next === 'lệ' || next === 'trọng' || next === 'suất';
  return isRateWord ? undefined : MULTIPLIERS.get(tokenAt(tokens, i).low);
}

const isInTable = (tokens: readonly Token[], i: number): boolean =>
  tokenAt(tokens, i - 1).low === '|' || tokenAt(tokens, i + 1).low === '|';

const hedgeBefore = (tokens: readonly Token[], i: number): Hedge | undefined => {
  const one = tokenAt(tokens, i - 1).low;
  if (one === 'đạt' || one === 'có') return findHedge(tokenAt(tokens, i - 2).low);
  return findHedge(one);
};

const unknownNoun = (tokens: readonly Token[], i: number): string => {
  const { type, low } = tokenAt(tokens, i);
  return type === 'word' && !PHRASE_STOPS.has(low) ? low : '';
};

function findPhraseEnd(text: string, tokens: readonly Token[], after: number): number {
  let i = after;
  while (i < after + LONGEST_PHRASE) {
    const { type, low } = tokenAt(tokens, i);
    const isJoined =
      (low === '-' || low === '&' || low === '/') &&
      tokenAt(tokens, i + 1).type === 'word' &&
      text.charAt(tokenAt(tokens, i).start - 1) !== ' ';
    const isNextFigure = low === 'và' && tokenAt(tokens, i + 1).type === 'number';
    if (isNextFigure || ((type !== 'word' || PHRASE_STOPS.has(low)) && !isJoined)) break;
    i += 1;
  }
  return i;
}

/** "4,52 ngàn" may be rounded or cut; "hơn 1.200" lies within the next hundred, "gần 1.200" within the last. */
function rangeOf(value: Decimal, decimals: number, exponent: number | undefined, hedge: Hedge | undefined): Range {
  if (exponent !== undefined && hedge === undefined) {
    const unit = multiply(decimal(1n, decimals), decimal(powerOfTen(exponent)));
    return { lo: subtract(value, multiply(unit, decimal(5, 1))), hi: add(value, subtract(unit, decimal(1, 6))) };
  }
  if (hedge === undefined) return { lo: value, hi: value };
  const slack = exponent === undefined ? trailingUnit(value) : multiply(decimal(1n, decimals), decimal(powerOfTen(exponent)));
  return { lo: hedge === 'above' ? value : subtract(value, slack), hi: hedge === 'below' ? value : add(value, slack) };
}

function trailingUnit(value: Decimal): Decimal {
  let unit = 1n;
  while (value.scale === 0 && value.units !== 0n && value.units % (unit * 10n) === 0n && unit * 10n < value.units) unit *= 10n;
  return decimal(unit, value.scale);
}

/** "36 trên tổng số 42": the second number is the base of the first. */
function joinBasesInWords(tokens: readonly Token[], figures: Figure[]): void {
  for (let index = 0; index + 1 < figures.length; index += 1) {
    joinAcrossParentheses(tokens, figures, index + 1);
    const figure = figures[index];
    const base = figures[index + 1];
    if (figure === undefined || base === undefined || !isBaseInWords(tokens, figure, base)) continue;
    figures[index] = { ...figure, baseIndex: index + 1, end: base.end, phraseEnd: base.phraseEnd };
    figures[index + 1] = { ...base, isBase: true };
  }
}

/** "86 vụ/95 vụ" is a share, "866 lượt/964 lượt người" a pair of units. */
function isSameThing(tokens: readonly Token[], figure: Figure, base: Figure): boolean {
  const words = base.at - 1 - figure.after;
  if (words < 1 || figure.group !== base.group || figure.approx > base.approx) return false;
  for (let k = 0; k < words; k += 1) if (tokenAt(tokens, figure.after + k).low !== tokenAt(tokens, base.after + k).low) return false;
  return tokenAt(tokens, base.after + words).type !== 'word';
}

/** "176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn": the count before the parentheses is the share. */
function joinAcrossParentheses(tokens: readonly Token[], figures: Figure[], index: number): void {
  const base = figures[index];
  if (base === undefined || tokenAt(tokens, base.at - 1).low !== '/' || tokenAt(tokens, base.at - 2).low !== ')' || base.isBase) return;
  for (let j = index - 1; j >= Math.max(0, index - 8); j -= 1) {
    const figure = figures[j];
    if (figure === undefined || figure.sentence !== base.sentence) return;
    if (figure.scope !== base.scope) continue;
    const isShare =
      figure.kind === 'count' && figure.baseIndex < 0 && !figure.isBase && figure.group === base.group && hasPercentAfter(tokens, base);
    if (!isShare) return;
    figures[j] = { ...figure, baseIndex: index, end: base.end, phraseEnd: base.phraseEnd };
    figures[index] = { ...base, isBase: true };
    return;
  }
}

/** "2.164 thí sinh đỗ/3.059 thí sinh dự thi, đạt tỷ lệ 70,74%". */
function hasPercentAfter(tokens: readonly Token[], base: Figure): boolean {
  let i = base.phraseEnd;
  while (i < base.phraseEnd + 6 && tokenAt(tokens, i).type !== 'number' && tokenAt(tokens, i).type !== 'newline') i += 1;
  return tokenAt(tokens, i).type === 'number' && tokenAt(tokens, i + 1).low === '%';
}

function isBaseInWords(tokens: readonly Token[], figure: Figure, base: Figure): boolean {
  const isPair = figure.kind === 'count' && base.kind === 'count' && figure.baseIndex < 0 && !figure.isBase && base.baseIndex < 0;
  if (!isPair || base.at - figure.after > 10) return false;
  if (tokenAt(tokens, base.at - 1).low === '/')
    return isSameThing(tokens, figure, base) || (figure.group === base.group && hasPercentAfter(tokens, base));
  let i = figure.after;
  while (i < base.at && tokenAt(tokens, i).type === 'word' && tokenAt(tokens, i).low !== 'trên' && tokenAt(tokens, i).low !== 'trong')
    i += 1;
  if (i >= base.at || tokenAt(tokens, i).type !== 'word') return false;
  if (tokenAt(tokens, i).low === 'trên' && i === base.at - 1) return true;
  const between = tokens.slice(i + 1, base.at).map((token) => token.low);
  return between[0] === 'tổng' && between.every((low) => low === 'tổng' || low === 'số' || low === 'cộng' || low === 'có');
}
