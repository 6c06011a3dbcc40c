// SPDX-License-Identifier: Apache-2.0
import { type Fraction, sum, zero } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import { plus, type Whole } from '../arithmetic/whole.ts';
import type { CompiledSet } from './compiled-set.ts';
import type { ScoredItem } from './item.ts';

/** What every node of a unit comes to, in the order of the nodes. */
export type Sums = {
  /** As printed, in units of 10⁻ᵏ. */
  readonly printed: readonly Whole[];
  /** What is added upward; null where items are rounded, because sums of rounded points are what is printed. */
  readonly exact: readonly Fraction[] | null;
  /** Maximum of the items below that apply. */
  readonly applicable: readonly Fraction[];
};

/** Points and applicable maximum of every node, from the items upward. */
export function sumsOf(compiled: CompiledSet, scored: readonly ScoredItem[]): Sums {
  const applicable = scored.some(({ outcome }) => outcome === 'not_applicable') ? applicableMaxima(compiled, scored) : compiled.maxima;
  if (compiled.conventions.roundAt === 'items') return { printed: printedSums(compiled, scored), exact: null, applicable };
  const { decimals, rounding } = compiled.conventions;
  const exact = exactSums(compiled, scored);
  return { printed: exact.map((points) => rounded(points, decimals, rounding)), exact, applicable };
}

/** The exact points of a node. */
export function exactAt({ printed, exact }: Sums, place: number, units: Whole): Fraction {
  return exact ? (exact[place] ?? zero) : { of: printed[place] ?? 0, over: units };
}

function printedSums({ upward, nodes }: CompiledSet, scored: readonly ScoredItem[]): Whole[] {
  const printed = new Array<Whole>(nodes.length).fill(0);
  for (const place of upward) {
    const node = nodes[place];
    if (!node) continue;
    if (node.item >= 0) printed[place] = scored[node.item]?.printed ?? 0;
    if (node.parent >= 0) printed[node.parent] = plus(printed[node.parent] ?? 0, printed[place] ?? 0);
  }
  return printed;
}

function exactSums({ upward, nodes }: CompiledSet, scored: readonly ScoredItem[]): Fraction[] {
  const exact = new Array<Fraction>(nodes.length).fill(zero);
  for (const place of upward) {
    const node = nodes[place];
    if (!node) continue;
    if (node.item >= 0) exact[place] = scored[node.item]?.exact ?? zero;
    if (node.parent >= 0) exact[node.parent] = sum(exact[node.parent] ?? zero, exact[place] ?? zero);
  }
  return exact;
}

function applicableMaxima({ upward, nodes, maxima }: CompiledSet, scored: readonly ScoredItem[]): Fraction[] {
  const applicable = new Array<Fraction>(nodes.length).fill(zero);
  for (const place of upward) {
    const node = nodes[place];
    if (!node) continue;
    if (node.item >= 0 && scored[node.item]?.outcome !== 'not_applicable') applicable[place] = maxima[place] ?? zero;
    if (node.parent >= 0) applicable[node.parent] = sum(applicable[node.parent] ?? zero, applicable[place] ?? zero);
  }
  return applicable;
}
