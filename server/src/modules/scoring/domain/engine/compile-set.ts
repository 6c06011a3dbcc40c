// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { tenTo } from '../arithmetic/whole.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { findFaults } from '../criteria/find-faults.ts';
import type { CompiledSet } from './compiled-set.ts';
import { compileItem } from './item.ts';
import { numberOf } from './rates.ts';
import type { NodeResult } from './result.ts';
import { sumOfFields } from './total.ts';
import { writtenResults } from './written-results.ts';

/**
 * Makes a set ready for scoring.
 *
 * @throws AppError `scoring.set_faulty`
 */
export function compileSet(set: CriteriaSet): CompiledSet {
  const faults = findFaults(set);
  if (faults.length > 0) throw new AppError('invalid', 'scoring.set_faulty', { count: faults.length });
  const items = set.nodes.flatMap((node) => (node.rule.kind === 'sum' ? [] : [compileItem(node, node.rule, set.conventions)]));
  const itemAt = new Map(items.map(({ node }, index) => [node.code, index]));
  const tree = set.nodes.filter(({ kind }) => kind !== 'bonus' && kind !== 'deduction');
  const nodeAt = new Map(tree.map(({ code }, index) => [code, index]));
  const nodes = tree.map((node) => ({
    node,
    parent: nodeAt.get(node.parentCode ?? '') ?? -1,
    item: itemAt.get(node.code) ?? -1,
    written: writtenResults<NodeResult>(numberOf(node.maximum), set.conventions.decimals),
  }));
  const maxima = tree.map(({ maximum }) => numberOf(maximum));
  const fields = nodes.flatMap(({ parent }, index) => (parent < 0 ? [index] : []));
  const depth: Readonly<Record<string, number>> = { field: 0, criterion: 1, sub_criterion: 2 };
  const depthOf = (index: number): number => depth[tree[index]?.kind ?? ''] ?? 0;
  return {
    set,
    conventions: set.conventions,
    maximum: numberOf(set.maximum),
    units: tenTo(set.conventions.decimals),
    items,
    itemAt,
    nodes,
    upward: nodes.map((_, index) => index).sort((a, b) => depthOf(b) - depthOf(a)),
    maxima,
    sumOfMaxima: sumOfFields(fields, maxima),
    fields,
    grades: set.grades.map(({ code, fromPercent }) => ({ code, from: numberOf(fromPercent) })),
  };
}
