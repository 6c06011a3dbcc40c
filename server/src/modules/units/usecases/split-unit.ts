// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { findParentId } from '../data/structure.repo.ts';
import type { SuccessionPlan } from '../domain/plan-succession.ts';
import { carryOutSuccession } from './carry-out-succession.ts';
import { beginningUnit, type UnitNames } from './create-unit.ts';
import { getUnit } from './read-units.ts';

export type SplitUnitInput = {
  readonly onDay: Day;
  /** The new units, and which units below the old one each of them takes over. */
  readonly parts: readonly (UnitNames & { readonly childIds?: readonly string[] | undefined })[];
  readonly decision?: string | null | undefined;
  readonly dryRun?: boolean | undefined;
};

export type DissolveUnitInput = {
  readonly onDay: Day;
  readonly decision?: string | null | undefined;
  readonly dryRun?: boolean | undefined;
};

/**
 * One unit becomes several of its level, below its parent of that day.
 *
 * @throws AppError `units.not_found`, `units.child_without_heir`, `units.code_taken`, and what `planSuccession` refuses
 */
export async function splitUnit<T>(
  db: Db<T>,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  input: SplitUnitInput,
): Promise<SuccessionPlan> {
  return carryOutSuccession(db, actor, input.dryRun ?? false, async (db) => {
    const old = await getUnit(db, scope, id);
    const parentId = await findParentId(db, id, input.onDay);
    const parts = input.parts.map((part) => ({
      unit: beginningUnit(part, old.level, input.onDay),
      parentId,
      childIds: part.childIds ?? [],
    }));
    const heirOfChild = new Map(parts.flatMap((part) => part.childIds.map((childId) => [childId, part.unit.id] as const)));
    return {
      kind: 'split',
      onDay: input.onDay,
      ending: [old],
      heirs: parts,
      continuing: null,
      heirOfChild,
      decision: input.decision ?? null,
    };
  });
}

/**
 * A unit ends without an heir, as the districts did on 30/6/2025; nothing may still belong to it.
 *
 * @throws AppError `units.not_found`, `units.child_without_heir`, and what `planSuccession` refuses
 */
export async function dissolveUnit<T>(
  db: Db<T>,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  input: DissolveUnitInput,
): Promise<SuccessionPlan> {
  return carryOutSuccession(db, actor, input.dryRun ?? false, async (db) => {
    const ending = [await getUnit(db, scope, id)];
    return { kind: 'dissolve', onDay: input.onDay, ending, heirs: [], continuing: null, decision: input.decision ?? null };
  });
}
