// SPDX-License-Identifier: Apache-2.0
import { add, type Decimal, decimal, multiply, powerOfTen, subtract } from '../decimal.ts';
import type { OpenFigure, Range, Reading } from './figure.ts';
import { joinBasesInWords } from './join-bases.ts';
import { ELLIPTIC_WORDS, findCountedNoun, findHedge, type Hedge, MULTIPLIERS, PHRASE_STOPS } from './lexicon.ts';
import { type NumberHints, readNumber } from './number-format.ts';
import { countSkipped, isCountedAt, isGradeAt } from './skip.ts';
import { readStructure, type Structure } from './structure.ts';
import { type Token, tokenAt, tokenize } from './tokens.ts';
import { joinWrappedLines } from './wrapped-lines.ts';

const LONGEST_PHRASE = 14;
const LONGEST_LABEL = 6;
/** Numbers in a longer run without a word are data, not claims. */
const LONGEST_WORDLESS_RUN = 48;

/** Reads one stretch of NFC text: its tokens, its sentences and its figures with their things. */
export function readText(text: string, from: number, to: number): Reading {
  const tokens = joinWrappedLines(text, tokenize(text, from, to));
  const structure = readStructure(text, tokens);
  const hasGroupedCommas = /\d,\d{3},\d{3}(?!\d)/.test(text.slice(from, to));
  const figures: OpenFigure[] = [];
  const draft = { text, tokens, structure, figures };
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
    i = readAt(draft, i, hasGroupedCommas);
  }
  joinBasesInWords(tokens, figures);
  const size = figures.length;
  return {
    text,
    tokens,
    structure,
    figures,
    leads: new Array(size),
    descriptions: new Array(size),
    percentLeads: new Array(size),
    totalLeads: new Array(size),
    changeLeads: new Array(size),
    classes: new Array(size),
  };
}

type Draft = { readonly text: string; readonly tokens: readonly Token[]; readonly structure: Structure; readonly figures: OpenFigure[] };

function readAt(draft: Draft, i: number, hasGroupedCommas: boolean): number {
  const { tokens, figures } = draft;
  const isFraction = tokenAt(tokens, i + 1).low === '/' && tokenAt(tokens, i + 2).type === 'number';
  const isRanked = isFraction && isRankBefore(tokens, i);
  const isScore = isFraction && isPointAt(tokens, i + 3);
  if (isRanked) return i + 3;
  const shared = isFraction ? findMultiplier(tokens, i + 3) : undefined;
  const nounAt = isFraction ? i + (shared === undefined ? 3 : 4) : undefined;
  const first = buildFigure(draft, i, { hasGroupedCommas, nounAt, isScore, sharedMultiplier: shared });
  if (first === undefined) return i + 1;
  figures.push(first);
  if (!isFraction) return first.after;
  const base = buildFigure(draft, i + 2, { hasGroupedCommas, nounAt: undefined, isScore, sharedMultiplier: undefined });
  if (base === undefined || base.kind === 'percent') return i + 3;
  first.baseIndex = figures.length;
  first.phraseEnd = base.phraseEnd;
  first.end = base.end;
  base.isBase = true;
  figures.push(base);
  return base.after;
}

const isRankBefore = (tokens: readonly Token[], i: number): boolean => {
  const one = tokenAt(tokens, i - 1).low;
  const two = tokenAt(tokens, i - 2).low;
  return one === 'thứ' || one === 'hạng' || one === 'xếp' || one === 'đứng' || (one === 'trí' && two === 'vị') || one === 'bậc';
};

const isPointAt = (tokens: readonly Token[], i: number): boolean =>
  findCountedNoun(tokenAt(tokens, i).low, tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low)?.group === 'point';

type FigureHints = {
  readonly hasGroupedCommas: boolean;
  readonly nounAt: number | undefined;
  readonly isScore: boolean;
  /** "98,4/151,2 tỷ đồng": the multiplier after the base is that of both. */
  readonly sharedMultiplier: number | undefined;
};

function buildFigure({ text, tokens, structure, figures }: Draft, i: number, hints: FigureHints): OpenFigure | undefined {
  const token = tokenAt(tokens, i);
  const percentTokens = countPercentSign(tokens, i + 1);
  const own = findMultiplier(tokens, i + 1);
  const exponent = own ?? hints.sharedMultiplier;
  const numberHints = {
    follows: hintAfter(tokens, i, hints, percentTokens, exponent),
    hasEnglishCommas: hints.hasGroupedCommas && isInTable(tokens, i),
  };
  const written = readNumber(token.low, numberHints);
  if (written === undefined) return undefined;

  const isPercent = percentTokens > 0;
  const further = own === 9 ? readMillions(tokens, i + 2) : undefined;
  const after = i + 1 + (isPercent ? percentTokens : own === undefined ? 0 : further === undefined ? 1 : 3);
  const nounAt = hints.nounAt ?? after;
  const noun = findCountedNoun(tokenAt(tokens, nounAt).low, tokenAt(tokens, nounAt + 1).low, tokenAt(tokens, nounAt + 2).low);
  const hedge = hedgeBefore(tokens, i);
  const scaled = exponent === undefined ? written.value : multiply(written.value, decimal(powerOfTen(exponent)));
  const value = further === undefined ? scaled : add(scaled, further);
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
    phraseEnd: findPhraseEnd(text, tokens, after, noun?.group),
    start: token.start,
    end: tokenAt(tokens, after - 1).end,
    sentence: structure.sentence[i] ?? 0,
    paragraph: structure.paragraph[i] ?? 0,
    scope: structure.scope[i] ?? 0,
    baseIndex: -1,
    isBase: false,
  };
}

/** "1.096 tỷ 500 triệu đồng" is one amount. */
function readMillions(tokens: readonly Token[], i: number): Decimal | undefined {
  const { type, low } = tokenAt(tokens, i);
  const isRest = type === 'number' && /^\d{1,3}$/.test(low) && tokenAt(tokens, i + 1).low === 'triệu';
  return isRest ? decimal(BigInt(low) * powerOfTen(6)) : undefined;
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
  return type === 'word' && !PHRASE_STOPS.has(low) && !ELLIPTIC_WORDS.has(low) ? low : '';
};

function findPhraseEnd(text: string, tokens: readonly Token[], after: number, group: string | undefined): number {
  let i = after;
  while (i < after + LONGEST_PHRASE) {
    const { type, low } = tokenAt(tokens, i);
    if (type === 'word') {
      if (PHRASE_STOPS.has(low) || (low === 'và' && leadsToNumber(tokens, i + 1))) break;
    } else if (!isGradeAt(tokens, i) && !isJoining(text, tokens, i, low) && !(low === ',' && i > after && isSameNoun(tokens, i + 1, group)))
      break;
    i += 1;
  }
  return i;
}

/** "218 thủ tục và cấp xã 136 thủ tục": the next figure with its label. */
function leadsToNumber(tokens: readonly Token[], from: number): boolean {
  let i = from;
  while (i < from + LONGEST_LABEL && tokenAt(tokens, i).type === 'word') i += 1;
  return tokenAt(tokens, i).type === 'number' && tokenAt(tokens, i + 1).low !== '%';
}

const isJoining = (text: string, tokens: readonly Token[], i: number, low: string): boolean =>
  (low === '-' || low === '&' || low === '/') &&
  tokenAt(tokens, i + 1).type === 'word' &&
  text.charAt(tokenAt(tokens, i).start - 1) !== ' ';

/** "cán bộ, công chức, viên chức", "thôn, bản": one thing under several names. */
const isSameNoun = (tokens: readonly Token[], i: number, group: string | undefined): boolean =>
  group !== undefined &&
  !leadsToNumber(tokens, i) &&
  findCountedNoun(tokenAt(tokens, i).low, tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low)?.group === group;

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
