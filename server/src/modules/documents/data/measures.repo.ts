// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { DocumentsDb } from './tables.ts';

/** Documents that a measure counts: of one direction, of a type where one is named; drafts and recalled ones never. */
export type CountedDocuments = { readonly direction: 'outgoing' | 'incoming'; readonly typeCode?: string };

type Span = { readonly from: Day; readonly to: Day };

export type MeasuredDocument = { readonly id: string; readonly code: string | null; readonly subject: string; readonly on: string };

/** Each unit with the count of its documents and those of the units below it as the tree stood when the days end. */
export async function countMeasured(
  db: DocumentsDb,
  unitIds: readonly string[],
  counted: CountedDocuments,
  span: Span,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ unitId: string; count: number }>`
    select span.ancestor_id as "unitId", count(*)::int as count from ${measured(counted, span)}
    where span.ancestor_id = any(${unitIds}) group by span.ancestor_id`.execute(db);
  return new Map(rows.map((row) => [row.unitId, row.count]));
}

/** The documents behind a count, newest first. */
export async function listMeasured(
  db: DocumentsDb,
  unitId: string,
  counted: CountedDocuments,
  span: Span,
  page: { readonly offset: number; readonly limit: number },
): Promise<MeasuredDocument[]> {
  const { rows } = await sql<MeasuredDocument>`
    select d.id, d.code, d.subject, ${dayOf(counted)} as on from ${measured(counted, span)}
    where span.ancestor_id = ${unitId} order by ${dayOf(counted)} desc, d.id desc offset ${page.offset} limit ${page.limit}`.execute(db);
  return rows;
}

const dayOf = ({ direction }: CountedDocuments): RawBuilder<unknown> => sql.ref(direction === 'outgoing' ? 'd.issued_on' : 'd.received_on');

function measured(counted: CountedDocuments, { from, to }: Span): RawBuilder<unknown> {
  const ofType = counted.typeCode ? sql`and d.type_code = ${counted.typeCode}` : sql``;
  return sql`units.lineage_span span join documents.document d on d.unit_id = span.descendant_id
    and ${to}::date between span.valid_from and span.valid_to
    and d.direction = ${counted.direction} and d.state = 'issued' and ${dayOf(counted)} between ${from} and ${to} ${ofType}`;
}
