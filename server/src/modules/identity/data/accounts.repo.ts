// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { fold } from '#kernel/vietnamese-text';
import type { Role } from '#platform/auth/actor';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { IdentityDb } from './tables.ts';

export type AccountRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactorEnabled: boolean | null;
  readonly mustChangePassword: boolean;
  readonly disabledAt: string | null;
  readonly version: number;
};

const columns = [
  'a.id',
  'a.name',
  'a.email',
  'a.two_factor_enabled as twoFactorEnabled',
  'a.must_change_password as mustChangePassword',
  'a.disabled_at as disabledAt',
  'a.version',
] as const;

/** Accounts with a position or a grant inside the scope. */
function inScope(scope: UnitScope) {
  if (scope.roots === null) return sql<SqlBool>`true`;
  const roots = sql`(select descendant_id from units.lineage where ancestor_id = any(${scope.roots}::uuid[]))`;
  return sql<SqlBool>`(
    exists (select 1 from identity.position p where p.account_id = a.id and p.withdrawn_at is null and p.unit_id in ${roots})
    or exists (select 1 from identity.role_grant g where g.account_id = a.id and g.withdrawn_at is null and g.unit_id in ${roots}))`;
}

export async function findAccount(db: IdentityDb, scope: UnitScope, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('identity.account as a').select(columns).where('a.id', '=', id).where(inScope(scope)).executeTakeFirst();
}

export async function listAccounts(
  db: IdentityDb,
  scope: UnitScope,
  page: { search?: string | undefined; offset: number; limit: number },
): Promise<{ rows: AccountRow[]; total: number }> {
  let query = db.selectFrom('identity.account as a').where(inScope(scope));
  if (page.search) query = query.where('a.search', 'like', `%${fold(page.search).replace(/[%_\\]/g, '\\$&')}%`);
  const [rows, count] = await Promise.all([
    query.select(columns).orderBy(sql`a.name collate "vi-x-icu"`).orderBy('a.id').offset(page.offset).limit(page.limit).execute(),
    query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { rows, total: count.total };
}

/** Enabled accounts that were granted one of the roles at a unit or above it, by name, with the units of these grants. */
export async function listAccountsGranted(
  db: IdentityDb,
  unitId: string,
  roles: readonly Role[],
): Promise<{ readonly id: string; readonly name: string; readonly reachedFrom: readonly string[] }[]> {
  if (roles.length === 0) return [];
  return db
    .selectFrom('identity.account as a')
    .innerJoin('identity.role_grant as g', 'g.account_id', 'a.id')
    .innerJoin('units.lineage as l', 'l.ancestor_id', 'g.unit_id')
    .select(['a.id', 'a.name', sql<string[]>`array_agg(distinct g.unit_id)`.as('reachedFrom')])
    .where('l.descendant_id', '=', unitId)
    .where('g.role', 'in', [...roles])
    .where('g.withdrawn_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .groupBy(['a.id', 'a.name'])
    .orderBy(sql`a.name collate "vi-x-icu"`)
    .orderBy('a.id')
    .execute();
}

export async function insertAccount(
  db: IdentityDb,
  account: { name: string; email: string; passwordHash: string; mustChangePassword: boolean },
): Promise<string> {
  const id = newId();
  try {
    await db
      .insertInto('identity.account')
      .values({
        id,
        name: account.name,
        email: account.email.toLowerCase(),
        email_verified: true,
        must_change_password: account.mustChangePassword,
        disabled_at: null,
      })
      .execute();
  } catch (error) {
    if (violatedConstraint(error) === 'account_email_key') throw new AppError('conflict', 'identity.email_taken', { email: account.email });
    throw error;
  }
  await db
    .insertInto('identity.credential')
    .values({ id: newId(), account_id: id, provider_id: 'credential', user_id: id, password: account.passwordHash })
    .execute();
  return id;
}

/** Changes an account as long as it still has the version that was read; false where someone was quicker. */
export async function updateAccount(
  db: IdentityDb,
  id: string,
  version: number,
  change: { name?: string | undefined; disabled?: boolean | undefined },
): Promise<boolean> {
  const result = await db
    .updateTable('identity.account')
    .set({
      version: version + 1,
      updated_at: sql`now()`,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.disabled === undefined ? {} : { disabled_at: change.disabled ? sql<string>`now()` : null }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setPassword(db: IdentityDb, id: string, passwordHash: string, mustChange: boolean): Promise<void> {
  await db
    .updateTable('identity.credential')
    .set({ password: passwordHash, updated_at: sql`now()` })
    .where('user_id', '=', id)
    .where('provider_id', '=', 'credential')
    .execute();
  await db.updateTable('identity.account').set({ must_change_password: mustChange }).where('id', '=', id).execute();
}

export async function clearPasswordChange(db: IdentityDb, id: string): Promise<void> {
  await db.updateTable('identity.account').set({ must_change_password: false }).where('id', '=', id).execute();
}

export async function endSessions(db: IdentityDb, accountId: string): Promise<void> {
  await db.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
}

export async function countAccounts(db: IdentityDb): Promise<number> {
  const row = await db.selectFrom('identity.account').select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  return row.count;
}

/** Whether all units lie inside the scope. */
export async function unitsInScope(db: IdentityDb, scope: UnitScope, unitIds: readonly string[]): Promise<boolean> {
  if (scope.roots === null || unitIds.length === 0) return true;
  const wanted = [...new Set(unitIds)];
  const rows = await db
    .selectFrom('units.lineage')
    .select('descendant_id')
    .distinct()
    .where('ancestor_id', 'in', scope.roots)
    .where('descendant_id', 'in', wanted)
    .execute();
  return rows.length === wanted.length;
}

export async function findAccountIdByEmail(db: IdentityDb, email: string): Promise<string | undefined> {
  const row = await db.selectFrom('identity.account').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row?.id;
}
