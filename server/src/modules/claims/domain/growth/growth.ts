// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { add, compare, type Decimal, decimal, divide, formatFixed, formatVietnamese, multiply, subtract, toNumber } from '../decimal.ts';
import { directionWord, draftOpenChange, operandsOf, printed } from '../judging/drafts.ts';
import { statedRange } from '../judging/judge.ts';
import { readLead } from '../judging/links.ts';
import { hasAny, phrases } from '../reading/context.ts';
import type { Figure, PercentLead, Range, Reading } from '../reading/figure.ts';
import { findLevels, findPrintedChange, type Levels } from './growth-levels.ts';

const DOWN = phrases('giảm', 'thấp hơn', 'rút ngắn');
const UP = phrases('tăng', 'cao hơn', 'vượt');
const LARGEST_SLIP = 10;

/** Recomputes "từ 93 thủ tục nay còn 46 thủ tục - giảm 51%"; a change without its earlier value stays undecided. */
export function checkGrowth(reading: Reading): ClaimDraft[] {
  const drafts: ClaimDraft[] = [];
  for (const percent of reading.figures) {
    if (percent.kind !== 'percent') continue;
    const lead = readLead(reading, percent);
    if (!lead.isChange) continue;
    const levels = findLevels(reading, percent, lead);
    const change = directionOf(lead, levels);
    drafts.push(levels === undefined ? draftChange(reading, percent, change) : draftGrowth(reading, percent, change, levels));
  }
  return drafts;
}

/** "từ 1.245 ngày xuống còn 806 ngày, tương đương 35,3%" tells the direction by its levels. */
function directionOf({ words }: PercentLead, levels: Levels | undefined): 'increase' | 'decrease' {
  if (hasAny(words, DOWN)) return 'decrease';
  return levels !== undefined && !hasAny(words, UP) && levels.after.approx < levels.before.approx ? 'decrease' : 'increase';
}

/** "76 vụ, giảm 21 vụ (giảm 21,6%)": judged by the earlier value, which is 97; else there is nothing to compare with. */
function draftChange(reading: Reading, percent: Figure, stated: 'increase' | 'decrease'): ClaimDraft {
  const printedChange = findPrintedChange(reading, percent);
  if (printedChange === undefined) return draftOpenChange(percent, stated);
  const { known, isEarlier, change } = printedChange;
  const isUp = stated === 'increase';
  const value = isUp === isEarlier ? add(known.value, change.value) : subtract(known.value, change.value);
  if (value.units <= 0n) return draftOpenChange(percent, stated);
  const other = { ...known, value, range: { lo: value, hi: value } };
  const draft = draftGrowth(reading, percent, stated, isEarlier ? { before: known, after: other } : { before: other, after: known });
  const params = { ...draft.finding.params, [isEarlier ? 'after' : 'before']: formatVietnamese(value) };
  const distance = Math.abs((draft.recomputedPercent ?? 0) - percent.approx);
  if (draft.verdict === 'inconsistent' && distance > LARGEST_SLIP) return draftOpenChange(percent, stated);
  return { ...draft, finding: { ...draft.finding, params } };
}

/** Shortened amounts ("2,5 nghìn") leave the change open by as much as they were cut. */
const sizesOf = (before: Figure, after: Figure, change: 'increase' | 'decrease'): Range =>
  change === 'increase'
    ? { lo: subtract(after.range.lo, before.range.hi), hi: subtract(after.range.hi, before.range.lo) }
    : { lo: subtract(before.range.lo, after.range.hi), hi: subtract(before.range.hi, after.range.lo) };

function draftGrowth(reading: Reading, percent: Figure, stated: 'increase' | 'decrease', { before, after }: Levels): ClaimDraft {
  const difference = subtract(after.value, before.value);
  const change = difference.units < 0n ? 'decrease' : 'increase';
  const size: Decimal = difference.units < 0n ? { units: -difference.units, scale: difference.scale } : difference;
  const range = statedRange(percent, 'any');
  const scaled = multiply(size, decimal(100n));
  const sizes = sizesOf(before, after, change);
  const isRight =
    change === stated &&
    compare(multiply(sizes.hi, decimal(100n)), multiply(range.lo, before.range.lo)) >= 0 &&
    compare(multiply(sizes.lo, decimal(100n)), multiply(range.hi, before.range.hi)) < 0;
  const recomputed = divide(scaled, before.value, 4);
  return {
    kind: 'growth',
    start: Math.min(before.start, percent.start),
    end: Math.max(after.end, percent.end),
    ...operandsOf(after, before),
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
