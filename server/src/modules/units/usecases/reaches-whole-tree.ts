// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { areAllTops } from '../data/relations.repo.ts';
import { unitsDb } from '../data/tables.ts';

/** Whether a scope reaches every unit of a day, for what is set once for the whole installation. */
export async function reachesWholeTree<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, day: Day = todayInVietnam()): Promise<boolean> {
  return scope.roots === null || (await areAllTops(unitsDb(db), scope.roots, day));
}
