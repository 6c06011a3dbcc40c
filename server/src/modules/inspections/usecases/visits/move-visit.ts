// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { releaseRecommendations } from '#modules/actions';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { inspectionsDb } from '../../data/tables.ts';
import { insertTransition } from '../../data/transitions.repo.ts';
import { findVisit, updateVisit, type VisitChange } from '../../data/visits.repo.ts';
import { requirePaperDay } from '../../domain/deadlines.ts';
import { requireVisitStep } from '../../domain/steps.ts';
import type { VisitStep } from '../../domain/vocabulary.ts';
import { openVisit, type Scope, type VisitAccess } from '../access/open-round.ts';
import { visitPaperFloors } from '../access/paper-floors.ts';
import { requireSaved } from '../access/stale.ts';
import { visitFacts } from '../access/step-facts.ts';
import { followVisits } from '../rounds/move-round.ts';

export type VisitMoveInput = {
  readonly to: VisitStep;
  readonly version: number;
  readonly reason: string | null;
  /** Day on which the minutes were signed on paper; the usual way is `issueMinutes`. */
  readonly paperSignedOn?: Day | null | undefined;
};

/**
 * Takes the inspection of one unit to another step; the round follows its slowest unit.
 *
 * @throws AppError `inspections.visit_not_found`, `platform.stale`, `inspections.issue_first` and those of `requireVisitStep`, `requirePaperDay`
 */
export async function moveVisit(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: VisitMoveInput,
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    await requireVisitMove(tx, access, input, today);
    if (input.to === 'minutes_signed') {
      if (!input.paperSignedOn) throw new AppError('conflict', 'inspections.issue_first');
      requirePaperDay(input.paperSignedOn, await visitPaperFloors(tx, access.round, access.visit), today);
      await releaseToUnit(tx, access);
    }
    // Minutes that are opened again are signed on no day.
    await takeVisitStep(tx, actor, access, input, { signedOn: input.to === 'minutes_signed' ? (input.paperSignedOn ?? null) : null });
    await recordVisitMove(tx, actor, access, input);
  });
}

/**
 * The unit that signs the minutes sees the recommendations in them. It comes before every audit entry of a transaction,
 * because whoever edits a recommendation locks it before the audit log.
 */
export async function releaseToUnit(db: Db, { round, visit }: VisitAccess): Promise<void> {
  await releaseRecommendations(db, { module: 'inspections', id: round.id, partId: visit.id });
}

/** @throws AppError `platform.stale` and those of `requireVisitStep` */
export async function requireVisitMove(db: Db, { visit, round, held }: VisitAccess, input: VisitMoveInput, today: Day): Promise<void> {
  if (visit.version !== input.version) throw new AppError('conflict', 'platform.stale', { by: visit.updatedBy });
  requireVisitStep(await visitFacts(db, round, visit, today), held, input.to, input.reason);
}

/** Stores a step of a visit with its row of history, and lets the round follow. */
export async function takeVisitStep(
  tx: Parameters<typeof followVisits>[0],
  actor: Actor,
  { visit, round }: VisitAccess,
  input: VisitMoveInput,
  change: VisitChange,
): Promise<void> {
  const own = inspectionsDb(tx);
  await requireSaved(await updateVisit(own, visit.id, input.version, actor.name, { ...change, step: input.to }), () =>
    findVisit(own, visit.id),
  );
  await insertTransition(own, actor, {
    roundId: round.id,
    visitId: visit.id,
    unitId: visit.unitId,
    from: visit.step,
    to: input.to,
    reason: input.reason,
  });
  await publish(tx, {
    name: 'inspections.visit_moved',
    payload: { id: visit.id, roundId: round.id, unitId: visit.unitId, from: visit.step, to: input.to },
  });
  await followVisits(tx, actor, round);
}

/** The audit entry of a step, written last. */
export async function recordVisitMove(
  tx: Parameters<typeof followVisits>[0],
  actor: Actor,
  { visit, round }: VisitAccess,
  input: VisitMoveInput,
): Promise<void> {
  await recordAudit(tx, actor, {
    action: 'inspections.visit_moved',
    subject: ['visit', visit.id],
    unitId: visit.unitId,
    data: { roundId: round.id, from: visit.step, to: input.to, reason: input.reason },
  });
}
