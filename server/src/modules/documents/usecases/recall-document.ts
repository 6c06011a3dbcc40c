// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { lockDocument, updateDocument } from '../data/documents.repo.ts';
import { documentsDb } from '../data/tables.ts';
import { kept } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

/**
 * Withdraws a document with a reason; it keeps its number and stays readable (Decree 30/2020/NĐ-CP, art. 18).
 *
 * @throws AppError `documents.not_found`, `documents.recalled`, `documents.reason_missing`, `platform.stale`
 */
export async function recallDocument(
  db: Db,
  actor: Actor,
  scope: Reach,
  input: { readonly documentId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const document = await lockDocument(tables, scope, input.documentId);
    if (document.state === 'recalled') throw new AppError('conflict', 'documents.recalled', { code: document.code ?? '' });
    if (input.version !== document.version) throw new AppError('conflict', 'platform.stale', { by: document.updatedBy });
    const reason = kept(input.reason);
    if (reason === null) throw new AppError('invalid', 'documents.reason_missing');
    await updateDocument(tables, document.id, {
      state: 'recalled',
      recalled_at: new Date().toISOString(),
      recall_reason: reason,
      updated_by: actor.name,
    });
    await publish(tx, { name: 'documents.document_recalled', payload: { id: document.id, unitId: document.unitId, code: document.code } });
    await recordAudit(tx, actor, {
      action: 'documents.document_recalled',
      subject: ['document', document.id],
      unitId: document.unitId,
      data: { code: document.code, from: document.state, issuedOn: document.issuedOn, reason },
    });
  });
}
