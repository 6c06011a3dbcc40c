// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { findHolder, findSessionHolder, type Holder, type LastingSession } from '../data/holder.repo.ts';
import { identityDb } from '../data/tables.ts';
import { heldIn, inForceOn } from '../domain/held-in.ts';

/** Header in which a browser names the position that its person has chosen to work in. */
export const positionHeader = 'x-tuongminh-position';

/**
 * The actor behind an account with the grants of today; null where the account is disabled or gone, held back while its
 * password is still the one it was given. With a chosen position only what is held in it, and its title; a position that
 * the account does not hold (any more) is passed over, because choosing never adds a right.
 */
export async function resolveActor(db: Db, accountId: string, chosen: string | null = null): Promise<Actor | null> {
  return actorOf(await findHolder(identityDb(db), accountId), chosen);
}

/** As `resolveActor`, for the account of a session that lasts beyond a moment; null where there is none. */
export async function actorOfSession(db: Db, session: LastingSession, chosen: string | null): Promise<Actor | null> {
  return actorOf(await findSessionHolder(identityDb(db), session), chosen);
}

function actorOf(account: Holder | undefined, chosen: string | null): Actor | null {
  if (!account || account.disabledAt) return null;
  const today = todayInVietnam();
  const current = account.positions.filter(inForceOn(today));
  const position = current.find((one) => one.id === chosen);
  return {
    id: account.id,
    name: account.name,
    position: (position ?? current[0])?.title ?? null,
    ...(position ? { positionId: position.id } : {}),
    grants: heldIn(account.grants.filter(inForceOn(today)), current, position).map(({ role, unitId, reformFields }) => ({
      role,
      unitId,
      reformFields,
    })),
    ...(account.mustChangePassword ? { heldBack: 'identity.password_change_needed' } : {}),
  };
}
