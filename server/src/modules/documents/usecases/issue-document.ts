// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { requireUnitInForce } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { type DocumentRow, lockDocument, updateDocument } from '../data/documents.repo.ts';
import { listBases } from '../data/links.repo.ts';
import { advanceSequence, lockSequence, numbersInUse } from '../data/registers.repo.ts';
import { type DocumentsDb, documentsDb } from '../data/tables.ts';
import { checkIssuable } from '../domain/document.ts';
import { codeOf } from '../domain/document-code.ts';
import { checkBasis, checkIssuedOn } from '../domain/document-dates.ts';
import { checkDateOrder, registerYear, takeNumber } from '../domain/numbering.ts';
import { type DraftInput, draftCreated, placeDraft } from './create-draft.ts';
import { type BasisInput, linkBasis } from './link-documents.ts';
import { kept, requireReplaced, requireType } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

export type IssueInput = {
  readonly documentId: string;
  /** Version that was read; left out only by modules that made the draft in the same transaction. */
  readonly version?: number | undefined;
  /** Day that the document bears; today where absent. */
  readonly issuedOn?: Day | undefined;
  /** Why the document bears a day before the one of the previous number. */
  readonly dateReason?: string | null | undefined;
};

export type IssuedDocument = { readonly id: string; readonly number: number; readonly code: string; readonly issuedOn: Day };

/**
 * A draft gets its number and date and is issued. The number is taken under a lock on the register, inside the
 * transaction: two documents never share one, and a transaction that fails leaves no gap.
 *
 * @throws AppError `documents.not_found`, `documents.already_issued`, `documents.recalled`, `platform.stale`,
 * `documents.issued_in_future`, `documents.type_unknown`, `documents.basis_later`, `documents.date_out_of_order`,
 * `units.not_in_force`
 */
export async function issueDocument(db: Db, actor: Actor, scope: Reach, input: IssueInput): Promise<IssuedDocument> {
  return inTransaction(db, async (tx) => {
    const issued = await numberDraft(tx, actor, scope, input);
    await recordIssue(tx, actor, issued);
    return issued.document;
  });
}

export type NewDocumentInput = DraftInput &
  Pick<IssueInput, 'issuedOn' | 'dateReason'> & { readonly bases?: readonly BasisInput[] | undefined };

/**
 * Drafts a document and issues it in one transaction, with its legal bases; the way of modules whose papers are ready.
 * A caller with a transaction of its own issues before it writes audit entries, because the register is locked before the audit log.
 *
 * @throws AppError as `createDraft`, `addBasis` and `issueDocument`
 */
export async function issueNewDocument(db: Db, actor: Actor, scope: Reach, input: NewDocumentInput): Promise<IssuedDocument> {
  return inTransaction(db, async (tx) => {
    const id = await placeDraft(tx, actor, scope, input);
    for (const basis of input.bases ?? []) await linkBasis(documentsDb(tx), actor, scope, { id, issuedOn: null }, basis);
    const issued = await numberDraft(tx, actor, scope, { documentId: id, issuedOn: input.issuedOn, dateReason: input.dateReason });
    await recordAudit(tx, actor, draftCreated(id, input));
    await recordIssue(tx, actor, issued);
    return issued.document;
  });
}

type Issued = { readonly document: IssuedDocument; readonly unitId: string; readonly dateReason: string | null };

async function numberDraft(tx: Transaction<unknown>, actor: Actor, scope: Reach, input: IssueInput): Promise<Issued> {
  const tables = documentsDb(tx);
  const draft = await lockDocument(tables, scope, input.documentId);
  checkIssuable(draft);
  if (input.version !== undefined && input.version !== draft.version)
    throw new AppError('conflict', 'platform.stale', { by: draft.updatedBy });
  const issuedOn = input.issuedOn ?? todayInVietnam();
  checkIssuedOn(issuedOn, todayInVietnam());
  await requireUnitInForce(tx, draft.unitId, issuedOn);
  await checkStanding(tables, draft, issuedOn);

  const dateReason = kept(input.dateReason);
  const { registerId, number, code } = await takeNextNumber(tables, actor, draft, issuedOn, dateReason);
  await updateDocument(tables, draft.id, {
    state: 'issued',
    register_id: registerId,
    register_number: number,
    number,
    code,
    issued_on: issuedOn,
    date_reason: dateReason,
    updated_by: actor.name,
  });
  return { document: { id: draft.id, number, code, issuedOn }, unitId: draft.unitId, dateReason };
}

async function recordIssue(tx: Transaction<unknown>, actor: Actor, { document, unitId, dateReason }: Issued): Promise<void> {
  const { id, code, issuedOn } = document;
  await publish(tx, { name: 'documents.document_issued', payload: { id, unitId, code, issuedOn } });
  await recordAudit(tx, actor, {
    action: 'documents.document_issued',
    subject: ['document', id],
    unitId,
    data: { code, issuedOn, dateReason },
  });
}

async function checkStanding(tables: DocumentsDb, draft: DocumentRow, issuedOn: Day): Promise<void> {
  await requireType(tables, draft.typeCode ?? '', issuedOn);
  for (const basis of await listBases(tables, { roots: null }, draft.id)) checkBasis(issuedOn, basis);
  if (draft.replacesId !== null) await requireReplaced(tables, { roots: null }, draft.replacesId, issuedOn);
}

async function takeNextNumber(
  tables: DocumentsDb,
  actor: Actor,
  draft: DocumentRow,
  issuedOn: Day,
  reason: string | null,
): Promise<{ registerId: string; number: number; code: string }> {
  const year = registerYear(issuedOn);
  const symbol = draft.symbol ?? '';
  const sequence = await lockSequence(tables, {
    unitId: draft.unitId,
    direction: 'outgoing',
    year,
    typeCode: draft.typeCode,
    name: `Sổ đăng ký văn bản đi năm ${year}`,
    createdBy: actor.id,
  });
  checkDateOrder(sequence, issuedOn, reason);
  const number = takeNumber(sequence, await numbersInUse(tables, { unitId: draft.unitId, symbol, year, from: sequence.nextNumber }));
  await advanceSequence(tables, sequence.id, { number, datedOn: issuedOn });
  return { registerId: sequence.id, number, code: codeOf(number, symbol) };
}
