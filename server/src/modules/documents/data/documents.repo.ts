// SPDX-License-Identifier: Apache-2.0
import { type Insertable, sql, type Updateable } from 'kysely';
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Direction, DocumentState, Origin, SourceMark, UrgencyCode } from '../domain/document.ts';
import type { DocumentsDb, DocumentsTables } from './tables.ts';

export type DocumentRow = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly direction: Direction;
  readonly origin: Origin;
  readonly state: DocumentState;
  readonly registerId: string | null;
  readonly registerNumber: number | null;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly code: string | null;
  readonly typeCode: string | null;
  readonly typeName: string | null;
  readonly issuedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly acknowledgedAt: string | null;
  readonly issuerUnitId: string | null;
  readonly issuerName: string;
  readonly subject: string;
  readonly signerPosition: string | null;
  readonly urgency: UrgencyCode | null;
  readonly recipients: string | null;
  readonly archiveHolder: string | null;
  readonly copies: number | null;
  readonly handedOverOn: Day | null;
  readonly note: string | null;
  readonly dateReason: string | null;
  readonly replacesId: string | null;
  readonly source: SourceMark;
  readonly sourceNote: string | null;
  readonly paragraph: number | null;
  readonly recalledAt: string | null;
  readonly recallReason: string | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

type NewDocument = Insertable<DocumentsTables['documents.document']>;
export type DocumentChange = Updateable<DocumentsTables['documents.document']>;

const columns = [
  'd.id',
  'd.unit_id as unitId',
  'u.authority_name as unitName',
  'd.direction',
  'd.origin',
  'd.state',
  'd.register_id as registerId',
  'd.register_number as registerNumber',
  'd.number',
  'd.symbol',
  'd.code',
  'd.type_code as typeCode',
  't.name as typeName',
  'd.issued_on as issuedOn',
  'd.received_on as receivedOn',
  'd.acknowledged_at as acknowledgedAt',
  'd.issuer_unit_id as issuerUnitId',
  'd.issuer_name as issuerName',
  'd.subject',
  'd.signer_position as signerPosition',
  'd.urgency',
  'd.recipients',
  'd.archive_holder as archiveHolder',
  'd.copies',
  'd.handed_over_on as handedOverOn',
  'd.note',
  'd.date_reason as dateReason',
  'd.replaces_id as replacesId',
  'd.source',
  'd.source_note as sourceNote',
  'd.paragraph',
  'd.recalled_at as recalledAt',
  'd.recall_reason as recallReason',
  'd.version',
  'd.updated_at as updatedAt',
  'd.updated_by as updatedBy',
] as const;

/** Documents within a scope, joined with the names of their unit and type. */
export function documentsWithin(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>) {
  return db
    .selectFrom('documents.document as d')
    .innerJoin('units.unit as u', 'u.id', 'd.unit_id')
    .leftJoin('documents.type as t', 't.code', 'd.type_code')
    .where(withinScope('d.unit_id', scope));
}

export async function findDocument(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, id: string): Promise<DocumentRow | undefined> {
  return documentsWithin(db, scope).select(columns).where('d.id', '=', id).executeTakeFirst();
}

/** The document, locked against changes by others until the end of the transaction. */
export async function lockDocument(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, id: string): Promise<DocumentRow> {
  await db.selectFrom('documents.document').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  const document = await findDocument(db, scope, id);
  if (!document) throw new AppError('not_found', 'documents.not_found');
  return document;
}

export async function insertDocument(db: DocumentsDb, document: Omit<NewDocument, 'id'>): Promise<string> {
  const id = newId();
  try {
    await db
      .insertInto('documents.document')
      .values({ ...document, id })
      .execute();
  } catch (error) {
    throw asTaken(error, document);
  }
  return id;
}

/** Changes a locked document and counts its version up. */
export async function updateDocument(db: DocumentsDb, id: string, change: DocumentChange): Promise<void> {
  try {
    await db
      .updateTable('documents.document')
      .set({ ...change, version: sql<number>`version + 1`, updated_at: sql<string>`now()` })
      .where('id', '=', id)
      .execute();
  } catch (error) {
    throw asTaken(error, change);
  }
}

type Named = { readonly code?: string | null | undefined; readonly issued_on?: string | null | undefined };

function asTaken(error: unknown, { code, issued_on: issuedOn }: Named): unknown {
  const taken = { code: code ?? '', issuedOn: issuedOn ? vietnameseDay(issuedOn) : '' };
  if (violatedConstraint(error) === 'document_code_key') return new AppError('conflict', 'documents.number_taken', taken);
  if (violatedConstraint(error) === 'document_received_key')
    return new AppError('conflict', 'documents.already_received', { code: taken.code, number: '', receivedOn: '' });
  return error;
}

type CodeOfIssuer = {
  readonly issuerKey: IssuerKey;
  readonly symbol: string;
  readonly number: number;
  readonly year: number;
  readonly exceptId?: string | undefined;
};
export type IssuerKey = { readonly unitId: string | null; readonly name: string };

const issuerKeyOf = ({ unitId, name }: IssuerKey) => (unitId === null ? sql<string>`platform.fold(${name})` : sql<string>`${unitId}::text`);

/** The outgoing document that already bears this number of this issuer and year. */
export async function findByNumber(
  db: DocumentsDb,
  wanted: CodeOfIssuer,
): Promise<{ code: string | null; issuedOn: Day | null } | undefined> {
  let query = db
    .selectFrom('documents.document')
    .select(['code', 'issued_on as issuedOn'])
    .where('direction', '=', 'outgoing')
    .where('issuer_key', '=', issuerKeyOf(wanted.issuerKey))
    .where('symbol', '=', wanted.symbol)
    .where('number', '=', wanted.number)
    .where('year', '=', wanted.year);
  if (wanted.exceptId) query = query.where('id', '<>', wanted.exceptId);
  return query.executeTakeFirst();
}

/** The entry under which a unit already registered this incoming document. */
export async function findReceived(
  db: DocumentsDb,
  wanted: { unitId: string; issuerKey: IssuerKey; code: string; issuedOn: Day | null; exceptId?: string | undefined },
): Promise<{ registerNumber: number | null; receivedOn: Day | null } | undefined> {
  let query = db
    .selectFrom('documents.document')
    .select(['register_number as registerNumber', 'received_on as receivedOn'])
    .where('direction', '=', 'incoming')
    .where('unit_id', '=', wanted.unitId)
    .where('issuer_key', '=', issuerKeyOf(wanted.issuerKey))
    .where('code', '=', wanted.code)
    .where('state', '<>', 'recalled')
    .where(sql<boolean>`issued_on is not distinct from ${wanted.issuedOn}::date`);
  if (wanted.exceptId) query = query.where('id', '<>', wanted.exceptId);
  return query.executeTakeFirst();
}

export type DocumentReference = {
  readonly id: string;
  readonly code: string | null;
  readonly typeCode: string | null;
  readonly typeName: string | null;
  readonly issuedOn: Day | null;
  readonly issuerName: string;
  readonly subject: string;
  readonly state: DocumentState;
  readonly unitId: string;
};

export const referenceColumns = [
  'd.id',
  'd.code',
  'd.type_code as typeCode',
  't.name as typeName',
  'd.issued_on as issuedOn',
  'd.issuer_name as issuerName',
  'd.subject',
  'd.state',
  'd.unit_id as unitId',
] as const;

/** Documents with a code in a year: what was issued before what was received, the oldest entry first. */
export async function findByCode(
  db: DocumentsDb,
  code: string,
  year: number,
  issuerUnitId: string | undefined,
): Promise<DocumentReference | undefined> {
  let query = documentsWithin(db, { roots: null }).select(referenceColumns).where('d.code', '=', code).where('d.year', '=', year);
  if (issuerUnitId) query = query.where('d.issuer_unit_id', '=', issuerUnitId);
  return query.orderBy('d.direction', 'desc').orderBy('d.id').executeTakeFirst();
}

export async function findReference(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, id: string): Promise<DocumentReference | undefined> {
  return documentsWithin(db, scope).select(referenceColumns).where('d.id', '=', id).executeTakeFirst();
}
