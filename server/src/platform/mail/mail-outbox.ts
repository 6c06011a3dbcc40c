// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { Db } from '../db/db.ts';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** A mail of the same name is queued only once, whenever it is asked for. */
  readonly once?: string;
};

/** Writes a mail in the caller's transaction; it goes out after the commit, where the server has a mail server. */
export async function queueMail<T>(db: Db<T>, mail: Mail): Promise<void> {
  await sql`
    insert into platform.mail (id, once, recipient, subject, body)
    values (${newId()}, ${mail.once ?? null}, ${mail.to}, ${mail.subject}, ${mail.body})
    on conflict on constraint mail_once_key do nothing`.execute(db);
}

export type ClaimedMail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** This attempt included. */
  readonly attempts: number;
};

/** Minutes after which a sender that has not said how it ended is taken for dead. */
const sendingMinutes = 10;

/** Takes the next mail that is due, so that no other process takes it too. */
export async function claimMail(db: Db): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update platform.mail set state = 'sending', attempts = attempts + 1, next_at = now() + make_interval(mins => ${sendingMinutes})
    where id = (
      select id from platform.mail where state = 'waiting' and next_at <= now() order by next_at, id limit 1 for update skip locked)
    returning id, recipient, subject, body, attempts`.execute(db);
  return rows[0];
}

export async function markSent(db: Db, id: string): Promise<void> {
  await sql`update platform.mail set state = 'sent', sent_at = now(), last_error = null where id = ${id}`.execute(db);
}

/** Back into the queue after so many minutes. */
export async function markWaiting(db: Db, id: string, minutes: number, error: string): Promise<void> {
  await sql`update platform.mail set state = 'waiting', next_at = now() + make_interval(mins => ${minutes}), last_error = ${error.slice(0, 1000)}
    where id = ${id}`.execute(db);
}

export async function markRefused(db: Db, id: string, error: string): Promise<void> {
  await sql`update platform.mail set state = 'refused', last_error = ${error.slice(0, 1000)} where id = ${id}`.execute(db);
}

/** Gives up mails whose sender died while sending: they may have arrived, and none is to arrive twice. */
export async function giveUpUnknown(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.mail set state = 'unknown' where state = 'sending' and next_at < now()`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Days after which news of a dossier is no news any more. */
const freshDays = 3;

export async function expireOldMail(db: Db): Promise<void> {
  await sql`update platform.mail set state = 'expired'
    where state = 'waiting' and created_at < now() - make_interval(days => ${freshDays})`.execute(db);
}
