// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Holder, listHolders, resolveActor } from '#modules/identity';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { Permissions, UnitScope } from '#platform/permissions/permissions';
import { findDossier, insertStep, listSteps, updateDossier } from '../../data/desk.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { countOpenOf } from '../../data/work-list.repo.ts';
import { stepEventNumber } from '../../domain/desk/step-events.ts';

export type Assignment = {
  readonly code: string;
  /** The version of the dossier that the person saw. */
  readonly version: number;
  /** The account that is to handle it; null takes it back from whoever had it. */
  readonly handlerId: string | null;
  readonly note?: string | null | undefined;
};

export type Assignable = Holder & { /** Open dossiers that the person has already. */ readonly open: number };

/**
 * Who may be given a dossier: all who may handle dossiers of its unit, by name, with the work that each has already.
 *
 * @throws AppError `dossiers.not_found`
 */
export async function listAssignable(
  db: Db,
  scope: UnitScope,
  permissions: Pick<Permissions, 'table'>,
  code: string,
): Promise<{ rows: readonly Assignable[] }> {
  const own = dossiersDb(db);
  const dossier = await findDossier(own, scope, code);
  if (!dossier) throw new AppError('not_found', 'dossiers.not_found');
  const holders = await listHolders(db, { unitId: dossier.unitId, roles: permissions.table['dossiers.handle'] ?? [] });
  const counts = await countOpenOf(
    own,
    holders.map(({ id }) => id),
  );
  return { rows: holders.map((holder) => ({ ...holder, open: counts.get(holder.id) ?? 0 })) };
}

/**
 * Gives a dossier to a person who may handle dossiers of its unit; one row of history says who gave it to whom.
 *
 * @throws AppError `dossiers.not_found`, `platform.stale`, `dossiers.already_closed`, `dossiers.handler_unfit`
 */
export async function assignDossier(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  permissions: Pick<Permissions, 'find'>,
  asked: Assignment,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const handler = asked.handlerId === null ? null : await resolveActor(db, asked.handlerId);
  return inTransaction(db, async (tx) => {
    const own = dossiersDb(tx);
    const dossier = await findDossier(own, scope, asked.code);
    if (!dossier) throw new AppError('not_found', 'dossiers.not_found');
    const last = (await listSteps(own, dossier)).at(-1);
    const stale = new AppError('conflict', 'platform.stale', { by: last?.actorName ?? 'người khác' });
    if (dossier.version !== asked.version) throw stale;
    if (dossier.finishedAt !== null || [3, 7, 10].includes(dossier.status)) throw new AppError('conflict', 'dossiers.already_closed');
    if (asked.handlerId !== null) {
      const reach = handler && permissions.find(handler, 'dossiers.handle');
      if (!reach || !(await findDossier(own, reach, asked.code))) throw new AppError('invalid', 'dossiers.handler_unfit');
    }
    if (!(await updateDossier(own, dossier, { handler_id: asked.handlerId }))) throw stale;
    await insertStep(own, {
      code: dossier.code,
      unit_id: dossier.unitId,
      seq: (last?.seq ?? 0) + 1,
      event: stepEventNumber('assigned'),
      from_status: dossier.status,
      status: dossier.status,
      at: now.toISOString(),
      due_at: dossier.dueAt,
      actor_id: actor.id === 'system' ? null : actor.id,
      actor_name: actor.name,
      reason: asked.note ?? null,
      details: { handlerId: asked.handlerId, handlerName: handler?.name ?? null },
    });
    await recordAudit(tx, actor, {
      action: 'dossiers.dossier_assigned',
      subject: ['dossier', dossier.code],
      unitId: dossier.unitId,
      data: { from: dossier.handlerId, to: asked.handlerId },
    });
    return { version: dossier.version + 1 };
  });
}
