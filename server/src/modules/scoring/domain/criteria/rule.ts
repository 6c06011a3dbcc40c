// SPDX-License-Identifier: Apache-2.0

/**
 * A number as the sets, inputs and results write it: decimal text such as `1.5`, never a binary floating-point number.
 * At most 15 digits before and 6 after the point; no sign, no exponent.
 */
export type DecimalText = string;

/** What a rule gives where there is nothing to divide by: all points, none, or the item does not apply. */
export const zeroOutcomes = ['full', 'zero', 'not_applicable'] as const;
export type ZeroOutcome = (typeof zeroOutcomes)[number];

/** What happens where the numerator exceeds the denominator: the rate counts as 100 %, or the input is refused. */
export const excessOutcomes = ['cap', 'refuse'] as const;
export type ExcessOutcome = (typeof excessOutcomes)[number];

/** Numerator and denominator of a rate, as the set names them. */
export type Ratio = {
  readonly numerator: string;
  readonly denominator: string;
  readonly whenZero: ZeroOutcome;
  readonly whenAbove: ExcessOutcome;
};

export type Option = { readonly code: string; readonly label: string; readonly points: DecimalText };

/** Values from `from` to `to`; an end that is null is open, an end that is not included belongs to the neighbour. */
export type Band = {
  readonly from: DecimalText | null;
  readonly includesFrom: boolean;
  readonly to: DecimalText | null;
  readonly includesTo: boolean;
  readonly points: DecimalText;
};

export type Answer = { readonly code: string; readonly percent: DecimalText };

/** How the points of an item follow from its input; `docs/domain/scoring-rules.md` is the full description. */
export type Rule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'options'; readonly options: readonly Option[] }
  | { readonly kind: 'rate_bands'; readonly ratio: Ratio; readonly bands: readonly Band[] }
  | { readonly kind: 'amount_bands'; readonly amount: string; readonly bands: readonly Band[] }
  | { readonly kind: 'proportional'; readonly ratio: Ratio }
  | { readonly kind: 'threshold_linear'; readonly ratio: Ratio; readonly targetPercent: DecimalText }
  | { readonly kind: 'floor_proportional'; readonly ratio: Ratio; readonly floorPercent: DecimalText }
  | { readonly kind: 'per_case_deduction'; readonly unit: string; readonly perCase: DecimalText; readonly most: DecimalText | null }
  | { readonly kind: 'per_case_bonus'; readonly unit: string; readonly perCase: DecimalText; readonly most: DecimalText | null }
  | { readonly kind: 'flat_deduction'; readonly condition: string; readonly points: DecimalText }
  | { readonly kind: 'survey_mean'; readonly answers: readonly Answer[]; readonly whenZero: ZeroOutcome }
  | { readonly kind: 'leader_score'; readonly step: DecimalText | null };

export type RuleKind = Rule['kind'];
export type RuleOf<K extends RuleKind> = Extract<Rule, { readonly kind: K }>;

export const ruleKinds = [
  'sum',
  'options',
  'rate_bands',
  'amount_bands',
  'proportional',
  'threshold_linear',
  'floor_proportional',
  'per_case_deduction',
  'per_case_bonus',
  'flat_deduction',
  'survey_mean',
  'leader_score',
] as const satisfies readonly RuleKind[];
