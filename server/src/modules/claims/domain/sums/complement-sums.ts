// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { overlap, sumRange } from '../judging/judge.ts';
import { hasAny, hasSemicolon, isLedByChange, isVisible, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { deniesDeed, sayings } from './negation-sums.ts';

/** Two names that leave nothing out: who is no in-patient is an out-patient. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [phrases('nội trú'), phrases('ngoại trú')],
  [phrases('trong hạn', 'chưa đến hạn', 'chưa tới hạn', 'còn hạn'), phrases('quá hạn', 'trễ hạn')],
  [phrases('trong nước', 'nội địa'), phrases('quốc tế', 'nước ngoài', 'ngoài nước')],
  [/ (?<!ngoài )công lập /, phrases('ngoài công lập', 'tư thục')],
  [phrases('thành thị', 'đô thị'), phrases('nông thôn')],
  [phrases('bắt buộc'), phrases('tự nguyện')],
  [/ nam /, / nữ /],
];
const OPENS = phrases('trong đó', 'gồm', 'bao gồm', 'chia ra');
const OPENING_WORDS = new Set(['trong', 'gồm', 'bao', 'chia']);
const SECOND = / (?:khác|còn lại|riêng) /;
const MOST_BETWEEN = 2;
const FARTHEST = 24;

/**
 * "41.207 lượt người (nội trú 3.842, ngoại trú 37.365)", "371 đơn đủ điều kiện, 35 đơn không đủ điều kiện": a thing and all
 * that is not it. Behind the total that opens them they must fill it.
 */
export function checkComplements(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const second of reading.figures) {
    if (second.index < 2 || !isPart(second)) continue;
    const first = findBefore(reading, second);
    if (first === undefined || !isPart(first)) continue;
    const total = findOpeningTotal(reading, first);
    if (total === undefined || !areComplements(reading, first, second) || hasFurtherPart(reading, second)) continue;
    const draft = judge(reading, [first, second], total);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

const isPart = (figure: Figure): boolean =>
  figure.kind === 'count' && !figure.isBase && figure.baseIndex < 0 && !figure.isRounded && figure.group !== 'time';

/** The count before, at the same depth, with nothing but percents in between. */
function findBefore(reading: Reading, second: Figure): Figure | undefined {
  for (let j = second.index - 1; j >= 0 && j >= second.index - 1 - MOST_BETWEEN; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== second.sentence) return undefined;
    if (figure.kind === 'percent') continue;
    return figure.scope === second.scope && (nounDistance(figure, second) ?? 9) <= 1 ? figure : undefined;
  }
  return undefined;
}

/** The count right before, but for its percent, if a parenthesis, a colon or "trong đó" divides it. */
function findOpeningTotal(reading: Reading, first: Figure): Figure | undefined {
  for (let j = first.index - 1; j >= 0 && j >= first.index - 1 - MOST_BETWEEN; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== first.sentence) return undefined;
    if (figure.kind === 'percent') continue;
    const mayHold = isPart(figure) && (nounDistance(figure, first) ?? 9) <= 1 && isVisible(reading, figure.scope, first.scope);
    if (!mayHold || first.at - figure.after > FARTHEST || isLedByChange(reading, figure)) return undefined;
    return isDivided(reading, figure, first) ? figure : undefined;
  }
  return undefined;
}

function isDivided(reading: Reading, total: Figure, first: Figure): boolean {
  const { low } = tokenAt(reading.tokens, total.phraseEnd);
  if (low === ':' || (low === '(' && first.scope !== total.scope)) return true;
  for (let i = total.after; i < first.at; i += 1)
    if (OPENING_WORDS.has(tokenAt(reading.tokens, i).low)) return hasAny(wordsBetween(reading, i, first.at), OPENS);
  return false;
}

function areComplements(reading: Reading, first: Figure, second: Figure): boolean {
  const [one, two] = [sayings(reading, first), sayings(reading, second)];
  if (SECOND.test(one) || SECOND.test(two)) return false;
  if (PAIRS.some(([a, b]) => isPair(a, b, one, two) || isPair(a, b, two, one))) return true;
  return deniesDeed(two, one) || deniesDeed(one, two);
}

const isPair = (a: RegExp, b: RegExp, one: string, two: string): boolean => a.test(one) && b.test(two) && !b.test(one) && !a.test(two);

/** A third count at the same depth: the two are not all. */
function hasFurtherPart(reading: Reading, second: Figure): boolean {
  for (let j = second.index + 1; j < reading.figures.length; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== second.sentence || figure.at - second.after > FARTHEST) return false;
    if (figure.kind === 'percent' || (figure.scope !== second.scope && isVisible(reading, second.scope, figure.scope))) continue;
    return (
      figure.scope === second.scope &&
      isPart(figure) &&
      !hasSemicolon(reading, second.after, figure.at) &&
      nounDistance(figure, second) === 0
    );
  }
  return false;
}

function judge(reading: Reading, parts: readonly Figure[], total: Figure): JudgedSum | undefined {
  const added = sum(parts.map((part) => part.value));
  const difference = subtract(total.value, added);
  const isRight = overlap(sumRange(parts), total.range);
  if (!isRight && parts.some((part) => part.approx > total.approx)) return undefined;
  const code = isRight ? 'sum_agrees' : difference.units < 0n ? 'sum_exceeds_total' : 'sum_differs_from_total';
  return draftSum(reading, parts, total, isRight ? 'consistent' : 'inconsistent', { code, sum: added, difference });
}
