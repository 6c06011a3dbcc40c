// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { findByCode, unitWithin } from '../data/procedures.repo.ts';
import { proceduresDb } from '../data/tables.ts';
import { insertProcedures, insertVersions } from '../data/write.repo.ts';
import type { VersionContent } from '../domain/catalogue-entry.ts';
import { writtenProcedureCode } from '../domain/procedure-code.ts';
import { checkContent } from './check-content.ts';
import type { Reach } from './read-procedures.ts';

export type CreateProcedureInput = {
  readonly code: string;
  /** The unit that keeps the entry. */
  readonly unitId: string;
  readonly validFrom: Day;
  readonly content: VersionContent;
};

/**
 * A procedure enters the catalogue with its first version; its first day may lie in the past, since no day had another one.
 *
 * @throws AppError `procedures.code_invalid`, `procedures.code_taken`, `procedures.unit_not_found` outside the scope, and
 * what `checkContent` refuses
 */
export async function createProcedure(db: Db, actor: Actor, scope: Reach, input: CreateProcedureInput): Promise<{ id: string }> {
  const code = writtenProcedureCode(input.code);
  if (code === null) throw new AppError('invalid', 'procedures.code_invalid', { code: input.code });
  const { unitId, validFrom, content } = input;
  return inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    if (!(await unitWithin(own, scope, unitId))) throw new AppError('not_found', 'procedures.unit_not_found');
    if (await findByCode(own, code)) throw new AppError('conflict', 'procedures.code_taken', { code });
    await checkContent(tx, scope, content, validFrom);

    const id = (await insertProcedures(own, actor.name, [{ code, unitId, mark: content.mark, note: null }])).get(code) ?? '';
    const first = { procedureId: id, number: 1, validFrom, validTo: null, lateReason: null, replacedUntil: null };
    await insertVersions(own, actor.name, [{ ...content, ...first }]);
    await publish(tx, { name: 'procedures.version_published', payload: { procedureId: id, number: 1, validFrom } });
    await recordAudit(tx, actor, {
      action: 'procedures.created',
      subject: ['procedure', id],
      unitId,
      data: { code, name: content.name, validFrom },
    });
    return { id };
  });
}
