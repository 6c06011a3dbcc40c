// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { decimal } from '../arithmetic/decimal.ts';
import { compare, type Fraction, fractionText, one, product, quotient, zero } from '../arithmetic/fraction.ts';
import type { Band, DecimalText, Ratio, Rule, ZeroOutcome } from '../criteria/rule.ts';
import type { ItemInput } from './input.ts';
import { requireNumber } from './refuse.ts';
import type { ScoreStep } from './result.ts';

/** Exact points before rounding, or that the item does not apply. */
export type Points = Fraction | 'not_applicable';

/** Where a rule writes down its steps; absent while many units are scored at once. */
export type Trace = ScoreStep[] | undefined;

export type RateRule = Extract<Rule, { readonly ratio: Ratio }>;
type RatioInput = Extract<ItemInput, { readonly kind: 'ratio' }>;

export const hundred: Fraction = { of: 100, over: 1 };

/** A rule that starts from numerator and denominator, ready for many inputs of one item. */
export function rateRule(code: string, rule: RateRule, maximum: Fraction): (input: RatioInput, trace: Trace) => Points {
  const pointsOf = pointsOfRate(rule, maximum);
  return (input, trace) => {
    const numerator = requireNumber(code, input.numerator);
    const denominator = requireNumber(code, input.denominator);
    if (denominator.of === 0) {
      if (numerator.of !== 0) throw new AppError('invalid', 'scoring.numerator_without_denominator', { item: code });
      return outcomeOfZero(rule.ratio.whenZero, maximum, trace);
    }
    const rate = quotient(numerator, denominator);
    trace?.push({ step: 'rate', numerator: input.numerator, denominator: input.denominator, rate: fractionText(rate) });
    if (compare(numerator, denominator) <= 0) return pointsOf(rate, trace);
    if (rule.ratio.whenAbove === 'refuse')
      throw new AppError('invalid', 'scoring.numerator_above_denominator', {
        item: code,
        numerator: input.numerator,
        denominator: input.denominator,
      });
    trace?.push({ step: 'rate_capped', from: fractionText(rate) });
    return pointsOf(one, trace);
  };
}

/** What is given where there is nothing to divide by. */
export function outcomeOfZero(outcome: ZeroOutcome, maximum: Fraction, trace: Trace): Points {
  trace?.push({ step: 'nothing_to_divide_by', outcome });
  if (outcome === 'not_applicable') return outcome;
  return outcome === 'full' ? maximum : zero;
}

function pointsOfRate(rule: RateRule, maximum: Fraction): (rate: Fraction, trace: Trace) => Fraction {
  switch (rule.kind) {
    case 'proportional':
      return (rate) => product(maximum, rate);
    case 'threshold_linear': {
      const target = shareOf(rule.targetPercent);
      const perRate = quotient(maximum, target);
      return (rate, trace) => {
        const reached = compare(rate, target) >= 0;
        trace?.push({ step: 'target', percent: rule.targetPercent, reached });
        return reached ? maximum : product(perRate, rate);
      };
    }
    case 'floor_proportional': {
      const floor = shareOf(rule.floorPercent);
      return (rate, trace) => {
        const reached = compare(rate, floor) >= 0;
        trace?.push({ step: 'floor', percent: rule.floorPercent, reached });
        return reached ? product(maximum, rate) : zero;
      };
    }
    case 'rate_bands': {
      const pointsAt = bandsRule(rule.bands);
      return (rate, trace) => pointsAt(product(rate, hundred), trace);
    }
  }
}

/** Points of the band that holds a value; a set without faults has exactly one. */
export function bandsRule(bands: readonly Band[]): (value: Fraction, trace: Trace) => Fraction {
  const read = bands.map((band) => ({
    ...band,
    from: band.from === null ? null : numberOf(band.from),
    to: band.to === null ? null : numberOf(band.to),
    given: numberOf(band.points),
  }));
  return (value, trace) => {
    const index = read.findIndex(({ from, to, includesFrom, includesTo }) => {
      const [above, below] = [from ? compare(value, from) : 1, to ? compare(value, to) : -1];
      return (above > 0 || (above === 0 && includesFrom)) && (below < 0 || (below === 0 && includesTo));
    });
    const band = read[index];
    if (!band) throw new RangeError(`no band holds ${fractionText(value)}`);
    trace?.push({ step: 'in_band', band: index, value: fractionText(value), points: band.points });
    return band.given;
  };
}

/** A number of a set that was found without faults. */
export function numberOf(text: DecimalText): Fraction {
  const value = decimal(text);
  if (!value) throw new RangeError(`${text} is no decimal number`);
  return value;
}

function shareOf(percent: DecimalText): Fraction {
  return quotient(numberOf(percent), hundred);
}
