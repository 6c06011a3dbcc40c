// SPDX-License-Identifier: Apache-2.0
import { add, compare, type Decimal, decimal, divide, multiply, subtract } from '../decimal.ts';
import type { Figure, Range } from '../reading/figure.ts';

const HUNDRED = decimal(100n);
/** Far above the error of a few operations in floating point. */
const SAFE_SLACK = 1e-9;

/** How far a hedge may reach: `near` when looking for the base of a percent, `any` before an alarm is raised. */
export type Tolerance = 'near' | 'any';

/** The percents (from `lo`, below `hi`) that a printed percent stands for: rounded half up or cut to its decimals. */
export function statedRange(percent: Figure, tolerance: Tolerance): Range {
  const unit = decimal(1n, percent.decimals);
  const lo = subtract(percent.value, multiply(unit, decimal(5, 1)));
  const hi = add(percent.value, unit);
  if (percent.hedge === undefined) return { lo, hi };
  const reach = multiply(unit, decimal(tolerance === 'near' ? 2 : 10));
  return {
    lo: percent.hedge === 'above' ? lo : subtract(percent.value, reach),
    hi: percent.hedge === 'below' ? hi : add(percent.value, reach),
  };
}

/** Whether a share can be printed as this percent (README of the figures: rounding half up or cutting, hedges). */
export function agrees(numerator: Range, denominator: Range, percent: Figure, tolerance: Tolerance = 'near'): boolean {
  if (denominator.lo.units <= 0n) return false;
  const stated = statedRange(percent, tolerance);
  if (isClearlyOff(numerator, denominator, stated)) return false;
  const highest = multiply(numerator.hi, HUNDRED);
  const lowest = multiply(numerator.lo, HUNDRED);
  return compare(highest, multiply(stated.lo, denominator.lo)) >= 0 && compare(lowest, multiply(stated.hi, denominator.hi)) < 0;
}

/** Whether a share that agrees does so only because digits were cut off, which is the rarer way. */
export function isOnlyCut(numerator: Figure, denominator: Figure, percent: Figure): boolean {
  if (numerator.isRounded || denominator.isRounded || percent.isRounded) return false;
  return (100 * numerator.approx) / denominator.approx >= percent.approx + 0.5 * 10 ** -percent.decimals + SAFE_SLACK;
}

/** Far from the bounds no exact arithmetic is needed to say no. */
function isClearlyOff(numerator: Range, denominator: Range, stated: Range): boolean {
  const highest = (100 * approximate(numerator.hi)) / approximate(denominator.lo);
  const lowest = (100 * approximate(numerator.lo)) / approximate(denominator.hi);
  return (
    highest < approximate(stated.lo) * (1 - SAFE_SLACK) - SAFE_SLACK || lowest > approximate(stated.hi) * (1 + SAFE_SLACK) + SAFE_SLACK
  );
}

const approximate = (value: Decimal): number => Number(value.units) / 10 ** value.scale;

/** The numbers that may be the base of a share; shortened and hedged ones are never left out. */
export type BaseSpan = { readonly lo: number; readonly hi: number };

const EVERY: BaseSpan = { lo: 0, hi: Number.POSITIVE_INFINITY };
/** A little more than the last decimal that is printed. */
const SLACKS = Array.from({ length: 16 }, (_, decimals) => 1.01 * 10 ** -decimals);

/** Between which numbers a base gives the percent: a filter before the exact comparison. */
export function spanOfBases(numerator: Pick<Figure, 'approx' | 'isRounded'>, percent: Figure): BaseSpan {
  if (numerator.isRounded || percent.isRounded) return EVERY;
  const slack = SLACKS[percent.decimals] ?? 0;
  const hundredfold = 100 * numerator.approx;
  return {
    lo: (hundredfold / (percent.approx + slack)) * (1 - SAFE_SLACK),
    hi: percent.approx > slack ? (hundredfold / (percent.approx - slack)) * (1 + SAFE_SLACK) : Number.POSITIVE_INFINITY,
  };
}

export const isWithin = (base: Figure, span: BaseSpan): boolean => base.isRounded || (base.approx >= span.lo && base.approx <= span.hi);

/** A filter before the exact comparison: false only when the pair is far from the percent. */
export function mayAgree(numerator: Figure, denominator: Figure, percent: Figure): boolean {
  if (numerator.isRounded || denominator.isRounded || percent.isRounded) return true;
  return Math.abs((100 * numerator.approx) / denominator.approx - percent.approx) <= (SLACKS[percent.decimals] ?? 0);
}

/** The recomputed percent to four decimals. */
export const recompute = (numerator: Decimal, denominator: Decimal): Decimal => divide(multiply(numerator, HUNDRED), denominator, 4);

/** The recomputed percent as shown beside a stated one: at least two decimals, more if the stated has more. */
export const recomputeFor = (numerator: Decimal, denominator: Decimal, statedDecimals: number): Decimal =>
  divide(multiply(numerator, HUNDRED), denominator, Math.max(2, statedDecimals));

/** Whether two ranges can hold the same value. */
export const overlap = (a: Range, b: Range): boolean => compare(a.lo, b.hi) <= 0 && compare(b.lo, a.hi) <= 0;

/** The range of a sum of printed figures. */
export const sumRange = (figures: readonly Figure[]): Range => ({
  lo: figures.reduce((total, figure) => add(total, figure.range.lo), decimal(0)),
  hi: figures.reduce((total, figure) => add(total, figure.range.hi), decimal(0)),
});
