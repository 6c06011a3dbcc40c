// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam, vietnameseDay } from '#kernel/dates';
import { versionOn } from '#modules/procedures';
import { getUnitInForce } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { StoredStep } from '../../data/desk.repo.ts';
import type { EntryRequest } from '../../data/entry-requests.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { requireApplicantNumbers } from '../../domain/desk/applicant-numbers.ts';
import { stepEventNumber } from '../../domain/desk/step-events.ts';
import { loadReceiving } from '../clock/load-clock.ts';
import { queueNotice } from '../mail/notify-applicant.ts';
import { type HandedPaper, keptPapers, refuseMissing } from './check-papers.ts';
import { type ApplicantGiven, enterDossier } from './enter-dossier.ts';
import { enterOnce } from './enter-once.ts';
import { clockInputOf, keptOf, readClockOf } from './read-clock-of.ts';

export type Reception = {
  readonly unitId: string;
  readonly procedureId: string;
  /** National channel code: 1 at the desk, 2 online, 3 by post. */
  readonly channel: number;
  readonly applicant: ApplicantGiven;
  readonly subject?: string | null | undefined;
  readonly papers: readonly HandedPaper[];
  /** Made by the sender for each dossier: sent again after a lost answer, it enters no second one. */
  readonly requestId?: string | undefined;
};

export type Received = { readonly code: string; readonly dueAt: string | null };

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
  requireApplicantNumbers(reception.applicant);
  const day = todayInVietnam(now);
  const unit = await getUnitInForce(db, scope, reception.unitId, day);
  const version = await versionOn(db, reception.procedureId, day);
  if (!version) throw new AppError('invalid', 'dossiers.procedure_not_in_force', { day: vietnameseDay(day) });
  const papers = keptPapers(version, reception.papers);
  refuseMissing(papers);
  const { ground, agencyCode } = await loadReceiving(db, unit.id);
  const reading = readClockOf(clockInputOf(ground, { unitId: unit.id }, version.limit, [receivedStep(actor, now)]), now);
  const dueAt = reading ? keptOf(reading).dueAt : null;
  const { channel, applicant, subject = null } = reception;
  const noted = { action: 'dossiers.dossier_received', data: { procedure: version.code, channel, dueAt } };
  const entry = {
    unit: { id: unit.id, agencyCode },
    version,
    day,
    at: now,
    channel,
    origin: 1,
    applicant,
    subject,
    papers,
    dueAt,
    noted,
  } as const;
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
