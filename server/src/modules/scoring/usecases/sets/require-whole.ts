// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { reachesWholeTree } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';

export type Reach = Pick<UnitScope, 'roots'>;

/**
 * What holds for all units (criteria sets, published figures of provinces) is kept by whoever reaches the whole tree.
 *
 * @throws AppError `scoring.whole_tree_needed`
 */
export async function requireWhole(db: Db, scope: Reach): Promise<void> {
  if (!(await reachesWholeTree(db, scope))) throw new AppError('forbidden', 'scoring.whole_tree_needed');
}
