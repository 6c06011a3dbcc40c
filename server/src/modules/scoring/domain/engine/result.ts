// SPDX-License-Identifier: Apache-2.0
import type { RoundingMode } from '../criteria/criteria-set.ts';
import type { DecimalText, ZeroOutcome } from '../criteria/rule.ts';

/** An exact number in lowest terms, `2/3` or `5`; negative with a leading minus. */
export type FractionText = string;

/** One step from the input to the points, as plain data that a reader can compute again. */
export type ScoreStep =
  | { readonly step: 'chosen'; readonly option: string; readonly points: DecimalText }
  | { readonly step: 'rate'; readonly numerator: DecimalText; readonly denominator: DecimalText; readonly rate: FractionText }
  | { readonly step: 'rate_capped'; readonly from: FractionText }
  | { readonly step: 'nothing_to_divide_by'; readonly outcome: ZeroOutcome }
  | { readonly step: 'in_band'; readonly band: number; readonly value: FractionText; readonly points: DecimalText }
  | { readonly step: 'target'; readonly percent: DecimalText; readonly reached: boolean }
  | { readonly step: 'floor'; readonly percent: DecimalText; readonly reached: boolean }
  | { readonly step: 'cases'; readonly cases: DecimalText; readonly perCase: DecimalText; readonly product: FractionText }
  | { readonly step: 'happened'; readonly happened: boolean; readonly points: DecimalText }
  | { readonly step: 'mean'; readonly answers: DecimalText; readonly percent: FractionText }
  | { readonly step: 'given'; readonly points: DecimalText }
  | { readonly step: 'decided'; readonly points: DecimalText }
  | { readonly step: 'capped'; readonly from: FractionText; readonly to: FractionText }
  | { readonly step: 'before_rounding'; readonly points: FractionText }
  | { readonly step: 'rounded'; readonly mode: RoundingMode; readonly decimals: number; readonly points: DecimalText };

/** How an item came to its points: by its rule, without input, or left out because it does not apply. */
export type ItemOutcome = 'scored' | 'missing' | 'not_applicable';

export type ItemResult = {
  readonly code: string;
  readonly outcome: ItemOutcome;
  /** As printed: rounded to the decimals of the set. Negative for deductions. */
  readonly points: DecimalText;
  /** What is added upward: the rounded points, or the exact ones where only the total is rounded. */
  readonly exact: FractionText;
};

export type NodeResult = {
  readonly code: string;
  readonly points: DecimalText;
  readonly exact: FractionText;
  /** Maximum of the items below that apply. */
  readonly applicableMaximum: DecimalText;
  /** Points of the applicable maximum in percent; null where nothing applies. */
  readonly index: DecimalText | null;
};

export type UnitResult = {
  readonly items: readonly ItemResult[];
  readonly nodes: readonly NodeResult[];
  readonly total: DecimalText;
  readonly exactTotal: FractionText;
  /** What the index divides by: the maximum of the set, or the applicable one where points are counted as a share of it. */
  readonly base: DecimalText;
  readonly index: DecimalText | null;
  readonly exactIndex: FractionText | null;
  readonly gradeCode: string | null;
  readonly missing: readonly string[];
};
