// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { cycleDb } from '../../data/cycle/tables.ts';
import { insertExtension } from '../../data/cycle/units.repo.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import { phaseNames } from '../../domain/cycle/phases.ts';
import { openSheet, type Scope } from './open-round.ts';

/**
 * Gives one unit more time in the phase that runs, with a reason; a day that lies before the general one changes nothing.
 *
 * @throws AppError `scoring.round_unit_not_found`, those of `requireAct`
 */
export async function extendTime(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly closesOn: Day; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { round, unit, held } = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    requireAct('extend', { held, phase: round.phase, unitState: unit.state });
    if (input.closesOn < round.phaseSince)
      throw new AppError('invalid', 'scoring.phase_dates_reversed', { phase: phaseNames[round.phase] });
    await insertExtension(cycleDb(tx), actor, { roundUnitId: id, phase: round.phase, ...input });
    await recordAudit(tx, actor, {
      action: 'scoring.time_extended',
      subject: ['round_unit', id],
      unitId: unit.unitId,
      data: { phase: round.phase, closesOn: input.closesOn, reason: input.reason },
    });
  });
}
