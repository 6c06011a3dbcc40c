// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { AttachmentKind } from '../domain/document.ts';
import { type DocumentReference, documentsWithin, referenceColumns } from './documents.repo.ts';
import type { DocumentsDb } from './tables.ts';

export type LinkedDocument = DocumentReference & {
  readonly note: string | null;
  /** Whether the reader may open it; the basis itself is printed in the document and so is always named. */
  readonly reachable: boolean;
};

export type AttachmentRow = {
  readonly id: string;
  readonly fileId: string;
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly createdAt: string;
};

const standing = { withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null } as const;

export async function insertBasis(
  db: DocumentsDb,
  link: { documentId: string; basedOnId: string; note: string | null; createdBy: string; code: string },
): Promise<void> {
  try {
    await db
      .insertInto('documents.legal_basis')
      .values({ document_id: link.documentId, based_on_id: link.basedOnId, note: link.note, created_by: link.createdBy, ...standing })
      .execute();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'legal_basis_once') throw new AppError('conflict', 'documents.basis_there', { code: link.code });
    if (constraint === 'legal_basis_not_itself') throw new AppError('invalid', 'documents.basis_circular', { code: link.code });
    throw error;
  }
}

/** What a document is based on, oldest first. */
export async function listBases(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, documentId: string): Promise<LinkedDocument[]> {
  return documentsWithin(db, { roots: null })
    .innerJoin('documents.legal_basis as link', 'link.based_on_id', 'd.id')
    .select([...referenceColumns, 'link.note', withinScope('d.unit_id', scope).$castTo<boolean>().as('reachable')])
    .where('link.document_id', '=', documentId)
    .where('link.withdrawn_at', 'is', null)
    .orderBy('d.issued_on')
    .orderBy('d.id')
    .execute();
}

/** Documents within the reader's scope that are based on this one. */
export async function listDependents(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, documentId: string): Promise<LinkedDocument[]> {
  return documentsWithin(db, scope)
    .innerJoin('documents.legal_basis as link', 'link.document_id', 'd.id')
    .select([...referenceColumns, 'link.note', sql<boolean>`true`.as('reachable')])
    .where('link.based_on_id', '=', documentId)
    .where('link.withdrawn_at', 'is', null)
    .orderBy('d.issued_on')
    .orderBy('d.id')
    .execute();
}

/** Whether `documentId` is among the bases of `basedOnId`, at any depth. */
export async function isBasedOn(db: DocumentsDb, basedOnId: string, documentId: string): Promise<boolean> {
  const { rows } = await sql<{ found: SqlBool }>`
    with recursive below (id) as (
      select ${basedOnId}::uuid
      union
      select link.based_on_id from documents.legal_basis link join below on below.id = link.document_id where link.withdrawn_at is null
    )
    select exists (select from below where id = ${documentId}::uuid) as found`.execute(db);
  return rows[0]?.found === true;
}

/** The documents that replace this one. */
export async function listReplacements(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, documentId: string): Promise<DocumentReference[]> {
  return documentsWithin(db, scope).select(referenceColumns).where('d.replaces_id', '=', documentId).orderBy('d.id').execute();
}

export async function insertAttachment(
  db: DocumentsDb,
  attachment: { documentId: string; fileId: string; fileName: string; kind: AttachmentKind; createdBy: string },
): Promise<string> {
  const id = newId();
  try {
    await db
      .insertInto('documents.attachment')
      .values({
        id,
        document_id: attachment.documentId,
        file_id: attachment.fileId,
        kind: attachment.kind,
        created_by: attachment.createdBy,
        ...standing,
      })
      .execute();
  } catch (error) {
    if (violatedConstraint(error) === 'attachment_document_file_key')
      throw new AppError('conflict', 'documents.attachment_there', { name: attachment.fileName });
    throw error;
  }
  return id;
}

export async function listAttachments(db: DocumentsDb, documentId: string): Promise<AttachmentRow[]> {
  return db
    .selectFrom('documents.attachment as a')
    .innerJoin('platform.file as f', 'f.id', 'a.file_id')
    .select([
      'a.id',
      'a.file_id as fileId',
      'a.kind',
      'f.name',
      'f.media_type as mediaType',
      'f.size_bytes as sizeBytes',
      'f.sha256',
      'a.created_at as createdAt',
    ])
    .where('a.document_id', '=', documentId)
    .where('a.withdrawn_at', 'is', null)
    .orderBy('a.id')
    .execute();
}

export type HistoryRow = { readonly at: string; readonly actorName: string; readonly action: string; readonly data: string };

/** What happened to a document, from the audit log, oldest first. */
export async function listHistory(db: DocumentsDb, documentId: string): Promise<HistoryRow[]> {
  return db
    .selectFrom('audit.entry')
    .select(['at', 'actor_name as actorName', 'action', 'data'])
    .where('subject_type', '=', 'document')
    .where('subject_id', '=', documentId)
    .orderBy('sequence')
    .execute();
}
