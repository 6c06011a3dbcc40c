// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { IdentityDb } from './tables.ts';

export type Attempts = { readonly count: number; readonly secondsLeft: number };

/**
 * Counts one more attempt in one statement, so that fifty at once are fifty. The row names the end of its window, because better-auth
 * removes the rows of this table whose moment lies in the past.
 */
export async function countAttempt(db: IdentityDb, key: string, windowMinutes: number): Promise<Attempts> {
  const { rows } = await sql<Attempts>`
    insert into identity.rate_limit as r (id, key, count, last_request)
    values (${newId()}, ${key}, 1, ${endOf(windowMinutes)})
    on conflict (key) do update set
      count = case when r.last_request < ${endOf(0)} then 1 else r.count + 1 end,
      last_request = case when r.last_request < ${endOf(0)} then excluded.last_request else r.last_request end
    returning count, greatest(1, ceil((last_request - ${endOf(0)}) / 1000.0))::int as "secondsLeft"`.execute(db);
  return rows[0] ?? { count: 1, secondsLeft: 1 };
}

function endOf(minutes: number) {
  return sql`(extract(epoch from now()) * 1000)::bigint + ${minutes * 60_000}::bigint`;
}

export async function forgetAttempts(db: IdentityDb, key: string): Promise<void> {
  await sql`delete from identity.rate_limit where key = ${key}`.execute(db);
}

/** Whether somebody is signed in to the account from this address. */
export async function isAddressInUse(db: IdentityDb, email: string, address: string): Promise<boolean> {
  const { rows } = await sql`
    select from identity.session s join identity.account a on a.id = s.account_id
    where a.email = ${email} and s.ip_address = ${address} and s.expires_at > now() limit 1`.execute(db);
  return rows.length > 0;
}

export async function takeAttemptBack(db: IdentityDb, key: string): Promise<void> {
  await sql`update identity.rate_limit set count = count - 1 where key = ${key} and count > 0`.execute(db);
}

/** Rows that a clock in the future has written would count against people until that day comes. */
export async function forgetFutureAttempts(db: IdentityDb): Promise<void> {
  await sql`delete from identity.rate_limit where last_request > ${endOf(60)}`.execute(db);
}
