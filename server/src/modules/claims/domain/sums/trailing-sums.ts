// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { overlap, sumRange } from '../judging/judge.ts';
import { isLedByChange, isLedByTotal, leadOf } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';

const ADDED = / (?:cộng|tổng cộng|tổng|tổng số|tính chung) /;
const MOST_PARTS = 8;
const FEWEST_MISSED = 3;
const MOST_MISSED = 0.02;
const SENTENCES_BACK = 1;

/** "Ngân sách 1.118 tỷ, tín dụng 380 tỷ. Tổng nguồn lực 1.498 tỷ": the total behind its parts, told when it agrees or is said to be all of them. */
export function checkTrailing(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const total of reading.figures) {
    const isTotal = total.kind === 'count' && !total.isBase && total.baseIndex < 0 && total.group !== 'time' && total.index >= 2;
    if (!isTotal || !isLedByTotal(reading, total) || !ADDED.test(leadOf(reading, total))) continue;
    const parts: Figure[] = [];
    for (let j = total.index - 1; j >= 0 && parts.length < MOST_PARTS; j -= 1) {
      const figure = reading.figures[j];
      if (figure === undefined || figure.paragraph !== total.paragraph || total.sentence - figure.sentence > SENTENCES_BACK) break;
      if (figure.kind === 'percent' || figure.scope !== total.scope) continue;
      if (nounDistance(figure, total) !== 0 || figure.isBase || figure.baseIndex >= 0 || isLedByChange(reading, figure)) break;
      parts.unshift(figure);
      if (parts.length >= 2 && overlap(sumRange(parts), total.range)) {
        const added = sum(parts.map((part) => part.value));
        const difference = subtract(total.value, added);
        drafts.push(draftSum(reading, parts, total, 'consistent', { code: 'sum_agrees', sum: added, difference }));
        parts.length = 0;
        break;
      }
    }
    if (isAddedUp(reading, total, parts)) drafts.push(missed(reading, parts, total));
  }
  return drafts;
}

/** "… 6.204, … 1.318, … 407; tổng cộng 8.125": three or more of the same sentence, which miss their total by little. */
function isAddedUp(reading: Reading, total: Figure, parts: readonly Figure[]): boolean {
  const own = parts.filter((part) => part.sentence === total.sentence);
  if (own.length < FEWEST_MISSED || own.length < parts.length || !leadOf(reading, total).includes(' tổng cộng ')) return false;
  const added = parts.reduce((result, part) => result + part.approx, 0);
  const isExact = [total, ...parts].every((figure) => !figure.isRounded);
  return isExact && Math.abs(added - total.approx) <= MOST_MISSED * total.approx;
}

function missed(reading: Reading, parts: readonly Figure[], total: Figure): JudgedSum {
  const added = sum(parts.map((part) => part.value));
  return draftSum(reading, parts, total, 'inconsistent', {
    code: 'sum_differs_from_total',
    sum: added,
    difference: subtract(total.value, added),
  });
}
