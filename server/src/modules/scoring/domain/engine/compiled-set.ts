// SPDX-License-Identifier: Apache-2.0
import type { Fraction } from '../arithmetic/fraction.ts';
import type { Whole } from '../arithmetic/whole.ts';
import type { Conventions, CriteriaNode, CriteriaSet } from '../criteria/criteria-set.ts';
import type { CompiledItem } from './item.ts';
import type { NodeResult } from './result.ts';
import type { WrittenResults } from './written-results.ts';

/** A field, criterion or sub-criterion with the place of its parent among the nodes; −1 for a field. */
export type CompiledNode = {
  readonly node: CriteriaNode;
  readonly parent: number;
  readonly item: number;
  /** Results that were written before where everything applies, by their points; thousands of units share them. */
  readonly written: WrittenResults<NodeResult>;
};

/** A set made ready to score many units. */
export type CompiledSet = {
  readonly set: CriteriaSet;
  readonly conventions: Conventions;
  readonly maximum: Fraction;
  /** Units of printed points in one point, 10ᵏ. */
  readonly units: Whole;
  /** Every item, in the order of the table. */
  readonly items: readonly CompiledItem[];
  readonly itemAt: ReadonlyMap<string, number>;
  readonly nodes: readonly CompiledNode[];
  /** Places of the nodes, each child before its parent. */
  readonly upward: readonly number[];
  /** Maximum of each node where every item applies. */
  readonly maxima: readonly Fraction[];
  readonly sumOfMaxima: Fraction;
  readonly fields: readonly number[];
  readonly grades: readonly { readonly code: string; readonly from: Fraction }[];
};
