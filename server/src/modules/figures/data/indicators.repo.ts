// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { addDays, type Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { violatedConstraint } from '#platform/db/db';
import type { IndicatorContent, IndicatorVersion } from '../domain/indicator.ts';
import type { PeriodKind } from '../domain/period.ts';
import type { FiguresDb } from './tables.ts';

const columns = [
  'i.id as indicatorId',
  'i.code',
  'i.unit_id as unitId',
  'v.number',
  'v.name',
  'v.reform_field as reformField',
  'v.kind',
  'v.unit_of_measure as unitOfMeasure',
  'v.numerator_label',
  'v.numerator_measure',
  'v.denominator_label',
  'v.denominator_measure',
  'v.scale',
  'v.decimals',
  'v.aggregation',
  'v.period_kinds',
  'v.direction',
  'v.good_from as goodFrom',
  'v.warn_from as warnFrom',
  'v.legal_basis as legalBasis',
  'v.mark',
  'v.note',
  'v.valid_from as validFrom',
  'v.valid_to as validTo',
] as const;

function versions(db: FiguresDb) {
  return db
    .selectFrom('figures.indicator as i')
    .innerJoin('figures.indicator_version as v', 'v.indicator_id', 'i.id')
    .select(columns)
    .orderBy('i.code')
    .orderBy('v.number');
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

function asVersion({
  numerator_label,
  numerator_measure,
  denominator_label,
  denominator_measure,
  period_kinds,
  ...row
}: Row): IndicatorVersion {
  return {
    ...row,
    numerator: { label: numerator_label, measure: numerator_measure },
    denominator: denominator_label === null ? null : { label: denominator_label, measure: denominator_measure },
    periodKinds: period_kinds as PeriodKind[],
  };
}

/** The versions in force on a day, by code. */
export async function indicatorsOn(db: FiguresDb, day: Day, ids?: readonly string[]): Promise<IndicatorVersion[]> {
  const rows = await versions(db)
    .where('v.valid_from', '<=', day)
    .where((eb) => eb.or([eb('v.valid_to', 'is', null), eb('v.valid_to', '>=', day)]))
    .$if(ids !== undefined, (query) => query.where('i.id', 'in', [...(ids ?? []), '00000000-0000-0000-0000-000000000000']))
    .execute();
  return rows.map(asVersion);
}

/** Every version of every indicator, or of one. */
export async function listVersions(db: FiguresDb, indicatorId?: string): Promise<IndicatorVersion[]> {
  const rows = await versions(db)
    .$if(indicatorId !== undefined, (query) => query.where('i.id', '=', indicatorId ?? ''))
    .execute();
  return rows.map(asVersion);
}

export async function countIndicators(db: FiguresDb): Promise<number> {
  const { count } = await db
    .selectFrom('figures.indicator')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** @throws AppError `figures.indicator_code_taken` */
export async function insertIndicator(db: FiguresDb, row: { code: string; unitId: string; by: string }): Promise<string> {
  const id = newId();
  try {
    await db.insertInto('figures.indicator').values({ id, code: row.code, unit_id: row.unitId, created_by: row.by }).execute();
  } catch (error) {
    if (violatedConstraint(error) === 'indicator_code_key')
      throw new AppError('conflict', 'figures.indicator_code_taken', { code: row.code });
    throw error;
  }
  return id;
}

/** The keeping unit of an indicator, the indicator locked until the commit. */
export async function lockIndicator(db: FiguresDb, id: string): Promise<{ unitId: string; code: string } | undefined> {
  return db.selectFrom('figures.indicator').select(['unit_id as unitId', 'code']).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Keeps the versions of indicators as they are until the commit; who adds one waits. */
export async function holdIndicators(db: FiguresDb, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .selectFrom('figures.indicator')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forShare()
    .execute();
}

/** Adds a version from a day on; the one before ends the day before. */
export async function insertVersion(
  db: FiguresDb,
  indicatorId: string,
  content: IndicatorContent & { readonly number: number; readonly validFrom: Day; readonly validTo: Day | null },
  by: string,
): Promise<void> {
  await db
    .updateTable('figures.indicator_version')
    .set({ valid_to: addDays(content.validFrom, -1) })
    .where('indicator_id', '=', indicatorId)
    .where(sql<boolean>`coalesce(valid_to, 'infinity') >= ${content.validFrom}::date`)
    .execute();
  await db
    .insertInto('figures.indicator_version')
    .values({
      indicator_id: indicatorId,
      number: content.number,
      name: content.name,
      reform_field: content.reformField,
      kind: content.kind,
      unit_of_measure: content.unitOfMeasure,
      numerator_label: content.numerator.label,
      numerator_measure: content.numerator.measure,
      denominator_label: content.denominator?.label ?? null,
      denominator_measure: content.denominator?.measure ?? null,
      scale: content.scale,
      decimals: content.decimals,
      aggregation: content.aggregation,
      period_kinds: [...content.periodKinds],
      direction: content.direction,
      good_from: content.goodFrom,
      warn_from: content.warnFrom,
      legal_basis: content.legalBasis,
      mark: content.mark,
      note: content.note,
      valid_from: content.validFrom,
      valid_to: content.validTo,
      recorded_by: by,
    })
    .execute();
}
