// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import type { CycleDb } from './tables.ts';

export type PublicationHead = {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly sha256: string;
  readonly decisionDocumentId: string;
  readonly decisionCode: string | null;
  readonly decidedOn: string | null;
  readonly at: string;
  readonly actorName: string;
};

function heads(db: CycleDb) {
  return db
    .selectFrom('scoring.publication as p')
    .leftJoin('documents.document as d', 'd.id', 'p.decision_document_id')
    .select([
      'p.id',
      'p.round_id as roundId',
      'p.number',
      'p.sha256',
      'p.decision_document_id as decisionDocumentId',
      'd.code as decisionCode',
      'd.issued_on as decidedOn',
      'p.at',
      'p.actor_name as actorName',
    ]);
}

/** Published results of a round, the latest first. */
export async function selectPublications(db: CycleDb, roundId: string): Promise<PublicationHead[]> {
  return heads(db).where('p.round_id', '=', roundId).orderBy('p.number', 'desc').execute();
}

/** One published result with its frozen content. */
export async function findPublication(db: CycleDb, id: string): Promise<(PublicationHead & { readonly content: string }) | undefined> {
  return heads(db).select('p.content').where('p.id', '=', id).executeTakeFirst();
}

export async function findLatestPublication(
  db: CycleDb,
  roundId: string,
): Promise<(PublicationHead & { readonly content: string }) | undefined> {
  return heads(db).select('p.content').where('p.round_id', '=', roundId).orderBy('p.number', 'desc').limit(1).executeTakeFirst();
}

/** The latest publication of each round of the organiser in the last earlier year in which any was published. */
export async function selectPublicationsBefore(
  db: CycleDb,
  { organisingUnitId, year }: { readonly organisingUnitId: string; readonly year: number },
): Promise<readonly { readonly year: number; readonly content: string }[]> {
  const { rows } = await sql<{ year: number; content: string }>`
    with earlier as (
      select p.round_id, r.year, p.number, p.content, max(r.year) over () as last
      from scoring.publication p join scoring.round r on r.id = p.round_id
      where r.organising_unit_id = ${organisingUnitId} and r.year < ${year})
    select distinct on (round_id) year, content from earlier where year = last order by round_id, number desc`.execute(db);
  return rows;
}

export async function insertPublication(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  row: {
    readonly roundId: string;
    readonly number: number;
    readonly content: string;
    readonly sha256: string;
    readonly decisionDocumentId: string;
  },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('scoring.publication')
    .values({
      id,
      round_id: row.roundId,
      number: row.number,
      content: row.content,
      sha256: row.sha256,
      decision_document_id: row.decisionDocumentId,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
  return id;
}
