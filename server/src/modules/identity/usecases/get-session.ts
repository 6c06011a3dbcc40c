// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { Permissions } from '#platform/permissions/permissions';
import { heldIn, inForceOn } from '../domain/held-in.ts';
import { getAccount } from './manage-accounts.ts';

/** Who is signed in, where they serve, and what they may do; the screens offer only what will be accepted. */
export async function getSession(db: Db, actor: Actor, permissions: Permissions) {
  const account = await getAccount(db, { roots: null, reformFields: null }, actor.id);
  const lasts = inForceOn(todayInVietnam());
  const positions = account.positions.filter(lasts);
  const chosen = positions.find((position) => position.id === actor.positionId);
  return {
    account: { id: account.id, name: account.name, email: account.email, position: actor.position },
    positions,
    chosenPositionId: chosen?.id ?? null,
    grants: heldIn(account.grants.filter(lasts), positions, chosen),
    permissions: permissions.held(actor),
    twoFactorEnabled: account.twoFactorEnabled ?? false,
    mustChangePassword: account.mustChangePassword,
  };
}
