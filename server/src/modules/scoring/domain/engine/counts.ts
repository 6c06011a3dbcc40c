// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { compare, type Fraction, fractionText, least, product, quotient, sum, zero } from '../arithmetic/fraction.ts';
import type { RuleOf } from '../criteria/rule.ts';
import type { ItemInput } from './input.ts';
import { hundred, numberOf, outcomeOfZero, type Points, type Trace } from './rates.ts';
import { requireNumber } from './refuse.ts';

type InputOf<K extends ItemInput['kind']> = Extract<ItemInput, { readonly kind: K }>;

/** Points of the option that was chosen. */
export function optionsRule(code: string, rule: RuleOf<'options'>): (input: InputOf<'option'>, trace: Trace) => Fraction {
  const points = new Map(rule.options.map((option) => [option.code, { text: option.points, given: numberOf(option.points) }]));
  return ({ option }, trace) => {
    const chosen = points.get(option);
    if (!chosen) throw new AppError('invalid', 'scoring.option_unknown', { item: code, option });
    trace?.push({ step: 'chosen', option, points: chosen.text });
    return chosen.given;
  };
}

/** So many points for each case, up to the cap of the rule and the maximum of the item. */
export function casesRule(
  code: string,
  rule: RuleOf<'per_case_deduction'> | RuleOf<'per_case_bonus'>,
  maximum: Fraction,
): (input: InputOf<'cases'>, trace: Trace) => Fraction {
  const perCase = numberOf(rule.perCase);
  const most = rule.most === null ? maximum : least(numberOf(rule.most), maximum);
  return (input, trace) => {
    const cases = requireNumber(code, input.cases, 'whole');
    const counted = product(perCase, cases);
    trace?.push({ step: 'cases', cases: input.cases, perCase: rule.perCase, product: fractionText(counted) });
    if (compare(counted, most) <= 0) return counted;
    trace?.push({ step: 'capped', from: fractionText(counted), to: fractionText(most) });
    return most;
  };
}

/** The points of a condition that is met or not. */
export function conditionRule(rule: RuleOf<'flat_deduction'>): (input: InputOf<'happened'>, trace: Trace) => Fraction {
  const points = numberOf(rule.points);
  return ({ happened }, trace) => {
    trace?.push({ step: 'happened', happened, points: rule.points });
    return happened ? points : zero;
  };
}

/** Mean of the answers of a survey, each answer worth a percentage of the points. */
export function surveyRule(
  code: string,
  rule: RuleOf<'survey_mean'>,
  maximum: Fraction,
): (input: InputOf<'answers'>, trace: Trace) => Points {
  const percents = new Map(rule.answers.map((answer) => [answer.code, numberOf(answer.percent)]));
  return ({ counts }, trace) => {
    const given = Object.entries(counts);
    const unknown = given.find(([answer]) => !percents.has(answer));
    if (unknown) throw new AppError('invalid', 'scoring.answer_unknown', { item: code, answer: unknown[0] });
    let [answers, weighted] = [zero, zero];
    for (const [answer, text] of given) {
      const count = requireNumber(code, text, 'whole');
      answers = sum(answers, count);
      weighted = sum(weighted, product(percents.get(answer) ?? zero, count));
    }
    if (answers.of === 0) return outcomeOfZero(rule.whenZero, maximum, trace);
    const mean = quotient(weighted, answers);
    trace?.push({ step: 'mean', answers: fractionText(answers), percent: fractionText(mean) });
    return product(maximum, quotient(mean, hundred));
  };
}

/** Points that a leader gives directly. */
export function leaderRule(
  code: string,
  rule: RuleOf<'leader_score'>,
  maximum: Fraction,
): (input: InputOf<'points'>, trace: Trace) => Fraction {
  const step = rule.step === null ? null : numberOf(rule.step);
  return (input, trace) => {
    const points = pointsWithin(code, input.points, maximum);
    if (step && !isMultiple(points, step))
      throw new AppError('invalid', 'scoring.not_a_step', { item: code, points: input.points, step: rule.step });
    trace?.push({ step: 'given', points: input.points });
    return points;
  };
}

/** @throws AppError `scoring.input_number`, `scoring.above_maximum` */
export function pointsWithin(code: string, text: string, maximum: Fraction): Fraction {
  const points = requireNumber(code, text);
  if (compare(points, maximum) > 0)
    throw new AppError('invalid', 'scoring.above_maximum', { item: code, points: text, maximum: fractionText(maximum) });
  return points;
}

/** Whether a number is a whole number of steps. */
export function isMultiple(value: Fraction, step: Fraction): boolean {
  const { of, over } = quotient(value, step);
  return BigInt(of) % BigInt(over) === 0n;
}
