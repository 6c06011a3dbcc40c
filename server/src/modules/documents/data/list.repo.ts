// SPDX-License-Identifier: Apache-2.0
import { type OrderByItemBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '#kernel/vietnamese-text';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Direction, DocumentState, Origin, SourceMark, UrgencyCode } from '../domain/document.ts';
import type { RegisterLine } from '../domain/register-columns.ts';
import { documentsWithin } from './documents.repo.ts';
import type { DocumentsDb } from './tables.ts';

export const documentSorts = ['date', 'number', 'subject', 'issuer'] as const;
export type DocumentSort = (typeof documentSorts)[number];

export type DocumentFilter = {
  readonly direction?: Direction | undefined;
  readonly state?: DocumentState | undefined;
  readonly year?: number | undefined;
  readonly typeCode?: string | undefined;
  readonly unitId?: string | undefined;
  readonly registerId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
};

export type DocumentPage = { readonly sort: DocumentSort; readonly order: 'asc' | 'desc'; readonly offset: number; readonly limit: number };

export type DocumentListRow = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly direction: Direction;
  readonly origin: Origin;
  readonly state: DocumentState;
  readonly registerNumber: number | null;
  readonly code: string | null;
  readonly symbol: string | null;
  readonly typeCode: string | null;
  readonly typeName: string | null;
  readonly issuedOn: string | null;
  readonly receivedOn: string | null;
  readonly issuerName: string;
  readonly subject: string;
  readonly signerPosition: string | null;
  readonly urgency: UrgencyCode | null;
  readonly source: SourceMark;
  readonly paragraph: number | null;
  readonly attachmentCount: number;
  readonly version: number;
};

const dated = sql`coalesce(d.received_on, d.issued_on)`;

function filtered(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, filter: DocumentFilter) {
  let query = documentsWithin(db, scope);
  if (filter.direction) query = query.where('d.direction', '=', filter.direction);
  if (filter.state) query = query.where('d.state', '=', filter.state);
  if (filter.typeCode) query = query.where('d.type_code', '=', filter.typeCode);
  if (filter.unitId) query = query.where('d.unit_id', '=', filter.unitId);
  if (filter.registerId) query = query.where('d.register_id', '=', filter.registerId);
  if (filter.year)
    query = query.where(sql<SqlBool>`${dated} between make_date(${filter.year}::int, 1, 1) and make_date(${filter.year}::int, 12, 31)`);
  if (filter.from) query = query.where(sql<SqlBool>`${dated} >= ${filter.from}::date`);
  if (filter.to) query = query.where(sql<SqlBool>`${dated} <= ${filter.to}::date`);
  for (const word of fold(filter.search ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')) {
    query = query.where('d.search', 'like', `%${word.replace(/[%_\\]/g, '\\$&')}%`);
  }
  return query;
}

/** A page of documents and the count of all that match; every word of the search must be found. */
export async function listDocuments(
  db: DocumentsDb,
  scope: Pick<UnitScope, 'roots'>,
  filter: DocumentFilter,
  page: DocumentPage,
): Promise<{ rows: DocumentListRow[]; total: number }> {
  const count = await filtered(db, scope, filter).select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await sorted(filtered(db, scope, filter), page)
    .select([
      'd.id',
      'd.unit_id as unitId',
      'u.authority_name as unitName',
      'd.direction',
      'd.origin',
      'd.state',
      'd.register_number as registerNumber',
      'd.code',
      'd.symbol',
      'd.type_code as typeCode',
      't.name as typeName',
      'd.issued_on as issuedOn',
      'd.received_on as receivedOn',
      'd.issuer_name as issuerName',
      'd.subject',
      'd.signer_position as signerPosition',
      'd.urgency',
      'd.source',
      'd.paragraph',
      'd.version',
      sql<number>`(select count(*)::int from documents.attachment a where a.document_id = d.id and a.withdrawn_at is null)`.as(
        'attachmentCount',
      ),
    ])
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { rows, total: count.total };
}

function sorted(query: ReturnType<typeof filtered>, { sort, order }: DocumentPage) {
  const direction = (by: OrderByItemBuilder) => (order === 'asc' ? by.asc().nullsLast() : by.desc().nullsFirst());
  switch (sort) {
    case 'date':
      return query.orderBy(dated, direction).orderBy('d.register_number', direction).orderBy('d.number', direction).orderBy('d.id', order);
    case 'number':
      return query.orderBy(sql`coalesce(d.register_number, d.number)`, direction).orderBy('d.id', order);
    case 'subject':
      return query.orderBy(sql`d.subject collate "vi-x-icu"`, direction).orderBy('d.id', order);
    case 'issuer':
      return query.orderBy(sql`d.issuer_name collate "vi-x-icu"`, direction).orderBy('d.id', order);
  }
}

/** All lines of one register in the order of their numbers. */
export async function listRegisterLines(db: DocumentsDb, registerId: string): Promise<RegisterLine[]> {
  const rows = await documentsWithin(db, { roots: null })
    .select([
      'd.register_number as registerNumber',
      'd.code',
      'd.issued_on as issuedOn',
      'd.received_on as receivedOn',
      't.name as typeName',
      'd.subject',
      'd.issuer_name as issuerName',
      'd.signer_position as signerPosition',
      'd.recipients',
      'd.archive_holder as archiveHolder',
      'd.copies',
      'd.handed_over_on as handedOverOn',
      'd.note',
      'd.date_reason as dateReason',
      'd.state',
      'd.recall_reason as recallReason',
    ])
    .where('d.register_id', '=', registerId)
    .orderBy('d.register_number')
    .execute();
  return rows.flatMap(({ registerNumber, ...row }) => (registerNumber === null ? [] : [{ ...row, registerNumber }]));
}
