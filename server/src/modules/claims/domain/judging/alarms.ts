// SPDX-License-Identifier: Apache-2.0

import { classOf } from '../reading/classes.ts';
import { describe, hasAny, isVisible, leadOf, phrases, wordsAfter, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { type Base, findBases, nounDistance } from './bases.ts';
import { agrees } from './judge.ts';
import type { Link } from './links.ts';
import type { Share } from './percents.ts';

/** A percent that its only possible base does not give. */
export type Alarm = { readonly numerator: Figure; readonly base: Figure; readonly verdict: 'inconsistent' | 'question' };

type Settled = ReadonlyMap<Figure, { readonly numerator: Figure; readonly base: Figure }>;

const PLANS = phrases('kế hoạch', 'chỉ tiêu', 'dự toán', 'so với', 'nghị quyết', 'mục tiêu', 'trở lên');
const CARRY_OVER = phrases('kỳ trước', 'chuyển sang', 'tồn', 'năm trước', 'cùng kỳ');
const TOTAL = phrases('tổng', 'tổng số', 'trong số', 'số');
const PART = phrases('trong đó', 'có', 'đã');
const HANDLED = phrases('giải quyết', 'xử lý', 'trả', 'hoàn thành', 'cấp', 'giải ngân');
const RECEIVED = phrases('nhận', 'tiếp nhận', 'thụ lý', 'tổng số', 'thuộc thẩm quyền', 'phát sinh', 'phải');

/** Looks for one structure that leaves a single base; `undefined` when the base may be unprinted. */
export function findAlarm(reading: Reading, share: Share, settled: Settled): Alarm | undefined {
  const firm = share.links[0];
  if (firm === undefined || firm.strength === 'weak') return undefined;
  const { percent } = share;
  if (firm.numerator.baseIndex >= 0) return alarmOfFraction(reading, firm, percent);
  if (firm.strength !== 'strong' || hasAny(wordsAfter(reading, percent.after), PLANS)) return undefined;
  const bases = findBases(reading, firm.numerator, percent);
  const base =
    findNearMiss(bases, firm.numerator, percent) ??
    findSharedBase(reading, firm.numerator, percent, settled) ??
    findOnlyBase(reading, bases, firm.numerator, percent);
  if (base === undefined || base.approx < firm.numerator.approx || agrees(firm.numerator.range, base.range, percent, 'any'))
    return undefined;
  return { numerator: firm.numerator, base, verdict: percent.approx === 100 ? 'question' : 'inconsistent' };
}

/** "7/21 … (đạt 30%)" is wrong; "2/85 khu vực đạt 100%" may tell what two areas reach. */
function alarmOfFraction(reading: Reading, { numerator, strength }: Link, percent: Figure): Alarm | undefined {
  const base = reading.figures[numerator.baseIndex];
  if (base === undefined || base.value.units <= 0n) return undefined;
  const distance = Math.abs((100 * numerator.approx) / base.approx - percent.approx);
  if (strength === 'strong') return { numerator, base, verdict: 'inconsistent' };
  const isLevel = percent.approx === 100 || percent.hedge !== undefined || hasAny(wordsAfter(reading, percent.after), PLANS);
  if (isLevel) return undefined;
  return { numerator, base, verdict: distance <= 10 ? 'inconsistent' : 'question' };
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

/** The total of the other classes of the same list: "đúng hạn … (98,3%), trễ hạn … (1,7%)". */
function findSharedBase(reading: Reading, numerator: Figure, percent: Figure, settled: Settled): Figure | undefined {
  const own = classOf(reading, numerator);
  if (own === undefined) return undefined;
  for (let j = percent.index - 6; j <= percent.index + 6; j += 1) {
    const other = reading.figures[j];
    const option = other === undefined ? undefined : settled.get(other);
    if (
      other === undefined ||
      option === undefined ||
      other.paragraph !== percent.paragraph ||
      Math.abs(other.sentence - percent.sentence) > 1
    )
      continue;
    const theirs = classOf(reading, option.numerator);
    const isSibling = theirs !== undefined && theirs.family === own.family && theirs.name !== own.name && option.numerator !== numerator;
    if (isSibling && nounDistance(numerator, option.numerator) !== undefined && option.base.approx >= numerator.approx) return option.base;
  }
  return undefined;
}

/** "tổng số M …, trong đó N … (P%)" and "nhận M hồ sơ, đã giải quyết N hồ sơ, đạt P%" with no other number between. */
function findOnlyBase(reading: Reading, bases: readonly Base[], numerator: Figure, percent: Figure): Figure | undefined {
  const larger = bases.filter(({ figure }) => figure.sentence >= percent.sentence - 1 && (nounDistance(numerator, figure) ?? 9) <= 1);
  const before = larger.filter(({ figure }) => figure.index < numerator.index && isVisible(reading, figure.scope, numerator.scope));
  const [only, second] = before;
  if (only === undefined || second !== undefined || larger.length > before.length || only.figure.sentence !== numerator.sentence)
    return undefined;
  const base = only.figure;
  const between = wordsBetween(reading, base.after, numerator.at);
  const whole = `${describe(reading, base)}${between}${wordsAfter(reading, percent.after)}`;
  if (hasAny(whole, CARRY_OVER) || numerator.isRounded || base.isRounded) return undefined;
  const isTotal = hasAny(leadOf(reading, base), TOTAL);
  const isPart = hasAny(between, PART) && nounDistance(numerator, base) === 0;
  const isHandled = hasAny(describe(reading, numerator), HANDLED) && hasAny(describe(reading, base), RECEIVED);
  return (isTotal && isPart) || isHandled ? base : undefined;
}
