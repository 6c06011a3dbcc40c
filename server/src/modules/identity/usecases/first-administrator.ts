// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { countAccounts } from '../data/accounts.repo.ts';
import { identityDb } from '../data/tables.ts';
import { createAccount, type HashPassword } from './manage-accounts.ts';

export const firstAdministratorEmail = 'quantri@tuongminh.local';

/** On an installation without accounts: one administrator of the whole tree, whose generated password is told once. */
export async function createFirstAdministrator(
  db: Db,
  hashPassword: HashPassword,
  rootUnitId: string,
): Promise<{ email: string; password: string } | null> {
  if ((await countAccounts(identityDb(db))) > 0) return null;
  const validFrom = todayInVietnam();
  const { password } = await createAccount(db, systemActor, { roots: null, reformFields: null }, hashPassword, {
    name: 'Quản trị hệ thống',
    email: firstAdministratorEmail,
    positions: [{ unitId: rootUnitId, title: 'Quản trị hệ thống', validFrom, validTo: null }],
    grants: [{ unitId: rootUnitId, role: 'administrator', reformFields: null, validFrom, validTo: null }],
  });
  return { email: firstAdministratorEmail, password };
}
