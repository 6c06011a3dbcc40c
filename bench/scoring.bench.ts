// SPDX-License-Identifier: Apache-2.0
// Scoring of every commune of the country: 3.321 units × 100 sub-criteria of all rule kinds, with sums, indexes, grades and ranks.
// UNITS and REPEATS change the size. The goal is 250 ms where each item is rounded, the usual convention.
import process from 'node:process';
import type { CriteriaNode, CriteriaSet } from '../server/src/modules/scoring/domain/criteria/criteria-set.ts';
import type { Rule } from '../server/src/modules/scoring/domain/criteria/rule.ts';
import { compileSet } from '../server/src/modules/scoring/domain/engine/compile-set.ts';
import type { ItemInput, UnitInputs } from '../server/src/modules/scoring/domain/engine/input.ts';
import { comparedIndex, competitionRanks } from '../server/src/modules/scoring/domain/engine/rank.ts';
import { scoreUnit } from '../server/src/modules/scoring/domain/engine/score-unit.ts';
import { explainItem } from '../server/src/modules/scoring/domain/wording/explain-item.ts';
import { aNode, aSet } from '../server/test/factories/criteria-set.ts';
import { milliseconds } from './measure.ts';

const units = Number(process.env['UNITS'] ?? 3_321);
const repeats = Number(process.env['REPEATS'] ?? 15);
const goalMs = 250;

let state = 7;
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 4_294_967_296) * below);
}

const ratio = { numerator: 'đã xong', denominator: 'phải làm', whenZero: 'full', whenAbove: 'cap' } as const;
const cut = (from: string | null, to: string | null, points: string) => ({ from, includesFrom: true, to, includesTo: false, points });
const bands = [cut(null, '70', '0'), cut('70', '90', '0.5'), cut('90', null, '1')];
const answers = ['100', '60', '20', '0'].map((percent, index) => ({ code: 'ABCD'[index] ?? '', percent }));
const kinds: readonly (readonly [Rule, () => ItemInput])[] = [
  [
    { kind: 'options', options: ['1', '0.5', '0'].map((points, index) => ({ code: String(index), label: points, points })) },
    () => ({ kind: 'option', option: String(random(3)) }),
  ],
  [{ kind: 'proportional', ratio }, aRatio],
  [{ kind: 'proportional', ratio }, aRatio],
  [{ kind: 'threshold_linear', ratio, targetPercent: '80' }, aRatio],
  [{ kind: 'floor_proportional', ratio, floorPercent: '70' }, aRatio],
  [{ kind: 'rate_bands', ratio, bands }, aRatio],
  [{ kind: 'amount_bands', amount: 'hình thức', bands }, () => ({ kind: 'amount', amount: String(random(120)) })],
  [{ kind: 'per_case_deduction', unit: 'vụ', perCase: '0.25', most: null }, () => ({ kind: 'cases', cases: String(random(5)) })],
  [
    { kind: 'survey_mean', answers, whenZero: 'zero' },
    () => ({ kind: 'answers', counts: { A: String(random(90)), B: String(random(60)), C: String(random(30)), D: String(1 + random(9)) } }),
  ],
  [{ kind: 'leader_score', step: '0.25' }, () => ({ kind: 'points', points: ['0', '0.25', '0.5', '0.75', '1'][random(5)] ?? '0' })],
];

function aRatio(): ItemInput {
  const denominator = 1 + random(5_000);
  return { kind: 'ratio', numerator: String(random(denominator + 1)), denominator: String(denominator) };
}

function setOf(roundAt: 'items' | 'total'): CriteriaSet {
  const nodes: CriteriaNode[] = [];
  for (let field = 1; field <= 10; field += 1) {
    nodes.push(aNode({ code: `${field}`, maximum: '10', method: null, rule: { kind: 'sum' } }));
    for (let criterion = 1; criterion <= 5; criterion += 1) {
      const parent = `${field}.${criterion}`;
      nodes.push(aNode({ code: parent, parentCode: `${field}`, kind: 'criterion', maximum: '2', method: null, rule: { kind: 'sum' } }));
      for (const [place, index] of [2 * criterion - 2, 2 * criterion - 1].entries())
        nodes.push(
          aNode({ code: `${parent}.${place + 1}`, parentCode: parent, kind: 'sub_criterion', rule: kinds[index]?.[0] ?? { kind: 'sum' } }),
        );
    }
  }
  const set = aSet(nodes);
  return { ...set, conventions: { ...set.conventions, roundAt } };
}

const items = setOf('items').nodes.filter(({ rule }) => rule.kind !== 'sum');
const inputs = Array.from(
  { length: units },
  (): UnitInputs =>
    Object.fromEntries(items.map(({ code }, index) => [code, kinds[index % kinds.length]?.[1]() ?? { kind: 'not_applicable' }])),
);

for (const roundAt of ['items', 'total'] as const) {
  const compiled = compileSet(setOf(roundAt));
  let first = 0;
  const { median, text } = await milliseconds(roundAt === 'items' ? repeats : 3, async () => {
    const results = inputs.map((one) => scoreUnit(compiled, one));
    first = competitionRanks(results.map((result) => comparedIndex(compiled.conventions, result))).indexOf(1);
  });
  process.stdout.write(`${units} units × ${items.length} items, roundAt ${roundAt}: ${text}; first: unit ${first}\n`);
  if (roundAt === 'items' && median > goalMs) {
    process.stdout.write(`above the goal of ${goalMs} ms\n`);
    process.exitCode = 1;
  }
}

const compiled = compileSet(setOf('items'));
const explained = await milliseconds(3, async () => {
  for (const one of inputs.slice(0, 100))
    for (const item of compiled.items) explainItem(item, compiled.conventions, one[item.node.code], 'vi');
});
process.stdout.write(`100 units × ${items.length} items with steps and sentences: ${explained.text}\n`);
