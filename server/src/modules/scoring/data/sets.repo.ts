// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { violatedConstraint } from '#platform/db/db';
import type { Certainty, CriteriaNode, CriteriaSet, SetLevel, SetState } from '../domain/criteria/criteria-set.ts';
import type { ScoringDb } from './tables.ts';

/** A version of a set without its content. */
export type SetHead = {
  readonly id: string;
  readonly level: SetLevel;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly state: SetState;
  readonly certainty: Certainty;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly itemCount: number;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  readonly supersededBy: string | null;
  readonly sha256: string | null;
  readonly fromSetId: string | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

export type StoredSet = SetHead & { readonly content: CriteriaSet };

function heads(db: ScoringDb) {
  return db
    .selectFrom('scoring.criteria_set as s')
    .select([
      's.id',
      's.level',
      's.year',
      's.number',
      's.title',
      's.state',
      's.certainty',
      's.valid_from as validFrom',
      's.valid_to as validTo',
      's.published_at as publishedAt',
      's.published_by as publishedBy',
      's.superseded_by as supersededBy',
      's.sha256',
      's.from_set_id as fromSetId',
      's.version',
      's.updated_at as updatedAt',
      's.updated_by as updatedBy',
    ])
    .select(
      sql<number>`(select count(*)::int from jsonb_array_elements(s.content -> 'nodes') n where n -> 'rule' ->> 'kind' <> 'sum')`.as(
        'itemCount',
      ),
    );
}

export async function selectSets(db: ScoringDb): Promise<SetHead[]> {
  return heads(db).orderBy('s.year', 'desc').orderBy('s.level').orderBy('s.number', 'desc').execute();
}

export async function findSet(db: ScoringDb, id: string, options: { readonly lock?: boolean } = {}): Promise<StoredSet | undefined> {
  const row = await heads(db)
    .select('s.content')
    .where('s.id', '=', id)
    .$if(options.lock === true, (query) => query.forUpdate('s'))
    .executeTakeFirst();
  // The content was checked on its way in and is changed by nobody since.
  return row && { ...row, content: row.content as CriteriaSet };
}

/** The latest version of a level up to a year, whatever its state. */
export async function findBefore(db: ScoringDb, level: SetLevel, year: number): Promise<StoredSet | undefined> {
  const row = await heads(db)
    .select('s.content')
    .where('s.level', '=', level)
    .where('s.year', '<=', year)
    .orderBy('s.year', 'desc')
    .orderBy('s.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, content: row.content as CriteriaSet };
}

/** The version in force of a level and year, locked against a second publication. */
export async function findPublished(db: ScoringDb, level: SetLevel, year: number): Promise<{ readonly id: string } | undefined> {
  return db
    .selectFrom('scoring.criteria_set')
    .select('id')
    .where('level', '=', level)
    .where('year', '=', year)
    .where('state', '=', 'published')
    .forUpdate()
    .executeTakeFirst();
}

/** @throws AppError `scoring.draft_exists` */
export async function insertDraft(
  db: ScoringDb,
  by: string,
  { fromId, content }: { readonly fromId: string | null; readonly content: CriteriaSet },
): Promise<string> {
  const id = newId();
  const { level, year } = content;
  try {
    await db
      .insertInto('scoring.criteria_set')
      .values({
        id,
        level,
        year,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from scoring.criteria_set where level = ${level} and year = ${year})`,
        ...columnsOf(content),
        sha256: null,
        from_set_id: fromId,
        superseded_by: null,
        published_at: null,
        published_by: null,
        created_by: by,
        updated_by: by,
      })
      .execute();
  } catch (error) {
    // Two people who start at once both take the next number; one of them meets the other's draft.
    if (['criteria_set_one_draft', 'criteria_set_number_key'].includes(violatedConstraint(error) ?? ''))
      throw new AppError('conflict', 'scoring.draft_exists', { year });
    throw error;
  }
  return id;
}

export async function updateDraft(db: ScoringDb, id: string, by: string, content: CriteriaSet): Promise<void> {
  await db
    .updateTable('scoring.criteria_set')
    .set({ ...columnsOf(content), version: sql<number>`version + 1`, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(db: ScoringDb, id: string): Promise<void> {
  await db.deleteFrom('scoring.criteria_set').where('id', '=', id).where('state', '=', 'draft').execute();
}

/** The rows of a draft that is about to be published. */
export async function insertNodes(db: ScoringDb, setId: string, nodes: readonly CriteriaNode[]): Promise<void> {
  await db
    .insertInto('scoring.criteria_node')
    .values(
      nodes.map((node, position) => ({
        set_id: setId,
        code: node.code,
        parent_code: node.parentCode,
        position,
        kind: node.kind,
        name: node.name,
        maximum: node.maximum,
        method: node.method,
        appraiser_field: node.appraiserField,
        is_item: node.rule.kind !== 'sum',
      })),
    )
    .execute();
}

export async function setSuperseded(db: ScoringDb, id: string, by: string, successorId: string): Promise<void> {
  await db
    .updateTable('scoring.criteria_set')
    .set({
      state: 'superseded',
      superseded_by: successorId,
      version: sql<number>`version + 1`,
      updated_at: sql<string>`now()`,
      updated_by: by,
    })
    .where('id', '=', id)
    .execute();
}

export async function setPublished(db: ScoringDb, id: string, by: string, sha256: string): Promise<void> {
  await db
    .updateTable('scoring.criteria_set')
    .set({
      state: 'published',
      sha256,
      published_at: sql<string>`now()`,
      published_by: by,
      version: sql<number>`version + 1`,
      updated_at: sql<string>`now()`,
      updated_by: by,
    })
    .where('id', '=', id)
    .execute();
}

function columnsOf(content: CriteriaSet) {
  return {
    title: content.title,
    certainty: content.certainty,
    valid_from: content.validFrom,
    valid_to: content.validTo,
    content: JSON.stringify(content),
  };
}
