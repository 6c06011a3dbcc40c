// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { listOnlineRows } from '../data/details.repo.ts';
import { type ProceduresDb, proceduresDb } from '../data/tables.ts';
import { setOnlineEnd, setVersionEnd, touchProcedure } from '../data/write.repo.ts';
import { planEnd, planWithdrawal } from '../domain/plan-version.ts';
import { isWithdrawn } from '../domain/procedure.ts';
import { type OpenedProcedure, openProcedure } from './open-procedure.ts';
import type { Reach } from './read-procedures.ts';

export type EndProcedureInput = { readonly version: number; readonly lastDay: Day; readonly lateReason: string | null };

/**
 * A procedure is abolished after a last day; its online service ends with it. Everything stays readable.
 *
 * @throws AppError `procedures.procedure_not_found`, `procedures.not_in_force`, `procedures.end_before_begin`,
 * `procedures.late_reason_missing`, `platform.stale`
 */
export async function endProcedure(db: Db, actor: Actor, scope: Reach, id: string, input: EndProcedureInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const opened = await openProcedure(own, scope, id, input.version);
    const number = await applyEnd(own, actor, opened, input);
    await publish(tx, { name: 'procedures.ended', payload: { procedureId: id, lastDay: input.lastDay } });
    await recordAudit(tx, actor, {
      action: 'procedures.ended',
      subject: ['procedure', id],
      unitId: opened.procedure.unitId,
      data: { number, lastDay: input.lastDay, lateReason: input.lateReason },
    });
  });
}

/** The end itself, without its audit entry. */
export async function applyEnd(
  own: ProceduresDb,
  actor: Actor,
  { procedure, versions }: OpenedProcedure,
  input: { readonly lastDay: Day; readonly lateReason: string | null },
): Promise<number> {
  const plan = planEnd(versions, { ...input, today: todayInVietnam() });
  await setVersionEnd(own, procedure.id, plan.number, plan.validTo);
  for (const row of (await listOnlineRows(own, [procedure.id])).get(procedure.id) ?? []) {
    if (isWithdrawn(row) || (row.validTo !== null && row.validTo <= input.lastDay)) continue;
    // A period that would begin after the last day keeps no day at all.
    await setOnlineEnd(own, row.id, row.validFrom > input.lastDay ? addDays(row.validFrom, -1) : input.lastDay);
  }
  await touchProcedure(own, procedure.id, actor.name);
  return plan.number;
}

/**
 * The last version is taken back before it begins; it stays readable, and the one before gets its own last day again.
 *
 * @throws AppError `procedures.procedure_not_found`, `procedures.nothing_to_withdraw`, `platform.stale`
 */
export async function withdrawVersion(
  db: Db,
  actor: Actor,
  scope: Reach,
  id: string,
  input: { readonly version: number; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const { procedure, versions } = await openProcedure(own, scope, id, input.version);
    const { withdrawn, restored } = planWithdrawal(versions, todayInVietnam());
    await setVersionEnd(own, id, withdrawn.number, withdrawn.validTo);
    if (restored) await setVersionEnd(own, id, restored.number, restored.validTo);
    await touchProcedure(own, id, actor.name);
    await publish(tx, { name: 'procedures.version_withdrawn', payload: { procedureId: id, number: withdrawn.number } });
    await recordAudit(tx, actor, {
      action: 'procedures.version_withdrawn',
      subject: ['procedure', id],
      unitId: procedure.unitId,
      data: { number: withdrawn.number, reason: input.reason },
    });
  });
}
