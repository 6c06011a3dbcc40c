// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { compare, type Decimal, decimal, divide, formatFixed, formatVietnamese, multiply, subtract, toNumber } from '../decimal.ts';
import { hasAny, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { nounDistance } from './bases.ts';
import { directionWord, draftAlone, printed } from './drafts.ts';
import { statedRange } from './judge.ts';
import { isChange, type Lead, readLead } from './links.ts';

const DOWN = phrases('giảm', 'thấp hơn', 'rút ngắn');
const COMPARED = phrases('so với', 'so');
const TURNS = phrases('còn', 'xuống', 'lên', 'thành', 'đến');
const FARTHEST_TOKENS = 24;

type Levels = { readonly before: Figure; readonly after: Figure };

/** Recomputes "từ 93 thủ tục nay còn 46 thủ tục - giảm 51%"; a change without its earlier value stays undecided. */
export function checkGrowth(reading: Reading): ClaimDraft[] {
  const drafts: ClaimDraft[] = [];
  for (const percent of reading.figures) {
    if (percent.kind !== 'percent') continue;
    const lead = readLead(reading, percent);
    if (!isChange(lead)) continue;
    const change = hasAny(lead.words, DOWN) ? 'decrease' : 'increase';
    const levels = findLevels(reading, percent, lead);
    drafts.push(levels === undefined ? draftAlone(percent, change) : draftGrowth(reading, percent, change, levels));
  }
  return drafts;
}

/** The two nearest counts, if they read "từ A … (còn | xuống | lên) B" right before or after the percent. */
function findLevels(reading: Reading, percent: Figure, lead: Lead): Levels | undefined {
  const ahead = levelsAt(reading, percent.index + 1, percent);
  const isAhead = ahead !== undefined && ahead.before.at - percent.after <= 4;
  return isAhead ? ahead : hasAny(lead.words, COMPARED) ? undefined : levelsAt(reading, percent.index - 2, percent);
}

function levelsAt(reading: Reading, index: number, percent: Figure): Levels | undefined {
  const before = reading.figures[index];
  const after = reading.figures[index + 1];
  if (before === undefined || after === undefined || before.sentence !== percent.sentence || after.sentence !== percent.sentence)
    return undefined;
  const isNear = Math.abs(percent.at - after.at) <= FARTHEST_TOKENS || Math.abs(before.at - percent.at) <= FARTHEST_TOKENS;
  const isCounts =
    before.kind === 'count' &&
    after.kind === 'count' &&
    before.value.units > 0n &&
    nounDistance(before, after) !== undefined &&
    !before.isRounded &&
    !after.isRounded;
  const opens = / từ (?:\S+ ){0,2}$/.test(leadOf(reading, before));
  const turns = hasAny(wordsBetween(reading, before.after, after.at), TURNS);
  return isNear && isCounts && opens && turns ? { before, after } : undefined;
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
