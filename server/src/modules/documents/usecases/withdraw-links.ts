// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { type DocumentRow, lockDocument } from '../data/documents.repo.ts';
import { type DocumentsDb, documentsDb } from '../data/tables.ts';
import { withdrawAttachmentRow, withdrawBasisRow } from '../data/withdrawals.repo.ts';
import { checkLinksOpen } from '../domain/document.ts';
import { kept } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

/**
 * Takes off a legal basis that was named by mistake; the link stays in the history with its reason.
 *
 * @throws AppError `documents.not_found`, `documents.recalled`, `documents.links_fixed`, `documents.basis_not_there`,
 * `documents.withdrawal_reason_missing`
 */
export async function withdrawBasis(
  db: Db,
  actor: Actor,
  scope: Reach,
  documentId: string,
  input: { readonly basedOnId: string; readonly reason: string },
): Promise<void> {
  await withdraw(db, actor, scope, documentId, input.reason, async (tables, reason) => {
    const code = await withdrawBasisRow(tables, { documentId, basedOnId: input.basedOnId, by: actor.name, reason });
    if (code === undefined) throw new AppError('not_found', 'documents.basis_not_there');
    return { action: 'documents.basis_withdrawn', data: { basedOnId: input.basedOnId, code, reason } };
  });
}

/**
 * Takes off a file that was attached by mistake; file and link stay, with the reason, in the history.
 *
 * @throws AppError `documents.not_found`, `documents.recalled`, `documents.links_fixed`, `documents.attachment_not_there`,
 * `documents.withdrawal_reason_missing`
 */
export async function withdrawAttachment(
  db: Db,
  actor: Actor,
  scope: Reach,
  documentId: string,
  input: { readonly attachmentId: string; readonly reason: string },
): Promise<void> {
  await withdraw(db, actor, scope, documentId, input.reason, async (tables, reason) => {
    const file = await withdrawAttachmentRow(tables, { documentId, attachmentId: input.attachmentId, by: actor.name, reason });
    if (!file) throw new AppError('not_found', 'documents.attachment_not_there');
    return { action: 'documents.attachment_withdrawn', data: { ...file, reason } };
  });
}

type Entry = { readonly action: string; readonly data: Readonly<Record<string, string>> };

async function withdraw(
  db: Db,
  actor: Actor,
  scope: Reach,
  documentId: string,
  given: string,
  take: (tables: DocumentsDb, reason: string, document: DocumentRow) => Promise<Entry>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const document = await lockDocument(tables, scope, documentId);
    checkLinksOpen(document);
    const reason = kept(given);
    if (reason === null) throw new AppError('invalid', 'documents.withdrawal_reason_missing');
    const { action, data } = await take(tables, reason, document);
    await recordAudit(tx, actor, { action, subject: ['document', documentId], unitId: document.unitId, data });
  });
}
