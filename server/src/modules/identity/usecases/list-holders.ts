// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { ReformField } from '#kernel/reform-fields';
import type { Role } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { listAccountsGranted } from '../data/accounts.repo.ts';
import { listGrants, listPositions } from '../data/grants.repo.ts';
import { identityDb } from '../data/tables.ts';
import { heldIn, inForceOn } from '../domain/held-in.ts';

/** A person who may be given work, with the title of the position they hold and the reform fields of their grants (null is all). */
export type Holder = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly reformFields: readonly ReformField[] | null;
};

/**
 * The people who hold one of the roles at a unit or above it on a day, by name. Disabled accounts are left out, and rights
 * bound to a position that has ended.
 */
export async function listHolders(
  db: Db,
  asked: { readonly unitId: string; readonly roles: readonly Role[]; readonly day?: Day },
): Promise<Holder[]> {
  const { unitId, roles, day = todayInVietnam() } = asked;
  const tables = identityDb(db);
  const accounts = await listAccountsGranted(tables, unitId, roles);
  const ids = accounts.map(({ id }) => id);
  const [grants, positions] = [await listGrants(tables, ids), (await listPositions(tables, ids)).filter(inForceOn(day))];
  return accounts.flatMap(({ id, name, reachedFrom }) => {
    const own = positions.filter(({ accountId }) => accountId === id);
    const held = heldIn(grants.filter(({ accountId }) => accountId === id).filter(inForceOn(day)), own, undefined);
    const reaching = held.filter((grant) => roles.includes(grant.role) && reachedFrom.includes(grant.unitId));
    if (reaching.length === 0) return [];
    const isWhole = reaching.some(({ reformFields }) => reformFields === null);
    const fields = [...new Set(reaching.flatMap(({ reformFields }) => reformFields ?? []))];
    return [{ id, name, position: own[0]?.title ?? null, reformFields: isWhole ? null : fields }];
  });
}
