// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { IdentityDb } from './tables.ts';

export type EndedGrantRow = {
  readonly grantId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly endedOn: Day;
};

/** Rights that still run at units whose last day is over, of accounts in use. */
export async function findEndedGrants(db: IdentityDb, scope: UnitScope, today: Day): Promise<EndedGrantRow[]> {
  return db
    .selectFrom('identity.role_grant as g')
    .innerJoin('identity.account as a', 'a.id', 'g.account_id')
    .innerJoin('units.unit as u', 'u.id', 'g.unit_id')
    .select([
      'g.id as grantId',
      'a.id as accountId',
      'a.name as accountName',
      'u.id as unitId',
      'u.authority_name as unitName',
      sql<Day>`u.valid_to`.as('endedOn'),
    ])
    .where('g.withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>=', today)]))
    .where('a.disabled_at', 'is', null)
    .where('u.valid_to', '<', today)
    .where(withinScope('g.unit_id', scope))
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy(sql`a.name collate "vi-x-icu"`)
    .orderBy('g.id')
    .execute();
}

/** Marks an account as changed, so that whoever edits it now is told. */
export async function touchAccount(db: IdentityDb, accountId: string): Promise<void> {
  await db
    .updateTable('identity.account')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<string>`now()` }))
    .where('id', '=', accountId)
    .execute();
}

/** One person passes rights on at a time: what is passed on depends on the rights that are already there. */
export async function lockGrants(db: IdentityDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.grants'))`.execute(db);
}
