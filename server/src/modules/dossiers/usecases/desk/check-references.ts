// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { Log } from '#platform/log/log';
import { type BrokenReferences, countBrokenReferences } from '../../data/references.repo.ts';

/** Looks every night for dossiers of units, procedures or versions that do not exist, and says so in the log. */
export async function checkReferences(db: Db, log: Pick<Log, 'error'>): Promise<BrokenReferences> {
  const broken = await countBrokenReferences(db);
  if (broken.withoutUnit + broken.withoutVersion + broken.withoutHistory > 0) log.error(broken, 'dossiers refer to what does not exist');
  return broken;
}
