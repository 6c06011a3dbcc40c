// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { scaledText } from '../arithmetic/decimal.ts';
import { difference, type Fraction, fractionText, opposite, zero } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import { tenTo, type Whole } from '../arithmetic/whole.ts';
import type { Conventions, CriteriaNode } from '../criteria/criteria-set.ts';
import type { Rule } from '../criteria/rule.ts';
import { casesRule, conditionRule, leaderRule, optionsRule, pointsWithin, surveyRule } from './counts.ts';
import { type InputKind, type ItemInput, inputKindOf } from './input.ts';
import { bandsRule, numberOf, type Points, rateRule, type Trace } from './rates.ts';
import { requireNumber } from './refuse.ts';
import type { ItemOutcome, ItemResult } from './result.ts';
import { placeOf, writtenResults } from './written-results.ts';

/** Points of one item: as printed, in units of 10⁻ᵏ, exact, as they are added upward, and both as they are written. */
export type ScoredItem = {
  readonly outcome: ItemOutcome;
  readonly printed: Whole;
  readonly exact: Fraction;
  readonly result: ItemResult;
};

export type CompiledItem = {
  readonly node: CriteriaNode;
  readonly maximum: Fraction;
  readonly isModifier: boolean;
  readonly score: (input: ItemInput | undefined, trace?: Trace) => ScoredItem;
};

type Evaluate = (input: ItemInput, trace: Trace) => Points;
type ItemRule = Exclude<Rule, { readonly kind: 'sum' }>;

/** Makes an item of a set without faults ready to score many inputs. */
export function compileItem(node: CriteriaNode, rule: ItemRule, conventions: Conventions): CompiledItem {
  const maximum = numberOf(node.maximum);
  const isModifier = node.kind === 'bonus' || node.kind === 'deduction';
  const evaluate = pointsOf(node, rule, maximum);
  const understood = inputKindOf[rule.kind];
  const mayBeLeftOut = node.mayBeNotApplicable && !isModifier && conventions.notApplicable !== 'refuse';
  const settled = settling(node.code, maximum, conventions);
  const [missing, notApplicable] = [withoutPoints(node.code, 'missing'), withoutPoints(node.code, 'not_applicable')];

  function score(input: ItemInput | undefined, trace?: Trace): ScoredItem {
    if (input === undefined) return missing;
    if (input.kind === 'not_applicable') {
      if (!mayBeLeftOut) throw new AppError('invalid', 'scoring.not_applicable_refused', { item: node.code });
      return notApplicable;
    }
    const points = input.kind === 'decided' ? decided(node, input.points, maximum, trace) : evaluate(known(input), trace);
    return points === 'not_applicable' ? notApplicable : settled(points, trace);
  }

  function known(input: ItemInput): ItemInput {
    if (input.kind !== understood)
      throw new AppError('invalid', 'scoring.input_kind', { item: node.code, expected: understood, found: input.kind });
    return input;
  }

  return { node, maximum, isModifier, score };
}

/** The points that an appraiser or the council sets in place of the rule. */
function decided(node: CriteriaNode, text: string, maximum: Fraction, trace: Trace): Fraction {
  const points = pointsWithin(node.code, text, maximum);
  trace?.push({ step: 'decided', points: text });
  return node.kind === 'deduction' ? opposite(points) : points;
}

function withoutPoints(code: string, outcome: ItemOutcome): ScoredItem {
  return { outcome, printed: 0, exact: zero, result: { code, outcome, points: '0', exact: '0' } };
}

/** Rounds and writes exact points. Where items are rounded, the printed points say everything, and units with the same ones share a result. */
function settling(
  code: string,
  maximum: Fraction,
  { decimals, rounding, roundAt }: Conventions,
): (points: Fraction, trace: Trace) => ScoredItem {
  const shared = writtenResults<ScoredItem>(maximum, decimals);
  const units = tenTo(decimals);
  return (points, trace) => {
    const printed = rounded(points, decimals, rounding);
    trace?.push({ step: 'before_rounding', points: fractionText(points) });
    trace?.push({ step: 'rounded', mode: rounding, decimals, points: scaledText(printed, decimals) });
    const kept = placeOf(shared, printed);
    const alike = shared[kept] ?? scored(code, printed, { of: printed, over: units }, scaledText(printed, decimals));
    if (kept >= 0) shared[kept] = alike;
    return roundAt === 'items' ? alike : scored(code, printed, points, alike.result.points);
  };
}

function scored(code: string, printed: Whole, exact: Fraction, points: string): ScoredItem {
  return { outcome: 'scored', printed, exact, result: { code, outcome: 'scored', points, exact: fractionText(exact) } };
}

/** The rule of an item as a function of its input, whose kind has been checked. */
function pointsOf(node: CriteriaNode, rule: ItemRule, maximum: Fraction): Evaluate {
  const isDeduction = node.kind === 'deduction';
  switch (rule.kind) {
    case 'proportional':
    case 'threshold_linear':
    case 'floor_proportional':
    case 'rate_bands':
      return evaluating('ratio', rateRule(node.code, rule, maximum));
    case 'amount_bands': {
      const bands = bandsRule(rule.bands);
      return evaluating('amount', ({ amount }, trace) => bands(requireNumber(node.code, amount), trace));
    }
    case 'options': {
      const chosen = optionsRule(node.code, rule);
      return evaluating('option', (input, trace) => (isDeduction ? opposite(chosen(input, trace)) : chosen(input, trace)));
    }
    case 'per_case_bonus':
      return evaluating('cases', casesRule(node.code, rule, maximum));
    case 'per_case_deduction': {
      const lost = casesRule(node.code, rule, maximum);
      return evaluating('cases', (input, trace) => keptOf(lost(input, trace)));
    }
    case 'flat_deduction': {
      const lost = conditionRule(rule);
      return evaluating('happened', (input, trace) => keptOf(lost(input, trace)));
    }
    case 'survey_mean':
      return evaluating('answers', surveyRule(node.code, rule, maximum));
    case 'leader_score':
      return evaluating('points', leaderRule(node.code, rule, maximum));
  }

  function keptOf(lost: Fraction): Fraction {
    return isDeduction ? opposite(lost) : difference(maximum, lost);
  }
}

/** Narrows the input for a rule of one kind; another kind never gets here. */
function evaluating<K extends InputKind>(kind: K, evaluate: (input: Extract<ItemInput, { kind: K }>, trace: Trace) => Points): Evaluate {
  return (input, trace) => {
    if (input.kind !== kind) throw new RangeError(`${input.kind} for ${kind}`);
    return evaluate(input as Extract<ItemInput, { kind: K }>, trace);
  };
}
