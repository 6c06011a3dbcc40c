// SPDX-License-Identifier: Apache-2.0
import type { DecimalText, RuleKind } from '../criteria/rule.ts';

/** What a unit, a system, a survey or a leader says about one item. */
export type ItemInput =
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'ratio'; readonly numerator: DecimalText; readonly denominator: DecimalText }
  | { readonly kind: 'amount'; readonly amount: DecimalText }
  | { readonly kind: 'cases'; readonly cases: DecimalText }
  | { readonly kind: 'happened'; readonly happened: boolean }
  | { readonly kind: 'answers'; readonly counts: Readonly<Record<string, DecimalText>> }
  | { readonly kind: 'points'; readonly points: DecimalText }
  /** Points set by an appraiser or the council in place of the rule. */
  | { readonly kind: 'decided'; readonly points: DecimalText }
  | { readonly kind: 'not_applicable' };

export type InputKind = ItemInput['kind'];

/** Inputs of one unit by the code of the item; an item without input counts 0 and is reported as missing. */
export type UnitInputs = Readonly<Record<string, ItemInput>>;

/** The one kind of input that a rule understands, besides `decided` and `not_applicable`. */
export const inputKindOf: Readonly<Record<Exclude<RuleKind, 'sum'>, InputKind>> = {
  options: 'option',
  rate_bands: 'ratio',
  amount_bands: 'amount',
  proportional: 'ratio',
  threshold_linear: 'ratio',
  floor_proportional: 'ratio',
  per_case_deduction: 'cases',
  per_case_bonus: 'cases',
  flat_deduction: 'happened',
  survey_mean: 'answers',
  leader_score: 'points',
};
