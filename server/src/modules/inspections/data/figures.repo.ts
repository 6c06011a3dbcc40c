// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import type { ReformField } from '#kernel/reform-fields';
import { reformFields } from '#kernel/reform-fields';
import type { Actor } from '#platform/auth/actor';
import { violatedConstraint } from '#platform/db/db';
import type { FigurePart } from '../domain/figures.ts';
import { type FigureKind, figureKinds } from '../domain/vocabulary.ts';
import type { InspectionsDb } from './tables.ts';
import { oneOf, partsOf } from './values.ts';

export type FigureValues = {
  readonly code: string;
  readonly label: string;
  readonly reformField: ReformField;
  readonly kind: FigureKind;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly parts: readonly FigurePart[];
  readonly statedPercent: string | null;
  readonly statedText: string | null;
  readonly unitOfMeasure: string;
  readonly evidenceFileId: string | null;
  readonly documentId: string | null;
  readonly paragraph: number | null;
  readonly note: string | null;
};

export type Counted = {
  readonly numerator: string;
  readonly denominator: string | null;
  readonly source: string;
  readonly at: string;
  readonly actorName: string;
};

export type Figure = FigureValues & {
  readonly id: string;
  readonly visitId: string;
  readonly evidenceFileName: string | null;
  readonly documentCode: string | null;
  readonly counted: Counted | null;
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly version: number;
};

function selected(db: InspectionsDb) {
  return db
    .selectFrom('inspections.declared_figure as f')
    .leftJoin('platform.file as e', 'e.id', 'f.evidence_file_id')
    .leftJoin('documents.document as d', 'd.id', 'f.document_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('inspections.recomputed_figure as c')
          .select([
            'c.numerator as counted_numerator',
            'c.denominator as counted_denominator',
            'c.source as counted_source',
            'c.at as counted_at',
            'c.actor_name as counted_by',
          ])
          .whereRef('c.figure_id', '=', 'f.id')
          .orderBy('c.at', 'desc')
          .orderBy('c.id', 'desc')
          .limit(1)
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select([
      'f.id',
      'f.visit_id',
      'f.code',
      'f.label',
      'f.reform_field',
      'f.kind',
      'f.numerator',
      'f.denominator',
      'f.parts',
      'f.stated_percent',
      'f.stated_text',
      'f.unit_of_measure',
    ])
    .select([
      'f.evidence_file_id',
      'f.document_id',
      'f.paragraph',
      'f.note',
      'f.updated_by',
      'f.updated_at',
      'f.version',
      'e.name as file_name',
      'd.code as document_code',
    ])
    .select([
      'counted.counted_numerator',
      'counted.counted_denominator',
      'counted.counted_source',
      'counted.counted_at',
      'counted.counted_by',
    ])
    .where('f.withdrawn_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toFigure(row: Row): Figure {
  const { counted_numerator: numerator, counted_source: source, counted_at: at, counted_by: by } = row;
  return {
    id: row.id,
    visitId: row.visit_id,
    code: row.code,
    label: row.label,
    reformField: oneOf(reformFields, row.reform_field),
    kind: oneOf(figureKinds, row.kind),
    numerator: row.numerator,
    denominator: row.denominator,
    parts: partsOf(row.parts),
    statedPercent: row.stated_percent,
    statedText: row.stated_text,
    unitOfMeasure: row.unit_of_measure,
    evidenceFileId: row.evidence_file_id,
    evidenceFileName: row.file_name,
    documentId: row.document_id,
    documentCode: row.document_code,
    paragraph: row.paragraph,
    note: row.note,
    counted:
      numerator !== null && source !== null && at !== null && by !== null
        ? { numerator, denominator: row.counted_denominator, source, at, actorName: by }
        : null,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    version: row.version,
  };
}

export async function selectFigures(db: InspectionsDb, visitIds: readonly string[]): Promise<Figure[]> {
  if (visitIds.length === 0) return [];
  const rows = await selected(db)
    .where('f.visit_id', 'in', [...visitIds])
    .orderBy('f.sort')
    .orderBy('f.id')
    .execute();
  return rows.map(toFigure);
}

export async function findFigure(db: InspectionsDb, id: string): Promise<Figure | undefined> {
  const row = await selected(db).where('f.id', '=', id).executeTakeFirst();
  return row && toFigure(row);
}

/** @throws AppError `inspections.figure_code_taken` */
export async function insertFigures(db: InspectionsDb, visitId: string, by: string, figures: readonly FigureValues[]): Promise<string[]> {
  if (figures.length === 0) return [];
  const { count } = await db
    .selectFrom('inspections.declared_figure')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('visit_id', '=', visitId)
    .executeTakeFirstOrThrow();
  const rows = figures.map((figure, index) => ({
    id: newId(),
    visit_id: visitId,
    ...columnsOf(figure),
    sort: count + index,
    withdrawn_at: null,
    updated_by: by,
  }));
  await translated(figures, () => db.insertInto('inspections.declared_figure').values(rows).execute());
  return rows.map((row) => row.id);
}

/** Replaces the values of a figure that still has the version read; false where someone was quicker. */
export async function updateFigure(db: InspectionsDb, id: string, version: number, by: string, figure: FigureValues): Promise<boolean> {
  const result = await translated([figure], () =>
    db
      .updateTable('inspections.declared_figure')
      .set({ ...columnsOf(figure), version: version + 1, updated_at: sql<string>`now()`, updated_by: by })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}

export async function withdrawFigureRow(db: InspectionsDb, id: string, version: number, by: string): Promise<boolean> {
  const result = await db
    .updateTable('inspections.declared_figure')
    .set({ withdrawn_at: sql<string>`now()`, version: version + 1, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertCounted(
  db: InspectionsDb,
  actor: Actor,
  figureId: string,
  counted: Pick<Counted, 'numerator' | 'denominator' | 'source'>,
): Promise<void> {
  await db
    .insertInto('inspections.recomputed_figure')
    .values({
      id: newId(),
      figure_id: figureId,
      numerator: counted.numerator,
      denominator: counted.denominator,
      source: counted.source.normalize('NFC'),
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
}

/** All counts the team ever made of a figure, the latest first. */
export async function selectCounts(db: InspectionsDb, figureId: string): Promise<Counted[]> {
  return db
    .selectFrom('inspections.recomputed_figure')
    .select(['numerator', 'denominator', 'source', 'at', 'actor_name as actorName'])
    .where('figure_id', '=', figureId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

function columnsOf(figure: FigureValues) {
  return {
    code: figure.code,
    label: figure.label.normalize('NFC'),
    reform_field: figure.reformField,
    kind: figure.kind,
    numerator: figure.numerator,
    denominator: figure.denominator,
    parts: JSON.stringify(figure.parts),
    stated_percent: figure.statedPercent,
    stated_text: figure.statedText,
    unit_of_measure: figure.unitOfMeasure,
    evidence_file_id: figure.evidenceFileId,
    document_id: figure.documentId,
    paragraph: figure.paragraph,
    note: figure.note,
  };
}

async function translated<T>(figures: readonly FigureValues[], write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'declared_figure_code_key')
      throw new AppError('conflict', 'inspections.figure_code_taken', { code: figures.map((figure) => figure.code).join(', ') });
    if (constraint === 'declared_figure_says_something') throw new AppError('invalid', 'inspections.figure_empty');
    if (constraint?.startsWith('declared_figure_evidence_file')) throw new AppError('invalid', 'inspections.file_unknown');
    if (constraint?.startsWith('declared_figure_document')) throw new AppError('invalid', 'inspections.document_unknown');
    throw error;
  }
}
