// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { type ProceduresDb, proceduresDb } from '../data/tables.ts';
import { insertVersions, setVersionEnd, touchProcedure } from '../data/write.repo.ts';
import { diffEntries, type VersionContent, writeEntry } from '../domain/catalogue-entry.ts';
import { latestOf, planVersion } from '../domain/plan-version.ts';
import { checkContent, isSameContent } from './check-content.ts';
import { type OpenedProcedure, openProcedure } from './open-procedure.ts';
import type { Reach } from './read-procedures.ts';

export type PublishVersionInput = {
  readonly version: number;
  readonly validFrom: Day;
  readonly lateReason: string | null;
  readonly content: VersionContent;
};

/**
 * A new version of a procedure from a day on; the one before ends the day before and stays as it was.
 *
 * @throws AppError `procedures.procedure_not_found`, `procedures.version_not_later`, `procedures.late_reason_missing`,
 * `procedures.nothing_changed`, `platform.stale`, and what `checkContent` refuses
 */
export async function publishVersion(
  db: Db,
  actor: Actor,
  scope: Reach,
  id: string,
  { version, ...input }: PublishVersionInput,
): Promise<{ number: number }> {
  return inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const opened = await openProcedure(own, scope, id, version);
    const latest = latestOf(opened.versions);
    const continues = latest !== undefined && (latest.validTo === null || latest.validTo >= input.validFrom);
    if (continues && isSameContent(latest, input.content)) throw new AppError('invalid', 'procedures.nothing_changed');
    await checkContent(tx, scope, input.content, input.validFrom, latest);
    const number = await addVersion(own, actor, opened, input);
    const after = (await openProcedure(own, scope, id, version + 1)).versions.find((one) => one.number === number);
    await publish(tx, { name: 'procedures.version_published', payload: { procedureId: id, number, validFrom: input.validFrom } });
    await recordAudit(tx, actor, {
      action: 'procedures.version_published',
      subject: ['procedure', id],
      unitId: opened.procedure.unitId,
      data: {
        number,
        validFrom: input.validFrom,
        lateReason: input.lateReason,
        changes: latest && after ? diffEntries(writeEntry({ ...latest, online: null }), writeEntry({ ...after, online: null })) : [],
      },
    });
    return { number };
  });
}

/** The version itself, without its audit entry; the caller has opened the procedure and checked the content. */
export async function addVersion(
  own: ProceduresDb,
  actor: Actor,
  { procedure, versions }: OpenedProcedure,
  input: { readonly validFrom: Day; readonly lateReason: string | null; readonly content: VersionContent },
): Promise<number> {
  const { validFrom, lateReason, content } = input;
  const today = todayInVietnam();
  const plan = planVersion(versions, { validFrom, today, lateReason });
  if (plan.ending) await setVersionEnd(own, procedure.id, plan.ending.number, plan.ending.validTo);
  const kept = { lateReason: validFrom < today ? lateReason : null, replacedUntil: plan.replacedUntil };
  await insertVersions(own, actor.name, [
    { ...content, ...kept, procedureId: procedure.id, number: plan.number, validFrom, validTo: null },
  ]);
  await touchProcedure(own, procedure.id, actor.name, { mark: content.mark });
  return plan.number;
}
