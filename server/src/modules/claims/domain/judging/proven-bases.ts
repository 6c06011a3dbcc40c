// SPDX-License-Identifier: Apache-2.0
import { classOf } from '../reading/classes.ts';
import { describe, hasAny, isLedByTotal, isVisible, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { type Base, findBases, nounDistance, repeatsFraction } from './bases.ts';
import { agrees } from './judge.ts';
import type { Link } from './links.ts';
import { findNamedBase } from './named-bases.ts';
import { isSlipOf } from './slips.ts';

/** The shares of the neighbourhood whose base is known. */
type Settled = ReadonlyMap<Figure, { readonly numerator: Figure; readonly base: Figure }>;

/** What the rest of the text has shown: settled shares, totals that their parts add up to, the counts of all percents. */
export type Evidence = {
  readonly settled: Settled;
  readonly totals: ReadonlyMap<Figure, Figure>;
  readonly links: ReadonlyMap<Figure, readonly Link[]>;
};

const CARRY_OVER = phrases('kỳ trước', 'chuyển sang', 'chuyển qua', 'tồn', 'năm trước', 'cùng kỳ', 'tăng', 'giảm');
const INSIDE = phrases('trong đó', 'trong số', 'riêng');
const PART = phrases('trong đó', 'riêng', 'có', 'đã', 'được');
const HANDLED = phrases('giải quyết', 'xử lý', 'trả', 'hoàn thành', 'cấp', 'giải ngân', 'xong', 'thành công', 'kích hoạt', 'đỗ', 'thành');
const RECEIVED = phrases(
  'nhận',
  'tiếp nhận',
  'thụ lý',
  'tổng',
  'tổng số',
  'thẩm quyền',
  'phát sinh',
  'phải',
  'đủ điều kiện',
  'cấp',
  'dự thi',
  'đăng ký',
  'trong số',
  'trong',
);
const TAKEN = phrases('nhận', 'tiếp nhận');
const DONE = phrases('đã');
const REST = phrases('đang', 'chưa', 'không', 'còn', 'còn lại');
const SETTLED = phrases('giải quyết', 'trả', 'xử lý', 'đến hạn', 'kết quả', 'tổng số', 'tổng');

/** Slips are small; a share that is far off is of another total, which the text may not print. */
const LARGEST_SLIP = 10;
const FARTHEST_COST = 14;
const MOST_BACK = 12;

/** `isNamed`: the sentence says that this is the total. */
export type Proof = { readonly figure: Figure; readonly isNamed: boolean };

/** The one base that the text leaves for a share which no printed number explains. */
export function findProvenBase(reading: Reading, numerator: Figure, percent: Figure, evidence: Evidence): Proof | undefined {
  const named = findNamedBase(reading, numerator, percent);
  if (named.kind === 'printed') return { figure: named.figure, isNamed: true };
  const isWanted = (base: Figure): boolean => named.kind !== 'thing' || base.group === named.group || base.group === 'any';
  const bases = findBases(reading, numerator, percent, (base) => base.approx > numerator.approx && isWanted(base));
  const slip = findSlip(reading, bases, numerator, percent);
  if (named.kind === 'plan') return slip && { figure: slip, isNamed: false };
  const certain =
    bases.find(({ figure }) => repeatsFraction(reading, numerator, figure))?.figure ??
    findSharedBase(reading, numerator, percent, evidence.settled) ??
    findSumTotal(reading, numerator, percent, evidence) ??
    findDifferenceBase(reading, numerator) ??
    slip ??
    findNearMiss(reading, bases, numerator, percent);
  if (certain !== undefined) return isWanted(certain) ? { figure: certain, isNamed: false } : undefined;
  const adjacent = findAdjacentBase(reading, numerator);
  if (adjacent === undefined || !isWanted(adjacent.figure)) return undefined;
  const isClose = Math.abs(shareOf(numerator, adjacent.figure) - percent.approx) <= LARGEST_SLIP && named.kind === 'none';
  return isClose || adjacent.isInside ? { figure: adjacent.figure, isNamed: false } : undefined;
}

const shareOf = (numerator: Figure, base: Figure): number => (100 * numerator.approx) / base.approx;

/** "từ 129 xã còn 45 xã, giảm 84 xã, tương đương 65,12%". */
function findDifferenceBase(reading: Reading, numerator: Figure): Figure | undefined {
  const before = reading.figures[numerator.index - 2];
  const after = reading.figures[numerator.index - 1];
  if (before === undefined || after === undefined || before.sentence !== numerator.sentence) return undefined;
  const isDifference = before.kind === 'count' && after.kind === 'count' && Math.abs(before.approx - after.approx) === numerator.approx;
  return isDifference && before.approx > 0 && / từ (?:\S+ ){0,2}$/.test(leadOf(reading, before)) ? before : undefined;
}

/** The total of a sum that agrees, unless another part of it has a percent of something else. */
function findSumTotal(reading: Reading, numerator: Figure, percent: Figure, { totals }: Evidence): Figure | undefined {
  const total = totals.get(numerator);
  if (total === undefined) return undefined;
  for (let j = percent.index - 6; j <= percent.index + 6; j += 1) {
    const part = reading.figures[j];
    const own = reading.figures[j + 1];
    if (part === undefined || own === undefined || part === numerator || totals.get(part) !== total) continue;
    if (own.kind === 'percent' && own !== percent && !agrees(part.range, total.range, own)) return undefined;
  }
  return total;
}

/** A base of the same things, of which the printed percent is the share with one slip of the hand. */
const findSlip = (reading: Reading, bases: readonly Base[], numerator: Figure, percent: Figure): Figure | undefined =>
  bases.find((base) => isFirmBase(reading, base, numerator, percent, true) && isSlipOf(numerator, base.figure, percent))?.figure;

/** The same things, printed before the percent or beside it; dossiers on time are a share of those settled, not of those received. */
function isFirmBase(reading: Reading, { figure, cost }: Base, numerator: Figure, percent: Figure, isExact: boolean): boolean {
  if (cost > FARTHEST_COST || figure.approx <= numerator.approx || nounDistance(numerator, figure) !== 0) return false;
  if (figure.sentence > percent.sentence) return false;
  const isReceived = classOf(reading, numerator)?.family === 'timeliness' && hasAny(describe(reading, figure), TAKEN);
  return !isReceived || (isExact && percent.decimals >= 2);
}

/** A base that misses the printed digits by little: 28/424 is 6,60 %, printed 6,59 %. */
function findNearMiss(reading: Reading, bases: readonly Base[], numerator: Figure, percent: Figure): Figure | undefined {
  if (percent.decimals === 0 || percent.hedge !== undefined || numerator.hedge !== undefined) return undefined;
  const unit = 10 ** -percent.decimals;
  const slack = Math.min(0.01 * percent.approx, 0.1 * Math.max(0, 100 - percent.approx), 1);
  const most = Math.max(slack, Math.min(2 * unit, 0.5 * (100 - percent.approx)));
  return bases.find(
    (base) =>
      isFirmBase(reading, base, numerator, percent, false) &&
      base.figure.hedge === undefined &&
      Math.abs(shareOf(numerator, base.figure) - percent.approx) <= most,
  )?.figure;
}

/**
 * The total of the other shares of the same list: of other classes ("đúng hạn … (98,3%), trễ hạn … (1,7%)"),
 * or of counts of the same thing that have one total.
 */
function findSharedBase(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Figure | undefined {
  const siblings = findSiblings(reading, numerator, percent, settled);
  const own = classOf(reading, numerator);
  const exclusive = siblings.find((sibling) => {
    const theirs = own === undefined ? undefined : classOf(reading, sibling.numerator);
    return theirs !== undefined && theirs.family === own?.family && theirs.name !== own.name;
  });
  if (exclusive !== undefined) return exclusive.base;
  const alike = siblings.filter((sibling) => isAlike(reading, numerator, sibling.numerator));
  const [first] = alike;
  if (first === undefined || !alike.every(({ base }) => base.approx === first.base.approx)) return undefined;
  if (alike.length >= 2) return first.base;
  const isBefore = first.base.index < Math.min(numerator.index, first.numerator.index);
  const isSame = numerator.isKnownNoun && nounDistance(numerator, first.base) === 0 && first.percent.sentence === percent.sentence;
  if (!isBefore || !isSame) return undefined;
  const isChained =
    first.numerator.index < numerator.index &&
    first.numerator.approx > numerator.approx &&
    tokenAt(reading.tokens, numerator.at - 1).low !== ';' &&
    !hasAny(describe(reading, numerator), REST);
  const isCloser =
    Math.abs(shareOf(numerator, first.numerator) - percent.approx) < Math.abs(shareOf(numerator, first.base) - percent.approx);
  return isChained && isCloser ? undefined : first.base;
}

type Sibling = { readonly percent: Figure; readonly numerator: Figure; readonly base: Figure };

function findSiblings(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Sibling[] {
  const siblings: Sibling[] = [];
  for (let j = percent.index - 6; j <= percent.index + 6; j += 1) {
    const other = reading.figures[j];
    const option = other === undefined ? undefined : settled.get(other);
    if (other === undefined || option === undefined || option.numerator === numerator) continue;
    const isNear = other.paragraph === percent.paragraph && Math.abs(other.sentence - percent.sentence) <= 1;
    const isComparable =
      nounDistance(numerator, option.numerator) !== undefined &&
      option.base.approx > numerator.approx &&
      (option.base.sentence <= percent.sentence || isLedByTotal(reading, option.base));
    if (isNear && isComparable) siblings.push({ percent: other, ...option });
  }
  return siblings;
}

/** The same thing, at the same depth, with no "trong đó" that could open another total. */
function isAlike(reading: Reading, a: Figure, b: Figure): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  return a.group === b.group && a.scope === b.scope && !hasAny(wordsBetween(reading, first.after, second.at), INSIDE);
}

/** A count before the share that holds it; `isInside`: said with "trong đó". */
type Adjacent = { readonly figure: Figure; readonly isInside: boolean };

/** "nhận M hồ sơ, đã giải quyết N hồ sơ, đạt P%", "M hộ, trong đó N hộ, chiếm P%": the last larger count before it. */
function findAdjacentBase(reading: Reading, numerator: Figure): Adjacent | undefined {
  const figure = findLargerBefore(reading, numerator);
  if (figure === undefined) return findLastOfSentenceBefore(reading, numerator);
  const between = wordsBetween(reading, figure.after, numerator.at);
  const what = describe(reading, figure);
  const isInside = hasAny(between, INSIDE);
  if (hasAny(`${what}${between}`, CARRY_OVER) && !isInside) return undefined;
  if (!isInside && isAddedTo(reading, figure)) return undefined;
  const found = { figure, isInside };
  if (classOf(reading, numerator)?.family === 'timeliness')
    return hasAny(what, SETTLED) || (isInside && !hasAny(what, TAKEN)) ? found : undefined;
  const isHandled = hasAny(describe(reading, numerator), HANDLED);
  const isReceived = hasAny(what, RECEIVED);
  const isFirst =
    figure.index === numerator.index - 1 && nounDistance(figure, numerator) === 0 && figure.isKnownNoun && figure.group !== 'money';
  const isPaid = figure.group === 'money' && figure.multiplier === numerator.multiplier && hasAny(between, DONE);
  return isInside ||
    isFirst ||
    (isPaid && figure.index === numerator.index - 1) ||
    (isHandled && isReceived) ||
    ((isHandled || isReceived) && hasAny(between, PART))
    ? found
    : undefined;
}

/** "kỳ trước chuyển sang 200 hồ sơ, tiếp nhận 3.000 hồ sơ": the total is their sum. */
function isAddedTo(reading: Reading, base: Figure): boolean {
  const before = reading.figures[base.index - 1];
  return (
    before !== undefined && before.sentence === base.sentence && before.kind === 'count' && hasAny(describe(reading, before), CARRY_OVER)
  );
}

/** "Có M đơn thuộc thẩm quyền. Đã giải quyết N đơn, đạt P%": what the sentence before ends with, when this one opens with the share. */
function findLastOfSentenceBefore(reading: Reading, numerator: Figure): Adjacent | undefined {
  if (!hasAny(describe(reading, numerator), HANDLED) || classOf(reading, numerator)?.family === 'timeliness') return undefined;
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence === numerator.sentence || figure.kind === 'percent') return undefined;
    if (figure.paragraph !== numerator.paragraph || numerator.sentence - figure.sentence > 1) return undefined;
    if (figure.isBase || figure.baseIndex >= 0 || !isVisible(reading, figure.scope, numerator.scope)) continue;
    const isReceived = hasAny(describe(reading, figure), RECEIVED) && figure.approx >= numerator.approx;
    return isReceived && nounDistance(figure, numerator) === 0 ? { figure, isInside: false } : undefined;
  }
  return undefined;
}

function findLargerBefore(reading: Reading, numerator: Figure): Figure | undefined {
  const own = classOf(reading, numerator);
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== numerator.sentence) return undefined;
    const isRestated = j >= numerator.index - 2 && hasAny(wordsBetween(reading, figure.after, numerator.at), INSIDE);
    const isCount = figure.kind === 'count' && !figure.isBase && (isRestated || isVisible(reading, figure.scope, numerator.scope));
    const isPart = isCount && figure.index === numerator.index - 1 && namesThing(reading, figure, numerator);
    const noun = isPart ? 0 : isCount ? nounDistance(figure, numerator) : undefined;
    const isSibling = own !== undefined && isCount && classOf(reading, figure)?.family === own.family;
    if (noun !== undefined && noun <= 1 && !isSibling && figure.approx >= numerator.approx) return figure;
  }
  return undefined;
}

/** "68.905 hồ sơ cấp tài khoản định danh, kích hoạt 61.377 tài khoản": dossiers of accounts. */
function namesThing(reading: Reading, base: Figure, numerator: Figure): boolean {
  const thing = tokenAt(reading.tokens, numerator.after).low;
  return numerator.isKnownNoun && base.isKnownNoun && wordsBetween(reading, base.after, base.phraseEnd).includes(` ${thing} `);
}
