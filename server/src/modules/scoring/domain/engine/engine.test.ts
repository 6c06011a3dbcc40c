// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { aNode, aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { Rule } from '../criteria/rule.ts';
import { compileSet } from './compile-set.ts';
import type { ItemInput } from './input.ts';
import { comparedIndex, competitionRanks } from './rank.ts';
import { scoreUnit } from './score-unit.ts';

const ratio = { numerator: 'đã xong', denominator: 'phải làm', whenZero: 'full', whenAbove: 'refuse' } as const;
const pointsOf = (rule: Rule, maximum: string, input: ItemInput, over: Partial<CriteriaSet> = {}): string =>
  scoreUnit(compileSet(aSet([itemOf('1', maximum, rule)], over)), { '1': input }).items[0]!.points;
const of = (numerator: string, denominator: string): ItemInput => ({ kind: 'ratio', numerator, denominator });

describe('points of an item', () => {
  const bands = [
    { from: '90', includesFrom: false, to: null, includesTo: false, points: '2' },
    { from: '70', includesFrom: true, to: '90', includesTo: true, points: '1' },
    { from: null, includesFrom: false, to: '70', includesTo: false, points: '0' },
  ];
  test.each<[string, Rule, string, ItemInput, string]>([
    [
      'a chosen option',
      {
        kind: 'options',
        options: [
          { code: 'a', label: 'Kịp thời', points: '1' },
          { code: 'b', label: 'Chậm', points: '0.5' },
        ],
      },
      '1',
      { kind: 'option', option: 'b' },
      '0.5',
    ],
    ['a rate in its band, the end belonging below', { kind: 'rate_bands', ratio, bands }, '2', of('9', '10'), '1'],
    ['a rate just above the end', { kind: 'rate_bands', ratio, bands }, '2', of('90000001', '100000000'), '2'],
    ['an amount in its band', { kind: 'amount_bands', amount: 'hình thức', bands }, '2', { kind: 'amount', amount: '69.999999' }, '0'],
    ['a proportion', { kind: 'proportional', ratio }, '2', of('2', '3'), '1.33'],
    ['nothing to do, by the rule', { kind: 'proportional', ratio }, '2', of('0', '0'), '2'],
    ['a target reached', { kind: 'threshold_linear', ratio, targetPercent: '80' }, '3', of('8', '10'), '3'],
    ['a target missed', { kind: 'threshold_linear', ratio, targetPercent: '80' }, '3', of('1', '10'), '0.38'],
    ['a floor missed', { kind: 'floor_proportional', ratio, floorPercent: '80' }, '2', of('799999', '1000000'), '0'],
    ['a floor met', { kind: 'floor_proportional', ratio, floorPercent: '80' }, '2', of('0.8', '1'), '1.6'],
    [
      'cases deducted',
      { kind: 'per_case_deduction', unit: 'báo cáo', perCase: '0.25', most: null },
      '1.5',
      { kind: 'cases', cases: '3' },
      '0.75',
    ],
    [
      'cases beyond the cap',
      { kind: 'per_case_deduction', unit: 'báo cáo', perCase: '0.25', most: '1' },
      '1.5',
      { kind: 'cases', cases: '900' },
      '0.5',
    ],
    ['cases won', { kind: 'per_case_bonus', unit: 'sáng kiến', perCase: '0.5', most: null }, '2', { kind: 'cases', cases: '3' }, '1.5'],
    ['a condition met', { kind: 'flat_deduction', condition: 'nộp muộn', points: '1' }, '2', { kind: 'happened', happened: true }, '1'],
    [
      'a survey',
      {
        kind: 'survey_mean',
        answers: [
          { code: 'A', percent: '100' },
          { code: 'B', percent: '60' },
          { code: 'C', percent: '20' },
          { code: 'D', percent: '0' },
        ],
        whenZero: 'zero',
      },
      '5',
      { kind: 'answers', counts: { A: '7', B: '2', D: '1' } },
      '4.1',
    ],
    ["a leader's score", { kind: 'leader_score', step: '0.25' }, '10', { kind: 'points', points: '8.75' }, '8.75'],
    ['a decision in place of the rule', { kind: 'proportional', ratio }, '2', { kind: 'decided', points: '1.5' }, '1.5'],
  ])('%s', (_, rule, maximum, input, points) => {
    expect(pointsOf(rule, maximum, input)).toBe(points);
  });

  test.each<[string, Rule, ItemInput]>([
    ['scoring.above_maximum', { kind: 'leader_score', step: null }, { kind: 'points', points: '2.000001' }],
    ['scoring.above_maximum', { kind: 'proportional', ratio }, { kind: 'decided', points: '3' }],
    ['scoring.not_a_step', { kind: 'leader_score', step: '0.5' }, { kind: 'points', points: '1.25' }],
    ['scoring.input_kind', { kind: 'proportional', ratio }, { kind: 'points', points: '1' }],
    ['scoring.input_number', { kind: 'proportional', ratio }, of('-1', '3')],
    ['scoring.input_number', { kind: 'proportional', ratio }, of('1e3', '3')],
    ['scoring.input_number', { kind: 'per_case_bonus', unit: 'x', perCase: '1', most: null }, { kind: 'cases', cases: '1.5' }],
    ['scoring.numerator_above_denominator', { kind: 'proportional', ratio }, of('4', '3')],
    ['scoring.numerator_without_denominator', { kind: 'proportional', ratio }, of('4', '0')],
    [
      'scoring.option_unknown',
      {
        kind: 'options',
        options: [
          { code: 'a', label: 'Có', points: '2' },
          { code: 'b', label: 'Không', points: '0' },
        ],
      },
      { kind: 'option', option: 'c' },
    ],
    [
      'scoring.answer_unknown',
      {
        kind: 'survey_mean',
        answers: [
          { code: 'A', percent: '100' },
          { code: 'B', percent: '0' },
        ],
        whenZero: 'zero',
      },
      { kind: 'answers', counts: { E: '1' } },
    ],
    ['scoring.not_applicable_refused', { kind: 'proportional', ratio }, { kind: 'not_applicable' }],
  ])('refused as %s', (code, rule, input) => {
    expect(() => pointsOf(rule, '2', input)).toThrow(expect.objectContaining({ kind: 'invalid', code }));
  });

  test('an input for a code that is no item is refused', () => {
    expect(() => scoreUnit(compileSet(aSet([itemOf('1', '2', { kind: 'proportional', ratio })])), { '9': of('1', '2') })).toThrow(
      expect.objectContaining({ code: 'scoring.item_unknown' }),
    );
  });
});

describe('totals', () => {
  const set = (over: Partial<CriteriaSet['conventions']>): CriteriaSet => {
    const rule: Rule = { kind: 'proportional', ratio };
    const base = aSet([itemOf('1', '2', rule), itemOf('2', '3', rule, { mayBeNotApplicable: true }), itemOf('3', '5', rule)]);
    return { ...base, conventions: { ...base.conventions, ...over } };
  };
  const inputs = { '1': of('2', '3'), '2': { kind: 'not_applicable' }, '3': of('1', '1') } as const;

  test.each<[Partial<CriteriaSet['conventions']>, object]>([
    [{ notApplicable: 'rescale' }, { exactTotal: '633/70', total: '9.04', base: '10', index: '90.4' }],
    [{ notApplicable: 'share' }, { exactTotal: '633/100', total: '6.33', base: '7', index: '90.43' }],
    [
      { notApplicable: 'rescale', roundAt: 'total' },
      { exactTotal: '190/21', total: '9.05', base: '10', index: '90.5' },
    ],
  ])('%o as the documentation computes it', (over, expected) => {
    expect(scoreUnit(compileSet(set(over)), inputs)).toMatchObject(expected);
  });

  test('a unit to which nothing applies has neither index nor grade', () => {
    const only = aSet([itemOf('1', '2', { kind: 'proportional', ratio: { ...ratio, whenZero: 'not_applicable' } })]);

    expect(scoreUnit(compileSet(only), { '1': of('0', '0') })).toMatchObject({
      total: '0',
      index: null,
      exactIndex: null,
      gradeCode: null,
    });
  });

  test('bonuses and deductions change the total alone, which stays between 0 and the maximum', () => {
    const bonus = aNode({
      code: 'B1',
      kind: 'bonus',
      maximum: '2',
      rule: { kind: 'per_case_bonus', unit: 'sáng kiến', perCase: '0.5', most: null },
    });
    const loss = aNode({
      code: 'D1',
      kind: 'deduction',
      maximum: '3',
      rule: { kind: 'per_case_deduction', unit: 'vụ', perCase: '1', most: null },
    });
    const whole = compileSet(aSet([itemOf('1', '2', { kind: 'proportional', ratio }), bonus, loss]));
    const total = (numerator: string, won: string, lost: string): string =>
      scoreUnit(whole, { '1': of(numerator, '2'), B1: { kind: 'cases', cases: won }, D1: { kind: 'cases', cases: lost } }).total;

    expect([total('1', '1', '0'), total('2', '9', '0'), total('1', '0', '9'), total('1', '3', '1')]).toEqual(['1.5', '2', '0', '1.5']);
  });

  test('a missing item counts nothing and is named; a missing deduction is none', () => {
    const loss = aNode({
      code: 'D1',
      kind: 'deduction',
      maximum: '1',
      rule: { kind: 'flat_deduction', condition: 'nộp muộn', points: '1' },
    });
    const result = scoreUnit(
      compileSet(aSet([itemOf('1', '2', { kind: 'per_case_deduction', unit: 'vụ', perCase: '1', most: null }), loss])),
      {},
    );

    expect(result).toMatchObject({ total: '0', missing: ['1'] });
  });
});

test('ranks are competition ranks, whatever the order', () => {
  const { conventions } = aSet([]);
  const values = ['88', '90.2', null, '95.5', '90.2'].map((index) => comparedIndex(conventions, { index, exactIndex: index }));

  expect(competitionRanks(values)).toEqual([4, 2, null, 1, 2]);
});
