// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { listOnlineRows } from '../data/details.repo.ts';
import type { Procedure } from '../data/procedures.repo.ts';
import { listRegimes } from '../data/sectors.repo.ts';
import { type ProceduresDb, proceduresDb } from '../data/tables.ts';
import { insertOnlineServices, setOnlineEnd, touchProcedure } from '../data/write.repo.ts';
import { planOnline } from '../domain/plan-online.ts';
import { requireLateReason } from '../domain/plan-version.ts';
import { coversDay } from '../domain/procedure.ts';
import { openProcedure } from './open-procedure.ts';
import type { Reach } from './read-procedures.ts';

export type OnlineInput = {
  readonly validFrom: Day;
  /** A level of the regime of that day; null where the service online ends. */
  readonly level: string | null;
  readonly justification: string | null;
  readonly address: string | null;
};

export type ChangeOnlineInput = OnlineInput & { readonly version: number; readonly lateReason: string | null };

/**
 * The online level of a procedure from a day on, to the end of the regime of that day; earlier days keep theirs.
 *
 * @throws AppError `procedures.procedure_not_found`, `procedures.regime_missing`, `procedures.online_level_unknown`,
 * `procedures.justification_missing`, `procedures.online_unchanged`, `procedures.late_reason_missing`, `platform.stale`
 */
export async function changeOnlineLevel(db: Db, actor: Actor, scope: Reach, id: string, input: ChangeOnlineInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const { procedure } = await openProcedure(own, scope, id, input.version);
    requireLateReason({ ...input, today: todayInVietnam() });
    const before = await applyOnline(own, actor, procedure, input);
    const { validFrom, level, justification, lateReason } = input;
    await publish(tx, { name: 'procedures.online_level_changed', payload: { procedureId: id, level, validFrom } });
    await recordAudit(tx, actor, {
      action: 'procedures.online_level_changed',
      subject: ['procedure', id],
      unitId: procedure.unitId,
      data: { from: before, level, validFrom, justification, lateReason },
    });
  });
}

/**
 * The change itself, without its audit entry; returns the level of that day before.
 *
 * @throws AppError `procedures.online_unchanged` and what `planOnline` refuses
 */
export async function applyOnline(own: ProceduresDb, actor: Actor, procedure: Procedure, input: OnlineInput): Promise<string | null> {
  const recorded = (await listOnlineRows(own, [procedure.id])).get(procedure.id) ?? [];
  const plan = planOnline(recorded, await listRegimes(own), input);
  const present = recorded.find((row) => coversDay(row, input.validFrom));
  const isSame =
    (present?.level ?? null) === input.level &&
    (input.level === null || (present?.justification === input.justification && present.address === input.address));
  if (isSame) throw new AppError('invalid', 'procedures.online_unchanged');
  for (const { id, validTo } of plan.cut) await setOnlineEnd(own, id, validTo);
  if (plan.add) {
    const { justification, address } = input;
    await insertOnlineServices(own, actor.name, [{ ...plan.add, procedureId: procedure.id, justification, address, mark: procedure.mark }]);
  }
  await touchProcedure(own, procedure.id, actor.name);
  return present?.level ?? null;
}
