// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { EntryRequest } from '../../data/entry-requests.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { notifyApplicant } from '../mail/notify-applicant.ts';
import { beginEntry, type Received, type Reception } from './begin-entry.ts';
import { enterDossier } from './enter-dossier.ts';
import { enterOnce } from './enter-once.ts';

export const turnAwayOutcomes = ['rejected', 'supplement_requested'] as const;
export type TurnAwayOutcome = (typeof turnAwayOutcomes)[number];

export type TurnedAway = Reception & { readonly outcome: TurnAwayOutcome; readonly reason: string };

/**
 * Records a dossier that the desk does not receive: refused (form 03), or sent back for papers (form 02). It has a code and
 * a history; its clock does not run and no statistic counts it until it is accepted.
 *
 * @throws AppError `units.not_found`, `units.not_in_force`, `dossiers.procedure_not_in_force`, `dossiers.paper_unknown`,
 * `dossiers.request_used_otherwise`
 */
export async function turnAway(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  asked: TurnedAway,
  now: Date = new Date(),
): Promise<{ code: string }> {
  const { code } = await enterOnce(db, asked, (request) => turnNewAway(db, actor, scope, asked, request, now));
  return { code };
}

async function turnNewAway(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  asked: TurnedAway,
  request: EntryRequest | undefined,
  now: Date,
): Promise<Received | null> {
  const begun = await beginEntry(db, scope, asked, now);
  const { unit, version, channel, applicant } = begun;
  const { outcome, reason } = asked;
  const status = outcome === 'rejected' ? 3 : 5;
  const noted = { action: 'dossiers.dossier_turned_away', data: { procedure: version.code, channel, outcome, reason } };
  const entry = { ...begun, dueAt: null, isReceived: false, noted };
  const events = [
    { event: 'submitted', status: 1 },
    { event: outcome, status, reason },
  ] as const;
  return inTransaction(db, async (tx) => {
    const code = await enterDossier(dossiersDb(tx), actor, { ...entry, status, events }, request);
    if (code === null) return null;
    const { procedureId, number: procedureVersion } = version;
    const noticed = { code, unitId: unit.id, procedureId, procedureVersion, applicantName: applicant.name, dueAt: null };
    await notifyApplicant(tx, outcome === 'rejected' ? 'rejected' : 'supplement', noticed, { reason });
    return { code, dueAt: null };
  });
}
