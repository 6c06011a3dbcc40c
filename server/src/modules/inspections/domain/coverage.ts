// SPDX-License-Identifier: Apache-2.0
import { percentOf } from '#kernel/vietnamese-numbers';

/** A unit that counts in a coverage. */
export type CoverageUnit = { readonly id: string; readonly name: string; readonly illustrative: boolean };

/** How many of the units that exist are covered, with both lists: the numbers are their lengths. */
export type Coverage = {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: string | null;
  readonly covered: readonly CoverageUnit[];
  readonly uncovered: readonly CoverageUnit[];
  /** Covered units that are not among those in force: they are told, not counted. */
  readonly foreign: readonly CoverageUnit[];
};

/**
 * Coverage of the units in force on a day by the units that were chosen; each unit counts once.
 *
 * @example
 * coverageOf([a, b], [a, b, c, d]).percent // '50.00'
 */
export function coverageOf(chosen: readonly CoverageUnit[], inForce: readonly Omit<CoverageUnit, 'illustrative'>[]): Coverage {
  const chosenById = new Map(chosen.map((unit) => [unit.id, unit]));
  const known = new Set(inForce.map((unit) => unit.id));
  const covered = inForce.flatMap((unit) => chosenById.get(unit.id) ?? []);
  const uncovered = inForce.filter((unit) => !chosenById.has(unit.id)).map((unit) => ({ ...unit, illustrative: false }));
  return {
    numerator: covered.length,
    denominator: inForce.length,
    percent: percentOf(String(covered.length), String(inForce.length), 2),
    covered,
    uncovered,
    foreign: [...chosenById.values()].filter((unit) => !known.has(unit.id)),
  };
}
