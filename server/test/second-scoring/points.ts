// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import type { Band, Ratio, Rule, RuleOf, ZeroOutcome } from '../../src/modules/scoring/domain/criteria/rule.ts';
import type { ItemInput } from '../../src/modules/scoring/domain/engine/input.ts';
import { type Exact, known, least, less, minus, nothing, over, percent, plus, read, times, whole } from './number.ts';

/** A refusal by its code, as section 3 and 4 name them. */
export class Refused extends Error {}

const refuse = (code: string): never => {
  throw new Refused(code);
};

export type Points = Exact | 'not_applicable';

const understood: Readonly<Record<string, ItemInput['kind']>> = {
  options: 'option',
  rate_bands: 'ratio',
  proportional: 'ratio',
  threshold_linear: 'ratio',
  floor_proportional: 'ratio',
  amount_bands: 'amount',
  per_case_deduction: 'cases',
  per_case_bonus: 'cases',
  flat_deduction: 'happened',
  survey_mean: 'answers',
  leader_score: 'points',
};

/** Sections 3.2 to 4: exact points of an item that has an input. */
export function pointsOf(node: CriteriaNode, refusesNotApplicable: boolean, input: ItemInput): Points {
  const modifier = node.kind === 'bonus' || node.kind === 'deduction';
  if (input.kind === 'not_applicable') {
    if (!node.mayBeNotApplicable || refusesNotApplicable || modifier) refuse('scoring.not_applicable_refused');
    return 'not_applicable';
  }
  if (input.kind !== 'decided' && input.kind !== understood[node.rule.kind]) refuse('scoring.input_kind');
  const most = known(node.maximum);
  const lost = node.kind === 'deduction';
  const signed = (value: Exact): Exact => (lost ? minus(nothing, value) : value);
  const numbers = readNumbers(node.rule, input);
  switch (input.kind) {
    case 'decided': {
      const [points = nothing] = numbers;
      if (less(most, points)) refuse('scoring.above_maximum');
      return signed(points);
    }
    case 'option': {
      const options = node.rule.kind === 'options' ? node.rule.options : [];
      const chosen = options.find(({ code }) => code === input.option) ?? refuse('scoring.option_unknown');
      return signed(known(chosen.points));
    }
    case 'ratio':
      return byRate(node.rule, most, numbers);
    case 'amount':
      return inBand(node.rule.kind === 'amount_bands' ? node.rule.bands : [], numbers[0] ?? nothing);
    case 'cases':
      return byCases(node.rule, most, lost, numbers[0] ?? nothing);
    case 'happened': {
      const loss = input.happened && node.rule.kind === 'flat_deduction' ? known(node.rule.points) : nothing;
      return lost ? minus(nothing, loss) : minus(most, loss);
    }
    case 'answers':
      return node.rule.kind === 'survey_mean' ? bySurvey(node.rule, most, input.counts) : nothing;
    case 'points': {
      const [points = nothing] = numbers;
      if (less(most, points)) refuse('scoring.above_maximum');
      const step = node.rule.kind === 'leader_score' ? node.rule.step : null;
      if (step !== null && !whole(over(points, known(step)))) refuse('scoring.not_a_step');
      return points;
    }
  }
}

/** Section 3.4, in the order of the fields of the input; answers before numbers as section 4.3 has it. */
function readNumbers(rule: Rule, input: ItemInput): Exact[] {
  const number = (text: string): Exact => read(text) ?? refuse('scoring.input_number');
  const count = (text: string): Exact => (whole(number(text)) ? number(text) : refuse('scoring.input_number'));
  switch (input.kind) {
    case 'ratio':
      return [number(input.numerator), number(input.denominator)];
    case 'amount':
      return [number(input.amount)];
    case 'cases':
      return [count(input.cases)];
    case 'points':
    case 'decided':
      return [number(input.points)];
    case 'answers': {
      const codes = rule.kind === 'survey_mean' ? rule.answers.map(({ code }) => code) : [];
      if (Object.keys(input.counts).some((code) => !codes.includes(code))) refuse('scoring.answer_unknown');
      return Object.values(input.counts).map(count);
    }
    default:
      return [];
  }
}

function byZero(outcome: ZeroOutcome, most: Exact): Points {
  if (outcome === 'not_applicable') return outcome;
  return outcome === 'full' ? most : nothing;
}

function byRate(rule: Rule, most: Exact, [numerator = nothing, denominator = nothing]: readonly Exact[]): Points {
  const ratio: Ratio | undefined = 'ratio' in rule ? rule.ratio : undefined;
  if (!ratio) throw new Error(`no ratio in ${rule.kind}`);
  if (denominator[0] === 0n) return numerator[0] > 0n ? refuse('scoring.numerator_without_denominator') : byZero(ratio.whenZero, most);
  const above = less(denominator, numerator);
  if (above && ratio.whenAbove === 'refuse') refuse('scoring.numerator_above_denominator');
  const rate: Exact = above ? [1n, 1n] : over(numerator, denominator);
  const shown = times(percent, rate);
  switch (rule.kind) {
    case 'threshold_linear':
      return less(shown, known(rule.targetPercent)) ? over(times(most, shown), known(rule.targetPercent)) : most;
    case 'floor_proportional':
      return less(shown, known(rule.floorPercent)) ? nothing : times(most, rate);
    case 'rate_bands':
      return inBand(rule.bands, shown);
    default:
      return times(most, rate);
  }
}

function inBand(bands: readonly Band[], value: Exact): Exact {
  const same = (text: string): boolean => !less(value, known(text)) && !less(known(text), value);
  const holds = ({ from, includesFrom, to, includesTo }: Band): boolean =>
    (from === null || less(known(from), value) || (includesFrom && same(from))) &&
    (to === null || less(value, known(to)) || (includesTo && same(to)));
  const holding = bands.filter(holds);
  if (holding.length !== 1 || !holding[0]) throw new Error(`${holding.length} bands hold a value`);
  return known(holding[0].points);
}

function byCases(rule: Rule, most: Exact, lost: boolean, cases: Exact): Exact {
  if (rule.kind !== 'per_case_deduction' && rule.kind !== 'per_case_bonus') throw new Error(`no cases in ${rule.kind}`);
  const capped = least(times(known(rule.perCase), cases), most, ...(rule.most === null ? [] : [known(rule.most)]));
  if (rule.kind === 'per_case_bonus') return capped;
  return lost ? minus(nothing, capped) : minus(most, capped);
}

function bySurvey(rule: RuleOf<'survey_mean'>, most: Exact, counts: Readonly<Record<string, string>>): Points {
  let [given, weighted]: [Exact, Exact] = [nothing, nothing];
  for (const { code, percent: worth } of rule.answers) {
    const count = Object.hasOwn(counts, code) ? known(counts[code] ?? '0') : nothing;
    given = plus(given, count);
    weighted = plus(weighted, times(count, known(worth)));
  }
  return given[0] === 0n ? byZero(rule.whenZero, most) : over(times(most, over(weighted, given)), percent);
}
