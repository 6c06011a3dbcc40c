// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { lockRegister, type RegisterRow, setClosed } from '../data/registers.repo.ts';
import { documentsDb } from '../data/tables.ts';
import { checkYearOver } from '../domain/numbering.ts';
import { kept } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';
import { getRegister } from './registers.ts';

/**
 * Closes a register at the end of its year: nothing is numbered or registered in it any more. Whoever is numbering at that
 * moment is waited for, so that no number slips in behind the closing.
 *
 * @throws AppError `documents.register_not_found`, `documents.register_closed`, `documents.register_year_running`
 */
export async function closeRegister(
  db: Db,
  actor: Actor,
  scope: Reach,
  id: string,
  input: { readonly note?: string | null | undefined } = {},
  today: Day = todayInVietnam(),
): Promise<RegisterRow> {
  return inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    await lockRegister(tables, id);
    const register = await getRegister(tx, scope, id);
    if (register.closedAt !== null) throw new AppError('conflict', 'documents.register_closed', { name: register.name });
    checkYearOver(register.year, today);
    const reason = kept(input.note);
    await setClosed(tables, id, actor, { action: 'closed', reason });
    await recordAudit(tx, actor, {
      action: 'documents.register_closed',
      subject: ['register', id],
      unitId: register.unitId,
      data: { year: register.year, lastNumber: register.nextNumber - 1, note: reason },
    });
    return getRegister(tx, scope, id);
  });
}

/**
 * Opens a closed register again, for a document that was forgotten; the reason stays with the register.
 *
 * @throws AppError `documents.register_not_found`, `documents.register_open`, `documents.reopen_reason_missing`
 */
export async function reopenRegister(
  db: Db,
  actor: Actor,
  scope: Reach,
  id: string,
  input: { readonly reason: string },
): Promise<RegisterRow> {
  return inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    await lockRegister(tables, id);
    const register = await getRegister(tx, scope, id);
    if (register.closedAt === null) throw new AppError('conflict', 'documents.register_open', { name: register.name });
    const reason = kept(input.reason);
    if (reason === null) throw new AppError('invalid', 'documents.reopen_reason_missing');
    await setClosed(tables, id, actor, { action: 'reopened', reason });
    await recordAudit(tx, actor, {
      action: 'documents.register_reopened',
      subject: ['register', id],
      unitId: register.unitId,
      data: { year: register.year, reason },
    });
    return getRegister(tx, scope, id);
  });
}
