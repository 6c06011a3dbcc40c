// SPDX-License-Identifier: Apache-2.0
import { type Fraction, least, product, quotient, sum, zero } from '../arithmetic/fraction.ts';
import { exact, fixed } from './exact.ts';
import type { GroupRule, IndexRules, MetricRule } from './rules.ts';

/** Counts by the portal's names; null is "not published" and never 0. */
export type IndexCounts = Readonly<Record<string, bigint | null>>;

/** Decimal texts with the decimals of the rules. */
export type IndexScore = { readonly ratio: string | null; readonly score: string | null };

const unknown: IndexScore = { ratio: null, score: null };
const hundred = exact('100');

/** Numerator and denominator of a metric; null where a count is not published. */
export function operandsOf(metric: MetricRule, counts: IndexCounts): { numerator: bigint | null; denominator: bigint | null } {
  const parts = metric.numerator.keys.map((key) => counts[key] ?? null);
  const known = parts.filter((part) => part !== null);
  return {
    numerator: known.length < parts.length ? null : known.reduce((total, part) => total + part, 0n),
    denominator: counts[metric.denominator.key] ?? null,
  };
}

/**
 * Ratio (percent) and points of one metric, from the exact quotient: half up to the decimals of the rules, never above the
 * maximum. `maximum` is the published one where it differs from that of the rules.
 *
 * @example
 * scoreMetric(onTime, { totalOnTime: 70n, totalReceived: 135n }, 2) // { ratio: '51.85', score: '10.37' }
 */
export function scoreMetric(metric: MetricRule, counts: IndexCounts, decimals: number, published?: string | null): IndexScore {
  const maximum = exact(published ?? metric.maximum);
  const { numerator, denominator } = operandsOf(metric, counts);
  const uncounted = numerator === null || denominator === null;
  if (uncounted ? metric.rule === 'full_when_uncounted' : denominator === 0n) return answerWhenEmpty(metric, maximum, decimals);
  if (uncounted) return unknown;
  const share = quotient({ of: numerator, over: 1 }, { of: denominator, over: 1 });
  const ratio = fixed(product(share, hundred), decimals);
  if (metric.rule === 'unscored' || isZero(maximum)) return { ratio, score: null };
  const points = quotient(product(product(maximum, share), hundred), exact(metric.fullFromPercent ?? '100'));
  return { ratio, score: fixed(least(maximum, points), decimals) };
}

function answerWhenEmpty({ whenEmpty, rule }: MetricRule, maximum: Fraction, decimals: number): IndexScore {
  const score = rule === 'unscored' || isZero(maximum) ? null : whenEmpty.score;
  return {
    ratio: whenEmpty.ratio === null ? null : fixed(exact(whenEmpty.ratio), decimals),
    score: score === null ? null : fixed(score === 'maximum' ? maximum : exact(score), decimals),
  };
}

/**
 * One metric of the payment group as the portal computes it: the ratio is rounded first, then multiplied in binary floating
 * point, and the exact binary value is rounded to two decimals, ties up. 93,25 % of 6 points is 5,59, because the double next
 * to 5,595 lies below it; decimal arithmetic gives 5,60 (unit H44.125, year 2026; 138 of 138 published rows agree).
 * `Number.prototype.toFixed` is defined on the exact value of the double (ECMA-262, 21.1.3.3), so it is the rule itself.
 */
export function scoreInBinary(metric: MetricRule, counts: IndexCounts, decimals: number): IndexScore {
  const half = scoreMetric(metric, counts, decimals);
  const { denominator } = operandsOf(metric, counts);
  if (half.ratio === null || denominator === null || denominator === 0n) return half;
  const points = (Number(metric.maximum) * Number(half.ratio)) / Number(metric.fullFromPercent ?? '100');
  return { ratio: half.ratio, score: Math.min(points, Number(metric.maximum)).toFixed(decimals) };
}

/** Points and ratio of the metrics that one row of counts holds. */
export function scoreParts(group: GroupRule, counts: IndexCounts, decimals: number): (IndexScore & { readonly metric: MetricRule })[] {
  const score = group.rounding === 'binary' ? scoreInBinary : scoreMetric;
  return group.metrics.map((metric) => ({ metric, ...score(metric, counts, decimals) }));
}

/**
 * Total of a group whose counts come in one row. A metric that is not published counts 0 in the total; where none is
 * published, there is no total.
 */
export function scoreGroupOfParts(group: GroupRule, counts: IndexCounts, decimals: number, published?: string | null): IndexScore {
  const parts = scoreParts(group, counts, decimals);
  if (parts.every((part) => part.score === null)) return unknown;
  const [only] = parts;
  const total = totalOf(
    parts.map((part) => part.score),
    published ?? group.maximum,
    decimals,
  );
  return group.ratio === 'counts' && only ? { ratio: only.ratio, score: total.score } : total;
}

/**
 * Total of published metric scores, as they are rounded: null counts 0 and the maximum stays. The ratio is that of the points.
 *
 * @example
 * totalOf(['1.96', null, '6'], '18', 2) // { ratio: '44.22', score: '7.96' }
 */
export function totalOf(scores: readonly (string | null)[], maximum: string, decimals: number): IndexScore {
  const points = scores.reduce((total, score) => (score === null ? total : sum(total, exact(score))), zero);
  const most = exact(maximum);
  return { ratio: isZero(most) ? null : fixed(product(quotient(points, most), hundred), decimals), score: fixed(points, decimals) };
}

/** Total of a unit over the groups; null while no group is known. */
export function indexTotal(rules: IndexRules, scores: readonly (string | null)[]): IndexScore {
  if (scores.every((score) => score === null)) return unknown;
  const maximum = rules.groups.reduce((total, group) => sum(total, exact(group.maximum)), zero);
  return totalOf(scores, fixed(maximum, rules.decimals), rules.decimals);
}

function isZero(number: Fraction): boolean {
  return number.of === 0n || number.of === 0;
}
