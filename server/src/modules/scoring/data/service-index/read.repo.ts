// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { ServiceIndexDb } from './tables.ts';

type Scope = Pick<UnitScope, 'roots'>;

export type PeriodKey = { readonly type: 'month' | 'quarter' | 'year'; readonly from: string; readonly to: string };

export type PortalUnitHead = {
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  readonly isProvince: boolean;
  readonly provinceKey: string;
  readonly unitId: string | null;
};

/** One published row with its computed points and the source that it stands in. */
export type StoredRow = {
  readonly unitKey: string;
  readonly group: string;
  readonly metric: string;
  readonly counts: Readonly<Record<string, number | null>>;
  readonly officialRatio: string | null;
  readonly officialScore: string | null;
  readonly officialMaximum: string | null;
  readonly computedRatio: string | null;
  readonly computedScore: string | null;
  readonly dataQuality: string | null;
  readonly rulesNumber: number;
  readonly place: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly sourceNote: string | null;
  readonly asOf: string;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly periodFrom: string;
};

/** Figures of provinces are public; those of other units are seen by whoever reaches the unit or the importing one. */
function visible(scope: Scope): RawBuilder<SqlBool> {
  return sql<SqlBool>`(u.is_province or ${withinScope('u.unit_id', scope)} or exists (
    select from scoring.index_row r join scoring.index_source s on s.id = r.source_id
    where r.unit_key = u.key and ${withinScope('s.unit_id', scope)}))`;
}

export async function findPortalUnit(db: ServiceIndexDb, scope: Scope, key: string): Promise<PortalUnitHead | undefined> {
  return heads(db).where('u.key', '=', key).where(visible(scope)).executeTakeFirst();
}

/** The province that is a unit of this installation, where its figures were read. */
export async function findOwnProvince(db: ServiceIndexDb): Promise<PortalUnitHead | undefined> {
  return heads(db).where('u.is_province', '=', true).where('u.unit_id', 'is not', null).orderBy('u.key').executeTakeFirst();
}

/** The portal's units that are units of this installation. */
export async function portalUnitsOf(db: ServiceIndexDb, unitIds: readonly string[]): Promise<PortalUnitHead[]> {
  if (unitIds.length === 0) return [];
  return heads(db)
    .where('u.unit_id', 'in', [...unitIds])
    .orderBy('u.key')
    .execute();
}

export async function listPortalUnits(db: ServiceIndexDb, scope: Scope, provinceKey: string): Promise<PortalUnitHead[]> {
  return heads(db)
    .where('u.province_key', '=', provinceKey)
    .where(visible(scope))
    .orderBy('u.is_province', 'desc')
    .orderBy('u.code')
    .orderBy('u.name')
    .execute();
}

function heads(db: ServiceIndexDb) {
  return db
    .selectFrom('scoring.portal_unit as u')
    .select(['u.key', 'u.code', 'u.name', 'u.is_province as isProvince', 'u.province_key as provinceKey', 'u.unit_id as unitId']);
}

const columns = sql`
  r.unit_key as "unitKey", r.group_code as "group", r.metric_code as metric, r.counts,
  trim_scale(r.official_ratio)::text as "officialRatio", trim_scale(r.official_score)::text as "officialScore",
  trim_scale(r.official_maximum)::text as "officialMaximum", trim_scale(r.computed_ratio)::text as "computedRatio",
  trim_scale(r.computed_score)::text as "computedScore", r.data_quality as "dataQuality", r.rules_number as "rulesNumber", r.place,
  s.id as "sourceId", s.name as "sourceName", s.note as "sourceNote", s.as_of as "asOf", s.created_at as "importedAt",
  s.created_by_name as "importedBy", s.period_from as "periodFrom"`;

/** Points that open to their counts stand before bare ones, such as those of the table of provinces. */
const openable = sql`(r.counts <> '{}'::jsonb or r.metric_scores is not null)`;

/** The newest row of each group and metric of units in a period, without a procedure filter. */
export async function latestRows(db: ServiceIndexDb, unitKeys: readonly string[], period: PeriodKey): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select distinct on (r.unit_key, r.group_code, r.metric_code) ${columns}
    from scoring.index_row r join scoring.index_source s on s.id = r.source_id
    where r.unit_key = any(${unitKeys}) and s.period_type = ${period.type} and s.period_from = ${period.from} and s.procedure is null
    order by r.unit_key, r.group_code, r.metric_code, ${openable} desc, s.as_of desc, s.created_at desc`.execute(db);
  return rows;
}

/** The newest total of each group in every month that begins within the days. */
export async function monthlyTotals(db: ServiceIndexDb, unitKey: string, from: string, to: string): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select distinct on (r.group_code, s.period_from) ${columns}
    from scoring.index_row r join scoring.index_source s on s.id = r.source_id
    where r.unit_key = ${unitKey} and r.metric_code = 'TOTAL_SCORE' and s.period_type = 'month'
      and s.period_from between ${from} and ${to} and s.procedure is null
    order by r.group_code, s.period_from, ${openable} desc, s.as_of desc, s.created_at desc`.execute(db);
  return rows;
}

/** Periods in which there are figures of any of the units, newest first, years before the quarters and months within them. */
export async function listPeriods(db: ServiceIndexDb, unitKeys: readonly string[]): Promise<PeriodKey[]> {
  const { rows } = await sql<PeriodKey>`
    select distinct s.period_type as type, s.period_from as "from", s.period_to as "to"
    from scoring.index_row r join scoring.index_source s on s.id = r.source_id
    where r.unit_key = any(${unitKeys}) and s.procedure is null
    order by s.period_to desc, s.period_from`.execute(db);
  return rows;
}

export type NationalSource = {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly asOf: string;
  readonly type: 'month' | 'quarter' | 'year';
  readonly from: string;
  readonly to: string;
  readonly importedAt: string;
  readonly importedBy: string;
};

/** Sources that hold all provinces, newest first; they are public. */
export async function listNationalSources(db: ServiceIndexDb): Promise<NationalSource[]> {
  return db
    .selectFrom('scoring.index_source as s')
    .select([
      's.id',
      's.name',
      's.note',
      's.as_of as asOf',
      's.period_type as type',
      's.period_from as from',
      's.period_to as to',
      's.created_at as importedAt',
      's.created_by_name as importedBy',
    ])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('scoring.index_row as r')
          .select('r.position')
          .whereRef('r.source_id', '=', 's.id')
          .where('r.group_code', '=', 'overall'),
      ),
    )
    .orderBy('s.as_of', 'desc')
    .orderBy('s.created_at', 'desc')
    .limit(200)
    .execute();
}

export type NationalRow = StoredRow & Pick<PortalUnitHead, 'code' | 'name' | 'unitId'>;

export async function nationalRows(db: ServiceIndexDb, sourceId: string): Promise<NationalRow[]> {
  const { rows } = await sql<NationalRow>`
    select ${columns}, u.code, u.name, u.unit_id as "unitId"
    from scoring.index_row r join scoring.index_source s on s.id = r.source_id join scoring.portal_unit u on u.key = r.unit_key
    where r.source_id = ${sourceId} order by r.position`.execute(db);
  return rows;
}

export async function listSources(db: ServiceIndexDb, scope: Scope) {
  return db
    .selectFrom('scoring.index_source as s')
    .select([
      's.id',
      's.unit_id as unitId',
      's.kind',
      's.name',
      's.sha256',
      's.period_type as type',
      's.period_from as from',
      's.period_to as to',
      's.procedure',
      's.as_of as asOf',
      's.note',
      's.rows',
      's.created_at as createdAt',
      's.created_by_name as createdByName',
      sql<number>`(select count(*)::int from scoring.index_row r where r.source_id = s.id and r.official_score <> r.computed_score)`.as(
        'differing',
      ),
    ])
    .where(withinScope('s.unit_id', scope))
    .orderBy('s.created_at', 'desc')
    .limit(200)
    .execute();
}
