// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { getFile } from '#platform/files/file-records';
import { findBasis } from '../data/bases.repo.ts';
import { lockDocument } from '../data/documents.repo.ts';
import { insertAttachment, insertBasis, isBasedOn } from '../data/links.repo.ts';
import { type DocumentsDb, documentsDb } from '../data/tables.ts';
import type { AttachmentKind } from '../domain/document.ts';
import { checkBasis } from '../domain/document-dates.ts';
import { kept } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

export type BasisInput = { readonly basedOnId: string; readonly note?: string | null | undefined };

/**
 * States that a document is based on another one: of the own units, or one that units above them issued.
 *
 * @throws AppError `documents.not_found`, `documents.recalled`, `documents.basis_not_issued`, `documents.basis_later`,
 * `documents.basis_circular`, `documents.basis_there`
 */
export async function addBasis(db: Db, actor: Actor, scope: Reach, documentId: string, input: BasisInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const document = await lockDocument(tables, scope, documentId);
    if (document.state === 'recalled') throw new AppError('conflict', 'documents.recalled', { code: document.code ?? '' });
    const code = await linkBasis(tables, actor, scope, document, input);
    await recordAudit(tx, actor, {
      action: 'documents.basis_added',
      subject: ['document', documentId],
      unitId: document.unitId,
      data: { basedOnId: input.basedOnId, code },
    });
  });
}

/** The link itself, without its audit entry; returns the code of the basis. */
export async function linkBasis(
  tables: DocumentsDb,
  actor: Actor,
  scope: Reach,
  document: { readonly id: string; readonly issuedOn: Day | null },
  input: BasisInput,
): Promise<string> {
  const basis = await findBasis(tables, scope, input.basedOnId);
  if (!basis) throw new AppError('not_found', 'documents.not_found');
  const code = basis.code ?? '';
  if (await isBasedOn(tables, basis.id, document.id)) throw new AppError('invalid', 'documents.basis_circular', { code });
  checkBasis(document.issuedOn, basis);
  await insertBasis(tables, { documentId: document.id, basedOnId: basis.id, note: kept(input.note), createdBy: actor.id, code });
  return code;
}

/**
 * Attaches a stored file; it must belong to the unit of the document, so that who reads one reads the other.
 *
 * @throws AppError `documents.not_found`, `documents.recalled`, `platform.not_found`, `documents.attachment_of_other_unit`,
 * `documents.attachment_there`
 */
export async function attachFile(
  db: Db,
  actor: Actor,
  scope: Reach,
  documentId: string,
  input: { readonly fileId: string; readonly kind: AttachmentKind },
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const document = await lockDocument(tables, scope, documentId);
    if (document.state === 'recalled') throw new AppError('conflict', 'documents.recalled', { code: document.code ?? '' });
    const file = await getFile(tx, scope, input.fileId);
    if (file.unitId !== document.unitId) throw new AppError('invalid', 'documents.attachment_of_other_unit', { name: file.name });

    const id = await insertAttachment(tables, { documentId, fileId: file.id, fileName: file.name, kind: input.kind, createdBy: actor.id });
    await recordAudit(tx, actor, {
      action: 'documents.file_attached',
      subject: ['document', documentId],
      unitId: document.unitId,
      data: { fileId: file.id, name: file.name, sha256: file.sha256, kind: input.kind },
    });
    return { id };
  });
}
