// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { ProcedureVersion } from '#modules/procedures';
import type { Unit } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import { agencyCodeOf } from '../../data/desk.repo.ts';
import { insertNumbered, type Noted } from '../../data/enter.repo.ts';
import type { EntryRequest } from '../../data/entry-requests.repo.ts';
import type { DossiersDb } from '../../data/tables.ts';
import { changeRows } from '../../data/tally/fold.repo.ts';
import { dossierCodeStem } from '../../domain/desk/dossier-code.ts';
import { type StepEvent, stepEventNumber } from '../../domain/desk/step-events.ts';
import { changesBetween } from '../../domain/statistics/measures.ts';
import type { StatusCode } from '../../domain/status.ts';
import type { KeptPaper } from './check-papers.ts';

export type ApplicantGiven = {
  readonly name: string;
  readonly kind: number;
  readonly identityNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly address?: string | null | undefined;
};

export type Entry = {
  readonly unit: Pick<Unit, 'id' | 'agencyCode'>;
  readonly version: Pick<ProcedureVersion, 'procedureId' | 'number'>;
  readonly day: Day;
  readonly at: Date;
  /** National channel code: 1 at the desk, 2 online, 3 by post. */
  readonly channel: number;
  /** 1 at this product's desk, 2 handed in online here. */
  readonly origin: 1 | 2;
  readonly applicant: ApplicantGiven;
  readonly subject: string | null;
  readonly papers: readonly KeptPaper[];
  readonly status: StatusCode;
  /** What has happened, in order; the last one made the status. */
  readonly events: readonly { readonly event: StepEvent; readonly status: StatusCode; readonly reason?: string }[];
  /** Whether the agency has received it, so that its clock runs. */
  readonly isReceived: boolean;
  readonly dueAt: string | null;
  readonly noted: Noted;
};

/**
 * Gives a dossier its code and writes it with applicant, papers, history, what it counts and its audit entry, in one statement; null
 * where the request has entered a dossier before.
 */
export async function enterDossier(own: DossiersDb, actor: Actor, entry: Entry, request: EntryRequest | undefined): Promise<string | null> {
  const { unit, version, applicant, channel, dueAt } = entry;
  const at = entry.at.toISOString();
  const receivedAt = entry.isReceived ? at : null;
  const { kind, identityNumber = null, phone = null, email = null, address = null } = applicant;
  const counted = { unitId: unit.id, procedureId: version.procedureId, channel, receivedAt, dueAt, finishedAt: null, timeliness: null };
  return insertNumbered(own, actor, {
    unitId: unit.id,
    day: entry.day,
    codeStem: dossierCodeStem(unit.agencyCode ?? (await agencyCodeOf(own, unit.id)), entry.day),
    dossier: {
      procedure_id: version.procedureId,
      procedure_version: version.number,
      channel,
      status: entry.status,
      origin: entry.origin,
      applicant_name: applicant.name,
      subject: entry.subject,
      submitted_at: entry.isReceived ? null : at,
      received_at: receivedAt,
      due_at: dueAt,
      computed_due_at: dueAt,
      paused_at: entry.status === 5 ? at : null,
      state_at: at,
    },
    applicant: { kind, identity_number: identityNumber, phone, email, address },
    papers: entry.papers.map((paper, index) => ({ position: index + 1, ...paper })),
    steps: entry.events.map(({ event, status, reason = null }, index) => {
      const before = entry.events[index - 1]?.status ?? null;
      return { seq: index + 1, event: stepEventNumber(event), from_status: before, status, at, due_at: dueAt, ...by(actor), reason };
    }),
    changes: changeRows(changesBetween(null, counted)),
    noted: entry.noted,
    request,
  });
}

const programs: readonly string[] = ['system', 'stranger'];

function by(actor: Actor) {
  return { actor_id: programs.includes(actor.id) ? null : actor.id, actor_name: actor.name };
}
