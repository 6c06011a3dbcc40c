// SPDX-License-Identifier: Apache-2.0
import { decimal } from '../arithmetic/decimal.ts';
import { compare, difference, type Fraction, product, quotient, sum } from '../arithmetic/fraction.ts';
import { divided } from '../arithmetic/whole.ts';
import { plainDecimal } from '../criteria/checked-number.ts';
import type { Band, DecimalText, Rule } from '../criteria/rule.ts';
import type { ItemInput } from '../engine/input.ts';
import type { CompiledItem } from '../engine/item.ts';
import { hundred, numberOf } from '../engine/rates.ts';
import { leastStep, nearEnds } from './whole-steps.ts';

type Ratio = Extract<ItemInput, { readonly kind: 'ratio' }>;
type RuleWith<K> = Extract<Rule, { readonly kind: K }>;
type RateRule = RuleWith<'proportional' | 'threshold_linear' | 'floor_proportional' | 'rate_bands'>;

const mostSteps = 1_000_000_000;

/**
 * Inputs of an item that might give more points than the present one: the options, the nearest counts at which a band, target or floor
 * is reached, full counts. Which of them do is for the engine to say. An item without a counted input is asked from scratch.
 */
export function candidateInputs(item: CompiledItem, now: ItemInput | undefined): ItemInput[] {
  const { rule } = item.node;
  switch (rule.kind) {
    case 'sum':
      return [];
    case 'options':
      return rule.options.map(({ code }) => ({ kind: 'option', option: code }));
    case 'amount_bands':
      return amounts(rule, now?.kind === 'amount' ? numberOf(now.amount) : null);
    case 'per_case_deduction':
    case 'per_case_bonus':
      return cases(rule, item.maximum, now?.kind === 'cases' ? Number(now.cases) : null);
    case 'flat_deduction':
      return [{ kind: 'happened', happened: false }];
    case 'survey_mean':
      return best(rule, now);
    case 'leader_score':
      return [{ kind: 'points', points: mostPoints(item.maximum, rule.step) }];
    default:
      return now?.kind === 'ratio' ? ratios(item, rule, now) : rates(rule);
  }
}

/** Percents at which the points of a rule change their course. */
function turningPoints(rule: RateRule): Fraction[] {
  switch (rule.kind) {
    case 'proportional':
      return [hundred];
    case 'threshold_linear':
      return [numberOf(rule.targetPercent), hundred];
    case 'floor_proportional':
      return [numberOf(rule.floorPercent), hundred];
    case 'rate_bands':
      return [...endsOf(rule.bands), hundred, numberOf('0')];
  }
}

function endsOf(bands: readonly Band[]): Fraction[] {
  return bands.flatMap(({ from, to }) => [from, to]).flatMap((end) => (end === null ? [] : [numberOf(end)]));
}

/** The denominator stays: it is what the unit had to do. */
function ratios(item: CompiledItem, rule: RateRule, now: Ratio): Ratio[] {
  const [numerator, denominator] = [numberOf(now.numerator), numberOf(now.denominator)];
  if (denominator.of === 0) return [];
  const with_ = (text: DecimalText): Ratio => ({ kind: 'ratio', numerator: text, denominator: now.denominator });
  const ends = turningPoints(rule).map((percent) => product(quotient(percent, hundred), denominator));
  const found = nearEnds(numerator, ends, denominator).map(with_);
  if (rule.kind === 'rate_bands') return found;
  const { printed } = item.score(now);
  const more = (steps: number): Ratio => with_(plainDecimal(sum(numerator, { of: steps, over: 1 })));
  const { of, over } = difference(denominator, numerator);
  const most = Math.min(Number(divided(of, over).quotient), mostSteps);
  // With these rules more never gives less, so that the least step with any gain can be halved for.
  const least = leastStep(most, (steps) => item.score(more(steps)).printed > printed);
  return least === undefined ? found : [more(least), ...found];
}

/** Rates for an item whose counts are not known yet, as so many of a hundred. */
function rates(rule: RateRule): Ratio[] {
  return nearEnds(null, turningPoints(rule), hundred).map((numerator) => ({ kind: 'ratio', numerator, denominator: '100' }));
}

function amounts({ bands }: RuleWith<'amount_bands'>, now: Fraction | null): ItemInput[] {
  return nearEnds(now, endsOf(bands), null).map((amount) => ({ kind: 'amount', amount }));
}

function cases(
  { kind, perCase, most }: RuleWith<'per_case_deduction' | 'per_case_bonus'>,
  maximum: Fraction,
  now: number | null,
): ItemInput[] {
  const cap = most !== null && compare(numberOf(most), maximum) < 0 ? numberOf(most) : maximum;
  const { of, over } = quotient(cap, numberOf(perCase));
  const until = Number(divided(of, over).quotient);
  const near = kind === 'per_case_bonus' ? [(now ?? 0) + 1, until, until + 1] : [0, (now ?? 1) - 1, until - 1, until];
  const counts = near.filter((count) => count >= 0 && Number.isSafeInteger(count) && (now === null || isBetter(kind, count, now)));
  return [...new Set(counts)].map((count) => ({ kind: 'cases', cases: String(count) }));
}

function isBetter(kind: 'per_case_deduction' | 'per_case_bonus', count: number, now: number): boolean {
  return kind === 'per_case_bonus' ? count > now : count < now;
}

/** Everybody who answered chooses the answer that is worth most. */
function best({ answers }: RuleWith<'survey_mean'>, now: ItemInput | undefined): ItemInput[] {
  const [top] = [...answers].sort((a, b) => compare(numberOf(b.percent), numberOf(a.percent)));
  if (!top) return [];
  const given =
    now?.kind === 'answers' ? Object.values(now.counts).reduce((total, count) => total + BigInt(decimal(count)?.of ?? 0), 0n) : 1n;
  return given === 0n ? [] : [{ kind: 'answers', counts: { [top.code]: String(given) } }];
}

function mostPoints(maximum: Fraction, step: DecimalText | null): DecimalText {
  if (step === null) return plainDecimal(maximum);
  const { of, over } = quotient(maximum, numberOf(step));
  return plainDecimal(product({ of: divided(of, over).quotient, over: 1 }, numberOf(step)));
}
