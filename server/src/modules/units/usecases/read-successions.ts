// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type Correction, listCorrections } from '../data/corrections.repo.ts';
import {
  listAncestors,
  listParents,
  listSuccessions,
  type ParentReference,
  type SuccessionReference,
  type UnitReference,
} from '../data/relations.repo.ts';
import { unitsDb } from '../data/tables.ts';
import type { Unit } from '../domain/unit.ts';
import { getUnit } from './read-units.ts';

/** A unit with everything around it: where it stood, what it came from, what became of it. */
export type UnitSheet = {
  readonly unit: Unit;
  readonly asOf: Day;
  /** Its parents on `asOf`, nearest first. */
  readonly ancestors: readonly UnitReference[];
  /** Every parent it ever had, latest first. */
  readonly parents: readonly ParentReference[];
  readonly predecessors: readonly SuccessionReference[];
  readonly successors: readonly SuccessionReference[];
  /** What was mended in place, latest first. */
  readonly corrections: readonly Correction[];
};

/**
 * The units that took over from a unit, directly; empty while it lasts.
 *
 * @throws AppError `units.not_found`
 */
export async function successorsOf<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, id: string): Promise<SuccessionReference[]> {
  await getUnit(db, scope, id);
  return listSuccessions(unitsDb(db), scope, id, 'successors');
}

/**
 * One unit with its place on a day, its predecessors and successors. Where the unit does not exist on that day,
 * its place is told for its nearest day.
 *
 * @throws AppError `units.not_found`
 */
export async function getUnitSheet<T>(
  db: Db<T>,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  asOf: Day = todayInVietnam(),
): Promise<UnitSheet> {
  const unit = await getUnit(db, scope, id);
  const day = asOf < unit.validFrom ? unit.validFrom : unit.validTo !== null && unit.validTo < asOf ? unit.validTo : asOf;
  return {
    unit,
    asOf: day,
    ancestors: await listAncestors(unitsDb(db), scope, id, day),
    parents: await listParents(unitsDb(db), scope, id),
    predecessors: await listSuccessions(unitsDb(db), scope, id, 'predecessors'),
    successors: await listSuccessions(unitsDb(db), scope, id, 'successors'),
    corrections: await listCorrections(unitsDb(db), id),
  };
}
