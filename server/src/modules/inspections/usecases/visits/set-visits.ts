// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam, vietnameseDay } from '#kernel/dates';
import { unitInForceOn } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { selectUnits } from '../../data/references.repo.ts';
import type { Round } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { insertTransition } from '../../data/transitions.repo.ts';
import { findVisit, insertVisit, type NewVisit, updateVisit, type VisitChange } from '../../data/visits.repo.ts';
import { requireResultDay } from '../../domain/deadlines.ts';
import { requireRoundPart, requireVisitPart } from '../../domain/editing.ts';
import { beforeDecision } from '../../domain/step-gates.ts';
import { refusalOf } from '../../domain/steps.ts';
import { openRound, openVisit, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';
import { decisionDay } from '../rounds/save-round.ts';

/**
 * Adds a unit to a round. It must exist on the day of the visit and lie in the organiser's reach.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.unit_unknown`, `inspections.unit_twice`, `inspections.unit_not_in_force`, `inspections.before_decision`
 */
export async function addVisit(db: Db, actor: Actor, scope: Scope, roundId: string, visit: NewVisit): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openRound(tx, actor, scope, roundId, { lock: true });
    requireCapacity(access, ['organiser', 'head', 'secretary']);
    requireRoundPart('visits', access.round.step);
    const unit = (await selectUnits(own, scope, [visit.unitId])).get(visit.unitId);
    if (!unit) throw new AppError('invalid', 'inspections.unit_unknown');
    await checkDay(tx, access.round, unit, visit);
    const id = await insertVisit(own, roundId, actor.name, visit);
    await insertTransition(own, actor, { roundId, visitId: id, unitId: visit.unitId, from: null, to: 'awaiting_report', reason: null });
    await publish(tx, { name: 'inspections.visit_added', payload: { id, roundId, unitId: visit.unitId } });
    await recordAudit(tx, actor, {
      action: 'inspections.visit_added',
      subject: ['visit', id],
      unitId: visit.unitId,
      data: { roundId, visitOn: visit.visitOn },
    });
    return { id };
  });
}

/** What organisers and team set for a visit. */
export type VisitPlan = Pick<
  VisitChange,
  'kind' | 'visitOn' | 'visitTo' | 'timetable' | 'place' | 'reformFields' | 'openedAt' | 'closedAt' | 'representatives'
> & { readonly version: number };

/**
 * Sets day, timetable, place, contents and attendance of a visit.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.dates_reversed`, `inspections.unit_not_in_force`, `inspections.before_decision`, `inspections.before_start`,
 * `inspections.timetable_missing`, `platform.stale`
 */
export async function planVisit(db: Db, actor: Actor, scope: Scope, visitId: string, { version, ...change }: VisitPlan): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const { visit, round } = access;
    requireCapacity(access, ['organiser', 'head', 'secretary']);
    requireVisitPart('timetable', visit.step);
    const [visitOn, visitTo] = [
      change.visitOn === undefined ? visit.visitOn : change.visitOn,
      change.visitTo === undefined ? visit.visitTo : change.visitTo,
    ];
    await checkDay(
      tx,
      round,
      { authorityName: visit.unitName, validFrom: visit.unitValidFrom, validTo: visit.unitValidTo },
      { visitOn, visitTo },
    );
    if (visitOn === null && visit.visitOn !== null && visit.step === 'on_site')
      throw new AppError('conflict', 'inspections.timetable_missing', { count: 1 });
    await checkHours(tx, round, visitOn, {
      openedAt: change.openedAt === undefined ? visit.openedAt : change.openedAt,
      closedAt: change.closedAt === undefined ? visit.closedAt : change.closedAt,
    });
    await requireSaved(await updateVisit(inspectionsDb(tx), visitId, version, actor.name, change), () =>
      findVisit(inspectionsDb(tx), visitId),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.visit_planned',
      subject: ['visit', visitId],
      unitId: visit.unitId,
      data: { change },
    });
  });
}

/**
 * Takes a unit off a round before it was inspected; the row stays, marked as withdrawn.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.reason_missing`, `platform.stale`
 */
export async function withdrawVisit(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: { readonly version: number; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const { visit, round } = access;
    requireCapacity(access, ['organiser', 'head']);
    requireRoundPart('visits', round.step);
    if (input.reason.trim() === '') throw new AppError('invalid', 'inspections.reason_missing', { to: 'withdrawn' });
    await requireSaved(await updateVisit(own, visitId, input.version, actor.name, { withdrawn: true }), () => findVisit(own, visitId));
    await insertTransition(own, actor, {
      roundId: round.id,
      visitId,
      unitId: visit.unitId,
      from: visit.step,
      to: 'withdrawn',
      reason: input.reason,
    });
    await recordAudit(tx, actor, {
      action: 'inspections.visit_withdrawn',
      subject: ['visit', visitId],
      unitId: visit.unitId,
      data: { roundId: round.id, reason: input.reason },
    });
  });
}

type UnitLife = { readonly authorityName: string; readonly validFrom: string; readonly validTo: string | null };

async function checkDay(
  db: Db,
  round: Round,
  unit: UnitLife,
  { visitOn, visitTo }: { readonly visitOn: string | null; readonly visitTo: string | null },
): Promise<void> {
  if (visitTo !== null && (visitOn === null || visitTo < visitOn)) throw new AppError('invalid', 'inspections.dates_reversed');
  for (const day of [visitOn, visitTo]) {
    if (day === null) continue;
    if (!unitInForceOn(unit, day))
      throw new AppError('invalid', 'inspections.unit_not_in_force', { unit: unit.authorityName, day: vietnameseDay(day) });
    const blocker = beforeDecision(day, await decisionDay(db, round.decisionDocumentId));
    if (blocker) throw refusalOf(blocker);
  }
}

/** The hours that the minutes name lie on a day of the inspection or after it, and in order. */
async function checkHours(
  db: Db,
  round: Round,
  visitOn: string | null,
  { openedAt, closedAt }: { readonly openedAt: string | null; readonly closedAt: string | null },
): Promise<void> {
  if (closedAt !== null && (openedAt === null || new Date(closedAt) < new Date(openedAt)))
    throw new AppError('invalid', 'inspections.dates_reversed');
  if (openedAt === null) return;
  const decidedOn = await decisionDay(db, round.decisionDocumentId);
  requireResultDay(todayInVietnam(new Date(openedAt)), { decidedOn, startedOn: visitOn });
}
