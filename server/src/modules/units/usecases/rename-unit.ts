// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { findParentId } from '../data/structure.repo.ts';
import type { SuccessionPlan } from '../domain/plan-succession.ts';
import { carryOutSuccession } from './carry-out-succession.ts';
import { beginningUnit, type UnitNames } from './create-unit.ts';
import { getUnitToChange } from './read-units.ts';

export type RenameUnitInput = {
  readonly version: number;
  /** First day of the new name. */
  readonly onDay: Day;
  readonly name: string;
  readonly authorityName: string;
  readonly code?: string | undefined;
  readonly documentSymbol?: string | undefined;
  readonly agencyCode?: string | null | undefined;
  readonly decision?: string | null | undefined;
  readonly dryRun?: boolean | undefined;
};

/**
 * A unit gets another name (or rank: xã to phường): it ends the day before, and a new unit with its parent and
 * everything below it begins. Older documents keep the old name.
 *
 * @throws AppError `units.not_found`, `platform.stale`, and what `planSuccession` refuses
 */
export async function renameUnit<T>(
  db: Db<T>,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  input: RenameUnitInput,
): Promise<SuccessionPlan> {
  return carryOutSuccession(db, actor, input.dryRun ?? false, async (db) => {
    const old = await getUnitToChange(db, scope, id, input.version);
    const names: UnitNames = {
      code: input.code ?? old.code,
      name: input.name,
      authorityName: input.authorityName,
      documentSymbol: input.documentSymbol ?? old.documentSymbol,
      agencyCode: input.agencyCode === undefined ? old.agencyCode : input.agencyCode,
      mark: old.mark,
      note: old.note,
    };
    const unit = beginningUnit(names, old.level, input.onDay);
    const parentId = await findParentId(db, id, input.onDay);
    return {
      kind: 'rename',
      onDay: input.onDay,
      ending: [old],
      heirs: [{ unit, parentId }],
      continuing: null,
      decision: input.decision ?? null,
    };
  });
}
