// SPDX-License-Identifier: Apache-2.0
import { decimal } from '../arithmetic/decimal.ts';
import { compare, type Fraction, quotient } from '../arithmetic/fraction.ts';
import { checkBands, checkGreatest } from './band-faults.ts';
import { checkCode, checkedNumber, plainDecimal } from './checked-number.ts';
import type { Conventions, CriteriaNode } from './criteria-set.ts';
import type { Report } from './fault.ts';
import type { Band, Ratio, Rule, RuleKind, RuleOf, ZeroOutcome } from './rule.ts';

const hundred: Fraction = { of: 100, over: 1 };
const rulesOfBonus: readonly RuleKind[] = ['options', 'per_case_bonus', 'leader_score'];
const rulesOfDeduction: readonly RuleKind[] = ['options', 'per_case_deduction', 'flat_deduction'];

/** Reports what keeps the rule of an item from giving points for every input of its kind. */
export function checkRule(node: CriteriaNode, rule: Rule, conventions: Conventions, report: Report): void {
  if (node.kind === 'bonus' && !rulesOfBonus.includes(rule.kind)) report('rule_for_kind', 'rule');
  if (node.kind === 'deduction' && !rulesOfDeduction.includes(rule.kind)) report('rule_for_kind', 'rule');
  if ('ratio' in rule) checkRatio(rule.ratio, conventions, report);
  const maximum = decimal(node.maximum);
  if (maximum && maximum.of !== 0) checkNumbers(rule, maximum, conventions, report);
}

function checkRatio({ numerator, denominator, whenZero }: Ratio, conventions: Conventions, report: Report): void {
  if (numerator === '') report('empty', 'rule.ratio.numerator');
  if (denominator === '') report('empty', 'rule.ratio.denominator');
  checkZeroOutcome(whenZero, 'rule.ratio.whenZero', conventions, report);
}

function checkZeroOutcome(outcome: ZeroOutcome, path: string, { notApplicable }: Conventions, report: Report): void {
  if (outcome === 'not_applicable' && notApplicable === 'refuse') report('contradicts_refuse', path);
}

function checkNumbers(rule: Rule, maximum: Fraction, conventions: Conventions, report: Report): void {
  if (rule.kind === 'options') checkOptions(rule, maximum, report);
  if (rule.kind === 'rate_bands') checkBandList(rule.bands, hundred, maximum, report);
  if (rule.kind === 'amount_bands') {
    if (rule.amount === '') report('empty', 'rule.amount');
    checkBandList(rule.bands, null, maximum, report);
  }
  if (rule.kind === 'threshold_linear') checkedNumber(rule.targetPercent, 'rule.targetPercent', report, { most: hundred, aboveZero: true });
  if (rule.kind === 'floor_proportional') checkedNumber(rule.floorPercent, 'rule.floorPercent', report, { most: hundred });
  if (rule.kind === 'per_case_deduction' || rule.kind === 'per_case_bonus') {
    if (rule.unit === '') report('empty', 'rule.unit');
    checkedNumber(rule.perCase, 'rule.perCase', report, { aboveZero: true });
    if (rule.most !== null) checkedNumber(rule.most, 'rule.most', report, { most: maximum, aboveZero: true });
  }
  if (rule.kind === 'flat_deduction') {
    if (rule.condition === '') report('empty', 'rule.condition');
    checkedNumber(rule.points, 'rule.points', report, { most: maximum, aboveZero: true });
  }
  if (rule.kind === 'survey_mean') checkAnswers(rule, conventions, report);
  if (rule.kind === 'leader_score') checkStep(rule, maximum, report);
}

function checkBandList(bands: readonly Band[], upTo: Fraction | null, maximum: Fraction, report: Report): void {
  checkBands(bands, upTo, report);
  const values = bands.map(({ points }, index) => ({ text: points, path: `rule.bands.${index}.points` }));
  checkGreatest(values, maximum, 'rule.bands', report);
}

function checkOptions({ options }: RuleOf<'options'>, maximum: Fraction, report: Report): void {
  if (options.length < 2) report('too_few', 'rule.options', { least: '2' });
  checkCodes(
    options.map(({ code }) => code),
    'rule.options',
    report,
  );
  options.forEach(({ label }, index) => {
    if (label === '') report('empty', `rule.options.${index}.label`);
  });
  const values = options.map(({ points }, index) => ({ text: points, path: `rule.options.${index}.points` }));
  checkGreatest(values, maximum, 'rule.options', report);
}

function checkAnswers({ answers, whenZero }: RuleOf<'survey_mean'>, conventions: Conventions, report: Report): void {
  if (answers.length < 2) report('too_few', 'rule.answers', { least: '2' });
  checkCodes(
    answers.map(({ code }) => code),
    'rule.answers',
    report,
  );
  const values = answers.map(({ percent }, index) => ({ text: percent, path: `rule.answers.${index}.percent` }));
  checkGreatest(values, hundred, 'rule.answers', report);
  checkZeroOutcome(whenZero, 'rule.whenZero', conventions, report);
}

function checkCodes(codes: readonly string[], path: string, report: Report): void {
  codes.forEach((code, index) => {
    checkCode(code, `${path}.${index}.code`, report);
    if (codes.indexOf(code) !== index) report('twice', `${path}.${index}.code`, { value: code });
  });
}

function checkStep({ step }: RuleOf<'leader_score'>, maximum: Fraction, report: Report): void {
  if (step === null) return;
  const value = checkedNumber(step, 'rule.step', report, { most: maximum, aboveZero: true });
  if (!value || value.of === 0 || compare(value, maximum) > 0) return;
  const { of, over } = quotient(maximum, value);
  if (BigInt(of) % BigInt(over) !== 0n) report('not_multiple', 'rule.step', { maximum: plainDecimal(maximum), value: step });
}
