// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { setWithInputs } from '../../../../../test/factories/arbitrary-set.ts';
import { aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import { decimal } from '../arithmetic/decimal.ts';
import { compare, difference, zero } from '../arithmetic/fraction.ts';
import type { Band, Rule } from '../criteria/rule.ts';
import { compileSet } from '../engine/compile-set.ts';
import type { CompiledSet } from '../engine/compiled-set.ts';
import type { ItemInput, UnitInputs } from '../engine/input.ts';
import { comparedIndex, competitionRanks } from '../engine/rank.ts';
import { scoreUnit } from '../engine/score-unit.ts';
import { whatIf } from './what-if.ts';
import { whatItTakes } from './what-it-takes.ts';

const ratio = { numerator: 'Hồ sơ đúng hạn', denominator: 'Hồ sơ đã giải quyết', whenZero: 'full', whenAbove: 'refuse' } as const;
const of = (numerator: string, denominator: string): ItemInput => ({ kind: 'ratio', numerator, denominator });

/** A set of one item of 10 points, beside one of 90 that stays at 0. */
function oneItem(rule: Rule): CompiledSet {
  return compileSet(aSet([itemOf('1', '10', rule), itemOf('2', '90', { kind: 'leader_score', step: null })]));
}
const stepsFor = (rule: Rule, input: ItemInput | undefined) => {
  const set = oneItem(rule);
  const inputs: UnitInputs = input ? { '1': input, '2': { kind: 'points', points: '90' } } : { '2': { kind: 'points', points: '90' } };
  const { possibilities } = whatIf(set, inputs, []);
  return possibilities.flatMap(({ now, steps }) =>
    steps.map(({ points, gain, input: then }) => [points, gain, whatItTakes({ rule }, now, then, 'vi')]),
  );
};
const band = (from: string | null, to: string | null, points: string): Band => ({
  from,
  includesFrom: true,
  to,
  includesTo: false,
  points,
});

describe('what it takes', () => {
  test('proportional: one more, and all of them', () => {
    expect(stepsFor({ kind: 'proportional', ratio }, of('38', '50'))).toEqual([
      ['7.8', '0.2', 'Cần thêm 1 «Hồ sơ đúng hạn»: từ 38 lên 39 trên 50.'],
      ['10', '2.4', 'Cần thêm 12 «Hồ sơ đúng hạn»: từ 38 lên 50 trên 50.'],
    ]);
  });

  test('threshold: as many as reach the target, not all', () => {
    expect(stepsFor({ kind: 'threshold_linear', ratio, targetPercent: '80' }, of('30', '61')).at(-1)).toEqual([
      '10',
      '3.85',
      'Cần thêm 19 «Hồ sơ đúng hạn»: từ 30 lên 49 trên 61.',
    ]);
  });

  test('floor: nothing until it is reached', () => {
    expect(stepsFor({ kind: 'floor_proportional', ratio, floorPercent: '70' }, of('10', '100'))).toEqual([
      ['7', '7', 'Cần thêm 60 «Hồ sơ đúng hạn»: từ 10 lên 70 trên 100.'],
      ['10', '10', 'Cần thêm 90 «Hồ sơ đúng hạn»: từ 10 lên 100 trên 100.'],
    ]);
  });

  test('bands: the next one and the best, also where less is better', () => {
    const up = [band(null, '70', '0'), band('70', '90', '5'), band('90', null, '10')];
    const down = [band(null, '5', '10'), band('5', '20', '4'), band('20', null, '0')];

    expect(stepsFor({ kind: 'rate_bands', ratio, bands: up }, of('60', '101'))).toEqual([
      ['5', '5', 'Cần thêm 11 «Hồ sơ đúng hạn»: từ 60 lên 71 trên 101.'],
      ['10', '10', 'Cần thêm 31 «Hồ sơ đúng hạn»: từ 60 lên 91 trên 101.'],
    ]);
    expect(stepsFor({ kind: 'rate_bands', ratio, bands: down }, of('30', '100'))).toEqual([
      ['4', '4', 'Cần bớt 11 «Hồ sơ đúng hạn»: từ 30 xuống 19 trên 100.'],
      ['10', '10', 'Cần bớt 26 «Hồ sơ đúng hạn»: từ 30 xuống 4 trên 100.'],
    ]);
  });

  test('options, cases, conditions and answers', () => {
    const options = [
      { code: 'A', label: 'Đúng hạn', points: '10' },
      { code: 'B', label: 'Chậm', points: '6' },
      { code: 'C', label: 'Không', points: '0' },
    ];
    const answers = [
      { code: 'A', percent: '100' },
      { code: 'B', percent: '60' },
    ];

    expect(stepsFor({ kind: 'options', options }, { kind: 'option', option: 'C' })).toEqual([
      ['6', '6', 'Đạt mức «Chậm».'],
      ['10', '10', 'Đạt mức «Đúng hạn».'],
    ]);
    expect(stepsFor({ kind: 'per_case_deduction', unit: 'hồ sơ trễ', perCase: '3', most: null }, { kind: 'cases', cases: '7' })).toEqual([
      ['1', '1', 'Cần bớt 4 «hồ sơ trễ»: từ 7 xuống 3.'],
      ['10', '10', 'Cần bớt 7 «hồ sơ trễ»: từ 7 xuống 0.'],
    ]);
    expect(
      stepsFor({ kind: 'flat_deduction', condition: 'có đơn thư vượt cấp', points: '4' }, { kind: 'happened', happened: true }),
    ).toEqual([['10', '4', 'Không để xảy ra: có đơn thư vượt cấp.']]);
    expect(stepsFor({ kind: 'survey_mean', answers, whenZero: 'zero' }, { kind: 'answers', counts: { A: '3', B: '7' } })).toEqual([
      ['10', '2.8', 'Mọi người trả lời chọn phương án A.'],
    ]);
  });

  test('an item without points yet is asked from scratch, one at its maximum is not there', () => {
    expect(stepsFor({ kind: 'proportional', ratio }, undefined).at(-1)).toEqual([
      '10',
      '10',
      'Đạt 100 % («Hồ sơ đúng hạn» trên «Hồ sơ đã giải quyết»).',
    ]);
    expect(stepsFor({ kind: 'proportional', ratio }, of('50', '50'))).toEqual([]);
    expect(stepsFor({ kind: 'proportional', ratio }, of('0', '0'))).toEqual([]);
  });
});

test('each step gives exactly the points, total and rank that it promises, and nothing given is changed', () => {
  let steps = 0;
  fc.assert(
    fc.property(setWithInputs, fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 5 }), ({ set, inputs }, indices) => {
      const compiled = compileSet(set);
      const before = answered(compiled, inputs);
      if (!before) return;
      const peers = indices.map((of_) => ({ of: of_, over: 100 }));
      const given = JSON.stringify(inputs);

      const { now, possibilities, everything } = whatIf(compiled, inputs, peers);

      expect(JSON.stringify(inputs)).toBe(given);
      const rankOf = (result: typeof before) => competitionRanks([...peers, comparedIndex(set.conventions, result)]).at(-1);
      expect([now.total, now.rank]).toEqual([before.total, rankOf(before) ?? null]);
      for (const { itemCode, steps: own } of possibilities)
        for (const step of own) {
          const after = scoreUnit(compiled, { ...inputs, [itemCode]: step.input });
          const item = after.items.find(({ code }) => code === itemCode);
          expect([step.points, step.total, step.index, step.rank]).toEqual([item?.points, after.total, after.index, rankOf(after) ?? null]);
          const gained = difference(decimal(after.total) ?? zero, decimal(before.total) ?? zero);
          expect(compare(gained, decimal(step.gain) ?? zero)).toBe(0);
          expect(compare(gained, zero)).toBeGreaterThan(0);
          steps += 1;
        }
      expect(compare(decimal(everything.total) ?? zero, decimal(now.total) ?? zero)).toBeGreaterThanOrEqual(0);
      const gains = possibilities.map(({ steps: own }) => decimal(own.at(-1)?.gain ?? '0') ?? zero);
      for (const [index, gain] of gains.slice(1).entries()) expect(compare(gains[index] ?? zero, gain)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(steps).toBeGreaterThan(50);
});

test('the least step is the least: one fewer gains nothing', () => {
  const rules: Rule[] = [
    { kind: 'proportional', ratio },
    { kind: 'threshold_linear', ratio, targetPercent: '80' },
    { kind: 'floor_proportional', ratio, floorPercent: '70' },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...rules), fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (rule, whole, part) => {
      const set = oneItem(rule);
      const [numerator, denominator] = [Math.min(part, whole), String(whole)];
      const inputs = { '1': of(String(numerator), denominator) };
      const [step] = whatIf(set, inputs, []).possibilities.find(({ itemCode }) => itemCode === '1')?.steps ?? [];
      if (step?.input.kind !== 'ratio') return;
      const fewer = scoreUnit(set, { '1': of(String(Number(step.input.numerator) - 1), denominator) });
      expect(fewer.total).toBe(scoreUnit(set, inputs).total);
    }),
  );
});

function answered(set: CompiledSet, inputs: UnitInputs) {
  try {
    return scoreUnit(set, inputs);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
