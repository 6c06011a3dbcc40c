// SPDX-License-Identifier: Apache-2.0
import { compareDecimals, sumOf } from './decimal.ts';

export const operators = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Operator = (typeof operators)[number];
/** The comparisons as people write them. */
export const operatorSigns: Readonly<Record<Operator, string>> = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

/** A part of an indicator's figure, or a number; the terms of one side are added up. */
export type Term = { readonly indicator: string; readonly part: 'numerator' | 'denominator' } | { readonly number: string };

/** What must hold between the figures of one unit and period. An `error` keeps a value from being recorded, a `warning` is told. */
export type ValidationRule = {
  readonly code: string;
  readonly sentence: string;
  readonly left: readonly Term[];
  readonly operator: Operator;
  readonly right: readonly Term[];
  readonly importance: 'error' | 'warning';
  readonly legalBasis: string | null;
};

export type BrokenRule = { readonly rule: ValidationRule; readonly left: string; readonly right: string };

/** The codes of the indicators that a rule speaks of. */
export function indicatorsOf(rule: Pick<ValidationRule, 'left' | 'right'>): string[] {
  return [...rule.left, ...rule.right].flatMap((term) => ('indicator' in term ? [term.indicator] : []));
}

/** The rules that figures break; one of which a figure is still missing is not judged. */
export function brokenRules(
  rules: readonly ValidationRule[],
  numberOf: (indicator: string, part: 'numerator' | 'denominator') => string | null,
): BrokenRule[] {
  const side = (terms: readonly Term[]): string | null => {
    const texts = terms.map((term) => ('number' in term ? term.number : numberOf(term.indicator, term.part)));
    return texts.every((text) => text !== null) ? sumOf(texts) : null;
  };
  return rules.flatMap((rule) => {
    const [left, right] = [side(rule.left), side(rule.right)];
    return left === null || right === null || holds(left, rule.operator, right) ? [] : [{ rule, left, right }];
  });
}

function holds(left: string, operator: Operator, right: string): boolean {
  const order = compareDecimals(left, right);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
