// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { scaledText } from '../arithmetic/decimal.ts';
import { type Fraction, fractionText, zero } from '../arithmetic/fraction.ts';
import type { Whole } from '../arithmetic/whole.ts';
import type { CompiledNode, CompiledSet } from './compiled-set.ts';
import type { ItemInput, UnitInputs } from './input.ts';
import type { ScoredItem } from './item.ts';
import type { NodeResult, UnitResult } from './result.ts';
import { exactAt, type Sums, sumsOf } from './sums.ts';
import { decimalText, indexOf, totalOf } from './total.ts';
import { placeOf } from './written-results.ts';

/**
 * Points of one unit: items by their rules, sums up the tree, total, index and grade (docs/domain/scoring-rules.md, 3–7).
 * An item without input counts 0 and is named in `missing`; every index is computed from points as they are printed.
 *
 * @throws AppError `scoring.item_unknown`, `scoring.not_applicable_refused`, `scoring.input_kind`, `scoring.input_number`,
 * `scoring.option_unknown`, `scoring.answer_unknown`, `scoring.numerator_without_denominator`, `scoring.numerator_above_denominator`,
 * `scoring.above_maximum`, `scoring.not_a_step`
 */
export function scoreUnit(compiled: CompiledSet, inputs: UnitInputs): UnitResult {
  const given = inOrder(compiled, inputs);
  const scored = compiled.items.map((item, place) => item.score(given[place]));
  const sums = sumsOf(compiled, scored);
  return {
    items: scored.map(({ result }) => result),
    nodes: compiled.nodes.map((node, place) => nodeResult(compiled, node, place, sums)),
    ...totalOf(compiled, scored, sums),
    missing: missingOf(compiled, scored),
  };
}

/** The inputs by the place of their items. */
function inOrder({ items, itemAt }: CompiledSet, inputs: UnitInputs): (ItemInput | undefined)[] {
  const given = items.map(({ node }) => givenFor(inputs, node.code));
  const codes = Object.keys(inputs);
  let known = 0;
  for (const input of given) if (input !== undefined) known += 1;
  if (known !== codes.length)
    for (const code of codes) if (!itemAt.has(code)) throw new AppError('invalid', 'scoring.item_unknown', { item: code });
  return given;
}

/** The input of an item; a code such as "constructor" must not find the function that every object has. */
function givenFor(inputs: UnitInputs, code: string): ItemInput | undefined {
  const input = inputs[code];
  return typeof input === 'object' ? input : undefined;
}

function nodeResult(compiled: CompiledSet, node: CompiledNode, place: number, sums: Sums): NodeResult {
  const points = sums.printed[place] ?? 0;
  const applicable = sums.applicable[place] ?? zero;
  const kept = applicable === compiled.maxima[place] ? placeOf(node.written, points) : -1;
  const written = node.written[kept] ?? writtenNode(compiled, node, points, exactAt(sums, place, compiled.units), applicable);
  if (kept >= 0) node.written[kept] = written;
  return sums.exact ? { ...written, exact: fractionText(sums.exact[place] ?? zero) } : written;
}

function writtenNode(
  { conventions }: CompiledSet,
  { node }: CompiledNode,
  points: Whole,
  exact: Fraction,
  applicable: Fraction,
): NodeResult {
  return {
    code: node.code,
    points: scaledText(points, conventions.decimals),
    exact: fractionText(exact),
    applicableMaximum: decimalText(applicable),
    index: applicable.of === 0 ? null : scaledText(indexOf(points, applicable, conventions), conventions.indexDecimals),
  };
}

function missingOf({ items }: CompiledSet, scored: readonly ScoredItem[]): string[] {
  const missing: string[] = [];
  for (const [place, { node, isModifier }] of items.entries())
    if (scored[place]?.outcome === 'missing' && !isModifier) missing.push(node.code);
  return missing;
}
