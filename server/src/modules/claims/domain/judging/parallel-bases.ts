// SPDX-License-Identifier: Apache-2.0
import type { Figure } from '../reading/figure.ts';
import type { Evidence } from './share.ts';

const REACH = 8;

/**
 * "Kế hoạch 3.256 tỷ (địa phương 2.104, trung ương 1.152). Giải ngân 1.921 tỷ: địa phương 1.310, đạt 62,3%; trung ương 611": two
 * totals with as many parts, of which one pair has its percent, so the others are pairs too.
 */
export function findParallelBase(numerator: Figure, percent: Figure, { settled, totals }: Evidence): Figure | undefined {
  const whole = totals.get(numerator);
  if (whole === undefined) return undefined;
  for (let j = percent.index - REACH; j <= percent.index + REACH; j += 1) {
    const pair = settled[j];
    if (pair === undefined || pair.numerator === numerator || totals.get(pair.numerator) !== whole) continue;
    const planned = totals.get(pair.base);
    if (planned === undefined || planned === whole) continue;
    const parts = partsOf(totals, whole);
    const bases = partsOf(totals, planned);
    const base = bases[parts.indexOf(numerator)];
    if (parts.length === bases.length && bases[parts.indexOf(pair.numerator)] === pair.base) return base;
  }
  return undefined;
}

const partsOf = (totals: ReadonlyMap<Figure, Figure>, whole: Figure): Figure[] => {
  const parts: Figure[] = [];
  for (const [part, total] of totals) if (total === whole) parts.push(part);
  return parts.sort((a, b) => a.index - b.index);
};
