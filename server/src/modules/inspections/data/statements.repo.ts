// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { ReformField } from '#kernel/reform-fields';
import { type Severity, type StatementKind, severities, statementKinds } from '../domain/vocabulary.ts';
import type { InspectionsDb } from './tables.ts';
import { fieldOrNull, oneOf } from './values.ts';

export type StatementValues = {
  readonly kind: StatementKind;
  readonly text: string;
  readonly reformField: ReformField | null;
  readonly cause: string | null;
  readonly severity: Severity | null;
  readonly itemId: string | null;
  readonly paragraph: number | null;
  readonly addressedTo: string | null;
};

export type Statement = StatementValues & {
  readonly id: string;
  readonly roundId: string;
  readonly visitId: string | null;
  readonly itemCode: string | null;
  readonly updatedBy: string;
  readonly version: number;
};

function selected(db: InspectionsDb) {
  return db
    .selectFrom('inspections.statement as s')
    .leftJoin('inspections.checklist_item as i', 'i.id', 's.item_id')
    .select([
      's.id',
      's.round_id',
      's.visit_id',
      's.kind',
      's.text',
      's.reform_field',
      's.cause',
      's.severity',
      's.item_id',
      'i.code',
      's.paragraph',
      's.addressed_to',
      's.updated_by',
      's.version',
    ])
    .where('s.withdrawn_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toStatement(row: Row): Statement {
  return {
    id: row.id,
    roundId: row.round_id,
    visitId: row.visit_id,
    kind: oneOf(statementKinds, row.kind),
    text: row.text,
    reformField: fieldOrNull(row.reform_field),
    cause: row.cause,
    severity: row.severity === null ? null : oneOf(severities, row.severity),
    itemId: row.item_id,
    itemCode: row.code,
    paragraph: row.paragraph,
    addressedTo: row.addressed_to,
    updatedBy: row.updated_by,
    version: row.version,
  };
}

/** Statements of a round: those about one visit, about the round itself (`null`), or all (undefined). */
export async function selectStatements(db: InspectionsDb, roundId: string, visitId?: string | null): Promise<Statement[]> {
  const rows = await selected(db)
    .where('s.round_id', '=', roundId)
    .$if(visitId !== undefined, (query) =>
      visitId === null ? query.where('s.visit_id', 'is', null) : query.where('s.visit_id', '=', visitId ?? ''),
    )
    .orderBy('s.sort')
    .orderBy('s.id')
    .execute();
  return rows.map(toStatement);
}

export async function findStatement(db: InspectionsDb, id: string): Promise<Statement | undefined> {
  const row = await selected(db).where('s.id', '=', id).executeTakeFirst();
  return row && toStatement(row);
}

export async function insertStatements(
  db: InspectionsDb,
  place: { roundId: string; visitId: string | null },
  by: string,
  statements: readonly StatementValues[],
): Promise<string[]> {
  if (statements.length === 0) return [];
  const { count } = await db
    .selectFrom('inspections.statement')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('round_id', '=', place.roundId)
    .executeTakeFirstOrThrow();
  const rows = statements.map((statement, index) => ({
    id: newId(),
    round_id: place.roundId,
    visit_id: place.visitId,
    ...columnsOf(statement),
    sort: count + index,
    withdrawn_at: null,
    withdrawn_reason: null,
    updated_by: by,
  }));
  await db.insertInto('inspections.statement').values(rows).execute();
  return rows.map((row) => row.id);
}

/** Replaces a statement that still has the version read; false where someone was quicker. */
export async function updateStatement(
  db: InspectionsDb,
  id: string,
  version: number,
  by: string,
  statement: StatementValues,
): Promise<boolean> {
  const result = await db
    .updateTable('inspections.statement')
    .set({ ...columnsOf(statement), version: version + 1, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function withdrawStatementRow(db: InspectionsDb, id: string, version: number, by: string, reason: string): Promise<boolean> {
  const result = await db
    .updateTable('inspections.statement')
    .set({
      withdrawn_at: sql<string>`now()`,
      withdrawn_reason: reason,
      version: version + 1,
      updated_at: sql<string>`now()`,
      updated_by: by,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function columnsOf(statement: StatementValues) {
  return {
    kind: statement.kind,
    text: statement.text.normalize('NFC'),
    reform_field: statement.reformField,
    cause: statement.cause?.normalize('NFC') ?? null,
    severity: statement.severity,
    item_id: statement.itemId,
    paragraph: statement.paragraph,
    addressed_to: statement.addressedTo?.normalize('NFC') ?? null,
  };
}
