// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { SuccessionPlan } from '../domain/plan-succession.ts';
import type { Unit } from '../domain/unit.ts';
import { carryOutSuccession } from './carry-out-succession.ts';
import { beginningUnit, type UnitNames } from './create-unit.ts';
import { getUnit } from './read-units.ts';

/** A unit that begins with the merger, or one that exists and takes the others in. */
export type MergeInto = { readonly unitId: string } | { readonly unit: UnitNames; readonly parentId: string | null };

export type MergeUnitsInput = {
  readonly unitIds: readonly string[];
  /** First day of the merged unit; the others end the day before. */
  readonly onDay: Day;
  readonly into: MergeInto;
  readonly decision?: string | null | undefined;
  /** Only show what would happen. */
  readonly dryRun?: boolean | undefined;
};

/**
 * Several units become one, as 129 communes became 45 on 1/7/2025. What belonged to them belongs to the merged unit.
 *
 * @throws AppError `units.not_found`, `units.code_taken`, and what `planSuccession` refuses
 */
export async function mergeUnits<T>(
  db: Db<T>,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  input: MergeUnitsInput,
): Promise<SuccessionPlan> {
  const { into, onDay } = input;
  return carryOutSuccession(db, actor, input.dryRun ?? false, async (db) => {
    const ending: Unit[] = [];
    for (const id of input.unitIds) ending.push(await getUnit(db, scope, id));
    const change = { kind: 'merge', onDay, ending, decision: input.decision ?? null } as const;
    if ('unitId' in into) return { ...change, heirs: [], continuing: await getUnit(db, scope, into.unitId) };
    if (into.parentId !== null) await getUnit(db, scope, into.parentId);
    const level = ending[0]?.level ?? 'commune';
    return { ...change, heirs: [{ unit: beginningUnit(into.unit, level, onDay), parentId: into.parentId }], continuing: null };
  });
}
