// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode, CriteriaSet } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import type { UnitInputs } from '../../src/modules/scoring/domain/engine/input.ts';
import type { UnitResult } from '../../src/modules/scoring/domain/engine/result.ts';
import { decimalText, type Exact, fractionText, known, less, nothing, over, percent, plus, rounded, sum, times } from './number.ts';
import { type Points, pointsOf, Refused } from './points.ts';

/**
 * A second implementation of `docs/domain/scoring-rules.md`, written from that page alone: slow, plain, in whole numbers of any size.
 * It shares nothing with the product but the types.
 */
export function scoreAgain(set: CriteriaSet, inputs: UnitInputs): UnitResult {
  const { conventions } = set;
  const items = set.nodes.filter(({ rule }) => rule.kind !== 'sum');
  const codes = new Set(items.map(({ code }) => code));
  for (const code of Object.keys(inputs)) if (!codes.has(code)) throw new Refused('scoring.item_unknown');

  const scored = new Map(items.map((item) => [item.code, scoreItem(set, item, inputs)]));
  const isModifier = ({ kind }: CriteriaNode): boolean => kind === 'bonus' || kind === 'deduction';
  const exactOf = (item: CriteriaNode): Exact => scored.get(item.code)?.exact ?? nothing;
  const applies = (item: CriteriaNode): boolean => scored.get(item.code)?.outcome !== 'not_applicable';
  const treeItems = items.filter((item) => !isModifier(item));
  const show = (value: Exact): Exact => rounded(value, conventions.decimals, conventions.rounding);
  const indexOf = (points: Exact, of: Exact): Exact =>
    rounded(times(over(points, of), percent), conventions.indexDecimals, conventions.rounding);

  const nodes = set.nodes
    .filter((node) => !isModifier(node))
    .map((node) => {
      const applying = treeItems.filter((item) => applies(item) && isBelow(set, item, node.code));
      const exact = sum(applying.map(exactOf));
      const maximum = sum(applying.map((item) => known(item.maximum)));
      const index = maximum[0] === 0n ? null : decimalText(indexOf(show(exact), maximum));
      return {
        code: node.code,
        points: decimalText(show(exact)),
        exact: fractionText(exact),
        applicableMaximum: decimalText(maximum),
        index,
      };
    });
  return {
    items: items.map(({ code }) => {
      const { outcome, points, exact } = scored.get(code) ?? { outcome: 'missing' as const, points: nothing, exact: nothing };
      return { code, outcome, points: decimalText(points), exact: fractionText(exact) };
    }),
    nodes,
    ...wholeUnit(set, treeItems.filter(applies), items.filter(isModifier), exactOf),
    missing: treeItems.filter(({ code }) => !Object.hasOwn(inputs, code)).map(({ code }) => code),
  };
}

/** Section 8. */
export function ranksAgain(values: readonly (Exact | null)[]): (number | null)[] {
  return values.map((value) => value && 1 + values.filter((other) => other !== null && less(value, other)).length);
}

type Scored = { readonly outcome: 'scored' | 'missing' | 'not_applicable'; readonly points: Exact; readonly exact: Exact };

function scoreItem({ conventions }: CriteriaSet, item: CriteriaNode, inputs: UnitInputs): Scored {
  const input = Object.hasOwn(inputs, item.code) ? inputs[item.code] : undefined;
  if (!input) return { outcome: 'missing', points: nothing, exact: nothing };
  const found: Points = pointsOf(item, conventions.notApplicable === 'refuse', input);
  if (found === 'not_applicable') return { outcome: found, points: nothing, exact: nothing };
  const points = rounded(found, conventions.decimals, conventions.rounding);
  return { outcome: 'scored', points, exact: conventions.roundAt === 'items' ? points : found };
}

function isBelow(set: CriteriaSet, item: CriteriaNode, code: string): boolean {
  if (item.code === code) return true;
  const parent = set.nodes.find((node) => node.code === item.parentCode);
  return parent !== undefined && isBelow(set, parent, code);
}

type Whole = Pick<UnitResult, 'total' | 'exactTotal' | 'base' | 'index' | 'exactIndex' | 'gradeCode'>;

/** Sections 6 and 7. */
function wholeUnit(
  set: CriteriaSet,
  applying: readonly CriteriaNode[],
  modifiers: readonly CriteriaNode[],
  exactOf: (item: CriteriaNode) => Exact,
): Whole {
  const { conventions } = set;
  const won = sum(applying.map(exactOf));
  const applicable = sum(applying.map(({ maximum }) => known(maximum)));
  const base = conventions.notApplicable === 'share' ? applicable : known(set.maximum);
  if (applicable[0] === 0n) return { total: '0', exactTotal: '0', base: decimalText(base), index: null, exactIndex: null, gradeCode: null };
  const stretched = conventions.notApplicable === 'rescale' ? over(times(won, known(set.maximum)), applicable) : won;
  const open = plus(stretched, sum(modifiers.map(exactOf)));
  const notNegative = less(open, nothing) ? nothing : open;
  const exact = conventions.aboveMaximum === 'cap' && less(base, notNegative) ? base : notNegative;
  const total = rounded(exact, conventions.decimals, conventions.rounding);
  const index = rounded(times(over(total, base), percent), conventions.indexDecimals, conventions.rounding);
  const exactIndex = times(over(exact, base), percent);
  const compared = conventions.compareBy === 'shown' ? index : exactIndex;
  return {
    total: decimalText(total),
    exactTotal: fractionText(exact),
    base: decimalText(base),
    index: decimalText(index),
    exactIndex: fractionText(exactIndex),
    gradeCode: set.grades.find(({ fromPercent }) => !less(compared, known(fromPercent)))?.code ?? null,
  };
}
