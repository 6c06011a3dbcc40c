// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode, CriteriaSet } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import type { ItemInput, UnitInputs } from '../../src/modules/scoring/domain/engine/input.ts';
import { type Chance, text } from './random.ts';

/** Inputs of one unit: most items answered in their own kind, some missing, few of them to be refused. */
export function randomInputs(draw: Chance, set: CriteriaSet): UnitInputs {
  const items = set.nodes.filter(({ rule }) => rule.kind !== 'sum');
  const answered = items.flatMap((item): [string, ItemInput][] => (draw.once(10) ? [] : [[item.code, randomInput(draw, item)]]));
  return Object.fromEntries(draw.once(200) ? [...answered, ['9.9.9', { kind: 'happened', happened: true }]] : answered);
}

const strange: readonly [string, ...string[]] = ['-1', '1,5', '01', '1e3', '', '0.1234567', '1234567890123456', ' 1', '1.', 'mười'];

function randomInput(draw: Chance, item: CriteriaNode): ItemInput {
  if (draw.once(120)) return randomOfAnyKind(draw, item);
  if (item.mayBeNotApplicable && draw.once(8)) return { kind: 'not_applicable' };
  if (draw.once(25)) return { kind: 'decided', points: upToMaximum(draw, item) };
  return ofTheRule(draw, item);
}

function ofTheRule(draw: Chance, { rule, ...item }: CriteriaNode): ItemInput {
  switch (rule.kind) {
    case 'options':
      return { kind: 'option', option: draw.once(150) ? 'o9' : `o${draw.below(rule.options.length)}` };
    case 'amount_bands':
      return { kind: 'amount', amount: number(draw, draw.between(0, 700), 1) };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return { kind: 'cases', cases: draw.once(150) ? '1.5' : number(draw, draw.between(0, draw.one([3, 40, 9_000])), 0) };
    case 'flat_deduction':
      return { kind: 'happened', happened: draw.once(2) };
    case 'survey_mean': {
      const counts = rule.answers.flatMap(({ code }): [string, string][] =>
        draw.once(5) ? [] : [[code, number(draw, draw.below(draw.one([1, 9, 400])), 0)]],
      );
      return { kind: 'answers', counts: Object.fromEntries(draw.once(150) ? [...counts, ['Z', '1']] : counts) };
    }
    case 'leader_score':
      return { kind: 'points', points: rule.step === null ? upToMaximum(draw, item) : multipleOf(draw, rule.step, item.maximum) };
    default: {
      const denominator = draw.once(8) ? 0 : draw.between(1, draw.one([5, 60, 25_718]));
      const numerator = draw.once(30) ? denominator + draw.between(0, 3) : draw.between(0, denominator);
      const places = draw.once(20) ? 2 : 0;
      return { kind: 'ratio', numerator: number(draw, numerator, places), denominator: number(draw, denominator, places) };
    }
  }
}

const number = (draw: Chance, units: number, places: number): string => (draw.once(300) ? draw.one(strange) : text(draw, units, places));

function upToMaximum(draw: Chance, { maximum }: Pick<CriteriaNode, 'maximum'>): string {
  const places = (maximum.split('.')[1] ?? '').length;
  const most = Number(maximum.replace('.', ''));
  return number(draw, draw.between(0, most + (draw.once(60) ? 5 : 0)), places);
}

function multipleOf(draw: Chance, step: string, maximum: string): string {
  const places = (step.split('.')[1] ?? '').length;
  const unit = Number(step.replace('.', ''));
  const most = Math.round(Number(maximum) * 10 ** places);
  return number(draw, unit * draw.between(0, Math.floor(most / unit)) + (draw.once(60) ? 1 : 0), places);
}

function randomOfAnyKind(draw: Chance, item: CriteriaNode): ItemInput {
  return draw.one<ItemInput>([
    { kind: 'not_applicable' },
    { kind: 'decided', points: draw.one(strange) },
    { kind: 'amount', amount: '1' },
    { kind: 'cases', cases: '1' },
    { kind: 'happened', happened: true },
    { kind: 'ratio', numerator: '1', denominator: '0' },
    { kind: 'answers', counts: { A: draw.one(strange), Z: '1' } },
    { kind: 'points', points: item.maximum },
  ]);
}
