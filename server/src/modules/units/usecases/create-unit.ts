// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import type { UnitScope } from '#platform/permissions/permissions';
import { askRules, insertUnit, lockTree, renewLineage } from '../data/structure.repo.ts';
import { requireLevelBelow } from '../domain/plan-succession.ts';
import { type Unit, type UnitLevel, type UnitMark, unitInForceOn } from '../domain/unit.ts';
import { getUnit } from './read-units.ts';
import { refuseDoubles } from './refuse-doubles.ts';
import { rehearsable } from './rehearsable.ts';

/** What a unit is called, on its own and on paper. */
export type UnitNames = {
  readonly code: string;
  readonly name: string;
  readonly authorityName: string;
  readonly documentSymbol: string;
  readonly agencyCode?: string | null | undefined;
  readonly mark?: UnitMark | null | undefined;
  readonly note?: string | null | undefined;
  readonly decision?: string | null | undefined;
};

export type CreateUnitInput = UnitNames & {
  readonly level: UnitLevel;
  readonly parentId: string | null;
  readonly validFrom: Day;
  /** For a unit of the past; it must lie within the life of its parent. */
  readonly validTo?: Day | null | undefined;
  /** Asks all that the real creation would ask, and writes nothing. */
  readonly dryRun?: boolean | undefined;
};

/** A unit of these names as it begins. */
export function beginningUnit(names: UnitNames, level: UnitLevel, validFrom: Day, validTo: Day | null = null): Unit {
  const { code, name, authorityName, documentSymbol } = names;
  const { agencyCode = null, mark = null, note = null, decision = null } = names;
  const given = { agencyCode, mark, note, decision };
  return { id: newId(), code, level, name, authorityName, documentSymbol, ...given, validFrom, validTo, startKnown: true, version: 1 };
}

/**
 * A unit begins below its parent.
 *
 * @throws AppError `units.not_found` where the parent lies outside the scope, `units.parent_required`,
 *   `units.level_not_below`, `units.not_in_force`, `units.outlasts_parent`, `units.outside_parent`, `units.code_taken`,
 *   `units.name_taken`, `units.dates_reversed`
 */
export async function createUnit<T>(db: Db<T>, actor: Actor, scope: Pick<UnitScope, 'roots'>, input: CreateUnitInput): Promise<Unit> {
  return rehearsable(db, input.dryRun ?? false, {
    work: async (db) => {
      await lockTree(db);
      const parent = input.parentId === null ? null : await getUnit(db, scope, input.parentId);
      if (!parent && scope.roots !== null) throw new AppError('invalid', 'units.parent_required');
      const unit = beginningUnit(input, input.level, input.validFrom, input.validTo ?? null);
      requireLevelBelow(unit, parent);
      requireWithinParent(unit, parent);
      await refuseDoubles(db, unit, parent);
      await insertUnit(db, { unit, parentId: parent?.id ?? null });
      await renewLineage(db);
      await askRules(db);
      return unit;
    },
    tell: async (db, unit) => {
      await publish(db, { name: 'units.unit_created', payload: { unitId: unit.id } });
      await recordAudit(db, actor, {
        action: 'units.created',
        subject: ['unit', unit.id],
        unitId: unit.id,
        data: { code: unit.code, name: unit.name, validFrom: unit.validFrom, parentId: input.parentId, decision: unit.decision },
      });
    },
  });
}

function requireWithinParent(unit: Unit, parent: Unit | null): void {
  if (unit.validTo !== null && unit.validTo < unit.validFrom) throw new AppError('invalid', 'units.dates_reversed');
  if (!parent) return;
  if (!unitInForceOn(parent, unit.validFrom))
    throw new AppError('invalid', 'units.not_in_force', { name: parent.name, day: vietnameseDay(unit.validFrom) });
  if (parent.validTo !== null && (unit.validTo === null || unit.validTo > parent.validTo))
    throw new AppError('invalid', 'units.outlasts_parent', { parent: parent.name, day: vietnameseDay(parent.validTo) });
}
