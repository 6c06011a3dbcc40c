// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import type { UnitScope } from '#platform/permissions/permissions';
import { addEvidence, countEvidenceSinceRefusal, insertEvent } from '../data/recommendation-history.repo.ts';
import {
  findRecommendation,
  insertRecommendation,
  type NewRecommendation,
  type Recommendation,
  type RecommendationChange,
  setReleased,
  updateRecommendation,
} from '../data/recommendations.repo.ts';
import { actionsDb, unitWithin } from '../data/tables.ts';
import { requireDeadline } from '../domain/deadline.ts';
import { isSettled, type RecommendationMove, stateAfter } from '../domain/recommendation-states.ts';

type Scope = Pick<UnitScope, 'roots'>;

/** What can be edited while the recommendation is not settled. */
export type RecommendationEdit = Pick<RecommendationChange, 'text' | 'reformField' | 'dueOn' | 'unitId' | 'ownerPosition'> & {
  readonly version: number;
};

/**
 * A new recommendation to a unit, from an inspection or another origin.
 *
 * @throws AppError `actions.unit_unknown` where the unit does not exist or lies outside the scope, `actions.due_before_made`
 */
export async function createRecommendation(
  db: Db,
  actor: Actor,
  scope: Scope,
  input: NewRecommendation,
  today: Day = todayInVietnam(),
): Promise<{ id: string }> {
  const madeOn = input.madeOn ?? today;
  requireDeadline(input.dueOn ?? null, madeOn);
  return inTransaction(db, async (tx) => {
    const own = actionsDb(tx);
    if (!(await unitWithin(own, scope, input.unitId))) throw new AppError('invalid', 'actions.unit_unknown');
    const id = await insertRecommendation(own, actor.name, { ...input, madeOn });
    await insertEvent(own, actor, {
      recommendationId: id,
      unitId: input.unitId,
      fromState: null,
      toState: 'open',
      note: null,
      dueOn: input.dueOn ?? null,
    });
    await recordAudit(tx, actor, {
      action: 'actions.recommendation_created',
      subject: ['recommendation', id],
      unitId: input.unitId,
      data: { origin: input.origin, madeOn, dueOn: input.dueOn ?? null },
    });
    return { id };
  });
}

/**
 * Changes text, field, owner or deadline of a recommendation that is not settled. A new deadline is a row of its history;
 * so are the former words and owner of one that its unit has been given already.
 *
 * @throws AppError `actions.recommendation_not_found`, `actions.settled`, `actions.unit_unknown`, `actions.due_before_made`,
 * `platform.stale`
 */
export async function editRecommendation(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  { version, ...change }: RecommendationEdit,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await requireRecommendation(tx, scope, id);
    if (isSettled(found.state)) throw new AppError('conflict', 'actions.settled');
    if (change.unitId !== undefined && !(await unitWithin(actionsDb(tx), scope, change.unitId)))
      throw new AppError('invalid', 'actions.unit_unknown');
    if (change.dueOn !== undefined) requireDeadline(change.dueOn, found.madeOn);
    await save(tx, actor, found, version, change);
    for (const note of changesToTell(found, change)) {
      await insertEvent(actionsDb(tx), actor, {
        recommendationId: id,
        unitId: found.unitId,
        fromState: found.state,
        toState: found.state,
        note,
        dueOn: change.dueOn === undefined ? found.dueOn : change.dueOn,
      });
    }
    await recordAudit(tx, actor, {
      action: 'actions.recommendation_edited',
      subject: ['recommendation', id],
      unitId: found.unitId,
      data: { from: { text: found.text, unitId: found.unitId, dueOn: found.dueOn, reformField: found.reformField }, change },
    });
  });
}

function changesToTell(found: Recommendation, change: Omit<RecommendationEdit, 'version'>): string[] {
  const notes = change.dueOn !== undefined && change.dueOn !== found.dueOn ? ['Đổi thời hạn'] : [];
  if (!found.isReleased) return notes;
  if (change.text !== undefined && change.text !== found.text) notes.push(`Sửa nội dung. Nội dung trước đó: “${found.text}”`);
  if (change.unitId !== undefined && change.unitId !== found.unitId) notes.push(`Đổi đơn vị thực hiện. Trước đó: ${found.unitName}`);
  return notes;
}

/**
 * Takes a recommendation back before it was settled; it stays readable in the history.
 *
 * @throws AppError `actions.recommendation_not_found`, `actions.settled`, `actions.note_missing`, `platform.stale`
 */
export async function withdrawRecommendation(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await requireRecommendation(tx, scope, id);
    if (isSettled(found.state)) throw new AppError('conflict', 'actions.settled');
    if (input.reason.trim() === '') throw new AppError('invalid', 'actions.note_missing', { move: 'withdraw' });
    await save(tx, actor, found, input.version, { withdrawn: true });
    await insertEvent(actionsDb(tx), actor, {
      recommendationId: id,
      unitId: found.unitId,
      fromState: found.state,
      toState: 'withdrawn',
      note: input.reason,
      dueOn: found.dueOn,
    });
    await recordAudit(tx, actor, {
      action: 'actions.recommendation_withdrawn',
      subject: ['recommendation', id],
      unitId: found.unitId,
      data: { reason: input.reason },
    });
  });
}

export type RemediationReport = { readonly version: number; readonly text: string; readonly evidenceFileIds: readonly string[] };

/**
 * The unit reports what it has remedied, with evidence.
 *
 * @throws AppError `actions.recommendation_not_found`, `actions.move_refused`, `actions.file_unknown`, `platform.stale`
 */
export async function reportRemediation(db: Db, actor: Actor, scope: Scope, id: string, input: RemediationReport): Promise<void> {
  await inTransaction(db, async (tx) => {
    const fileIds = [...new Set(input.evidenceFileIds)];
    const found = requireReleased(await requireRecommendation(tx, scope, id));
    const state = stateAfter('report', { state: found.state, evidenceCount: found.evidenceCount, note: input.text });
    await save(tx, actor, found, input.version, { state, reportText: input.text });
    if ((await addEvidence(actionsDb(tx), scope, id, fileIds, actor.name)) !== fileIds.length)
      throw new AppError('invalid', 'actions.file_unknown');
    await finishMove(tx, actor, found, 'report', state, input.text);
  });
}

/**
 * A move that needs no report: the unit starts, or the follow-up accepts, refuses, carries over, reopens.
 *
 * @throws AppError `actions.recommendation_not_found`, `actions.move_refused`, `actions.note_missing`, `actions.evidence_missing`, `platform.stale`
 */
export async function moveRecommendation(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  move: Exclude<RecommendationMove, 'report'>,
  input: { readonly version: number; readonly note: string | null },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const known = await requireRecommendation(tx, scope, id);
    const found = move === 'start' ? requireReleased(known) : known;
    // What was refused once is not accepted on the evidence that was refused.
    const evidenceCount = move === 'accept' ? await countEvidenceSinceRefusal(actionsDb(tx), id) : found.evidenceCount;
    const state = stateAfter(move, { state: found.state, evidenceCount, note: input.note });
    await save(tx, actor, found, input.version, { state });
    await finishMove(tx, actor, found, move, state, input.note);
  });
}

/**
 * The follow-up judges a reported remediation.
 *
 * @throws AppError as `moveRecommendation`
 */
export async function judgeRemediation(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly accepted: boolean; readonly note: string | null },
): Promise<void> {
  await moveRecommendation(db, actor, scope, id, input.accepted ? 'accept' : 'refuse', input);
}

/**
 * Hands the drafted recommendations of an origin (or of one part of it) over to their units. It writes no audit entry:
 * the step of the origin that releases them has its own.
 */
export async function releaseRecommendations(
  db: Db,
  origin: { readonly module: string; readonly id: string; readonly partId?: string | undefined },
): Promise<void> {
  await setReleased(actionsDb(db), origin);
}

/** A unit acts only on what was handed over to it; before, there is nothing to see. */
function requireReleased(found: Recommendation): Recommendation {
  if (!found.isReleased) throw new AppError('not_found', 'actions.recommendation_not_found');
  return found;
}

async function requireRecommendation(db: Db, scope: Scope, id: string): Promise<Recommendation> {
  const found = await findRecommendation(actionsDb(db), scope, id);
  if (!found) throw new AppError('not_found', 'actions.recommendation_not_found');
  return found;
}

async function save(db: Db, actor: Actor, found: Recommendation, version: number, change: RecommendationChange): Promise<void> {
  if (await updateRecommendation(actionsDb(db), found.id, version, actor.name, change)) return;
  const current = await findRecommendation(actionsDb(db), { roots: null }, found.id);
  throw new AppError('conflict', 'platform.stale', { by: current?.updatedBy ?? found.updatedBy });
}

async function finishMove(
  db: Db,
  actor: Actor,
  found: Recommendation,
  move: RecommendationMove,
  state: string,
  note: string | null,
): Promise<void> {
  await insertEvent(actionsDb(db), actor, {
    recommendationId: found.id,
    unitId: found.unitId,
    fromState: found.state,
    toState: state,
    note,
    dueOn: found.dueOn,
  });
  const { originModule, originId } = found;
  await publish(db, {
    name: 'actions.recommendation_moved',
    payload: { id: found.id, unitId: found.unitId, from: found.state, to: state, originModule, originId },
  });
  await recordAudit(db, actor, {
    action: 'actions.recommendation_moved',
    subject: ['recommendation', found.id],
    unitId: found.unitId,
    data: { move, from: found.state, to: state, note },
  });
}
