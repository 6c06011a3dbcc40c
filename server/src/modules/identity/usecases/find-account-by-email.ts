// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { findAccountIdByEmail } from '../data/accounts.repo.ts';
import { identityDb } from '../data/tables.ts';

/** Id of the account with this sign-in address, for seeds that put demo persons into teams. */
export async function findAccountByEmail(db: Db, email: string): Promise<string | undefined> {
  return findAccountIdByEmail(identityDb(db), email);
}
