// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { InspectionsDb } from './tables.ts';
import { type SampleResult, sampleResultsOf, textsOf } from './values.ts';

export type Sample = {
  readonly id: string;
  readonly visitId: string;
  readonly itemId: string | null;
  readonly itemCode: string | null;
  readonly title: string;
  readonly seed: number;
  readonly population: readonly string[];
  readonly size: number;
  readonly chosen: readonly string[];
  readonly results: Readonly<Record<string, SampleResult>>;
  readonly updatedBy: string;
  readonly version: number;
};

function selected(db: InspectionsDb) {
  return db
    .selectFrom('inspections.sample as s')
    .leftJoin('inspections.checklist_item as i', 'i.id', 's.item_id')
    .select([
      's.id',
      's.visit_id',
      's.item_id',
      'i.code',
      's.title',
      's.seed',
      's.population',
      's.size',
      's.chosen',
      's.results',
      's.updated_by',
      's.version',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toSample(row: Row): Sample {
  return {
    id: row.id,
    visitId: row.visit_id,
    itemId: row.item_id,
    itemCode: row.code,
    title: row.title,
    seed: row.seed,
    population: textsOf(row.population),
    size: row.size,
    chosen: textsOf(row.chosen),
    results: sampleResultsOf(row.results),
    updatedBy: row.updated_by,
    version: row.version,
  };
}

export async function selectSamples(db: InspectionsDb, visitId: string): Promise<Sample[]> {
  const rows = await selected(db).where('s.visit_id', '=', visitId).orderBy('s.created_at').orderBy('s.id').execute();
  return rows.map(toSample);
}

export async function findSample(db: InspectionsDb, id: string): Promise<Sample | undefined> {
  const row = await selected(db).where('s.id', '=', id).executeTakeFirst();
  return row && toSample(row);
}

export async function insertSample(
  db: InspectionsDb,
  by: string,
  sample: Pick<Sample, 'visitId' | 'itemId' | 'title' | 'seed' | 'population' | 'size' | 'chosen'>,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('inspections.sample')
    .values({
      id,
      visit_id: sample.visitId,
      item_id: sample.itemId,
      title: sample.title.normalize('NFC'),
      seed: sample.seed,
      population: JSON.stringify(sample.population),
      size: sample.size,
      chosen: JSON.stringify(sample.chosen),
      updated_by: by,
    })
    .execute();
  return id;
}

/** Replaces the results of a sample that still has the version read; false where someone was quicker. */
export async function updateSampleResults(
  db: InspectionsDb,
  id: string,
  version: number,
  by: string,
  results: Readonly<Record<string, SampleResult>>,
): Promise<boolean> {
  const result = await db
    .updateTable('inspections.sample')
    .set({ results: JSON.stringify(results), version: sql<number>`version + 1`, updated_by: by })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
