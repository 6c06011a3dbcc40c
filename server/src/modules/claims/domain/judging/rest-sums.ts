// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { describe, hasAny, isLedByChange, phrases } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { nounDistance } from './bases.ts';
import { draftSum, type JudgedSum } from './drafts.ts';
import { overlap, sumRange } from './judge.ts';

const REST_WORDS = phrases('còn lại');
const OTHER_CLASS = phrases('vắng', 'đang', 'chưa', 'còn', 'không đạt', 'quá hạn', 'trễ hạn');
const MOST_BACK = 6;

/** What remains of a total: "9/40 vụ, 31 vụ còn lại", "77 đơn; đã giải quyết 66, còn 11". */
export function checkRests(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const rest of reading.figures) {
    if (rest.kind !== 'count' || rest.isBase || rest.baseIndex >= 0 || rest.index < 2) continue;
    if (isLedByChange(reading, rest) || !hasAny(describe(reading, rest), OTHER_CLASS)) continue;
    const draft = checkRest(reading, rest);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function checkRest(reading: Reading, rest: Figure): JudgedSum | undefined {
  const before = countsBefore(reading, rest);
  const done = before.filter((figure) => !figure.isBase);
  for (let size = 1; size <= done.length; size += 1) {
    const parts = [...done.slice(0, size), rest];
    const last = parts[size - 1];
    const total = before.find((figure) => !parts.includes(figure) && isTotalOf(figure, last) && overlap(sumRange(parts), figure.range));
    if (total !== undefined) return drafted(reading, parts, total, 'consistent');
  }
  const [nearest] = done;
  const base = reading.figures[nearest?.baseIndex ?? -1];
  const isRest = hasAny(describe(reading, rest), REST_WORDS) && rest.index - (nearest?.index ?? 0) <= 3;
  if (nearest === undefined || base === undefined || !isRest || nounDistance(nearest, rest) !== 0) return undefined;
  return drafted(reading, [nearest, rest], base, 'inconsistent');
}

/** A total is printed before its parts, or is the base of the first of them. */
const isTotalOf = (total: Figure, firstPart: Figure | undefined): boolean =>
  firstPart !== undefined && (total.index < firstPart.index || firstPart.baseIndex === total.index);

/** Comparable counts of the sentence, nearest first. */
function countsBefore(reading: Reading, rest: Figure): Figure[] {
  const found: Figure[] = [];
  for (let j = rest.index - 1; j >= 0 && j >= rest.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== rest.sentence) break;
    const noun = figure.kind === 'count' ? nounDistance(figure, rest) : undefined;
    if (noun !== undefined && noun <= 1) found.push(figure);
  }
  return found;
}

function drafted(reading: Reading, parts: readonly Figure[], total: Figure, verdict: 'consistent' | 'inconsistent'): JudgedSum {
  const added = sum(parts.map((part) => part.value));
  const code = verdict === 'consistent' ? 'sum_agrees' : 'sum_differs_from_total';
  return draftSum(reading, parts, total, verdict, { code, sum: added, difference: subtract(total.value, added) });
}
