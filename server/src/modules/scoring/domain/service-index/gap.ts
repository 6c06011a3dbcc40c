// SPDX-License-Identifier: Apache-2.0
import { compare } from '../arithmetic/fraction.ts';
import { apart, exact } from './exact.ts';
import { type IndexCounts, operandsOf, scoreInBinary, scoreMetric } from './recompute.ts';
import type { GroupRule, MetricRule } from './rules.ts';

/** What a metric still lacks for full points. */
export type Gap = {
  /** Decimal text. */
  readonly points: string;
  /** How many more of what is counted would have had to succeed, the total staying as it is. */
  readonly more: bigint;
  /** How many further ones, all successful, bring it there; null where no number of them does. */
  readonly further: bigint | null;
};

const most = 10n ** 15n;

/**
 * The least whole numbers with which the metric's own rule, rounding included, gives full points; null where the metric has
 * them, is not scored, or has no counts.
 *
 * @example
 * gapOf(group, metric, { channelOnlineSum: 40n, channelTotalSum: 100n }, 2) // full from 50 %: more 10, further 20
 */
export function gapOf(group: GroupRule, metric: MetricRule, counts: IndexCounts, decimals: number): Gap | null {
  const { numerator, denominator } = operandsOf(metric, counts);
  if (numerator === null || denominator === null || denominator === 0n || metric.rule === 'unscored') return null;
  const score = group.rounding === 'binary' ? scoreInBinary : scoreMetric;
  const isFull = (top: bigint, bottom: bigint): boolean => {
    const points = score(metric, withOperands(metric, top, bottom), decimals).score;
    return points !== null && compare(exact(points), exact(metric.maximum)) >= 0;
  };
  const own = score(metric, counts, decimals).score;
  if (own === null || isFull(numerator, denominator)) return null;
  return {
    points: apart(metric.maximum, own, decimals),
    more: leastThat((more) => isFull(numerator + more, denominator), denominator) ?? 0n,
    further: leastThat((further) => isFull(numerator + further, denominator + further), most),
  };
}

function withOperands(metric: MetricRule, numerator: bigint, denominator: bigint): IndexCounts {
  const parts = metric.numerator.keys.map((key, index) => [key, index === 0 ? numerator : 0n]);
  return { ...Object.fromEntries(parts), [metric.denominator.key]: denominator };
}

/** The least number of 0 to `limit` with a property that all larger ones have too. */
function leastThat(holds: (number: bigint) => boolean, limit: bigint): bigint | null {
  if (!holds(limit)) return null;
  let [below, found] = [-1n, limit];
  while (found - below > 1n) {
    const middle = (below + found) / 2n;
    if (holds(middle)) found = middle;
    else below = middle;
  }
  return found;
}
