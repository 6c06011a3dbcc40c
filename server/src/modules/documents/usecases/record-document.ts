// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import { getUnit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { insertDocument } from '../data/documents.repo.ts';
import { documentsDb } from '../data/tables.ts';
import type { SourceMark, UrgencyCode } from '../domain/document.ts';
import { checkIssuedOn } from '../domain/document-dates.ts';
import { type BasisInput, linkBasis } from './link-documents.ts';
import { kept, readCode, refuseTakenNumber, requireReplaced, typeOfOthers } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

export type RecordInput = {
  /** Unit under which the document is kept and reached. */
  readonly unitId: string;
  /** Number and symbol as printed: `1367/QĐ-UBND`. */
  readonly code: string;
  /** Where absent it is read from the symbol; null for laws, decrees and others that are no administrative document. */
  readonly typeCode?: string | null | undefined;
  readonly issuedOn: Day;
  readonly issuerUnitId?: string | null | undefined;
  /** Where absent the authority of the issuing unit, else of the unit that keeps it. */
  readonly issuerName?: string | undefined;
  readonly subject: string;
  readonly signerPosition?: string | null | undefined;
  readonly urgency?: UrgencyCode | null | undefined;
  readonly recipients?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly replacesId?: string | null | undefined;
  readonly source?: SourceMark | undefined;
  readonly sourceNote?: string | null | undefined;
  /** Paragraph of the source text that names the document. */
  readonly paragraph?: number | null | undefined;
  readonly bases?: readonly BasisInput[] | undefined;
};

export type RecordedDocument = { readonly id: string; readonly number: number; readonly code: string; readonly issuedOn: Day };

/**
 * Records a document that has its number already, from before the installation or from another agency. It takes no
 * number of a register; the same issuer, symbol, number and year is accepted once.
 *
 * @throws AppError `documents.code_invalid`, `documents.issued_in_future`, `documents.type_unknown`,
 * `documents.number_taken`, `documents.basis_later`, `units.not_found`
 */
export async function recordDocument(db: Db, actor: Actor, input: RecordInput): Promise<RecordedDocument> {
  return recordDocumentWithin(db, actor, { roots: null }, input);
}

/** The same for a person, whose scope must hold the unit and every document that is linked. */
export async function recordDocumentWithin(db: Db, actor: Actor, scope: Reach, input: RecordInput): Promise<RecordedDocument> {
  return inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const code = readCode(input.code);
    checkIssuedOn(input.issuedOn, todayInVietnam());
    const unit = await getUnit(tx, scope, input.unitId);
    const issuer = input.issuerUnitId ? await getUnit(tx, { roots: null }, input.issuerUnitId) : null;
    const issuerUnitId = issuer?.id ?? (input.issuerName === undefined ? unit.id : null);
    const issuerName = kept(input.issuerName) ?? (issuer ?? unit).authorityName;
    const typeCode = await typeOfOthers(tables, input.typeCode, code, input.issuedOn);
    await refuseTakenNumber(tables, code, { unitId: issuerUnitId, name: issuerName }, input.issuedOn);
    if (input.replacesId) await requireReplaced(tables, scope, input.replacesId, input.issuedOn);

    const id = await insertDocument(tables, {
      unit_id: unit.id,
      direction: 'outgoing',
      origin: 'recorded',
      state: 'issued',
      number: code.number,
      symbol: code.symbol,
      code: code.written,
      type_code: typeCode,
      issued_on: input.issuedOn,
      issuer_unit_id: issuerUnitId,
      issuer_name: issuerName,
      subject: input.subject.normalize('NFC').trim(),
      signer_position: kept(input.signerPosition),
      urgency: input.urgency ?? null,
      recipients: kept(input.recipients),
      note: kept(input.note),
      replaces_id: input.replacesId ?? null,
      source: input.source ?? 'own',
      source_note: kept(input.sourceNote),
      paragraph: input.paragraph ?? null,
      created_by: actor.id,
      updated_by: actor.name,
    });
    const bases: string[] = [];
    for (const basis of input.bases ?? []) bases.push(await linkBasis(tables, actor, scope, { id, issuedOn: input.issuedOn }, basis));
    await recordAudit(tx, actor, {
      action: 'documents.document_recorded',
      subject: ['document', id],
      unitId: unit.id,
      data: { code: code.written, issuedOn: input.issuedOn, issuer: issuerName, source: input.source ?? 'own', bases },
    });
    return { id, number: code.number, code: code.written, issuedOn: input.issuedOn };
  });
}
