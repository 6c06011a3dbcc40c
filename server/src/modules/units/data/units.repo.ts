// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { keptPlan } from '#platform/db/kept-plans';
import type { UnitScope } from '#platform/permissions/permissions';
import type { PlacedUnit } from '../domain/tree.ts';
import type { Unit, UnitLevel } from '../domain/unit.ts';
import { withinScope } from './scope.ts';
import type { UnitsDb, UnitsTables } from './tables.ts';

type Row = Omit<Selectable<UnitsTables['units.unit']>, 'search' | 'created_at' | 'updated_by'>;

const columns = [
  'unit.id',
  'unit.code',
  'unit.level',
  'unit.name',
  'unit.authority_name',
  'unit.document_symbol',
  'unit.agency_code',
  'unit.valid_from',
  'unit.valid_to',
  'unit.start_known',
  'unit.mark',
  'unit.note',
  'unit.decision',
  'unit.version',
] as const;

export function toUnit(row: Row): Unit {
  return {
    id: row.id,
    code: row.code,
    level: row.level,
    name: row.name,
    authorityName: row.authority_name,
    documentSymbol: row.document_symbol,
    agencyCode: row.agency_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    startKnown: row.start_known,
    mark: row.mark,
    note: row.note,
    decision: row.decision,
    version: row.version,
  };
}

/** `valid_from`/`valid_to` of a table cover the day. */
export function covers(table: string, day: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.ref(`${table}.valid_from`)} <= ${day}::date and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${day}::date))`;
}

export async function findUnit(db: UnitsDb, id: string, scope: Pick<UnitScope, 'roots'>): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('units.unit as unit')
    .modifyFront(keptPlan)
    .select(columns)
    .where('unit.id', '=', id)
    .where(withinScope('unit.id', scope))
    .executeTakeFirst();
  return row && toUnit(row);
}

export async function findUnits(db: UnitsDb, ids: readonly string[]): Promise<Unit[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('units.unit as unit')
    .select(columns)
    .where('unit.id', 'in', [...ids])
    .execute();
  return rows.map(toUnit);
}

export async function findByCode(db: UnitsDb, code: string, asOf: Day | null): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('units.unit as unit')
    .select(columns)
    .where('unit.code', '=', code)
    .$if(asOf !== null, (query) => query.where(covers('unit', asOf ?? '')))
    .orderBy('unit.valid_from', 'desc')
    .executeTakeFirst();
  return row && toUnit(row);
}

export type UnitFilter = {
  readonly asOf: Day;
  readonly search?: string | undefined;
  readonly level?: UnitLevel | undefined;
  readonly parentId?: string | undefined;
};

function matching(db: UnitsDb, scope: Pick<UnitScope, 'roots'>, filter: UnitFilter) {
  const { asOf, level, parentId } = filter;
  const words = (filter.search ?? '').trim().split(/\s+/).filter(Boolean);
  return db
    .selectFrom('units.unit as unit')
    .leftJoin('units.membership as membership', (join) => join.onRef('membership.unit_id', '=', 'unit.id').on(covers('membership', asOf)))
    .where(covers('unit', asOf))
    .where(withinScope('unit.id', scope))
    .$if(level !== undefined, (query) => query.where('unit.level', '=', level ?? 'province'))
    .$if(parentId !== undefined, (query) => query.where('membership.parent_id', '=', parentId ?? ''))
    .$if(words.length > 0, (query) =>
      query.where((eb) =>
        eb.and(words.map((word) => sql<SqlBool>`unit.search like '%' || platform.fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`)),
      ),
    );
}

export async function listPlaced(
  db: UnitsDb,
  scope: Pick<UnitScope, 'roots'>,
  filter: UnitFilter,
  page?: { offset: number; limit: number },
): Promise<PlacedUnit[]> {
  const rows = await matching(db, scope, filter)
    .select([...columns, 'membership.parent_id'])
    .orderBy(sql`array_position(array['province', 'department', 'district', 'commune'], unit.level)`)
    .orderBy(sql`unit.name collate "vi-x-icu"`)
    .orderBy('unit.code')
    .$if(page !== undefined, (query) => query.offset(page?.offset ?? 0).limit(page?.limit ?? 0))
    .execute();
  return rows.map((row) => ({ ...toUnit(row), parentId: row.parent_id }));
}

export async function countPlaced(db: UnitsDb, scope: Pick<UnitScope, 'roots'>, filter: UnitFilter): Promise<number> {
  const { count } = await matching(db, scope, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function countUnits(db: UnitsDb): Promise<number> {
  const { count } = await db
    .selectFrom('units.unit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
