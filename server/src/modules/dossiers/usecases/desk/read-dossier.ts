// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type ProcedureVersion, versionNumbered } from '#modules/procedures';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type DossierRow, findApplicant, findDossier, listPapers, listSteps, type StoredStep } from '../../data/desk.repo.ts';
import { listAttachments } from '../../data/online.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { explainClock } from '../../domain/clock/read-clock.ts';
import type { ClockEvent, ExplainedReading } from '../../domain/clock/types.ts';
import { type DeskMove, moveRules, movesAt } from '../../domain/desk/moves.ts';
import { type StepEvent, stepEventOf } from '../../domain/desk/step-events.ts';
import { loadClock } from '../clock/load-clock.ts';
import { clockInputOf } from './read-clock-of.ts';

export type DossierSheet = {
  readonly dossier: DossierRow;
  readonly unitName: string;
  readonly procedure: Pick<ProcedureVersion, 'code' | 'name' | 'number' | 'sectorName' | 'limit'> | null;
  readonly applicant: NonNullable<Awaited<ReturnType<typeof findApplicant>>> | null;
  readonly papers: readonly (Awaited<ReturnType<typeof listPapers>>[number] & { readonly paperCode: string })[];
  readonly attachments: Awaited<ReturnType<typeof listAttachments>>;
  readonly steps: readonly (Omit<StoredStep, 'event'> & { readonly event: StepEvent })[];
  /** Null where the procedure has no time limit or the dossier is not received. */
  readonly clock: ExplainedReading | null;
  /** `history`: the clock saw every step. `ends`: a file told only receipt and result, so pauses are not known. */
  readonly clockFrom: 'history' | 'ends';
  readonly moves: readonly { readonly move: DeskMove; readonly needsReason: boolean }[];
};

/**
 * A dossier with its history and the proof of its due moment.
 *
 * @throws AppError `dossiers.not_found` where it does not exist or lies outside the scope
 */
export async function readDossier(db: Db, scope: UnitScope, code: string, now: Date = new Date()): Promise<DossierSheet> {
  const own = dossiersDb(db);
  const dossier = await findDossier(own, scope, code);
  if (!dossier) throw new AppError('not_found', 'dossiers.not_found');
  const steps = await listSteps(own, dossier);
  const version = await versionNumbered(db, dossier.procedureId, dossier.procedureVersion);
  const isToldWhole = steps.every((step) => stepEventOf(step.event) !== 'imported');
  const known = clockInputOf(await loadClock(db), dossier, version?.limit ?? null, steps);
  const input = known && !isToldWhole ? { ...known, events: endsOf(dossier) } : known;
  return {
    dossier,
    unitName: (await getUnit(db, { roots: null }, dossier.unitId)).authorityName,
    procedure: version
      ? { code: version.code, name: version.name, number: version.number, sectorName: version.sectorName, limit: version.limit }
      : null,
    applicant: (await findApplicant(own, dossier)) ?? null,
    papers: (await listPapers(own, dossier)).map((paper) => ({ ...paper, paperCode: paper.paper_code })),
    attachments: await listAttachments(own, dossier),
    steps: steps.map((step) => ({ ...step, event: stepEventOf(step.event) })),
    clock: input && input.events.length > 0 ? explainClock(input, now) : null,
    clockFrom: isToldWhole ? 'history' : 'ends',
    moves: movesAt(dossier.status, dossier.receivedAt !== null).map((move) => ({ move, needsReason: moveRules[move].reason })),
  };
}

/** What a row without its history tells the clock. */
function endsOf({ receivedAt, finishedAt }: DossierRow): ClockEvent[] {
  if (receivedAt === null) return [];
  const received: ClockEvent = { kind: 'received', at: new Date(receivedAt) };
  return finishedAt === null ? [received] : [received, { kind: 'finished', at: new Date(finishedAt) }];
}
