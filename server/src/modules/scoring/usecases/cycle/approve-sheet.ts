// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { selectEvidence } from '../../data/cycle/evidence.repo.ts';
import { insertEvent } from '../../data/cycle/rounds.repo.ts';
import { selectScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { updateUnit } from '../../data/cycle/units.repo.ts';
import { type Act, requireAct } from '../../domain/cycle/acts.ts';
import { completenessOf } from '../../domain/cycle/completeness.ts';
import { requireInTime, requireOverdue } from '../../domain/cycle/due.ts';
import type { UnitState } from '../../domain/cycle/phases.ts';
import { lastDayOf, openSheet, type Scope, type SheetAccess, setOfSheet } from './open-round.ts';

/** What happens to a self-score as a whole. */
export const sheetSteps = ['hand_in', 'approve', 'give_back', 'lock_overdue', 'unlock'] as const;
export type SheetStep = (typeof sheetSteps)[number];

const stateAfter: Readonly<Record<SheetStep, UnitState>> = {
  hand_in: 'handed_in',
  approve: 'approved',
  give_back: 'scoring',
  lock_overdue: 'approved',
  unlock: 'scoring',
};

export type StepInput = { readonly step: SheetStep; readonly version: number; readonly reason: string | null };

/**
 * Takes the self-score of a unit a step further: handed to the leader (complete only), approved and locked, or given back with a reason.
 * The organiser locks the sheet of a unit that let its deadline pass, as it stands: what was not scored counts nothing until it is appraised.
 *
 * @throws AppError `scoring.round_unit_not_found`, `platform.stale`, those of `requireAct`, `scoring.phase_over`,
 * `scoring.sheet_incomplete`, `scoring.not_overdue`, `scoring.move_reason_missing`
 */
export async function takeSheetStep(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: StepInput,
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    const { round, unit } = access;
    const act: Act = input.step;
    requireAct(act, { held: access.held, phase: round.phase, unitState: unit.state });
    if (unit.version !== input.version) throw new AppError('conflict', 'platform.stale', { by: unit.updatedBy });
    const needsReason = stateAfter[input.step] === 'scoring' || input.step === 'lock_overdue';
    if (needsReason && !input.reason) throw new AppError('invalid', 'scoring.move_reason_missing');
    const due = await lastDayOf(tx, round, 'self_scoring', id, today);
    if (input.step === 'lock_overdue') requireOverdue(due, today);
    else if (!needsReason) await requireReady(tx, access, due, today);
    const own = cycleDb(tx);
    const to = stateAfter[input.step];
    await updateUnit(own, id, actor.name, { state: to, approved: to === 'approved' });
    await insertEvent(own, actor, { roundId: round.id, roundUnitId: id, from: unit.state, to, reason: input.reason });
    await recordAudit(tx, actor, {
      action: 'scoring.sheet_moved',
      subject: ['round_unit', id],
      unitId: unit.unitId,
      data: { from: unit.state, to, reason: input.reason },
    });
  });
}

/** In time, every own item scored, and each with evidence or a written explanation. */
async function requireReady(db: Db, access: SheetAccess, due: Day | null, today: Day): Promise<void> {
  const { unit } = access;
  requireInTime('self_scoring', due, today);
  const set = await setOfSheet(db, access);
  const own = cycleDb(db);
  const evident = new Set((await selectEvidence(own, unit.id)).map(({ itemCode }) => itemCode));
  const { listed } = completenessOf(
    set.items.map(({ node }) => node),
    await selectScores(own, unit.id),
    evident,
  );
  const { unscored, unproven } = listed;
  if (unscored.length + unproven.length > 0)
    throw new AppError('conflict', 'scoring.sheet_incomplete', {
      unscored: unscored.length,
      unproven: unproven.length,
      first: unscored[0] ?? unproven[0] ?? '',
    });
}
