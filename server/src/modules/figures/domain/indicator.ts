// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { ReformField } from '#kernel/reform-fields';
import { compareDecimals, quotientOf } from './decimal.ts';
import type { PeriodKind } from './period.ts';

export const indicatorKinds = ['count', 'ratio'] as const;
export const aggregations = ['sum', 'none'] as const;
export const directions = ['higher', 'lower', 'none'] as const;
export const figureMarks = ['background', 'illustrative'] as const;
export type FigureMark = (typeof figureMarks)[number];

/** Numerator or denominator: a named measure of another module, or entered where `measure` is null. */
export type Operand = { readonly label: string; readonly measure: string | null };

/** What an indicator is in one of its versions. */
export type IndicatorContent = {
  readonly name: string;
  readonly reformField: ReformField;
  readonly kind: (typeof indicatorKinds)[number];
  readonly unitOfMeasure: string;
  readonly numerator: Operand;
  readonly denominator: Operand | null;
  /** Value = numerator ÷ denominator × scale: `100` for percent; `1` for counts. */
  readonly scale: string;
  readonly decimals: number;
  readonly aggregation: (typeof aggregations)[number];
  readonly periodKinds: readonly PeriodKind[];
  readonly direction: (typeof directions)[number];
  readonly goodFrom: string | null;
  readonly warnFrom: string | null;
  readonly legalBasis: string | null;
  readonly mark: FigureMark | null;
  readonly note: string | null;
};

export type IndicatorVersion = IndicatorContent & {
  readonly indicatorId: string;
  readonly code: string;
  readonly unitId: string;
  readonly number: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** The two parts of a figure, as decimal texts; what is not known is null. */
export type Parts = { readonly numerator: string | null; readonly denominator: string | null };

/** Whether figures come from measures alone, from people alone, or from both. */
export function sourceOf(indicator: Pick<IndicatorContent, 'numerator' | 'denominator'>): 'measured' | 'entered' | 'mixed' {
  const operands = [indicator.numerator, ...(indicator.denominator ? [indicator.denominator] : [])];
  const measured = operands.filter((operand) => operand.measure !== null).length;
  return measured === 0 ? 'entered' : measured === operands.length ? 'measured' : 'mixed';
}

/**
 * The value that an indicator gives to its parts, rounded half away from zero; null where a part is missing or the
 * denominator is zero. A percent of a sum is the quotient of the sums, never a mean of percents.
 *
 * @example
 * figureValue({ kind: 'ratio', scale: '100', decimals: 2 }, { numerator: '7', denominator: '21' }) // '33.33'
 */
export function figureValue(indicator: Pick<IndicatorContent, 'kind' | 'scale' | 'decimals'>, parts: Parts): string | null {
  if (parts.numerator === null) return null;
  if (indicator.kind === 'count') return quotientOf(parts.numerator, '1', indicator.scale, decimalsOf(parts.numerator));
  if (parts.denominator === null) return null;
  return quotientOf(parts.numerator, parts.denominator, indicator.scale, indicator.decimals);
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

export type Judgement = 'good' | 'watch' | 'poor' | null;

/** Where a value stands by the thresholds of its indicator; null where there are none. */
export function judge(indicator: Pick<IndicatorContent, 'direction' | 'goodFrom' | 'warnFrom'>, value: string | null): Judgement {
  const { direction, goodFrom, warnFrom } = indicator;
  if (value === null || direction === 'none' || goodFrom === null) return null;
  const reaches = (bound: string): boolean =>
    direction === 'higher' ? compareDecimals(value, bound) >= 0 : compareDecimals(value, bound) <= 0;
  if (reaches(goodFrom)) return 'good';
  return warnFrom !== null && reaches(warnFrom) ? 'watch' : 'poor';
}
