// SPDX-License-Identifier: Apache-2.0
import type { NodeKind } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import {
  type Band,
  excessOutcomes,
  type Ratio,
  type Rule,
  type RuleKind,
  type ZeroOutcome,
  zeroOutcomes,
} from '../../src/modules/scoring/domain/criteria/rule.ts';
import { type Chance, text } from './random.ts';

export type RuleFrame = {
  readonly kind: NodeKind;
  /** Maximum of the item in units of 10⁻ᵖˡᵃᶜᵉˢ, at least 1. */
  readonly most: number;
  readonly places: number;
  readonly refusesNotApplicable: boolean;
};

type ItemRuleKind = Exclude<RuleKind, 'sum'>;
const ofTree: readonly [ItemRuleKind, ...ItemRuleKind[]] = [
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
];
const ofBonus: readonly [ItemRuleKind, ...ItemRuleKind[]] = ['options', 'per_case_bonus', 'leader_score'];
const ofDeduction: readonly [ItemRuleKind, ...ItemRuleKind[]] = ['options', 'per_case_deduction', 'flat_deduction'];

/** A rule that section 9 of the rules of scoring accepts for an item. */
export function randomRule(draw: Chance, frame: RuleFrame): Rule {
  const kind = draw.one(frame.kind === 'bonus' ? ofBonus : frame.kind === 'deduction' ? ofDeduction : ofTree);
  switch (kind) {
    case 'options':
      return {
        kind,
        options: pointsUpTo(draw, frame, draw.between(2, 5)).map((points, index) => ({
          code: `o${index}`,
          label: `Chọn ${index}`,
          points,
        })),
      };
    case 'rate_bands':
      return { kind, ratio: ratio(draw, frame), bands: bands(draw, frame, 100) };
    case 'amount_bands':
      return { kind, amount: 'Số lần', bands: bands(draw, frame, null) };
    case 'proportional':
      return { kind, ratio: ratio(draw, frame) };
    case 'threshold_linear':
      return { kind, ratio: ratio(draw, frame), targetPercent: draw.one(['80', '50', '90', '100', '33.3', '0.5']) };
    case 'floor_proportional':
      return { kind, ratio: ratio(draw, frame), floorPercent: draw.one(['0', '50', '66.67', '100', '12.5']) };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return {
        kind,
        unit: 'trường hợp',
        perCase: draw.one(['0.5', '1', '0.25', '0.333', '2']),
        most: draw.once(2) ? null : upTo(draw, frame),
      };
    case 'flat_deduction':
      return { kind, condition: 'Nộp muộn', points: upTo(draw, frame) };
    case 'survey_mean':
      return { kind, answers: answers(draw), whenZero: whenZero(draw, frame) };
    case 'leader_score':
      return { kind, step: draw.once(2) ? null : text(draw, divisor(draw, frame.most), frame.places) };
  }
}

const whenZero = (draw: Chance, { refusesNotApplicable }: RuleFrame) =>
  refusesNotApplicable ? draw.one<ZeroOutcome>(['full', 'zero']) : draw.one(zeroOutcomes);

function ratio(draw: Chance, frame: RuleFrame): Ratio {
  return { numerator: 'Đúng hạn', denominator: 'Đã giải quyết', whenZero: whenZero(draw, frame), whenAbove: draw.one(excessOutcomes) };
}

const upTo = (draw: Chance, { most, places }: RuleFrame): string => text(draw, draw.between(1, most), places);

function divisor(draw: Chance, most: number): number {
  const wanted = draw.between(1, Math.min(most, 12));
  return most % wanted === 0 ? wanted : most;
}

/** Points between 0 and the maximum, some finer than the decimals of the set; one of them is the maximum. */
function pointsUpTo(draw: Chance, { most, places }: RuleFrame, count: number): string[] {
  const top = draw.below(count);
  return Array.from({ length: count }, (_, index) => {
    if (index === top) return text(draw, most, places);
    return draw.once(3) ? text(draw, draw.between(0, most * 100), places + 2) : text(draw, draw.between(0, most), places);
  });
}

function bands(draw: Chance, frame: RuleFrame, end: 100 | null): Band[] {
  const cuts = [...new Set(draw.list(0, 4, () => draw.between(1, (end ?? 60) * 10 - 1)))]
    .sort((a, b) => a - b)
    .map((cut) => text(draw, cut, 1));
  const belongsBelow = cuts.map(() => draw.once(2));
  const points = pointsUpTo(draw, frame, cuts.length + 1);
  const fromZero = draw.once(2) ? '0' : null;
  const toEnd = end === null || draw.once(2) ? null : '100';
  return points.map((value, index) => ({
    from: index === 0 ? fromZero : (cuts[index - 1] ?? null),
    includesFrom: index === 0 ? fromZero !== null : belongsBelow[index - 1] === false,
    to: index === cuts.length ? toEnd : (cuts[index] ?? null),
    includesTo: index === cuts.length ? toEnd !== null : belongsBelow[index] === true,
    points: value,
  }));
}

function answers(draw: Chance) {
  const usual = [
    { code: 'A', percent: '100' },
    { code: 'B', percent: '60' },
    { code: 'C', percent: '20' },
    { code: 'D', percent: '0' },
  ];
  if (draw.once(2)) return usual;
  return [
    { code: 'A', percent: '100' },
    ...draw.list(1, 4, (index) => ({ code: `R${index}`, percent: text(draw, draw.between(0, 1_000), 1) })),
  ];
}
