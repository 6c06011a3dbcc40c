// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { findUpdatedBy } from '../data/structure.repo.ts';
import { unitsDb } from '../data/tables.ts';
import { countPlaced, findByCode, findUnit, listPlaced } from '../data/units.repo.ts';
import { arrangeTree, type PlacedUnit, type TreeRow } from '../domain/tree.ts';
import { type Unit, type UnitLevel, unitInForceOn } from '../domain/unit.ts';

const everywhere = { roots: null } as const;

/** Which units a list shows; `asOf` is today where absent. */
export type ListUnitsInput = {
  readonly asOf?: Day | undefined;
  /** Words of the name, authority or code, with or without diacritics. */
  readonly search?: string | undefined;
  readonly level?: UnitLevel | undefined;
  /** Only units directly below this one on that day. */
  readonly parentId?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
};

/**
 * One unit, of any day.
 *
 * @throws AppError `units.not_found` where it does not exist or lies outside the scope
 */
export async function getUnit<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, id: string): Promise<Unit> {
  const unit = await findUnit(unitsDb(db), id, scope);
  if (!unit) throw new AppError('not_found', 'units.not_found');
  return unit;
}

/**
 * The unit as the editor read it; the caller holds the lock of the tree.
 *
 * @throws AppError `units.not_found`, `platform.stale`
 */
export async function getUnitToChange<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, id: string, version: number): Promise<Unit> {
  const unit = await getUnit(db, scope, id);
  if (unit.version !== version)
    throw new AppError('conflict', 'platform.stale', { by: (await findUpdatedBy(unitsDb(db), id)) ?? 'người khác' });
  return unit;
}

/** The unit that has a code on a day; without a day the last one that had it, because codes are given anew after mergers. */
export async function findUnitByCode<T>(db: Db<T>, code: string, asOf?: Day): Promise<Unit | undefined> {
  return findByCode(unitsDb(db), code, asOf ?? null);
}

/** A page of the units in force on a day, with the count of all that match. */
export async function listUnits<T>(
  db: Db<T>,
  scope: Pick<UnitScope, 'roots'>,
  input: ListUnitsInput = {},
): Promise<{ rows: PlacedUnit[]; total: number }> {
  const filter = { asOf: input.asOf ?? todayInVietnam(), search: input.search, level: input.level, parentId: input.parentId };
  const rows = await listPlaced(unitsDb(db), scope, filter, { offset: input.offset ?? 0, limit: input.limit ?? 50 });
  return { rows, total: await countPlaced(unitsDb(db), scope, filter) };
}

/** All units of a day within the scope, each directly after its parent. */
export async function unitTree<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, asOf: Day = todayInVietnam()): Promise<TreeRow[]> {
  return arrangeTree(await listPlaced(unitsDb(db), scope, { asOf }));
}

/**
 * The unit, which must exist on that day: documents, rounds and figures are bound to units of their own day.
 *
 * @throws AppError `units.not_found`, `units.not_in_force`
 */
export async function requireUnitInForce<T>(db: Db<T>, id: string, day: Day): Promise<Unit> {
  return getUnitInForce(db, everywhere, id, day);
}

/**
 * As `requireUnitInForce`, of a unit inside the scope.
 *
 * @throws AppError `units.not_found`, `units.not_in_force`
 */
export async function getUnitInForce<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, id: string, day: Day): Promise<Unit> {
  const unit = await getUnit(db, scope, id);
  if (!unitInForceOn(unit, day)) throw new AppError('invalid', 'units.not_in_force', { name: unit.name, day: vietnameseDay(day) });
  return unit;
}
