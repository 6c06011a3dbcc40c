// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import { findSet, type SetHead, type StoredSet, selectSets } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';

/** All versions of all sets, the newest year first. */
export async function listSets(db: Db): Promise<SetHead[]> {
  return selectSets(scoringDb(db));
}

/**
 * One version with its conventions, rows and grades.
 *
 * @throws AppError `scoring.set_not_found`
 */
export async function getSet(db: Db, id: string): Promise<StoredSet> {
  const set = await findSet(scoringDb(db), id);
  if (!set) throw new AppError('not_found', 'scoring.set_not_found');
  return set;
}
