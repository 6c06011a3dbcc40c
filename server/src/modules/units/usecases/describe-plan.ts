// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { unitsDb } from '../data/tables.ts';
import { findUnits } from '../data/units.repo.ts';
import type { SuccessionKind, SuccessionPlan } from '../domain/plan-succession.ts';

type Named = { readonly id: string | null; readonly code: string; readonly name: string };

/** What a change of the tree does (or, dry run, would do), in names. */
export type PlanDescription = {
  readonly dryRun: boolean;
  readonly kind: SuccessionKind;
  readonly onDay: Day;
  readonly lastDay: Day;
  readonly ends: readonly Named[];
  /** `id` is null in a dry run: the unit was not made. */
  readonly begins: readonly (Named & { readonly parentName: string | null })[];
  readonly continues: Named | null;
  readonly moves: readonly (Named & { readonly fromName: string; readonly toName: string; readonly from: Day; readonly to: Day | null })[];
};

/** Puts a plan into names for the person who confirms it. */
export async function describePlan<T>(db: Db<T>, plan: SuccessionPlan, dryRun: boolean): Promise<PlanDescription> {
  const parentIds = plan.heirs.flatMap((heir) => (heir.parentId === null ? [] : [heir.parentId]));
  const involved = [
    ...plan.ending,
    ...plan.heirs.map((heir) => heir.unit),
    ...(plan.continuing ? [plan.continuing] : []),
    ...(await findUnits(unitsDb(db), parentIds)),
  ];
  const names = new Map(involved.map((unit) => [unit.id, unit.name]));
  const named = ({ id, code, name }: { id: string; code: string; name: string }): Named => ({ id, code, name });
  return {
    dryRun,
    kind: plan.kind,
    onDay: plan.onDay,
    lastDay: plan.lastDay,
    ends: plan.ending.map(named),
    begins: plan.heirs.map(({ unit, parentId }) => ({
      id: dryRun ? null : unit.id,
      code: unit.code,
      name: unit.name,
      parentName: parentId === null ? null : (names.get(parentId) ?? null),
    })),
    continues: plan.continuing && named(plan.continuing),
    moves: plan.moves.map((move) => ({
      ...named(move.child),
      fromName: names.get(move.fromParentId) ?? '',
      toName: names.get(move.toParentId) ?? '',
      from: move.from,
      to: move.to,
    })),
  };
}
