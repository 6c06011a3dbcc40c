// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Revision } from '../domain/figure.ts';
import type { Period } from '../domain/period.ts';
import type { FiguresDb } from './tables.ts';

const columns = [
  'r.id',
  'r.unit_id as unitId',
  'r.indicator_id as indicatorId',
  'r.indicator_number as indicatorNumber',
  'r.period',
  'r.lane',
  'r.number',
  'r.origin',
  'r.withdrawn',
  'r.numerator',
  'r.denominator',
  'r.measures',
  'r.evidence_file_id as evidenceFileId',
  'r.file_name as fileName',
  'r.file_row as fileRow',
  'r.issuer',
  'r.citation',
  'r.note',
  'r.mark',
  'r.entered_by_name as enteredByName',
  'r.entered_at as enteredAt',
  'r.recorded_at as recordedAt',
  'r.recorded_by as recordedBy',
  'r.recorded_by_name as recordedByName',
] as const;

export type NewRevision = Omit<Revision, 'recordedAt'>;

export async function insertRevisions(db: FiguresDb, period: Period, rows: readonly NewRevision[]): Promise<void> {
  const batch = 1_000;
  for (let from = 0; from < rows.length; from += batch) {
    await db
      .insertInto('figures.revision')
      .values(
        rows.slice(from, from + batch).map((row) => ({
          unit_id: row.unitId,
          indicator_id: row.indicatorId,
          period: period.key,
          lane: row.lane,
          number: row.number,
          id: row.id,
          indicator_number: row.indicatorNumber,
          period_from: period.from,
          period_to: period.to,
          origin: row.origin,
          withdrawn: row.withdrawn,
          numerator: row.numerator,
          denominator: row.denominator,
          measures: row.measures === null ? null : JSON.stringify(row.measures),
          evidence_file_id: row.evidenceFileId,
          file_name: row.fileName,
          file_row: row.fileRow,
          issuer: row.issuer,
          citation: row.citation,
          note: row.note,
          mark: row.mark,
          entered_by_name: row.enteredByName,
          entered_at: row.enteredAt,
          recorded_by: row.recordedBy,
          recorded_by_name: row.recordedByName,
        })),
      )
      .execute();
  }
}

/** The newest revision of each lane of units in a period. */
export async function newestRevisions(
  db: FiguresDb,
  asked: { readonly unitIds: readonly string[]; readonly period: string; readonly indicatorIds?: readonly string[] },
): Promise<Revision[]> {
  if (asked.unitIds.length === 0 || asked.indicatorIds?.length === 0) return [];
  const rows = await db
    .selectFrom('figures.revision as r')
    .distinctOn(['r.unit_id', 'r.indicator_id', 'r.lane'])
    .select(columns)
    .where('r.unit_id', 'in', [...asked.unitIds])
    .where('r.period', '=', asked.period)
    .$if(asked.indicatorIds !== undefined, (query) => query.where('r.indicator_id', 'in', [...(asked.indicatorIds ?? [])]))
    .orderBy('r.unit_id')
    .orderBy('r.indicator_id')
    .orderBy('r.lane')
    .orderBy('r.number', 'desc')
    .execute();
  return rows as Revision[];
}

/** Everything that was ever recorded of one figure, newest first. */
export async function listRevisions(db: FiguresDb, unitId: string, indicatorId: string, period: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('figures.revision as r')
    .select(columns)
    .where('r.unit_id', '=', unitId)
    .where('r.indicator_id', '=', indicatorId)
    .where('r.period', '=', period)
    .orderBy('r.recorded_at', 'desc')
    .orderBy('r.lane')
    .orderBy('r.number', 'desc')
    .execute();
  return rows as Revision[];
}

/** Which of some units exist within a scope. */
export async function unitsWithin(
  db: FiguresDb,
  scope: Pick<UnitScope, 'roots'>,
  unitIds: readonly string[],
): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('units.unit as u')
    .select(['u.id', 'u.authority_name as name'])
    .where('u.id', 'in', [...new Set(unitIds)])
    .where(withinScope('u.id', scope))
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Which of some files belong to units within a scope. */
export async function filesWithin(db: FiguresDb, scope: Pick<UnitScope, 'roots'>, fileIds: readonly string[]): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set();
  const reached = withinScope('f.unit_id', scope);
  const { rows } = await sql<{
    id: string;
  }>`select f.id from platform.file f where f.id = any(${[...new Set(fileIds)]}::uuid[]) and ${reached}`.execute(db);
  return new Set(rows.map((row) => row.id));
}
