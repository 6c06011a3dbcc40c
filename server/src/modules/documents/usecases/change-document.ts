// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { type DocumentChange, type DocumentRow, lockDocument, updateDocument } from '../data/documents.repo.ts';
import { listBases, listDependents } from '../data/links.repo.ts';
import { type DocumentsDb, documentsDb } from '../data/tables.ts';
import { checkEditable, type DocumentField, documentFields, type SourceMark, type UrgencyCode } from '../domain/document.ts';
import { checkSymbol, parseDocumentCode } from '../domain/document-code.ts';
import { checkBasis, checkIssuedOn, checkReceivedOn } from '../domain/document-dates.ts';
import { kept, readCode, refuseSecondReceipt, refuseTakenNumber, requireReplaced, requireType, typeOfOthers } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

/** Fields that are left out stay as they are; null empties a field that may be empty. */
export type ChangeInput = {
  readonly version: number;
  readonly code?: string | undefined;
  readonly typeCode?: string | undefined;
  readonly symbol?: string | undefined;
  readonly issuedOn?: Day | undefined;
  readonly issuerName?: string | undefined;
  readonly subject?: string | undefined;
  readonly signerPosition?: string | null | undefined;
  readonly urgency?: UrgencyCode | null | undefined;
  readonly recipients?: string | null | undefined;
  readonly archiveHolder?: string | null | undefined;
  readonly copies?: number | null | undefined;
  readonly handedOverOn?: Day | null | undefined;
  readonly note?: string | null | undefined;
  readonly replacesId?: string | null | undefined;
  readonly source?: SourceMark | undefined;
  readonly sourceNote?: string | null | undefined;
  readonly paragraph?: number | null | undefined;
};

/**
 * Changes what may still be changed: all of a draft, the description of a recorded or received document, and only the
 * register's own columns of a document that was issued here.
 *
 * @throws AppError `documents.not_found`, `documents.recalled`, `documents.field_closed`, `platform.stale`, and the
 * refusals of the fields themselves
 */
export async function changeDocument(db: Db, actor: Actor, scope: Reach, documentId: string, input: ChangeInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const document = await lockDocument(tables, scope, documentId);
    if (input.version !== document.version) throw new AppError('conflict', 'platform.stale', { by: document.updatedBy });
    const fields = documentFields.filter((field) => input[field] !== undefined);
    checkEditable(document, fields);

    const identity =
      document.state === 'draft' ? await draftIdentity(tables, document, input) : await othersIdentity(tables, document, input);
    if (input.replacesId) await requireReplaced(tables, scope, input.replacesId, document.issuedOn);
    await updateDocument(tables, document.id, { ...identity, ...plainFields(input), updated_by: actor.name });
    await recordAudit(tx, actor, {
      action: 'documents.document_changed',
      subject: ['document', document.id],
      unitId: document.unitId,
      data: changesOf(document, input, fields),
    });
  });
}

function plainFields(input: ChangeInput): DocumentChange {
  return {
    ...(input.subject === undefined ? {} : { subject: input.subject.normalize('NFC').trim() }),
    ...(input.signerPosition === undefined ? {} : { signer_position: kept(input.signerPosition) }),
    ...(input.urgency === undefined ? {} : { urgency: input.urgency }),
    ...(input.recipients === undefined ? {} : { recipients: kept(input.recipients) }),
    ...(input.archiveHolder === undefined ? {} : { archive_holder: kept(input.archiveHolder) }),
    ...(input.copies === undefined ? {} : { copies: input.copies }),
    ...(input.handedOverOn === undefined ? {} : { handed_over_on: input.handedOverOn }),
    ...(input.note === undefined ? {} : { note: kept(input.note) }),
    ...(input.replacesId === undefined ? {} : { replaces_id: input.replacesId }),
    ...(input.source === undefined ? {} : { source: input.source }),
    ...(input.sourceNote === undefined ? {} : { source_note: kept(input.sourceNote) }),
    ...(input.paragraph === undefined ? {} : { paragraph: input.paragraph }),
  };
}

/** Type and symbol of a draft: a new type brings its abbreviation, unless the whole symbol is given. */
async function draftIdentity(tables: DocumentsDb, draft: DocumentRow, input: ChangeInput): Promise<DocumentChange> {
  if (input.typeCode === undefined && input.symbol === undefined) return {};
  const type = await requireType(tables, input.typeCode ?? draft.typeCode ?? '', todayInVietnam());
  const agency = parseDocumentCode(`1/${draft.symbol ?? ''}`)?.agency ?? '';
  const usual = type.abbreviation === null ? agency : `${type.abbreviation}-${agency}`;
  return { type_code: type.code, symbol: checkSymbol(input.symbol ?? usual, type) };
}

/** Code, date, issuer and type of a document of others, checked like at its entry. */
async function othersIdentity(tables: DocumentsDb, document: DocumentRow, input: ChangeInput): Promise<DocumentChange> {
  if (input.code === undefined && input.issuedOn === undefined && input.issuerName === undefined && input.typeCode === undefined) return {};
  const code = input.code === undefined ? (document.code === null ? null : readCode(document.code)) : readCode(input.code);
  const issuedOn = input.issuedOn ?? document.issuedOn;
  const issuerName = kept(input.issuerName) ?? document.issuerName;
  const issuer = {
    unitId: input.issuerName === undefined || issuerName === document.issuerName ? document.issuerUnitId : null,
    name: issuerName,
  };
  const today = todayInVietnam();
  if (issuedOn !== null) checkIssuedOn(issuedOn, today);
  if (document.receivedOn !== null) checkReceivedOn(document.receivedOn, issuedOn, today);
  await checkLinkedDates(tables, document.id, code?.written ?? null, issuedOn);
  if (code !== null && document.origin === 'recorded' && issuedOn !== null)
    await refuseTakenNumber(tables, code, issuer, issuedOn, document.id);
  if (code !== null && document.origin === 'received')
    await refuseSecondReceipt(tables, { unitId: document.unitId, issuerKey: issuer, code: code.written, issuedOn, exceptId: document.id });
  return {
    number: code?.number ?? null,
    symbol: code?.symbol ?? null,
    code: code?.written ?? null,
    issued_on: issuedOn,
    issuer_unit_id: issuer.unitId,
    issuer_name: issuer.name,
    ...(input.typeCode === undefined ? {} : { type_code: await typeOfOthers(tables, input.typeCode, code, issuedOn ?? today) }),
  };
}

/** A new date must still lie after the bases and before the documents that rest on this one. */
async function checkLinkedDates(tables: DocumentsDb, id: string, code: string | null, issuedOn: Day | null): Promise<void> {
  for (const basis of await listBases(tables, { roots: null }, id)) checkBasis(issuedOn, basis);
  for (const dependent of await listDependents(tables, { roots: null }, id)) {
    checkBasis(dependent.issuedOn, { id, code, issuedOn, state: 'issued' });
  }
}

function changesOf(document: DocumentRow, input: ChangeInput, fields: readonly DocumentField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, { from: document[field], to: input[field] }]));
}
