// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { UnitReach } from '../data/unit-reach.ts';

/**
 * The years and the general hours hold for every unit of the installation, so only a right over the whole tree changes them.
 *
 * @throws AppError `calendar.whole_needed`
 */
export async function requireWhole<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>, reach: UnitReach): Promise<void> {
  if (!(await reach.isWhole(db, scope))) throw new AppError('forbidden', 'calendar.whole_needed');
}
