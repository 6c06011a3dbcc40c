// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type DocumentReference, type DocumentRow, findByCode, findDocument, findReference } from '../data/documents.repo.ts';
import {
  type AttachmentRow,
  type HistoryRow,
  type LinkedDocument,
  listAttachments,
  listBases,
  listDependents,
  listHistory,
  listReplacements,
} from '../data/links.repo.ts';
import { type DocumentFilter, type DocumentListRow, type DocumentPage, listDocuments as listRows } from '../data/list.repo.ts';
import { documentsDb } from '../data/tables.ts';
import { type DocumentTypeRow, listTypes } from '../data/types.repo.ts';
import { listWithdrawn, type WithdrawnLink } from '../data/withdrawals.repo.ts';
import { type DocumentField, editableFields } from '../domain/document.ts';
import { parseDocumentCode, writtenCode } from '../domain/document-code.ts';
import { acknowledgedSameDay } from '../domain/document-dates.ts';

export type Reach = Pick<UnitScope, 'roots'>;

/** A document with all that hangs on it. */
export type DocumentSheet = DocumentRow & {
  /** For incoming documents: whether receipt was acknowledged on the day of arrival; null for outgoing ones. */
  readonly acknowledgedSameDay: boolean | null;
  readonly editable: DocumentField[];
  readonly bases: LinkedDocument[];
  readonly dependents: LinkedDocument[];
  readonly replaces: DocumentReference | null;
  readonly replacedBy: DocumentReference[];
  readonly attachments: AttachmentRow[];
  readonly withdrawn: WithdrawnLink[];
  readonly history: HistoryRow[];
};

export type ListDocumentsInput = DocumentFilter & Partial<DocumentPage>;

/** A page of the documents of a scope: newest first, the search without diacritics over code, subject and issuer. */
export async function listDocuments(
  db: Db,
  scope: Reach,
  input: ListDocumentsInput = {},
): Promise<{ rows: DocumentListRow[]; total: number }> {
  const { sort = 'date', order = 'desc', offset = 0, limit = 50, ...filter } = input;
  return listRows(documentsDb(db), scope, filter, { sort, order, offset, limit });
}

/**
 * One document with its legal bases both ways, replacements, attachments and history.
 *
 * @throws AppError `documents.not_found` also where it belongs to a unit outside the scope
 */
export async function getDocument(db: Db, scope: Reach, id: string): Promise<DocumentSheet> {
  const tables = documentsDb(db);
  const document = await findDocument(tables, scope, id);
  if (!document) throw new AppError('not_found', 'documents.not_found');
  const replaces = document.replacesId === null ? undefined : await findReference(tables, { roots: null }, document.replacesId);
  return {
    ...document,
    acknowledgedSameDay:
      document.receivedOn === null || document.acknowledgedAt === null
        ? null
        : acknowledgedSameDay(document.receivedOn, todayInVietnam(new Date(document.acknowledgedAt))),
    editable: [...editableFields(document)],
    bases: await listBases(tables, scope, id),
    dependents: await listDependents(tables, scope, id),
    replaces: replaces ?? null,
    replacedBy: await listReplacements(tables, scope, id),
    attachments: await listAttachments(tables, id),
    withdrawn: await listWithdrawn(tables, id),
    history: await listHistory(tables, id),
  };
}

/**
 * The document that bears a code in a year, however the code was typed; where several issuers used the same code,
 * the oldest entry, unless the issuing unit is named. It asks for no scope and is meant for seeds and other modules.
 */
export async function findDocumentByCode(
  db: Db,
  code: string,
  year: number,
  issuerUnitId?: string,
): Promise<DocumentReference | undefined> {
  const parsed = parseDocumentCode(code);
  return parsed ? findByCode(documentsDb(db), writtenCode(parsed), year, issuerUnitId) : undefined;
}

/** The types of documents in the order of Decree 30/2020/NĐ-CP, art. 7. */
export async function listDocumentTypes(db: Db): Promise<DocumentTypeRow[]> {
  return listTypes(documentsDb(db));
}
