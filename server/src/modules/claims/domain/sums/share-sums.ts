// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { agrees, overlap, sumRange } from '../judging/judge.ts';
import { describe, hasAny, isLedByChange, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';

const REST = phrases('đang', 'còn', 'còn lại', 'chưa');
const INSIDE = phrases('trong đó', 'trong số', 'riêng');
const FIGURES_BACK = 10;
/** What is told to be left is not far from it. */
const MOST_OF_LEFT = 2;
/** What is under way is no part of what is done. */
const SETTLED = / (?:giải quyết|xử lý|hoàn thành|xong) /;

/**
 * "1.903 ca, khỏi bệnh 1.745 ca (91,7%), tử vong 12 ca (0,63%), đang điều trị 146 ca": the printed shares name the total of the
 * counts before, and the last is what they leave.
 */
export function checkShareSums(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const rest of reading.figures) {
    if (
      !isPart(rest) ||
      rest.index < 3 ||
      reading.figures[rest.index - 1]?.kind !== 'percent' ||
      isLedByChange(reading, rest) ||
      !hasAny(describe(reading, rest), REST)
    )
      continue;
    const parts = collectShares(reading, rest);
    const total = parts.length === 0 ? undefined : findTotal(reading, parts, rest);
    const draft = total === undefined ? undefined : judge(reading, [...parts.map(({ part }) => part), rest], total);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

type Shared = { readonly part: Figure; readonly share: Figure };

const isPart = (figure: Figure): boolean =>
  figure.kind === 'count' && !figure.isBase && figure.baseIndex < 0 && !figure.isRounded && figure.group !== 'time';

/** The counts right before, each followed by its percent, in the order of the text. */
function collectShares(reading: Reading, rest: Figure): Shared[] {
  const found: Shared[] = [];
  for (let j = rest.index - 1; j >= 1 && j >= rest.index - FIGURES_BACK; j -= 2) {
    const share = reading.figures[j];
    const part = reading.figures[j - 1];
    if (share?.kind !== 'percent' || part === undefined || part.sentence !== rest.sentence) break;
    if (!isPart(part) || part.scope !== rest.scope || nounDistance(part, rest) !== 0) break;
    found.unshift({ part, share });
  }
  return found;
}

function findTotal(reading: Reading, parts: readonly Shared[], rest: Figure): Figure | undefined {
  const first = parts[0]?.part;
  const total = first === undefined ? undefined : reading.figures[first.index - 1];
  if (first === undefined || total === undefined || !isPart(total) || total.sentence !== rest.sentence || total.scope !== rest.scope)
    return undefined;
  const isTotal = nounDistance(total, rest) === 0 && !hasAny(wordsBetween(reading, total.after, rest.at), INSIDE);
  return isTotal && parts.every(({ part, share }) => agrees(part.range, total.range, share)) ? total : undefined;
}

function judge(reading: Reading, parts: readonly Figure[], total: Figure): JudgedSum | undefined {
  const added = sum(parts.map((part) => part.value));
  const difference = subtract(total.value, added);
  if (overlap(sumRange(parts), total.range))
    return draftSum(reading, parts, total, 'consistent', { code: 'sum_agrees', sum: added, difference });
  const rest = parts[parts.length - 1]?.approx ?? 0;
  const left = total.approx - parts.slice(0, -1).reduce((result, part) => result + part.approx, 0);
  return left > 0 && rest > left && rest <= MOST_OF_LEFT * left && !SETTLED.test(describe(reading, total))
    ? draftSum(reading, parts, total, 'inconsistent', { code: 'sum_exceeds_total', sum: added, difference })
    : undefined;
}
