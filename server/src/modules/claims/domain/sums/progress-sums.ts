// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { overlap, sumRange } from '../judging/judge.ts';
import { describe, hasAny, isLedByChange, isVisible, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';

/** How far a thing has come: what is done is neither under way nor untouched. */
type Stage = 'done' | 'running' | 'open';

const RUNNING = phrases('đang');
const OPEN = / chưa (?:hoàn thành|thực hiện|giải quyết|xử lý|triển khai|đến hạn|có kết quả|xong|tổ chức) /;
const DONE = / (?:đã|hoàn thành|xong) (?:\S+ ){0,6}$/;
const DONE_WORD = / (?:hoàn thành|giải quyết|xử lý|thực hiện|triển khai|xong) /;
const GIVEN = / (?:giao|tổng|tổng số|theo dõi|phải|nhận|tiếp nhận) /;
const TAKEN = phrases('nhận', 'tiếp nhận', 'phát sinh');
const INSIDE = phrases('trong đó', 'trong số', 'riêng');
const SENTENCES_BACK = 2;
const FIGURES_BACK = 10;
const MOST_STAGES = 5;

/**
 * "Giao 300 nhiệm vụ: đã hoàn thành 258, đang thực hiện 41, chưa thực hiện 5": stages that together are more than
 * what was given. What a desk received is no such total: dossiers of the last period are handled with it.
 */
export function checkProgress(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (let index = 1; index < reading.figures.length; index += 1) {
    const first = reading.figures[index];
    if (first === undefined || stageOf(reading, first) !== 'done' || stageAt(reading, index - 1) !== undefined) continue;
    const total = findGiven(reading, first);
    const parts = total === undefined ? [] : collectStages(reading, first);
    if (total === undefined || parts.length < 2) continue;
    const draft = judge(reading, parts, total);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

const stageAt = (reading: Reading, index: number): Stage | undefined => {
  const figure = reading.figures[index];
  return figure === undefined ? undefined : stageOf(reading, figure);
};

function stageOf(reading: Reading, figure: Figure): Stage | undefined {
  if (figure.kind !== 'count' || figure.isBase || figure.baseIndex >= 0 || figure.group === 'time' || isLedByChange(reading, figure))
    return undefined;
  const words = describe(reading, figure);
  if (OPEN.test(words)) return 'open';
  if (hasAny(words, RUNNING)) return 'running';
  return DONE_WORD.test(words) && DONE.test(words) ? 'done' : undefined;
}

function findGiven(reading: Reading, first: Figure): Figure | undefined {
  for (let j = first.index - 1; j >= 0 && j >= first.index - FIGURES_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.paragraph !== first.paragraph || first.sentence - figure.sentence > SENTENCES_BACK) return undefined;
    if (figure.kind !== 'count' || figure.isBase || figure.baseIndex >= 0 || !isVisible(reading, figure.scope, first.scope)) continue;
    if (nounDistance(figure, first) === undefined) continue;
    const words = describe(reading, figure);
    const isGiven = GIVEN.test(words) && !isLedByChange(reading, figure);
    return isGiven && isSameThing(figure, first) && figure.approx >= first.approx ? figure : undefined;
  }
  return undefined;
}

/** The stages from the first on, at its depth, up to another sentence or a figure of something else. */
function collectStages(reading: Reading, first: Figure): Figure[] {
  const parts: Figure[] = [first];
  for (let j = first.index + 1; j < reading.figures.length && parts.length < MOST_STAGES; j += 1) {
    const figure = reading.figures[j];
    const last = parts[parts.length - 1] ?? first;
    if (figure === undefined || figure.sentence !== first.sentence) break;
    if (figure.kind === 'percent' || (figure.scope !== first.scope && isVisible(reading, first.scope, figure.scope))) continue;
    const stage = stageOf(reading, figure);
    const isInside = hasAny(wordsBetween(reading, last.after, figure.at), INSIDE);
    if (stage === undefined || stage === 'done' || isInside || !isSameThing(figure, first)) break;
    parts.push(figure);
  }
  return parts;
}

const isSameThing = (a: Figure, b: Figure): boolean => (nounDistance(a, b) ?? 9) <= 1;

function judge(reading: Reading, parts: readonly Figure[], total: Figure): JudgedSum | undefined {
  const range = sumRange(parts);
  const added = sum(parts.map((part) => part.value));
  const difference = subtract(total.value, added);
  if (overlap(range, total.range)) return draftSum(reading, parts, total, 'consistent', { code: 'sum_agrees', sum: added, difference });
  const isMore = difference.units < 0n;
  const isTaken = hasAny(describe(reading, total), TAKEN);
  return isMore
    ? draftSum(reading, parts, total, isTaken ? 'question' : 'inconsistent', { code: 'sum_exceeds_total', sum: added, difference })
    : undefined;
}
