// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { keptPlan } from '#platform/db/kept-plans';
import type { AccountRow } from './accounts.repo.ts';
import { type GrantRow, knownGrant, type PositionRow } from './grants.repo.ts';
import type { IdentityDb } from './tables.ts';

/** An account with what it holds, newest first. */
export type Holder = Pick<AccountRow, 'id' | 'name' | 'disabledAt' | 'mustChangePassword'> & {
  readonly positions: readonly Pick<PositionRow, 'id' | 'title' | 'validFrom' | 'validTo'>[];
  readonly grants: readonly Pick<GrantRow, 'unitId' | 'role' | 'reformFields' | 'positionId' | 'validFrom' | 'validTo'>[];
};

/** A session that is known by its token and ends later than a moment. */
export type LastingSession = { readonly token: string; readonly lastsBeyond: Date };

export async function findHolder(db: IdentityDb, accountId: string): Promise<Holder | undefined> {
  return readHolder(db, sql`${accountId}`);
}

export async function findSessionHolder(db: IdentityDb, { token, lastsBeyond }: LastingSession): Promise<Holder | undefined> {
  return readHolder(
    db,
    sql`(select account_id from identity.session where token = ${token} and expires_at > ${lastsBeyond.toISOString()})`,
  );
}

/** Account, positions and grants at once, since every request asks for them. */
async function readHolder(db: IdentityDb, accountId: RawBuilder<unknown>): Promise<Holder | undefined> {
  const { rows } = await sql<Holder>`${keptPlan}
    select a.id, a.name, a.disabled_at as "disabledAt", a.must_change_password as "mustChangePassword",
      array(
        select json_build_object('id', p.id, 'title', p.title, 'validFrom', p.valid_from, 'validTo', p.valid_to)
        from identity.position p where p.account_id = a.id and p.withdrawn_at is null order by p.valid_from desc
      ) as positions,
      array(
        select json_build_object('unitId', g.unit_id, 'role', g.role, 'reformFields', g.reform_fields, 'positionId', g.position_id,
          'validFrom', g.valid_from, 'validTo', g.valid_to)
        from identity.role_grant g where g.account_id = a.id and g.withdrawn_at is null order by g.valid_from desc
      ) as grants
    from identity.account a where a.id = ${accountId}`.execute(db);
  const [holder] = rows;
  return holder && { ...holder, grants: holder.grants.flatMap(knownGrant) };
}
