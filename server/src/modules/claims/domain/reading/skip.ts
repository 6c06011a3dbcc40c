// SPDX-License-Identifier: Apache-2.0
import { comesInWholes, findCountedNoun, MULTIPLIERS } from './lexicon.ts';
import {
  ADDRESS_BEFORE,
  COMPOUNDS,
  DATE_STRONG,
  DATE_WEAK,
  ISSUED,
  NAMED_BEFORE,
  NAMED_LAST,
  ORDINAL_BEFORE,
  PERIOD_BEFORE,
  PHONE_BEFORE,
  PHONE_LAST,
  PHONE_WORDS,
  RANK_BEFORE,
} from './name-words.ts';
import { type Token, tokenAt } from './tokens.ts';

export const isCountedAt = (tokens: readonly Token[], i: number): boolean => {
  const noun = findCountedNoun(tokenAt(tokens, i).low, tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low);
  return noun !== undefined && comesInWholes(noun.group);
};

const isThingAt = (tokens: readonly Token[], i: number): boolean =>
  findCountedNoun(tokenAt(tokens, i).low, tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low) !== undefined;

const isNumber = (tokens: readonly Token[], i: number): boolean => tokenAt(tokens, i).type === 'number';
const isYear = (raw: string): boolean => raw.length === 4 && /^(?:19|20)\d\d$/.test(raw);
const isDash = (low: string): boolean => low === '-' || low === '–' || low === '—';
const isPlainWithin = (raw: string, most: number): boolean => raw.length <= 2 && Number(raw) >= 1 && Number(raw) <= most;

/**
 * How many tokens from the number at `i` on form no figure: dates, document numbers, levels, ranges,
 * telephone numbers, times, list markers. 0 when the number is a figure.
 */
export function countSkipped(text: string, tokens: readonly Token[], i: number): number {
  return (
    skipListMarker(text, tokens, i) ||
    skipChain(text, tokens, i) ||
    skipLevel(tokens, i) ||
    (isGradeAt(tokens, i) ? 1 : 0) ||
    skipNamed(text, tokens, i) ||
    skipFraction(tokens, i) ||
    skipYear(tokens, i)
  );
}

/** "sản phẩm 3 sao": part of a name. */
export const isGradeAt = (tokens: readonly Token[], i: number): boolean =>
  tokenAt(tokens, i + 1).low === 'sao' && tokenAt(tokens, i).type === 'number';

function skipListMarker(text: string, tokens: readonly Token[], i: number): number {
  const before = tokenAt(tokens, i - 1);
  const isLineStart = before.type === 'newline' || before.type === 'end';
  const { low, end } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  if (before.low === '(' && next.low === ')' && low.length <= 2) return 1;
  if (!isLineStart || low.length > 8) return 0;
  const isMarked = (next.low === '.' || next.low === ')') && next.start === end;
  const isHeading =
    /^\d{1,2}(\.\d{1,2}){1,3}$/.test(low) && next.type === 'word' && text.charAt(next.start) !== text.charAt(next.start).toLowerCase();
  return isMarked || isHeading ? 1 : 0;
}

/** 09/8/2022 · 15 - 09 - 2022 · 30/2020/NĐ-CP · 1367/QĐ-UBND · 3/ngày · 2021-2025 · 10 – 20 · 9001:2015 · 15:55:02 · 7h45. */
function skipChain(text: string, tokens: readonly Token[], i: number): number {
  const join = tokenAt(tokens, i + 1).low;
  const second = tokenAt(tokens, i + 2);
  if (join === ':' && second.type === 'number' && second.start === tokenAt(tokens, i).end + 1) return skipColons(tokens, i);
  if (join === '/' && second.type === 'word') return isCountedAt(tokens, i + 2) && !isCode(text, second) ? 1 : 3;
  if (join === '/' || isDash(join)) {
    if (second.type !== 'number') return 0;
    const isTriple =
      tokenAt(tokens, i + 3).low === join && (isNumber(tokens, i + 4) || (join === '/' && tokenAt(tokens, i + 4).type === 'word'));
    if (isTriple) return 5;
    return isDash(join) ? 3 : 0;
  }
  return /^[hg](\d|$)/.test(join) && join.length <= 3 && tokenAt(tokens, i + 1).start === tokenAt(tokens, i).end ? 2 : 0;
}

const isCode = (text: string, token: Token): boolean =>
  text.slice(token.start, token.start + 2).toUpperCase() === text.slice(token.start, token.start + 2);

function skipColons(tokens: readonly Token[], i: number): number {
  let count = 3;
  while (tokenAt(tokens, i + count).low === ':' && isNumber(tokens, i + count + 1) && count < 9) count += 2;
  return count;
}

/** "mức độ 3,4", "mức độ 3, 4", "cấp độ 3 và 4": service levels, never a decimal. */
function skipLevel(tokens: readonly Token[], i: number): number {
  const one = tokenAt(tokens, i - 1).low;
  const two = tokenAt(tokens, i - 2).low;
  const isLevel = (one === 'độ' && (two === 'mức' || two === 'cấp')) || (one === 'mức' && !isCountedAt(tokens, i + 1));
  if (!isLevel) return 0;
  let count = 1;
  while (count < 9) {
    const join = tokenAt(tokens, i + count).low;
    const next = tokenAt(tokens, i + count + 1);
    const isNextLevel =
      (join === ',' || join === 'và' || join === '&' || join === '/') && /^[1-5]$/.test(next.low) && !isCountedAt(tokens, i + count + 2);
    if (!isNextLevel) break;
    count += 2;
  }
  return count;
}

function skipNamed(text: string, tokens: readonly Token[], i: number): number {
  const one = tokenAt(tokens, i - 1).low;
  const two = tokenAt(tokens, i - 2).low;
  const before = NAMED_LAST.has(one) ? `${two} ${one}` : '';
  const isFraction = tokenAt(tokens, i + 1).low === '/' && isNumber(tokens, i + 2);
  const skipped = isFraction ? 3 : 1;
  const isGrouped = isGroupedAt(tokens, i) || (isFraction && isGroupedAt(tokens, i + 2));
  if (one === 'số')
    return two === 'tổng' || two === 'trong' || two === 'con' || two === 'trên' || (isGrouped && (isFraction || isCountedAt(tokens, i + 1)))
      ? 0
      : isSymbolic(tokens, i, skipped);
  if (one === 'thứ' || one === 'hạng' || (isFraction && RANK_BEFORE.has(one))) return skipped;
  if (ORDINAL_BEFORE.has(one)) return COMPOUNDS.has(`${two} ${one}`) || isGrouped || (isFraction && isThingAt(tokens, i + 3)) ? 0 : skipped;
  const isCounted = isCountedAt(tokens, i + skipped);
  if (NAMED_BEFORE.has(before) && !isCounted) return isPlan(before) && !isCapitalAt(text, tokens, i - 2) ? 0 : skipped;
  if (PERIOD_BEFORE.has(one) && !isGrouped && !isAmount(tokens, i) && !COMPOUNDS.has(`${two} ${one}`) && !isIssuing(tokens, i, one))
    return isCounted && tokenAt(tokens, i).low.length > 1 && !isYear(tokenAt(tokens, i).low) && !isFraction
      ? 0
      : isFraction && isCounted && !DATE_STRONG.has(one)
        ? 0
        : skipped;
  return !isCounted && !isShare(tokens, i + skipped) && isPhone(tokens, i) ? skipped : 0;
}

const isIssuing = (tokens: readonly Token[], i: number, before: string): boolean =>
  before === 'cấp' &&
  ISSUED.has(findCountedNoun(tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low, tokenAt(tokens, i + 3).low)?.group ?? '');

/** "kế hoạch năm 500 triệu đồng": no year. */
const isAmount = (tokens: readonly Token[], i: number): boolean => MULTIPLIERS.has(tokenAt(tokens, i + 1).low);

const isGroupedAt = (tokens: readonly Token[], i: number): boolean => {
  const { low } = tokenAt(tokens, i);
  return low.length > 4 && low.charAt(low.length - 4) === '.';
};

/** "đạt kế hoạch 150": a planned amount; "Kế hoạch 150/KH-UBND" is caught by its symbol. */
const isPlan = (before: string): boolean => before === 'kế hoạch' || before === 'dự án' || before === 'báo cáo';

const isCapitalAt = (text: string, tokens: readonly Token[], i: number): boolean => {
  const letter = text.charAt(tokenAt(tokens, i).start);
  return letter !== letter.toLowerCase();
};

const isSymbolic = (tokens: readonly Token[], i: number, skipped: number): number =>
  isCountedAt(tokens, i + skipped) && skipped === 1 ? 0 : skipped;

const isShare = (tokens: readonly Token[], after: number): boolean =>
  tokenAt(tokens, after).low === '%' || tokenAt(tokens, after - 1).low.includes(',');

function isPhone(tokens: readonly Token[], i: number): boolean {
  for (let back = i - 1; back >= i - 8 && back >= 0; back -= 1) {
    const { low } = tokenAt(tokens, back);
    if (!PHONE_WORDS.has(low)) continue;
    if (!PHONE_LAST.has(low) || PHONE_BEFORE.has(`${tokenAt(tokens, back - 1).low} ${low}`)) return true;
  }
  return false;
}

/** Date-shaped, scale, address, clock or school-class fractions. */
function skipFraction(tokens: readonly Token[], i: number): number {
  if (tokenAt(tokens, i + 1).low !== '/' || !isNumber(tokens, i + 2)) return 0;
  const a = tokenAt(tokens, i).low;
  const b = tokenAt(tokens, i + 2).low;
  const before = tokenAt(tokens, i - 1).low;
  if ((ADDRESS_BEFORE.has(before) && !isCountedAt(tokens, i + 3)) || isYear(b) || (a === '24' && (b === '7' || b === '24'))) return 3;
  const isRate = before === 'lệ' || before === 'đồ' || before === 'hoạch';
  if (a === '1' && isRate && Number(b.replace('.', '')) >= 100) return 3;
  if (isZero(b)) return 3;
  const isDateShaped = isPlainWithin(a, 31) && isPlainWithin(b, 12);
  if (!isDateShaped) return 0;
  if (DATE_STRONG.has(before)) return 3;
  if (before === '(' && isChangeBehind(tokens, i + 3)) return 0;
  const after = tokenAt(tokens, i + 3);
  if (isCountedAt(tokens, i + 3) || (!DATE_WEAK.has(before) && isFollowedByPercent(tokens, i + 3))) return 0;
  const isClosed = after.type !== 'word';
  return DATE_WEAK.has(before) ||
    (isClosed && after.low !== ')' && after.low !== '(') ||
    DATE_WEAK.has(after.low) ||
    isNumberlessDate(before, after)
    ? 3
    : 0;
}

/** "giảm 6 vụ (5/11), giảm 54,5%": both levels of a change. */
function isChangeBehind(tokens: readonly Token[], closing: number): boolean {
  const at = tokenAt(tokens, closing + 1).low === ',' ? closing + 2 : closing + 1;
  const { low } = tokenAt(tokens, at);
  return tokenAt(tokens, closing).low === ')' && (low === 'giảm' || low === 'tăng');
}

const OPENS_SHARE = new Set(['đạt', 'chiếm', 'bằng', 'tỷ', 'tỉ']);

/** "2/15 trụ sở (13,3%)", "12/12, đạt 100%": what follows is a thing and its share. */
function isFollowedByPercent(tokens: readonly Token[], from: number): boolean {
  if (tokenAt(tokens, from).low === ',' && OPENS_SHARE.has(tokenAt(tokens, from + 1).low)) return isFollowedByPercent(tokens, from + 1);
  if (tokenAt(tokens, from).type !== 'word' || DATE_WEAK.has(tokenAt(tokens, from).low)) return false;
  for (let i = from; i < from + 10; i += 1) {
    const { type, low } = tokenAt(tokens, i);
    if (type === 'number')
      return tokenAt(tokens, i + 1).low === '%' && (tokenAt(tokens, i - 1).low === '(' || tokenAt(tokens, i - 1).type === 'word');
    if (type !== 'word' && low !== '(' && low !== ',') return false;
  }
  return false;
}

/** "30/4 và 1/5", "(14/9)": no counted thing on either side. */
const isNumberlessDate = (before: string, after: Token): boolean =>
  before === '(' ||
  before === ',' ||
  before === '' ||
  before === '-' ||
  before === '–' ||
  before === 'và' ||
  after.low === 'và' ||
  after.low === 'của' ||
  after.low === 'tại' ||
  after.low === 'vừa';

const isZero = (raw: string): boolean => /^0+$/.test(raw);

/** "PAR Index 2023 trên 80%": a bare year counts nothing. */
function skipYear(tokens: readonly Token[], i: number): number {
  const { low } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1).low;
  return isYear(low) && next !== '/' && next !== '%' && !isCountedAt(tokens, i + 1) ? 1 : 0;
}
