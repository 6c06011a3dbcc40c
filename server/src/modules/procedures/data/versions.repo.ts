// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { keptPlan } from '#platform/db/kept-plans';
import type { LimitUnit, ProcedureLevel, ProcedureVersion, ProcessingLimit } from '../domain/procedure.ts';
import { limitOf, papersOf } from './read-values.ts';
import type { ProceduresDb } from './tables.ts';

/** `valid_from`/`valid_to` of a table cover the day. */
export function covers(table: string, day: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.ref(`${table}.valid_from`)} <= ${day}::date and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${day}::date))`;
}

export function versions(db: ProceduresDb) {
  return db
    .selectFrom('procedures.version as v')
    .innerJoin('procedures.procedure as p', 'p.id', 'v.procedure_id')
    .innerJoin('procedures.sector as s', 's.id', 'v.sector_id');
}

export const versionColumns = [
  'v.procedure_id',
  'p.code',
  'v.number',
  'v.name',
  'v.sector_id',
  's.code as sector_code',
  's.name as sector_name',
  'v.level',
  'v.limit_amount',
  'v.limit_unit',
  'v.limit_text',
  'v.fee_amount',
  'v.fee_text',
  'v.papers',
  'v.published_on',
  'v.updated_on',
  'v.valid_from',
  'v.valid_to',
  'v.mark',
  'v.note',
] as const;

type Row = {
  readonly procedure_id: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly sector_id: string;
  readonly sector_code: string;
  readonly sector_name: string;
  readonly level: ProcedureLevel;
  readonly limit_amount: string | null;
  readonly limit_unit: LimitUnit | null;
  readonly limit_text: string | null;
  readonly fee_amount: number | null;
  readonly fee_text: string | null;
  readonly papers: unknown;
  readonly published_on: string | null;
  readonly updated_on: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly mark: ProcedureVersion['mark'];
  readonly note: string | null;
};

export function toVersion(row: Row): ProcedureVersion {
  return {
    procedureId: row.procedure_id,
    code: row.code,
    number: row.number,
    name: row.name,
    sectorId: row.sector_id,
    sectorCode: row.sector_code,
    sectorName: row.sector_name,
    level: row.level,
    limit: limitOf(row.limit_amount, row.limit_unit),
    limitText: row.limit_text,
    feeAmount: row.fee_amount,
    feeText: row.fee_text,
    papers: papersOf(row.papers),
    publishedOn: row.published_on,
    updatedOn: row.updated_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    mark: row.mark,
    note: row.note,
  };
}

export async function findVersionOn(db: ProceduresDb, procedureId: string, day: Day): Promise<ProcedureVersion | undefined> {
  const row = await versions(db)
    .modifyFront(keptPlan)
    .select(versionColumns)
    .where('v.procedure_id', '=', procedureId)
    .where(covers('v', day))
    .executeTakeFirst();
  return row && toVersion(row);
}

export async function findVersionNumbered(db: ProceduresDb, procedureId: string, number: number): Promise<ProcedureVersion | undefined> {
  const row = await versions(db)
    .modifyFront(keptPlan)
    .select(versionColumns)
    .where('v.procedure_id', '=', procedureId)
    .where('v.number', '=', number)
    .executeTakeFirst();
  return row && toVersion(row);
}

/** What it takes to tell which version governs a dossier, and until when. */
export type VersionPeriod = {
  readonly procedureId: string;
  readonly code: string;
  /** `1.004873` of `1.004873.000.00.00.H18`; null for codes of another kind. */
  readonly nationalCode: string | null;
  readonly number: number;
  readonly name: string;
  readonly sectorId: string;
  readonly sectorCode: string;
  readonly level: ProcedureLevel;
  readonly limit: ProcessingLimit | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** All versions in force on at least one day of the range, by code and first day. */
export async function listPeriods(db: ProceduresDb, range: { readonly from: Day; readonly to: Day }): Promise<VersionPeriod[]> {
  const rows = await versions(db)
    .select([
      'v.procedure_id as procedureId',
      'p.code',
      'p.national_code as nationalCode',
      'v.number',
      'v.name',
      'v.sector_id as sectorId',
      's.code as sectorCode',
      'v.level',
      'v.limit_amount',
      'v.limit_unit',
      'v.valid_from as validFrom',
      'v.valid_to as validTo',
    ])
    .where(sql<SqlBool>`daterange(v.valid_from, v.valid_to + 1) && daterange(${range.from}::date, ${range.to}::date, '[]')`)
    .orderBy('p.code')
    .orderBy('v.valid_from')
    .execute();
  return rows.map(({ limit_amount, limit_unit, ...row }) => ({ ...row, limit: limitOf(limit_amount, limit_unit) }));
}
