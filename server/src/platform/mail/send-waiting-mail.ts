// SPDX-License-Identifier: Apache-2.0
import type { Db } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import { claimMail, expireOldMail, giveUpUnknown, markRefused, markSent, markWaiting } from './mail-outbox.ts';
import type { Mailer } from './mailer.ts';

/** Minutes to wait after each failed attempt; after the last one the mail is given up. */
const pauses = [1, 5, 15, 60, 240, 720] as const;
const mostAtOnce = 100;

/**
 * Sends what waits in the outbox. A mail is claimed and committed before it is sent, so that two processes never send
 * the same one; one that was acknowledged is never sent again. Without a mail server (`mailer` absent) nothing is sent,
 * and what waits longer than three days is dropped.
 */
export async function sendWaitingMail(db: Db, log: Log, mailer: Mailer | undefined): Promise<void> {
  await expireOldMail(db);
  if (!mailer) return;
  const unknown = await giveUpUnknown(db);
  if (unknown > 0) log.error({ mails: unknown }, 'the program stopped while sending mail; it is not known whether they arrived');
  for (let count = 0; count < mostAtOnce; count += 1) {
    const mail = await claimMail(db);
    if (!mail) return;
    const outcome = await mailer.send({ id: mail.id, to: mail.recipient, subject: mail.subject, text: mail.body });
    if (outcome.kind === 'sent') await markSent(db, mail.id);
    else {
      const pause = outcome.kind === 'later' ? pauses[mail.attempts - 1] : undefined;
      if (pause === undefined) await markRefused(db, mail.id, outcome.reason);
      else await markWaiting(db, mail.id, pause, outcome.reason);
      log.warn({ mail: mail.id, attempts: mail.attempts, outcome: outcome.kind, reason: outcome.reason }, 'mail not sent');
    }
  }
}
