// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { DocumentsDb } from './tables.ts';

/** A basis or file that was linked by mistake and taken off again. */
export type WithdrawnLink = {
  readonly kind: 'basis' | 'attachment';
  /** Number of the basis, or name of the file. */
  readonly label: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};

const taken = (by: string, reason: string) => ({ withdrawn_at: sql<string>`now()`, withdrawn_by: by, withdrawn_reason: reason });

/** The number of the basis that was taken off; undefined where the document does not rest on it. */
export async function withdrawBasisRow(
  db: DocumentsDb,
  link: { documentId: string; basedOnId: string; by: string; reason: string },
): Promise<string | undefined> {
  const row = await db
    .updateTable('documents.legal_basis as link')
    .from('documents.document as d')
    .set(taken(link.by, link.reason))
    .whereRef('d.id', '=', 'link.based_on_id')
    .where('link.document_id', '=', link.documentId)
    .where('link.based_on_id', '=', link.basedOnId)
    .where('link.withdrawn_at', 'is', null)
    .returning('d.code')
    .executeTakeFirst();
  return row && (row.code ?? '');
}

/** The file that was taken off; undefined where the document has no such attachment. */
export async function withdrawAttachmentRow(
  db: DocumentsDb,
  link: { documentId: string; attachmentId: string; by: string; reason: string },
): Promise<{ fileId: string; name: string; sha256: string } | undefined> {
  return db
    .updateTable('documents.attachment as a')
    .from('platform.file as f')
    .set(taken(link.by, link.reason))
    .whereRef('f.id', '=', 'a.file_id')
    .where('a.document_id', '=', link.documentId)
    .where('a.id', '=', link.attachmentId)
    .where('a.withdrawn_at', 'is', null)
    .returning(['a.file_id as fileId', 'f.name', 'f.sha256'])
    .executeTakeFirst();
}

/** What was taken off a document, the oldest first. */
export async function listWithdrawn(db: DocumentsDb, documentId: string): Promise<WithdrawnLink[]> {
  const { rows } = await sql<WithdrawnLink>`
    select 'basis' as kind, coalesce(d.code, d.subject) as label, link.withdrawn_reason as reason, link.withdrawn_at as at, link.withdrawn_by as "by"
    from documents.legal_basis link join documents.document d on d.id = link.based_on_id
    where link.document_id = ${documentId} and link.withdrawn_at is not null
    union all
    select 'attachment', f.name, a.withdrawn_reason, a.withdrawn_at, a.withdrawn_by
    from documents.attachment a join platform.file f on f.id = a.file_id
    where a.document_id = ${documentId} and a.withdrawn_at is not null
    order by at`.execute(db);
  return rows;
}
