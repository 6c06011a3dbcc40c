// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import type { Grant } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { listGrants, listPositions } from '../data/grants.repo.ts';
import { identityDb } from '../data/tables.ts';
import { heldIn, inForceOn } from '../domain/held-in.ts';

/**
 * Every right that an account holds today, in whatever position: what a person must not do because of another right of theirs does not
 * depend on the position that they chose to work in.
 */
export async function listOwnGrants(db: Db, accountId: string): Promise<Grant[]> {
  const tables = identityDb(db);
  const today = inForceOn(todayInVietnam());
  const positions = (await listPositions(tables, [accountId])).filter(today);
  const grants = (await listGrants(tables, [accountId])).filter(today);
  return heldIn(grants, positions, undefined).map(({ role, unitId, reformFields }) => ({ role, unitId, reformFields }));
}
