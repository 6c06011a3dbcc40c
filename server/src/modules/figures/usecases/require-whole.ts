// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { reachesWholeTree } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';

/**
 * What holds for every unit (indicators, rules) is kept by whoever reaches the whole tree.
 *
 * @throws AppError `figures.whole_tree_needed`
 */
export async function requireWhole(db: Db, scope: Pick<UnitScope, 'roots'>): Promise<void> {
  if (!(await reachesWholeTree(db, scope))) throw new AppError('forbidden', 'figures.whole_tree_needed');
}
