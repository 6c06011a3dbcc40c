// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { Conventions, CriteriaNode, CriteriaSet, NodeKind } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import type { Band, Ratio, Rule } from '../../src/modules/scoring/domain/criteria/rule.ts';
import type { ItemInput, UnitInputs } from '../../src/modules/scoring/domain/engine/input.ts';
import { aNode, aSet } from './criteria-set.ts';

/** A whole number of units of 10⁻ᵏ as decimal text. */
function scaled(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const words = fc.constantFrom('Hồ sơ đã giải quyết', 'Nhiệm vụ', 'Văn bản, kế hoạch', 'A | B', 'dòng \\ gạch', 'Tỷ lệ "đúng hạn" & <sớm>');

const conventions: fc.Arbitrary<Conventions> = fc.record({
  rounding: fc.constantFrom('half_up', 'half_even', 'truncate'),
  decimals: fc.integer({ min: 0, max: 4 }),
  roundAt: fc.constantFrom('items', 'total'),
  indexDecimals: fc.integer({ min: 0, max: 4 }),
  notApplicable: fc.constantFrom('rescale', 'share', 'refuse'),
  aboveMaximum: fc.constantFrom('cap', 'keep'),
  compareBy: fc.constantFrom('shown', 'exact'),
});

type Scale = { readonly units: number; readonly decimals: number; readonly refuses: boolean };

const outcomes = (refuses: boolean) =>
  fc.constantFrom('full', 'zero', ...(refuses ? [] : ['not_applicable'])) as fc.Arbitrary<Ratio['whenZero']>;
const ratios = (refuses: boolean): fc.Arbitrary<Ratio> =>
  fc.record({ numerator: words, denominator: words, whenZero: outcomes(refuses), whenAbove: fc.constantFrom('cap', 'refuse') });

/** Numbers of points from 0 to the maximum, the maximum among them. */
function reaching({ units, decimals }: Scale, least: number): fc.Arbitrary<string[]> {
  return fc
    .array(fc.integer({ min: 0, max: units }), { minLength: least - 1, maxLength: 3 })
    .chain((points) => fc.shuffledSubarray([...points, units], { minLength: points.length + 1 }))
    .map((points) => points.map((point) => scaled(point, decimals)));
}

/** Bands that cut the line at growing numbers; each cut belongs to one side of it. */
function bandsOf(scale: Scale): fc.Arbitrary<Band[]> {
  return fc
    .tuple(
      reaching(scale, 1),
      fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    )
    .map(([points, cuts, sides]) => {
      const ends = cuts
        .sort((a, b) => a - b)
        .slice(0, points.length - 1)
        .map((cut) => scaled(cut, 2));
      return points.map((given, index) => ({
        from: ends[index - 1] ?? null,
        includesFrom: index > 0 && sides[index - 1] === true,
        to: ends[index] ?? null,
        includesTo: index < points.length - 1 && sides[index] !== true,
        points: given,
      }));
    })
    .chain((bands) => fc.shuffledSubarray(bands, { minLength: bands.length }));
}

function casesRule(kind: 'per_case_deduction' | 'per_case_bonus', { units, decimals }: Scale): fc.Arbitrary<Rule> {
  const perCase = fc.integer({ min: 1, max: 3_000_000 }).map((millionths) => scaled(millionths, 6));
  const most = fc.option<string>(fc.integer({ min: 1, max: units }).map((cap) => scaled(cap, decimals)));
  return fc.tuple(words, perCase, most).map(([unit, each, cap]): Rule => ({ kind, unit, perCase: each, most: cap }));
}

const codes = ['a', 'b', 'c', 'd', 'e'];

function ruleOf(kind: NodeKind, scale: Scale): fc.Arbitrary<Rule> {
  const options: fc.Arbitrary<Rule> = fc.tuple(reaching(scale, 2), words).map(([points, label]) => ({
    kind: 'options',
    options: points.map((given, index) => ({ code: codes[index] ?? 'z', label, points: given })),
  }));
  const ratio = ratios(scale.refuses);
  const percent = fc.integer({ min: 1, max: 10_000 }).map((units) => scaled(units, 2));
  const flat: fc.Arbitrary<Rule> = fc.record({
    kind: fc.constant('flat_deduction'),
    condition: words,
    points: fc.integer({ min: 1, max: scale.units }).map((units) => scaled(units, scale.decimals)),
  });
  const divisors = [1, 2, 4, 5].filter((divisor) => scale.units % divisor === 0);
  const steps = fc.option<string>(fc.constantFrom(...divisors).map((divisor) => scaled(scale.units / divisor, scale.decimals)));
  const leader = steps.map((step): Rule => ({ kind: 'leader_score', step }));
  if (kind === 'bonus') return fc.oneof(options, casesRule('per_case_bonus', scale), leader);
  if (kind === 'deduction') return fc.oneof(options, casesRule('per_case_deduction', scale), flat);
  return fc.oneof(
    options,
    fc.record({ kind: fc.constant('rate_bands'), ratio, bands: bandsOf(scale) }),
    fc.record({ kind: fc.constant('amount_bands'), amount: words, bands: bandsOf(scale) }),
    fc.record({ kind: fc.constant('proportional'), ratio }),
    fc.record({ kind: fc.constant('threshold_linear'), ratio, targetPercent: percent }),
    fc.record({ kind: fc.constant('floor_proportional'), ratio, floorPercent: percent }),
    casesRule('per_case_deduction', scale),
    casesRule('per_case_bonus', scale),
    flat,
    leader,
    fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 }), outcomes(scale.refuses)).map(
      ([percents, whenZero]): Rule => ({
        kind: 'survey_mean',
        answers: [100, ...percents].map((percent, index) => ({ code: codes[index] ?? 'z', percent: String(percent) })),
        whenZero,
      }),
    ),
  );
}

function itemAt(
  code: string,
  parentCode: string | null,
  kind: NodeKind,
  { decimals, notApplicable }: Conventions,
): fc.Arbitrary<CriteriaNode> {
  const isModifier = kind === 'bonus' || kind === 'deduction';
  return fc
    .tuple(fc.integer({ min: 1, max: 2_000 }), fc.boolean(), fc.constantFrom('self', 'system', 'appraisal', 'survey', 'leader'), words)
    .chain(([units, leftOut, method, text]) =>
      ruleOf(kind, { units, decimals, refuses: notApplicable === 'refuse' }).map((rule) =>
        aNode({
          code,
          parentCode,
          kind,
          name: text,
          maximum: scaled(units, decimals),
          method,
          evidence: text,
          rule,
          mayBeNotApplicable: leftOut && !isModifier && notApplicable !== 'refuse',
        }),
      ),
    );
}

/** The tree below a field: each inner node's maximum is the sum of its children's. */
function branch(code: string, parentCode: string | null, depth: 0 | 1 | 2, how: Conventions): fc.Arbitrary<CriteriaNode[]> {
  const kind = (['field', 'criterion', 'sub_criterion'] as const)[depth];
  const leaf = itemAt(code, parentCode, kind, how).map((node) => [node]);
  if (depth === 2) return leaf;
  const inner = fc.integer({ min: 1, max: 3 }).chain((count) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => branch(`${code}.${index + 1}`, code, depth === 0 ? 1 : 2, how)))
      .map((children) => {
        const units = children.reduce((total, [child]) => total + Number(child?.maximum.replace('.', '') ?? 0), 0);
        return [
          aNode({ code, parentCode, kind, maximum: scaled(units, how.decimals), method: null, rule: { kind: 'sum' } }),
          ...children.flat(),
        ];
      }),
  );
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: depth === 0 ? 3 : 2, arbitrary: inner });
}

/** Sets without faults: every rule kind, every convention, modifiers, grades. */
export const faultlessSet: fc.Arbitrary<CriteriaSet> = conventions.chain((how) =>
  fc
    .tuple(
      fc
        .integer({ min: 1, max: 3 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => branch(String(index + 1), null, 0, how)))),
      fc.option(itemAt('B1', null, 'bonus', how)),
      fc.option(itemAt('D1', null, 'deduction', how)),
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 4 }),
    )
    .map(([fields, bonus, deduction, levels]) => {
      const grades = [...levels.sort((a, b) => b - a), 0].map((level, index) => ({
        code: `G${index}`,
        name: `Loại ${index}`,
        fromPercent: scaled(level, 2),
      }));
      const nodes = [...fields.flat(), ...(bonus ? [bonus] : []), ...(deduction ? [deduction] : [])];
      return aSet(nodes, { conventions: how, grades: levels.length === 0 ? [] : grades });
    }),
);

/** An input of the right kind for an item, among them zero denominators, excess, and points decided instead. */
function inputFor(node: CriteriaNode): fc.Arbitrary<ItemInput | undefined> {
  const { rule } = node;
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 60 }).map(String),
    fc.integer({ min: 0, max: 999_999_999 }).map((units) => scaled(units, 4)),
  );
  const points = fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) => scaled(Math.floor(Number(node.maximum.replace('.', '')) * share), node.maximum.split('.')[1]?.length ?? 0));
  const own = ((): fc.Arbitrary<ItemInput> => {
    switch (rule.kind) {
      case 'options':
        return fc.constantFrom(...rule.options).map(({ code }) => ({ kind: 'option', option: code }));
      case 'amount_bands':
        return amount.map((value) => ({ kind: 'amount', amount: value }));
      case 'per_case_deduction':
      case 'per_case_bonus':
        return fc.integer({ min: 0, max: 40 }).map((cases) => ({ kind: 'cases', cases: String(cases) }));
      case 'flat_deduction':
        return fc.boolean().map((happened) => ({ kind: 'happened', happened }));
      case 'survey_mean':
        return fc
          .array(fc.integer({ min: 0, max: 500 }), { minLength: rule.answers.length, maxLength: rule.answers.length })
          .map((counts) => ({
            kind: 'answers',
            counts: Object.fromEntries(rule.answers.map(({ code }, index) => [code, String(counts[index])])),
          }));
      case 'leader_score':
        return rule.step === null
          ? points.map((given) => ({ kind: 'points', points: given }))
          : fc.constantFrom('0', rule.step, node.maximum).map((given) => ({ kind: 'points', points: given }));
      default:
        return fc.tuple(amount, amount).map(([numerator, denominator]) => ({ kind: 'ratio', numerator, denominator }));
    }
  })();
  const decided: fc.Arbitrary<ItemInput> = points.map((given) => ({ kind: 'decided', points: given }));
  const leftOut: fc.Arbitrary<ItemInput> = fc.constant({ kind: 'not_applicable' });
  return fc.oneof(
    { weight: 12, arbitrary: own },
    { weight: 1, arbitrary: decided },
    { weight: node.mayBeNotApplicable ? 2 : 0, arbitrary: leftOut },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

/** A set with inputs of one unit; rates above 100 % and numerators without denominator may be refused by the rules. */
export const setWithInputs: fc.Arbitrary<{ readonly set: CriteriaSet; readonly inputs: UnitInputs }> = faultlessSet.chain((set) => {
  const items = set.nodes.filter(({ rule }) => rule.kind !== 'sum');
  return fc.tuple(...items.map(inputFor)).map((given) => ({
    set,
    inputs: Object.fromEntries(items.flatMap(({ code }, index) => (given[index] ? [[code, given[index]]] : []))) as UnitInputs,
  }));
});
