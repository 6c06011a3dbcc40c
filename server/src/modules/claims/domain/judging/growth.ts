// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { add, compare, type Decimal, decimal, divide, formatFixed, formatVietnamese, multiply, subtract, toNumber } from '../decimal.ts';
import { hasAny, phrases } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { directionWord, draftAlone, printed } from './drafts.ts';
import { findLevels, findPrintedChange, type Levels } from './growth-levels.ts';
import { statedRange } from './judge.ts';
import { readLead } from './links.ts';

const DOWN = phrases('giảm', 'thấp hơn', 'rút ngắn');
const LARGEST_SLIP = 10;

/** Recomputes "từ 93 thủ tục nay còn 46 thủ tục - giảm 51%"; a change without its earlier value stays undecided. */
export function checkGrowth(reading: Reading): ClaimDraft[] {
  const drafts: ClaimDraft[] = [];
  for (const percent of reading.figures) {
    if (percent.kind !== 'percent') continue;
    const lead = readLead(reading, percent);
    if (!lead.isChange) continue;
    const change = hasAny(lead.words, DOWN) ? 'decrease' : 'increase';
    const levels = findLevels(reading, percent, lead);
    drafts.push(levels === undefined ? draftChange(reading, percent, change) : draftGrowth(reading, percent, change, levels));
  }
  return drafts;
}

/** "76 vụ, giảm 21 vụ (giảm 21,6%)": judged by the earlier value, which is 97; else there is nothing to compare with. */
function draftChange(reading: Reading, percent: Figure, stated: 'increase' | 'decrease'): ClaimDraft {
  const printedChange = findPrintedChange(reading, percent);
  if (printedChange === undefined) return draftAlone(percent, stated);
  const { known, isEarlier, change } = printedChange;
  const isUp = stated === 'increase';
  const value = isUp === isEarlier ? add(known.value, change.value) : subtract(known.value, change.value);
  if (value.units <= 0n) return draftAlone(percent, stated);
  const other = { ...known, value };
  const draft = draftGrowth(reading, percent, stated, isEarlier ? { before: known, after: other } : { before: other, after: known });
  const params = { ...draft.finding.params, [isEarlier ? 'after' : 'before']: formatVietnamese(value) };
  const distance = Math.abs((draft.recomputedPercent ?? 0) - percent.approx);
  if (draft.verdict === 'inconsistent' && distance > LARGEST_SLIP) return draftAlone(percent, stated);
  return { ...draft, finding: { ...draft.finding, params } };
}

function draftGrowth(reading: Reading, percent: Figure, stated: 'increase' | 'decrease', { before, after }: Levels): ClaimDraft {
  const difference = subtract(after.value, before.value);
  const change = difference.units < 0n ? 'decrease' : 'increase';
  const size: Decimal = difference.units < 0n ? { units: -difference.units, scale: difference.scale } : difference;
  const range = statedRange(percent, 'any');
  const scaled = multiply(size, decimal(100n));
  const isRight =
    change === stated && compare(scaled, multiply(range.lo, before.value)) >= 0 && compare(scaled, multiply(range.hi, before.value)) < 0;
  const recomputed = divide(scaled, before.value, 4);
  return {
    kind: 'growth',
    start: Math.min(before.start, percent.start),
    end: Math.max(after.end, percent.end),
    numerator: toNumber(after.value),
    denominator: toNumber(before.value),
    statedPercent: toNumber(percent.value),
    recomputedPercent: toNumber(recomputed),
    change,
    verdict: isRight ? 'consistent' : 'inconsistent',
    finding: {
      code: isRight ? 'growth_agrees' : 'growth_mismatch',
      params: {
        before: printed(reading, before),
        after: printed(reading, after),
        direction: directionWord(change),
        recomputed: formatVietnamese(divide(scaled, before.value, Math.max(2, percent.decimals))),
        stated: formatFixed(percent.value),
      },
    },
  };
}
