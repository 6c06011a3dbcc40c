// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { type CarriedNode, carryOver } from '../../domain/versions/carry-over.ts';
import { diffSets, type SetDifference } from '../../domain/versions/diff-sets.ts';
import { getSet } from './read-sets.ts';

export type SetComparison = SetDifference & { readonly carried: readonly CarriedNode[] };

/**
 * What changed from one version or year to another, and which rows carry on.
 *
 * @throws AppError `scoring.set_not_found`
 */
export async function compareSets(db: Db, fromId: string, toId: string): Promise<SetComparison> {
  const [from, to] = [(await getSet(db, fromId)).content, (await getSet(db, toId)).content];
  return { ...diffSets(from, to), carried: carryOver(from, to) };
}
