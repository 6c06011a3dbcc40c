// SPDX-License-Identifier: Apache-2.0
import type { CompiledSet } from '../engine/compiled-set.ts';
import { comparedIndex, competitionRanks } from '../engine/rank.ts';
import type { UnitResult } from '../engine/result.ts';
import { scoreUnit } from '../engine/score-unit.ts';
import { type GivenInput, inputsOf, type View } from './stages.ts';

export type Placed<U> = { readonly unit: U; readonly result: UnitResult; readonly rank: number | null };

/**
 * Results and competition ranks (1, 2, 2, 4) of a peer group in a view.
 *
 * @throws AppError those of `scoreUnit`; inputs that were accepted once are not refused later, because a set never changes
 */
export function rankGroup<U extends { readonly id: string }>(
  set: CompiledSet,
  units: readonly U[],
  scores: ReadonlyMap<string, readonly GivenInput[]>,
  view: View,
): Placed<U>[] {
  const results = units.map((unit) => scoreUnit(set, inputsOf(scores.get(unit.id) ?? [], view)));
  const ranks = competitionRanks(results.map((result) => comparedIndex(set.conventions, result)));
  return units.flatMap((unit, index) => {
    const result = results[index];
    return result ? [{ unit, result, rank: ranks[index] ?? null }] : [];
  });
}

/** The name of a grade of a set. */
export function gradeName(set: CompiledSet, code: string | null): string | null {
  return set.set.grades.find((grade) => grade.code === code)?.name ?? null;
}
