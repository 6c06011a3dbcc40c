// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { InspectionsDb } from './tables.ts';

/** A person who could sit in a team, as the one who fills the seat needs to know them. */
export type SeatCandidate = {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
};

export type CandidateFilter = {
  readonly roles: readonly string[];
  readonly today: Day;
  readonly search?: string | undefined;
  readonly accountId?: string | undefined;
};

/** Accounts in use with a position inside the scope and one of the roles, both in force today. */
export async function selectCandidates(
  db: InspectionsDb,
  scope: Pick<UnitScope, 'roots'>,
  { roles, today, search, accountId }: CandidateFilter,
  limit: number,
): Promise<SeatCandidate[]> {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean);
  return db
    .selectFrom('identity.account as a')
    .innerJoin('identity.position as p', 'p.account_id', 'a.id')
    .innerJoin('units.unit as u', 'u.id', 'p.unit_id')
    .select(['a.id', 'a.name', 'p.title as position', 'u.authority_name as unitName'])
    .distinctOn(sql`a.name collate "vi-x-icu", a.id`)
    .where('a.disabled_at', 'is', null)
    .where('p.withdrawn_at', 'is', null)
    .where(withinScope('p.unit_id', scope))
    .where(inForce('p', today))
    .where(
      sql<SqlBool>`exists (select from identity.role_grant g where g.account_id = a.id and g.withdrawn_at is null
        and g.role = any(${[...roles]}::text[]) and ${inForce('g', today)})`,
    )
    .$if(accountId !== undefined, (query) => query.where('a.id', '=', accountId ?? ''))
    .$if(words.length > 0, (query) => query.where((eb) => eb.and(words.map(speaksOf))))
    .orderBy(sql`a.name collate "vi-x-icu"`)
    .orderBy('a.id')
    .orderBy('p.valid_from', 'desc')
    .limit(limit)
    .execute();
}

const inForce = (table: 'p' | 'g', day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`${table}.valid_from`)} <= ${day} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${day}))`;

/** A word of the name, the position or the unit; never of the sign-in address. */
function speaksOf(word: string): RawBuilder<SqlBool> {
  const pattern = sql`'%' || platform.fold(${word.normalize('NFC').replace(/[\\%_]/g, '\\$&')}) || '%'`;
  return sql<SqlBool>`platform.fold(a.name || ' ' || p.title || ' ' || u.authority_name || ' ' || u.name) like ${pattern}`;
}

/**
 * Names the account of a seat, or leaves the seat to nobody. The seat as it was stays, marked as withdrawn.
 * `twice` where the person already sits in this team.
 */
export async function replaceSeat(db: InspectionsDb, seatId: string, accountId: string | null): Promise<'done' | 'twice'> {
  const seat = await db
    .updateTable('inspections.team_member')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('id', '=', seatId)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirstOrThrow();
  try {
    await db
      .insertInto('inspections.team_member')
      .values({ ...seat, id: newId(), account_id: accountId, withdrawn_at: null })
      .execute();
    return 'done';
  } catch (error) {
    if (violatedConstraint(error) === 'team_member_account_once') return 'twice';
    throw error;
  }
}
