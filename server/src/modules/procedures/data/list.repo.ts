// SPDX-License-Identifier: Apache-2.0
import { type OrderByItemBuilder, type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { fold } from '#kernel/vietnamese-text';
import type { ProcedureLevel, ProcedureMark, ProcessingLimit } from '../domain/procedure.ts';
import { limitOf } from './read-values.ts';
import type { ProceduresDb } from './tables.ts';
import { covers } from './versions.repo.ts';

export const procedureSorts = ['code', 'name', 'sector', 'limit', 'validFrom'] as const;
export type ProcedureSort = (typeof procedureSorts)[number];

/** How a procedure stands on a day: in force, not yet, no more. */
export const standings = ['in_force', 'coming', 'ended'] as const;
export type Standing = (typeof standings)[number];

export type ProcedureFilter = {
  readonly day: Day;
  readonly standing?: Standing | undefined;
  readonly search?: string | undefined;
  readonly sectorId?: string | undefined;
  readonly level?: ProcedureLevel | undefined;
  /** A unit that may decide or handles the procedure. */
  readonly unitId?: string | undefined;
  /** `none` not online, `submit` wherever a dossier can be handed in online, else the level itself. */
  readonly online?: string | undefined;
};

export type ProcedurePage = {
  readonly sort: ProcedureSort;
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
};

export type ProcedureListRow = {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly sectorId: string;
  readonly sectorCode: string;
  readonly sectorName: string;
  readonly level: ProcedureLevel;
  readonly limit: ProcessingLimit | null;
  readonly limitText: string | null;
  readonly feeAmount: number | null;
  readonly feeText: string | null;
  readonly paperCount: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly versionCount: number;
  readonly standing: Standing;
  readonly mark: ProcedureMark | null;
  readonly online: { readonly level: string; readonly name: string; readonly canSubmit: boolean } | null;
};

const standing = (day: Day) =>
  sql<Standing>`case when ${covers('w', day)} then 'in_force' when w.valid_from > ${day}::date then 'coming' else 'ended' end`;

/** Each procedure by one version: the one of the day, else the next to come, else the last that was. */
function picked(db: ProceduresDb, day: Day) {
  return db
    .selectFrom('procedures.version as w')
    .distinctOn('w.procedure_id')
    .selectAll('w')
    .select(standing(day).as('standing'))
    .where(sql<SqlBool>`(w.valid_to is null or w.valid_to >= w.valid_from)`)
    .orderBy('w.procedure_id')
    .orderBy(sql`array_position(array['in_force', 'coming', 'ended'], ${standing(day)})`)
    .orderBy(sql`abs(w.valid_from - ${day}::date)`);
}

function filtered(db: ProceduresDb, filter: ProcedureFilter) {
  const { day, unitId } = filter;
  let query = db
    .selectFrom(picked(db, day).as('v'))
    .innerJoin('procedures.procedure as p', 'p.id', 'v.procedure_id')
    .innerJoin('procedures.sector as s', 's.id', 'v.sector_id')
    .leftJoin('procedures.online_service as o', (join) => join.onRef('o.procedure_id', '=', 'p.id').on(covers('o', day)))
    .leftJoin('procedures.online_level as l', (join) => join.onRef('l.regime', '=', 'o.regime').onRef('l.level', '=', 'o.level'));
  if (filter.standing) query = query.where('v.standing', '=', filter.standing);
  if (filter.sectorId) query = query.where('v.sector_id', '=', filter.sectorId);
  if (filter.level) query = query.where('v.level', '=', filter.level);
  if (filter.online === 'none') query = query.where('o.level', 'is', null);
  else if (filter.online === 'submit') query = query.where('l.can_submit', '=', true);
  else if (filter.online) query = query.where('o.level', '=', filter.online);
  if (unitId) query = query.where(competent(unitId));
  for (const word of fold(filter.search ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')) {
    const pattern = `%${word.replace(/[%_\\]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('v.search', 'like', pattern), eb('p.search', 'like', pattern)]));
  }
  return query;
}

/** The unit is named by the version, or nobody is named as deciding and it is of the version's level below the keeping unit. */
function competent(unitId: string) {
  return sql<SqlBool>`(
    exists (select from procedures.competent_unit c where c.procedure_id = v.procedure_id and c.number = v.number and c.unit_id = ${unitId}::uuid)
    or (
      not exists (select from procedures.competent_unit c where c.procedure_id = v.procedure_id and c.number = v.number and c.task = 'decides')
      and exists (
        select from units.unit u join units.lineage x on x.descendant_id = u.id and x.ancestor_id = p.unit_id
        where u.id = ${unitId}::uuid and u.level = v.level
      )
    )
  )`;
}

/** A page of procedures, the count of all that match and how many of them can be handed in online. */
export async function listProcedureRows(
  db: ProceduresDb,
  filter: ProcedureFilter,
  page: ProcedurePage,
): Promise<{ rows: ProcedureListRow[]; total: number; onlineTotal: number }> {
  const counts = await filtered(db, filter)
    .select([sql<number>`count(*)::int`.as('total'), sql<number>`count(*) filter (where l.can_submit)::int`.as('onlineTotal')])
    .executeTakeFirstOrThrow();
  const rows = await sorted(filtered(db, filter), page)
    .select([
      'p.id',
      'p.code',
      'v.number',
      'v.name',
      'v.sector_id as sectorId',
      's.code as sectorCode',
      's.name as sectorName',
      'v.level',
      'v.limit_amount',
      'v.limit_unit',
      'v.limit_text as limitText',
      'v.fee_amount as feeAmount',
      'v.fee_text as feeText',
      sql<number>`jsonb_array_length(v.papers)`.as('paperCount'),
      'v.valid_from as validFrom',
      'v.valid_to as validTo',
      'v.standing',
      'v.mark',
      'o.level as onlineLevel',
      'l.name as onlineName',
      'l.can_submit',
      sql<number>`(select count(*)::int from procedures.version c where c.procedure_id = p.id)`.as('versionCount'),
    ])
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return {
    ...counts,
    rows: rows.map(({ limit_amount, limit_unit, onlineLevel, onlineName, can_submit, ...row }) => ({
      ...row,
      limit: limitOf(limit_amount, limit_unit),
      online: onlineLevel === null || onlineName === null ? null : { level: onlineLevel, name: onlineName, canSubmit: can_submit === true },
    })),
  };
}

/** Ids of all that match, in the order of their codes. */
export async function listMatchingIds(db: ProceduresDb, filter: ProcedureFilter): Promise<string[]> {
  const rows = await filtered(db, filter).select('p.id').orderBy('p.code').execute();
  return rows.map((row) => row.id);
}

/** Order of the table; hours count as parts of a working day of eight hours. */
const limitInDays = sql`case v.limit_unit when 'hours' then v.limit_amount / 8 else v.limit_amount end`;

function sorted(query: ReturnType<typeof filtered>, { sort, order }: ProcedurePage) {
  const direction = (by: OrderByItemBuilder) => (order === 'asc' ? by.asc().nullsLast() : by.desc().nullsLast());
  switch (sort) {
    case 'code':
      return query.orderBy('p.code', direction);
    case 'name':
      return query.orderBy(sql`v.name collate "vi-x-icu"`, direction).orderBy('p.code');
    case 'sector':
      return query.orderBy(sql`s.name collate "vi-x-icu"`, direction).orderBy('p.code');
    case 'limit':
      return query.orderBy(limitInDays, direction).orderBy('p.code');
    case 'validFrom':
      return query.orderBy('v.valid_from', direction).orderBy('p.code');
  }
}
