// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { StoredStep } from '../../data/desk.repo.ts';
import type { EntryRequest } from '../../data/entry-requests.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { stepEventNumber } from '../../domain/desk/step-events.ts';
import { loadReceiving } from '../clock/load-clock.ts';
import { queueNotice } from '../mail/notify-applicant.ts';
import { beginEntry, type Received, type Reception } from './begin-entry.ts';
import { refuseMissing } from './check-papers.ts';
import { enterDossier } from './enter-dossier.ts';
import { enterOnce } from './enter-once.ts';
import { clockInputOf, keptOf, readClockOf } from './read-clock-of.ts';

/**
 * Receives a dossier at the desk: all required papers are there, its code is given, its clock starts.
 *
 * @throws AppError `units.not_found`, `units.not_in_force`, `dossiers.procedure_not_in_force`, `dossiers.papers_missing`,
 * `dossiers.paper_unknown`, `dossiers.request_used_otherwise`, what `requireApplicantNumbers` refuses
 */
export async function receiveDossier(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  reception: Reception,
  now: Date = new Date(),
): Promise<Received> {
  const { code, dueAt } = await enterOnce(db, reception, (request) => receiveNew(db, actor, scope, reception, request, now));
  return { code, dueAt };
}

async function receiveNew(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  reception: Reception,
  request: EntryRequest | undefined,
  now: Date,
): Promise<Received | null> {
  const begun = await beginEntry(db, scope, reception, now);
  const { unit, version, applicant, papers } = begun;
  refuseMissing(papers);
  const { ground, agencyCode } = await loadReceiving(db, unit.id);
  const reading = readClockOf(clockInputOf(ground, { unitId: unit.id }, version.limit, [receivedStep(actor, now)]), now);
  const dueAt = reading ? keptOf(reading).dueAt : null;
  const noted = { action: 'dossiers.dossier_received', data: { procedure: version.code, channel: begun.channel, dueAt } };
  const entry = { ...begun, unit: { id: unit.id, agencyCode }, dueAt, noted };
  const events = [{ event: 'received', status: 2 }] as const;
  const enter = async (handle: Db): Promise<Received | null> => {
    const code = await enterDossier(dossiersDb(handle), actor, { ...entry, isReceived: true, status: 2, events }, request);
    return code === null ? null : { code, dueAt };
  };
  const { email } = applicant;
  if (!email) return enter(db);
  return inTransaction(db, async (tx) => {
    const entered = await enter(tx);
    const named = { applicantName: applicant.name, procedureName: version.name, unitName: unit.authorityName };
    if (entered) await queueNotice(tx, 'received', email, { ...entered, reason: null, ...named });
    return entered;
  });
}

function receivedStep(actor: Actor, now: Date): StoredStep {
  const at = now.toISOString();
  const event = stepEventNumber('received');
  return {
    seq: 1,
    event,
    fromStatus: null,
    status: 2,
    at,
    recordedAt: at,
    dueAt: null,
    actorName: actor.name,
    reason: null,
    details: null,
  };
}
