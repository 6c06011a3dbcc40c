// SPDX-License-Identifier: Apache-2.0
import { versionNumbered } from '#modules/procedures';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import { queueMail } from '#platform/mail/mail-outbox';
import { type DossierRow, findApplicant } from '../../data/desk.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import type { DeskMove } from '../../domain/desk/moves.ts';
import { composeMail, type MailFacts, type MailOccasion } from '../../domain/mail/compose-mail.ts';

export type Noticed = Pick<DossierRow, 'code' | 'unitId' | 'procedureId' | 'procedureVersion' | 'applicantName' | 'dueAt'>;

const occasions: Readonly<Partial<Record<DeskMove, MailOccasion>>> = {
  accept: 'received',
  request_supplement: 'supplement',
  reject: 'rejected',
  extend: 'extended',
  finish: 'ready',
};

/** What an applicant is told after a step; undefined for steps that concern the office alone. */
export function occasionOfMove(move: DeskMove): MailOccasion | undefined {
  return occasions[move];
}

/**
 * Queues the mail of an occasion in the caller's transaction, where the applicant has left an address.
 *
 * @param once name under which the mail is queued one time only
 */
export async function notifyApplicant(
  db: Db,
  occasion: MailOccasion,
  dossier: Noticed,
  more: { readonly reason?: string | null; readonly once?: string } = {},
): Promise<void> {
  const applicant = await findApplicant(dossiersDb(db), dossier);
  if (!applicant?.email) return;
  const version = await versionNumbered(db, dossier.procedureId, dossier.procedureVersion);
  const unit = await getUnit(db, { roots: null }, dossier.unitId);
  const { code, applicantName, dueAt } = dossier;
  const named = { applicantName, procedureName: version?.name ?? '', unitName: unit.authorityName };
  await queueNotice(db, occasion, applicant.email, { code, dueAt, reason: more.reason ?? null, ...named }, more.once);
}

/** Queues the mail of an occasion for whoever knows already what it says. */
export async function queueNotice(db: Db, occasion: MailOccasion, to: string, facts: MailFacts, once?: string): Promise<void> {
  await queueMail(db, { to, ...composeMail(occasion, facts), ...(once ? { once } : {}) });
}
