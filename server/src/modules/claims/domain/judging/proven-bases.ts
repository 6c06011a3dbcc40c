// SPDX-License-Identifier: Apache-2.0
import { classOf } from '../reading/classes.ts';
import { describe, hasAny, isVisible, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { type Base, findBases, nounDistance, repeatsFraction } from './bases.ts';

/** The shares of the neighbourhood whose base is known. */
export type Settled = ReadonlyMap<Figure, { readonly numerator: Figure; readonly base: Figure }>;

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
const SETTLED = phrases('giải quyết', 'trả', 'xử lý', 'đến hạn', 'kết quả', 'tổng số', 'tổng');

/** Slips are small; a share that is far off is of another total, which the text may not print. */
const LARGEST_SLIP = 10;
const MOST_BACK = 12;

/** The one base that the sentence leaves for a share which no printed number explains. */
export function findProvenBase(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Figure | undefined {
  const bases = findBases(reading, numerator, percent);
  const near = findNearMiss(bases, numerator, percent);
  if (near !== undefined) return near;
  const candidates = [
    bases.find(({ figure }) => repeatsFraction(reading, numerator, figure))?.figure,
    findSharedBase(reading, numerator, percent, settled),
    findAdjacentBase(reading, numerator),
  ];
  return candidates.find((base) => base !== undefined && Math.abs((100 * numerator.approx) / base.approx - percent.approx) <= LARGEST_SLIP);
}

/** A base that misses the printed digits by a slip: 28/424 is 6,60 %, printed 6,59 %. */
function findNearMiss(bases: readonly Base[], numerator: Figure, percent: Figure): Figure | undefined {
  if (percent.decimals === 0 || percent.hedge !== undefined || numerator.hedge !== undefined) return undefined;
  const slack = Math.min(0.01 * percent.approx, 0.1 * Math.max(0, 100 - percent.approx), 1);
  const unit = 10 ** -percent.decimals;
  return bases.find(({ figure, cost }) => {
    const distance = Math.abs((100 * numerator.approx) / figure.approx - percent.approx);
    return (
      cost <= 12 &&
      nounDistance(numerator, figure) === 0 &&
      figure.hedge === undefined &&
      distance <= Math.max(slack, Math.min(2 * unit, 0.5 * (100 - percent.approx)))
    );
  })?.figure;
}

/**
 * The total of the other shares of the same list: of other classes ("đúng hạn … (98,3%), trễ hạn … (1,7%)"),
 * or of two or more counts of the same thing that have one total.
 */
function findSharedBase(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Figure | undefined {
  const siblings = findSiblings(reading, numerator, percent, settled);
  const own = classOf(reading, numerator);
  const exclusive = siblings.find((sibling) => {
    const theirs = own === undefined ? undefined : classOf(reading, sibling.numerator);
    return theirs !== undefined && theirs.family === own?.family && theirs.name !== own.name;
  });
  if (exclusive !== undefined) return exclusive.base;
  const alike = siblings.filter(
    (sibling) => sibling.percent.sentence === percent.sentence && isAlike(reading, numerator, sibling.numerator),
  );
  const [first] = alike;
  return first !== undefined && alike.length >= 2 && alike.every(({ base }) => base === first.base) ? first.base : undefined;
}

type Sibling = { readonly percent: Figure; readonly numerator: Figure; readonly base: Figure };

function findSiblings(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Sibling[] {
  const siblings: Sibling[] = [];
  for (let j = percent.index - 6; j <= percent.index + 6; j += 1) {
    const other = reading.figures[j];
    const option = other === undefined ? undefined : settled.get(other);
    if (other === undefined || option === undefined || option.numerator === numerator) continue;
    const isNear = other.paragraph === percent.paragraph && Math.abs(other.sentence - percent.sentence) <= 1;
    const isComparable = nounDistance(numerator, option.numerator) !== undefined && option.base.approx >= numerator.approx;
    if (isNear && isComparable) siblings.push({ percent: other, ...option });
  }
  return siblings;
}

/** The same thing, at the same depth, with no "trong đó" that could open another total. */
function isAlike(reading: Reading, a: Figure, b: Figure): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  return a.group === b.group && a.scope === b.scope && !hasAny(wordsBetween(reading, first.after, second.at), INSIDE);
}

/** "nhận M hồ sơ, đã giải quyết N hồ sơ, đạt P%", "M hộ, trong đó N hộ, chiếm P%": the last larger count before it. */
function findAdjacentBase(reading: Reading, numerator: Figure): Figure | undefined {
  const base = findLargerBefore(reading, numerator);
  if (base === undefined) return undefined;
  const between = wordsBetween(reading, base.after, numerator.at);
  const what = describe(reading, base);
  if (hasAny(`${what}${between}`, CARRY_OVER) && !hasAny(between, INSIDE)) return undefined;
  const isInside = hasAny(between, INSIDE);
  if (!isInside && isAddedTo(reading, base)) return undefined;
  if (classOf(reading, numerator)?.family === 'timeliness') return isInside || hasAny(what, SETTLED) ? base : undefined;
  const isHandled = hasAny(describe(reading, numerator), HANDLED);
  const isReceived = hasAny(what, RECEIVED);
  return isInside || (isHandled && isReceived) || ((isHandled || isReceived) && hasAny(between, PART)) ? base : undefined;
}

/** "kỳ trước chuyển sang 200 hồ sơ, tiếp nhận 3.000 hồ sơ": the total is their sum. */
function isAddedTo(reading: Reading, base: Figure): boolean {
  const before = reading.figures[base.index - 1];
  return (
    before !== undefined && before.sentence === base.sentence && before.kind === 'count' && hasAny(describe(reading, before), CARRY_OVER)
  );
}

function findLargerBefore(reading: Reading, numerator: Figure): Figure | undefined {
  const own = classOf(reading, numerator);
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== numerator.sentence) return undefined;
    const isRestated = j >= numerator.index - 2 && hasAny(wordsBetween(reading, figure.after, numerator.at), INSIDE);
    const isCount = figure.kind === 'count' && !figure.isBase && (isRestated || isVisible(reading, figure.scope, numerator.scope));
    const noun = isCount ? nounDistance(figure, numerator) : undefined;
    const isSibling = own !== undefined && isCount && classOf(reading, figure)?.family === own.family;
    if (noun !== undefined && noun <= 1 && !isSibling && figure.approx >= numerator.approx) return figure;
  }
  return undefined;
}
