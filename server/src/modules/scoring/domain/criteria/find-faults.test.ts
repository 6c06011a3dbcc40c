// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aNode, aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { faultSentence } from './fault.ts';
import { findFaults } from './find-faults.ts';
import type { Band, Rule } from './rule.ts';

const ratio = { numerator: 'đã xong', denominator: 'phải làm', whenZero: 'full', whenAbove: 'cap' } as const;
const faultsOf = (set: CriteriaSet): string[] =>
  findFaults(set).map(({ nodeCode, path, code }) => [nodeCode ?? 'set', path, code].join(' '));
const ofRule = (rule: Rule, maximum = '2'): string[] => faultsOf(aSet([itemOf('1', maximum, rule)]));
const band = (from: string | null, includesFrom: boolean, to: string | null, includesTo: boolean, points: string): Band => ({
  from,
  includesFrom,
  to,
  includesTo,
  points,
});

test('a set whose maxima add up at every level has no fault', () => {
  const tree = [
    aNode({ code: '1', maximum: '3', rule: { kind: 'sum' } }),
    aNode({ code: '1.1', kind: 'criterion', parentCode: '1', maximum: '2.50', rule: { kind: 'sum' } }),
    itemOf('1.1.1', '1.25', { kind: 'proportional', ratio }, { kind: 'sub_criterion', parentCode: '1.1' }),
    itemOf('1.1.2', '1.25', { kind: 'leader_score', step: '0.25' }, { kind: 'sub_criterion', parentCode: '1.1' }),
    itemOf('1.2', '0.5', { kind: 'flat_deduction', condition: 'muộn', points: '0.5' }, { kind: 'criterion', parentCode: '1' }),
  ];

  expect(faultsOf(aSet(tree))).toEqual([]);
});

test('a wrong sum is told with both numbers, in a sentence', () => {
  const set = aSet([
    aNode({ code: '1', maximum: '3', rule: { kind: 'sum' } }),
    itemOf('1.1', '1.5', { kind: 'proportional', ratio }, { kind: 'criterion', parentCode: '1' }),
  ]);

  expect(findFaults(set).map((fault) => [fault.row, fault.path, faultSentence(fault, 'vi')])).toEqual([
    [0, 'maximum', 'Điểm tối đa là 3, nhưng tổng điểm tối đa của các mục con là 1,5.'],
  ]);
});

test('codes, parents and cycles', () => {
  const set = aSet([
    itemOf('1', '1', { kind: 'leader_score', step: null }),
    itemOf('1', '1', { kind: 'leader_score', step: null }),
    aNode({ code: '2', kind: 'criterion', parentCode: '9' }),
    aNode({ code: '3', kind: 'criterion', parentCode: '4', rule: { kind: 'sum' }, method: null }),
    aNode({ code: '4', kind: 'criterion', parentCode: '3', rule: { kind: 'sum' }, method: null }),
  ]);

  expect(faultsOf(set)).toEqual([
    '1 code twice',
    '1 code twice',
    '2 parentCode parent_missing',
    '3 parentCode parent_kind',
    '3 parentCode cycle',
    '4 parentCode parent_kind',
    '4 parentCode cycle',
  ]);
});

test.each<[string, Rule, string[]]>([
  [
    'bands with a gap',
    { kind: 'rate_bands', ratio, bands: [band(null, false, '70', false, '0'), band('70', false, null, false, '2')] },
    ['1 rule.bands.1.from band_gap'],
  ],
  [
    'bands that share an end',
    { kind: 'rate_bands', ratio, bands: [band(null, false, '70', true, '0'), band('70', true, null, false, '2')] },
    ['1 rule.bands.1.from band_overlap'],
  ],
  [
    'bands that end too early',
    { kind: 'rate_bands', ratio, bands: [band(null, false, '70', true, '0'), band('70', false, '100', false, '2')] },
    ['1 rule.bands band_gap'],
  ],
  [
    'an amount without end',
    { kind: 'amount_bands', amount: 'số', bands: [band('0', true, '3', false, '0'), band('3', true, '1000', true, '2')] },
    ['1 rule.bands band_gap'],
  ],
  [
    'a band for one value',
    { kind: 'amount_bands', amount: 'số', bands: [band('0', true, '0', true, '0'), band('0', false, null, false, '2')] },
    [],
  ],
  [
    'a band for no value',
    { kind: 'amount_bands', amount: 'số', bands: [band('3', true, '3', false, '0'), band('0', true, null, false, '2')] },
    ['1 rule.bands.0 band_empty'],
  ],
  [
    'a maximum out of reach',
    {
      kind: 'options',
      options: [
        { code: 'a', label: 'Có', points: '1.5' },
        { code: 'b', label: 'Không', points: '0' },
      ],
    },
    ['1 rule.options greatest'],
  ],
  [
    'an option above the maximum',
    {
      kind: 'options',
      options: [
        { code: 'a', label: 'Có', points: '2.5' },
        { code: 'a', label: '', points: 'x' },
      ],
    },
    ['1 rule.options.1.code twice', '1 rule.options.1.label empty', '1 rule.options.0.points above', '1 rule.options.1.points number'],
  ],
  ['no options', { kind: 'options', options: [] }, ['1 rule.options too_few']],
  ['a target of zero', { kind: 'threshold_linear', ratio, targetPercent: '0' }, ['1 rule.targetPercent not_positive']],
  ['a floor above 100 %', { kind: 'floor_proportional', ratio, floorPercent: '101' }, ['1 rule.floorPercent above']],
  ['a ratio without names', { kind: 'proportional', ratio: { ...ratio, numerator: '' } }, ['1 rule.ratio.numerator empty']],
  [
    'nothing for a case',
    { kind: 'per_case_deduction', unit: 'vụ', perCase: '0', most: '3' },
    ['1 rule.perCase not_positive', '1 rule.most above'],
  ],
  [
    'answers below 100 %',
    {
      kind: 'survey_mean',
      answers: [
        { code: 'A', percent: '60' },
        { code: 'B', percent: '0' },
      ],
      whenZero: 'zero',
    },
    ['1 rule.answers greatest'],
  ],
  ['a step that does not reach the maximum', { kind: 'leader_score', step: '0.3' }, ['1 rule.step not_multiple']],
  ['a sum of nothing', { kind: 'sum' }, ['1 method needs_method', '1 rule needs_rule']],
])('%s', (_, rule, expected) => {
  expect(ofRule(rule)).toEqual(expected);
});

test('what a set refuses, its items cannot allow; bonuses and deductions have rules of their own', () => {
  const refusing = aSet([
    itemOf('1', '1', { kind: 'proportional', ratio: { ...ratio, whenZero: 'not_applicable' } }, { mayBeNotApplicable: true }),
  ]);
  const modifier = aNode({ code: 'B1', kind: 'bonus', rule: { kind: 'proportional', ratio }, mayBeNotApplicable: true });

  expect(faultsOf({ ...refusing, conventions: { ...refusing.conventions, notApplicable: 'refuse' } })).toEqual([
    '1 mayBeNotApplicable contradicts_refuse',
    '1 rule.ratio.whenZero contradicts_refuse',
  ]);
  expect(faultsOf({ ...refusing, nodes: [...refusing.nodes, modifier] })).toEqual([
    'B1 mayBeNotApplicable modifier_applies',
    'B1 rule rule_for_kind',
  ]);
});

test('grades fall to zero, maxima have no more decimals than the set rounds to', () => {
  const set = aSet([itemOf('1', '1.125', { kind: 'leader_score', step: null })], {
    grades: [
      { code: 'T', name: 'Tốt', fromPercent: '80' },
      { code: 'T', name: '', fromPercent: '80' },
    ],
  });

  expect(faultsOf(set)).toEqual([
    'set maximum too_precise',
    'set grades.1.code twice',
    'set grades.1.name empty',
    'set grades.1.fromPercent grade_order',
    'set grades.1.fromPercent grade_last',
    '1 maximum too_precise',
  ]);
});
