// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { todayInVietnam } from '#kernel/dates';
import { getUnit } from '#modules/units';
import { type AuditRecord, recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { insertDocument } from '../data/documents.repo.ts';
import { documentsDb } from '../data/tables.ts';
import type { UrgencyCode } from '../domain/document.ts';
import { checkSymbol } from '../domain/document-code.ts';
import { kept, requireReplaced, requireType } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

export type DraftInput = {
  readonly unitId: string;
  readonly typeCode: string;
  /** Whole symbol (`QĐ-UBND`, `SNV-CCHC`); where absent the type's abbreviation and the unit's own symbol. */
  readonly symbol?: string | undefined;
  readonly subject: string;
  readonly signerPosition?: string | null | undefined;
  readonly urgency?: UrgencyCode | null | undefined;
  readonly recipients?: string | null | undefined;
  readonly archiveHolder?: string | null | undefined;
  readonly copies?: number | null | undefined;
  readonly note?: string | null | undefined;
  readonly replacesId?: string | null | undefined;
};

/**
 * A document that the unit will issue: everything but number and date, which come with the issue.
 *
 * @throws AppError `units.not_found`, `documents.type_unknown`, `documents.symbol_invalid`, `documents.symbol_of_other_type`,
 * `documents.replaced_not_issued`
 */
export async function createDraft(db: Db, actor: Actor, scope: Reach, input: DraftInput): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const id = await placeDraft(tx, actor, scope, input);
    await recordAudit(tx, actor, draftCreated(id, input));
    return { id };
  });
}

/** Audit entry of a draft. */
export function draftCreated(id: string, input: DraftInput): AuditRecord {
  return {
    action: 'documents.draft_created',
    subject: ['document', id],
    unitId: input.unitId,
    data: { typeCode: input.typeCode, subject: input.subject },
  };
}

/** The draft itself, without its audit entry. */
export async function placeDraft(tx: Transaction<unknown>, actor: Actor, scope: Reach, input: DraftInput): Promise<string> {
  const tables = documentsDb(tx);
  const unit = await getUnit(tx, scope, input.unitId);
  const type = await requireType(tables, input.typeCode, todayInVietnam());
  const usual = type.abbreviation === null ? unit.documentSymbol : `${type.abbreviation}-${unit.documentSymbol}`;
  const symbol = checkSymbol(input.symbol ?? usual, type);
  if (input.replacesId) await requireReplaced(tables, scope, input.replacesId, null);

  return insertDocument(tables, {
    unit_id: unit.id,
    direction: 'outgoing',
    origin: 'numbered',
    state: 'draft',
    symbol,
    type_code: type.code,
    issuer_unit_id: unit.id,
    issuer_name: unit.authorityName,
    subject: input.subject.normalize('NFC').trim(),
    signer_position: kept(input.signerPosition),
    urgency: input.urgency ?? null,
    recipients: kept(input.recipients),
    archive_holder: kept(input.archiveHolder),
    copies: input.copies ?? null,
    note: kept(input.note),
    replaces_id: input.replacesId ?? null,
    source: 'own',
    created_by: actor.id,
    updated_by: actor.name,
  });
}
