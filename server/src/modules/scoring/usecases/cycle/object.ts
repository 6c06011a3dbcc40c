// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { findObjection, insertAnswer, insertObjection } from '../../data/cycle/objections.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import { requireField } from '../../domain/cycle/appraisal.ts';
import { requireInTime } from '../../domain/cycle/due.ts';
import { isScoredAt } from '../../domain/cycle/stages.ts';
import { lastDayOf, openSheet, type Scope, setOfSheet } from './open-round.ts';

/**
 * The unit explains an item or objects to its appraised score, within its time.
 *
 * @throws AppError `scoring.round_unit_not_found`, those of `requireAct`, `scoring.phase_over`, `scoring.item_unknown`,
 * `scoring.item_not_scored_here`
 */
export async function objectTo(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly itemCode: string; readonly text: string },
  today: Day = todayInVietnam(),
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const access = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    const { round, unit, held } = access;
    requireAct('object', { held, phase: round.phase, unitState: unit.state });
    const dueOn = await lastDayOf(tx, round, 'explanation', id, today);
    requireInTime('explanation', dueOn, today);
    const set = await setOfSheet(tx, access);
    const item = set.items[set.itemAt.get(input.itemCode) ?? -1];
    if (!item) throw new AppError('invalid', 'scoring.item_unknown', { item: input.itemCode });
    if (!isScoredAt(item.node, 'appraised_1')) throw new AppError('invalid', 'scoring.item_not_scored_here', { item: input.itemCode });
    const objectionId = await insertObjection(cycleDb(tx), actor, { roundUnitId: id, ...input, dueOn });
    await recordAudit(tx, actor, {
      action: 'scoring.objection_made',
      subject: ['round_unit', id],
      unitId: unit.unitId,
      data: { objectionId, item: input.itemCode, dueOn },
    });
    return { id: objectionId };
  });
}

/**
 * The appraiser of the item answers once; an accepted objection is followed by a second appraisal.
 *
 * @throws AppError `scoring.objection_not_found`, those of `requireAct`, `scoring.not_your_field`, `scoring.objection_answered`
 */
export async function answerObjection(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly accepted: boolean; readonly text: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = cycleDb(tx);
    const objection = await findObjection(own, scope, id);
    if (!objection) throw new AppError('not_found', 'scoring.objection_not_found');
    const access = await openSheet(tx, actor, scope, objection.roundUnitId, { lock: 'unit' });
    const { held, round, unit, isOwn } = access;
    requireAct('answer_objection', { held, phase: round.phase, unitState: unit.state, isOwn });
    const set = await setOfSheet(tx, access);
    const item = set.items[set.itemAt.get(objection.itemCode) ?? -1];
    if (item) requireField(item.node, access.fields);
    const current = await findObjection(own, scope, id);
    if (current?.answeredBy) throw new AppError('conflict', 'scoring.objection_answered', { by: current.answeredBy });
    await insertAnswer(own, actor, { objectionId: id, ...input });
    await recordAudit(tx, actor, {
      action: 'scoring.objection_answered',
      subject: ['round_unit', access.unit.id],
      unitId: access.unit.unitId,
      data: { objectionId: id, item: objection.itemCode, accepted: input.accepted },
    });
  });
}
