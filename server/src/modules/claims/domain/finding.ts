// SPDX-License-Identifier: Apache-2.0

/** Numbers are given as Vietnamese writing, so that every language shows the digits of the report. */
export type FindingParams = Readonly<Record<string, string>>;

export type FindingCode =
  | 'percent_agrees'
  | 'percent_mismatch'
  | 'percent_condition'
  | 'percent_without_base'
  | 'percent_without_operands'
  | 'ratio_without_percent'
  | 'sum_agrees'
  | 'sum_agrees_rounded'
  | 'sum_exceeds_total'
  | 'sum_differs_from_total'
  | 'sum_falls_short'
  | 'class_equals_the_others'
  | 'growth_agrees'
  | 'growth_mismatch'
  | 'growth_without_base'
  | 'change_agrees'
  | 'change_mismatch';

/** What was found, for any language: a code and the printed or recomputed figures. */
export type Finding = { readonly code: FindingCode; readonly params: FindingParams };
