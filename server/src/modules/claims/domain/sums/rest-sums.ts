// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { agrees, overlap, sumRange } from '../judging/judge.ts';
import { describe, hasAny, isLedByChange, leadOf, phrases } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';

const REST_WORDS = phrases('còn lại');
const CARRIED_OVER = / (?:chuyển(?: sang)? kỳ sau|còn lại|tồn cuối kỳ|chuyển tiếp) (?:\S+ ){0,3}$/;
const TO_DO = phrases('phải', 'tổng', 'tổng số', 'thụ lý');
const OTHER_CLASS = phrases('chuyển kỳ sau', 'chuyển sang kỳ sau', 'tồn', 'vắng', 'đang', 'chưa', 'còn', 'không đạt', 'quá hạn', 'trễ hạn');
const DONE = phrases('đã', 'hoàn thành', 'xong', 'được');
const GIVEN = phrases('giao', 'tổng', 'tổng số', 'phải', 'nhận', 'tiếp nhận', 'thụ lý', 'thẩm quyền', 'theo dõi', 'có');
const LEFT = / (?:còn|còn lại)(?: lại)? (?:\S+ ){0,2}$/;
const MOST_BACK = 6;
const FARTHEST_DONE = 8;

/** What remains of a total: "9/40 vụ, 31 vụ còn lại", "77 đơn; đã giải quyết 66, còn 11". */
export function checkRests(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const rest of reading.figures) {
    if (rest.kind !== 'count' || rest.isBase || rest.baseIndex >= 0 || rest.index < 2) continue;
    if (isLedByChange(reading, rest) || !hasAny(describe(reading, rest), OTHER_CLASS)) continue;
    const draft = checkRest(reading, rest) ?? checkCarriedOver(reading, rest);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function checkRest(reading: Reading, rest: Figure): JudgedSum | undefined {
  const before = countsBefore(reading, rest);
  const done = before.filter((figure) => !figure.isBase);
  let added = rest.approx;
  for (let size = 1; size <= done.length; size += 1) {
    const last = done[size - 1];
    added += last?.approx ?? 0;
    const near = before.filter((figure) => figure.isRounded || rest.isRounded || Math.abs(figure.approx - added) <= slackOf(done, added));
    if (near.length === 0) continue;
    const parts = [...done.slice(0, size), rest];
    const total = near.find((figure) => !parts.includes(figure) && isTotalOf(figure, last) && overlap(sumRange(parts), figure.range));
    if (total !== undefined) return drafted(reading, parts, total, 'consistent');
  }
  const [nearest] = done;
  const base = reading.figures[nearest?.baseIndex ?? -1];
  const single = findSingle(reading, rest, before);
  if (single !== undefined) return single;
  const left = findLeftOver(reading, rest, before);
  if (left !== undefined) return left;
  const isRest = hasAny(describe(reading, rest), REST_WORDS) && rest.index - (nearest?.index ?? 0) <= 3;
  if (nearest === undefined || base === undefined || !isRest || nounDistance(nearest, rest) !== 0) return undefined;
  return drafted(reading, [nearest, rest], base, 'inconsistent');
}

/** "1.215 nhà; khởi công 1.098 nhà, xong 874 nhà; còn 117 nhà": the rest of one count among several. */
function findSingle(reading: Reading, rest: Figure, before: readonly Figure[]): JudgedSum | undefined {
  for (const part of before) {
    if (part.isBase || part.isRounded || rest.isRounded || rest.approx < 2) continue;
    const total = before.find((figure) => figure !== part && figure.index < part.index && figure.approx === part.approx + rest.approx);
    if (total !== undefined && nounDistance(total, part) === 0 && nounDistance(total, rest) === 0)
      return drafted(reading, [part, rest], total, 'consistent');
  }
  return undefined;
}

/** Shortened parts may add up to anything near by. */
const slackOf = (done: readonly Figure[], added: number): number =>
  done.some((figure) => figure.isRounded) ? Number.POSITIVE_INFINITY : 1e-6 * added;

/** "tiếp nhận 77 đơn; đã giải quyết 66 đơn, còn lại 15 đơn": nothing but the three. */
function findLeftOver(reading: Reading, rest: Figure, before: readonly Figure[]): JudgedSum | undefined {
  const [done, total, further] = withoutOwnParts(before);
  const isPlain =
    done !== undefined && total !== undefined && further === undefined && [done, total].every((figure) => isOwn(figure, rest));
  if (!isPlain || done.index + 1 + countPercents(reading, done, rest) !== rest.index || !LEFT.test(leadOf(reading, rest))) return undefined;
  const share = reading.figures[done.index + 1];
  const isProven = share?.kind === 'percent' && agrees(done.range, total.range, share);
  const isTotal = isProven || (hasAny(describe(reading, total), GIVEN) && hasAny(describe(reading, rest), REST_WORDS));
  if (!hasAny(describe(reading, done), DONE) || !isTotal || total.approx < Math.max(done.approx, rest.approx)) return undefined;
  return drafted(reading, [done, rest], total, 'inconsistent');
}

/**
 * "Phải giải quyết 6.482 hồ sơ. Đã giải quyết 5.977 hồ sơ, đạt 92,2%, trong đó … Chuyển kỳ sau 505 hồ sơ": the share tells which
 * two numbers leave the rest, whatever stands between.
 */
function checkCarriedOver(reading: Reading, rest: Figure): JudgedSum | undefined {
  if (rest.isRounded || !CARRIED_OVER.test(leadOf(reading, rest))) return undefined;
  for (let j = rest.index - 1; j > 0 && j >= rest.index - FARTHEST_DONE; j -= 1) {
    const share = reading.figures[j];
    const done = reading.figures[j - 1];
    if (share === undefined || share.paragraph !== rest.paragraph || rest.sentence - share.sentence > 1) return undefined;
    if (share.kind !== 'percent' || done === undefined || !isOwn(done, rest) || !hasAny(describe(reading, done), DONE)) continue;
    const total = findToDo(reading, done, share);
    if (total === undefined || total.approx < rest.approx) continue;
    return drafted(reading, [done, rest], total, done.approx + rest.approx === total.approx ? 'consistent' : 'inconsistent');
  }
  return undefined;
}

function findToDo(reading: Reading, done: Figure, share: Figure): Figure | undefined {
  for (let j = done.index - 1; j >= 0 && j >= done.index - FARTHEST_DONE; j -= 1) {
    const total = reading.figures[j];
    if (total === undefined || total.paragraph !== done.paragraph || done.sentence - total.sentence > 1) return undefined;
    if (isOwn(total, done) && hasAny(describe(reading, total), TO_DO) && agrees(done.range, total.range, share)) return total;
  }
  return undefined;
}

/** "54 bản án (năm trước chuyển sang 39, thụ lý mới 15); đã thi hành xong 5": what adds up to the total stands aside. */
function withoutOwnParts(before: readonly Figure[]): readonly Figure[] {
  const [done, ...others] = before;
  const total = others[others.length - 1];
  if (done === undefined || total === undefined || others.length < 3) return before;
  const added = others.slice(0, -1).reduce((result, part) => result + part.approx, 0);
  return added === total.approx ? [done, total] : before;
}

const isOwn = (figure: Figure, rest: Figure): boolean =>
  !figure.isBase && figure.baseIndex < 0 && !figure.isRounded && figure.scope === rest.scope && nounDistance(figure, rest) === 0;

const countPercents = (reading: Reading, done: Figure, rest: Figure): number =>
  reading.figures.slice(done.index + 1, rest.index).filter((figure) => figure.kind === 'percent').length;

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
