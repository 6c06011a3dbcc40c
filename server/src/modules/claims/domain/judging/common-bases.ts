// SPDX-License-Identifier: Apache-2.0
import type { Figure, Reading } from '../reading/figure.ts';
import type { Evidence } from './share.ts';
import { isOneDigitFrom } from './slips.ts';

const REACH = 8;
/** A percent of few digits leaves its total too open to be compared. */
const WIDEST = 0.05;

type Span = { readonly lo: number; readonly hi: number };

/**
 * Whether another unexplained share near by points to the same total: 88,5 % of 16.307 and 5,16 % of 951
 * are shares of one number (about 18.430) that is not printed, so neither is wrong; unless that number
 * is the printed base with one wrong digit.
 */
export function haveCommonBase(
  reading: Reading,
  { numerator, base, percent }: { readonly numerator: Figure; readonly base: Figure; readonly percent: Figure },
  { settled, links }: Evidence,
): boolean {
  const own = impliedTotal(numerator, percent);
  if (own === undefined) return false;
  for (let j = percent.index - REACH; j <= percent.index + REACH; j += 1) {
    const other = reading.figures[j];
    if (other === undefined || other === percent || other.kind !== 'percent' || settled[other.index] !== undefined) continue;
    const link = Math.abs(other.sentence - percent.sentence) <= 1 ? links[other.index]?.[0] : undefined;
    if (link === undefined || link.strength !== 'strong' || link.numerator.baseIndex >= 0 || link.numerator === numerator) continue;
    const theirs = impliedTotal(link.numerator, other);
    if (theirs === undefined || own.lo > theirs.hi || theirs.lo > own.hi) continue;
    return !isOneDigitFrom(base.approx, Math.max(own.lo, theirs.lo), Math.min(own.hi, theirs.hi));
  }
  return false;
}

function impliedTotal(numerator: Figure, percent: Figure): Span | undefined {
  const unit = 10 ** -percent.decimals;
  if (percent.approx <= unit || numerator.isRounded || percent.hedge !== undefined) return undefined;
  const lo = (100 * numerator.approx) / (percent.approx + unit);
  const hi = (100 * numerator.approx) / (percent.approx - unit / 2);
  return (hi - lo) / hi <= WIDEST ? { lo, hi } : undefined;
}
