// SPDX-License-Identifier: Apache-2.0
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { nodeParts } from './diff-sets.ts';

/** Where a row of a set stood in an earlier one, and whether it asks for the same and counts the same. */
export type CarriedNode = { readonly code: string; readonly fromCode: string; readonly unchanged: boolean };

// A change of these leaves last year's score and remark comparable.
const beside = new Set(['evidence', 'appraiser', 'note', 'parent', 'method', 'measure']);

/**
 * The rows of a set that an earlier one has under the same code: last year's score and remark stand beside each of them.
 * A row whose name, points or rule differ is carried with `unchanged: false`, so that nobody compares unlike things unseen.
 */
export function carryOver(from: CriteriaSet, to: CriteriaSet): CarriedNode[] {
  const before = new Map(from.nodes.map((node) => [node.code, node]));
  return to.nodes.flatMap((node) => {
    const old = before.get(node.code);
    if (!old || old.kind !== node.kind) return [];
    return [{ code: node.code, fromCode: old.code, unchanged: nodeParts(old, node).every(({ part }) => beside.has(part)) }];
  });
}
