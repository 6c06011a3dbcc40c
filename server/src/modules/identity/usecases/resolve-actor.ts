// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { findAccount } from '../data/accounts.repo.ts';
import { listGrants, listPositions } from '../data/grants.repo.ts';
import { identityDb } from '../data/tables.ts';

const everywhere = { roots: null, reformFields: null };

/** The actor behind an account with the grants of today; null where the account is disabled or gone, held back while its password is still the one it was given. */
export async function resolveActor(db: Db, accountId: string): Promise<Actor | null> {
  const tables = identityDb(db);
  const [account, grants, positions] = await Promise.all([
    findAccount(tables, everywhere, accountId),
    listGrants(tables, [accountId]),
    listPositions(tables, [accountId]),
  ]);
  if (!account || account.disabledAt) return null;
  const today = todayInVietnam();
  const inForce = (row: { validFrom: string; validTo: string | null }): boolean =>
    row.validFrom <= today && (row.validTo === null || today <= row.validTo);
  return {
    id: account.id,
    name: account.name,
    position: positions.find(inForce)?.title ?? null,
    grants: grants.filter(inForce).map(({ role, unitId, reformFields }) => ({ role, unitId, reformFields })),
    ...(account.mustChangePassword ? { heldBack: 'identity.password_change_needed' } : {}),
  };
}
