// SPDX-License-Identifier: Apache-2.0
import { recordAudit } from '#platform/audit/audit';
import { type Db, inTransaction } from '#platform/db/db';
import { clearPasswordChange } from '../data/accounts.repo.ts';
import { identityDb } from '../data/tables.ts';
import { getAccount } from './manage-accounts.ts';

/** Notes that the holder of an account has chosen a password of their own; from now on everything is open to them. */
export async function notePasswordChanged(db: Db, accountId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id, name, positions, grants } = await getAccount(tx, { roots: null, reformFields: null }, accountId);
    await clearPasswordChange(identityDb(tx), id);
    await recordAudit(
      tx,
      { id, name, position: positions[0]?.title ?? null, grants: [] },
      { action: 'identity.password_changed', subject: ['account', id], unitId: positions[0]?.unitId ?? grants[0]?.unitId ?? null },
    );
  });
}
