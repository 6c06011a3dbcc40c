// SPDX-License-Identifier: Apache-2.0
import { classOf } from '../reading/classes.ts';
import { describe, hasAny, isLedByChange, isLedByTotal, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { findAdjacentBase } from './adjacent-bases.ts';
import { type Base, findBases, nounDistance, repeatsFraction } from './bases.ts';
import { agrees } from './judge.ts';
import { findNamedBase } from './named-bases.ts';
import { findParallelBase } from './parallel-bases.ts';
import type { Evidence, Settled } from './share.ts';
import { isSlipOf } from './slips.ts';

const INSIDE = phrases('trong đó', 'trong số', 'riêng');
const TAKEN = phrases('nhận', 'tiếp nhận');
const COMPARED = phrases('so với', 'so', 'cùng kỳ');
const DONE = phrases('đã', 'được', 'xong');
const REST = phrases('đang', 'chưa', 'không', 'còn', 'còn lại');

/** Slips are small; a share that is far off is of another total, which the text may not print. */
const LARGEST_SLIP = 10;
const FARTHEST_COST = 14;
const LONGEST_PERIOD = 8;
const JUST_ABOVE = 1 + 1e-9;

/** `isNamed`: the sentence says that this is the total. */
export type Proof = { readonly figure: Figure; readonly isNamed: boolean };

/** The one base that the text leaves for a share which no printed number explains. */
export function findProvenBase(reading: Reading, numerator: Figure, percent: Figure, evidence: Evidence): Proof | undefined {
  const named = findNamedBase(reading, numerator, percent);
  if (named.kind === 'printed') return { figure: named.figure, isNamed: true };
  const group = named.kind === 'thing' ? named.group : undefined;
  const larger = { lo: numerator.approx * JUST_ABOVE, hi: Number.POSITIVE_INFINITY };
  const found = findBases(reading, numerator, percent, larger);
  const bases = found.length === 0 ? found : found.filter(({ figure }) => figure.approx > numerator.approx && isWanted(figure, group));
  if (isLedByChange(reading, numerator)) {
    const earlier = findChangeBase(reading, numerator, percent) ?? findDifferenceBase(reading, numerator);
    return earlier && { figure: earlier, isNamed: true };
  }
  const slip = findSlip(reading, bases, numerator, percent);
  if (named.kind === 'plan') return slip && { figure: slip, isNamed: false };
  const certain =
    bases.find(({ figure }) => repeatsFraction(reading, numerator, figure))?.figure ??
    findParallelBase(numerator, percent, evidence) ??
    findSharedBase(reading, numerator, percent, evidence) ??
    findSumTotal(reading, numerator, percent, evidence) ??
    slip ??
    findNearMiss(reading, bases, numerator, percent);
  if (certain !== undefined) return isWanted(certain, group) ? { figure: certain, isNamed: false } : undefined;
  const adjacent = findAdjacentBase(reading, numerator);
  if (adjacent === undefined || !isWanted(adjacent.figure, group)) return undefined;
  const isClose = Math.abs(shareOf(numerator, adjacent.figure) - percent.approx) <= LARGEST_SLIP && named.kind === 'none';
  return isClose || adjacent.isInside ? { figure: adjacent.figure, isNamed: adjacent.isInside } : undefined;
}

/** The words behind the percent may name another thing. */
const isWanted = (base: Figure, group: string | undefined): boolean => group === undefined || base.group === group || base.group === 'any';

const shareOf = (numerator: Figure, base: Figure): number => (100 * numerator.approx) / base.approx;

/** "giảm 61 đơn vị so với năm 2017 (463 đơn vị), tương đương 13,2%". */
function findChangeBase(reading: Reading, numerator: Figure, percent: Figure): Figure | undefined {
  const before = reading.figures[numerator.index - 1];
  if (before?.kind === 'count' && numerator.index === percent.index - 1 && isEarlierAside(reading, before, numerator)) return before;
  const earlier = reading.figures[numerator.index + 1];
  if (earlier === undefined || earlier.index !== percent.index - 1 || earlier.scope === numerator.scope) return undefined;
  const isCompared = hasAny(wordsBetween(reading, numerator.after, earlier.at), COMPARED);
  return isCompared && earlier.kind === 'count' && nounDistance(earlier, numerator) === 0 ? earlier : undefined;
}

/** "so với năm 2023 (21 hội nghị) tăng 5 hội nghị, tương đương 23,8%". */
const isEarlierAside = (reading: Reading, earlier: Figure, numerator: Figure): boolean =>
  earlier.sentence === numerator.sentence &&
  earlier.scope !== numerator.scope &&
  nounDistance(earlier, numerator) === 0 &&
  numerator.at - earlier.phraseEnd <= 3 &&
  hasAny(wordsBetween(reading, earlier.at - LONGEST_PERIOD, earlier.at), COMPARED);

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
  bases.find(
    (base) =>
      isFirmBase(reading, base, numerator, percent, true) && isSlipOf(numerator, base.figure, percent, slipOf(reading, base, numerator)),
  )?.figure;

/** Of dossiers received those on time are seldom the share meant, so more than a chance digit must speak for it. */
const slipOf = (reading: Reading, { figure }: Base, numerator: Figure): 'percent' | 'any' =>
  isTimelyOfReceived(reading, figure, numerator) ? 'percent' : 'any';

const isTimelyOfReceived = (reading: Reading, base: Figure, numerator: Figure): boolean =>
  classOf(reading, numerator)?.family === 'timeliness' && hasAny(describe(reading, base), TAKEN);

/** The same things, printed before the percent or beside it; dossiers on time are a share of those settled, not of those received. */
function isFirmBase(reading: Reading, { figure, cost }: Base, numerator: Figure, percent: Figure, isExact: boolean): boolean {
  const noun = nounDistance(numerator, figure);
  if (cost > FARTHEST_COST || figure.approx <= numerator.approx || noun === undefined || noun > (isExact ? 1 : 0)) return false;
  if (figure.sentence > percent.sentence) return false;
  return !isTimelyOfReceived(reading, figure, numerator) || (isExact && percent.decimals >= 2);
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
function findSharedBase(reading: Reading, numerator: Figure, percent: Figure, evidence: Evidence): Figure | undefined {
  const siblings = findSiblings(reading, numerator, percent, evidence.settled);
  if (siblings.length === 0) return undefined;
  const own = classOf(reading, numerator);
  const exclusive = siblings.find((sibling) => {
    const theirs = own === undefined ? undefined : classOf(reading, sibling.numerator);
    return theirs !== undefined && theirs.family === own?.family && theirs.name !== own.name;
  });
  if (exclusive !== undefined) return exclusive.base;
  const alike = siblings.filter((sibling) => isAlike(reading, numerator, sibling.numerator));
  const [first] = alike;
  if (first === undefined || !alike.every(({ base }) => base.approx === first.base.approx)) return undefined;
  const before = siblings.findLast(
    (sibling) => sibling.numerator.index < numerator.index && isChained(reading, numerator, percent, sibling, evidence),
  );
  if (before !== undefined && Math.abs(shareOf(numerator, before.numerator) - percent.approx) <= LARGEST_SLIP) return before.numerator;
  if (alike.length >= 2) return before === undefined ? first.base : undefined;
  const isBefore = first.base.index < Math.min(numerator.index, first.numerator.index);
  const isSame = numerator.isKnownNoun && nounDistance(numerator, first.base) === 0 && first.percent.sentence === percent.sentence;
  if (!isBefore || !isSame) return undefined;
  return isChained(reading, numerator, percent, first, evidence) ? undefined : first.base;
}

/** "chuyển cơ quan chuyên môn 529 cuộc, chiếm 13,5%, đã phản hồi 468 cuộc, đạt 88%": a share of the count before it. */
function isChained(reading: Reading, numerator: Figure, percent: Figure, sibling: Sibling, { totals }: Evidence): boolean {
  const holder = sibling.numerator;
  const mayHold = holder.index < numerator.index && holder.approx > numerator.approx && nounDistance(numerator, holder) === 0;
  const areParts = totals.has(numerator) && totals.get(numerator) === totals.get(holder);
  if (!mayHold || areParts || tokenAt(reading.tokens, numerator.at - 1).low === ';') return false;
  const words = describe(reading, numerator);
  if (hasAny(words, REST) || (!hasAny(words, DONE) && holder.index + 2 !== numerator.index)) return false;
  return Math.abs(shareOf(numerator, holder) - percent.approx) < Math.abs(shareOf(numerator, sibling.base) - percent.approx);
}

type Sibling = { readonly percent: Figure; readonly numerator: Figure; readonly base: Figure };

function findSiblings(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Sibling[] {
  const siblings: Sibling[] = [];
  for (let j = percent.index - 6; j <= percent.index + 6; j += 1) {
    const other = reading.figures[j];
    const option = other?.kind === 'percent' ? settled[other.index] : undefined;
    if (other === undefined || option === undefined || option.numerator === numerator) continue;
    const isNear = other.paragraph === percent.paragraph && Math.abs(other.sentence - percent.sentence) <= 1;
    const isComparable =
      nounDistance(numerator, option.numerator) !== undefined &&
      option.base.approx > numerator.approx &&
      (option.base.sentence <= percent.sentence || isLedByTotal(reading, option.base));
    if (isNear && isComparable) siblings.push({ percent: other, ...option });
  }
  const near = siblings.filter((sibling) => sibling.percent.sentence === percent.sentence);
  return near.length >= 2 ? near : siblings;
}

/** The same thing, at the same depth, with no "trong đó" that could open another total. */
function isAlike(reading: Reading, a: Figure, b: Figure): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  const { parents } = reading.structure;
  const isSameDepth = a.scope === b.scope || (a.scope > 0 && b.scope > 0 && parents[a.scope] === parents[b.scope]);
  return a.group === b.group && isSameDepth && !hasAny(wordsBetween(reading, first.after, second.at), INSIDE);
}
