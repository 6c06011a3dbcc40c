// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/db';
import { readColumns } from '#platform/db/read-columns';
import type { Counts } from '../../domain/statistics/form-06a.ts';
import type { RowOrder } from '../../domain/statistics/page-of-rows.ts';
import { countedByKey, countNames, countsAt, type ReadPeriod, sumsOfCounts } from './period-sums.sql.ts';

/**
 * Which rows are asked for. `named` are procedures in the order of their names, as a PostgreSQL array of their ids; null where names do
 * not matter, which is a quarter quicker. One that has no name stands before all others.
 */
export type ProcedurePage = {
  readonly named: string | null;
  /** Only those that are named are rows. */
  readonly onlyNamed: boolean;
  /** `place` is that of `named`. */
  readonly sort: Exclude<RowOrder, 'label'> | 'place' | 'catalogue';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
};

/** Counts by key, of how many rows these are a page, and the counts of all dossiers. */
export type PagedCounts = { readonly rows: (readonly [key: string, counts: Counts])[]; readonly count: number; readonly total: Counts };

/**
 * One page of a period's counts by procedure, equal ones in the order in which they came into the catalogue; the total is that of all
 * procedures, also of those that are no rows.
 */
export async function pageOfProcedures(
  db: Db,
  period: ReadPeriod,
  { named, onlyNamed, sort, order, offset, limit }: ProcedurePage,
): Promise<PagedCounts> {
  const amount = sort === 'catalogue' ? sql`` : sql`${sort === 'place' ? sql`coalesce(place, 0)` : amountOf[sort]} ${sql.raw(order)},`;
  const counted = named
    ? sql`
      select counted.*, ${isAnything} ${onlyNamed ? sql`and known.place is not null` : sql``} as is_row, known.place
      from (${countedByKey(period)}) as counted left join unnest(${named}::uuid[]) with ordinality as known (key, place) using (key)`
    : sql`select counted.*, ${isAnything} as is_row from (${countedByKey(period)}) as counted`;
  const rows = sql`
    with counted as materialized (${counted}),
    page as (select * from counted where is_row order by ${amount} key offset ${offset} limit ${limit})
    select key::text, row_number() over (order by ${amount} key) as row, ${allCounts} from page
    union all select '', count(*) filter (where is_row), ${wholeCounts} from counted`;
  return splitTotal(await readColumns(db, rows, ['key'], ['row', ...countNames]));
}

/**
 * A period's counts by sector, with the number of the sector as key; -1 for procedures that are not among those given.
 *
 * @param procedures PostgreSQL arrays of the same length: the ids of procedures, and a number for the sector of each
 */
export async function countsBySector(
  db: Db,
  period: ReadPeriod,
  procedures: { readonly ids: string; readonly sectors: string },
): Promise<Pick<PagedCounts, 'rows' | 'total'>> {
  const rows = sql`
    with counted as materialized (${countedByKey(period)}),
    by_sector as (
      select coalesce(known.sector, -1) as key, ${sumsOfCounts}
      from counted left join unnest(${procedures.ids}::uuid[], ${procedures.sectors}::int[]) as known (key, sector) using (key)
      group by coalesce(known.sector, -1)
    )
    select key::text, 1 as row, ${allCounts} from by_sector where ${isAnything}
    union all select '', 0, ${wholeCounts} from counted`;
  return splitTotal(await readColumns(db, rows, ['key'], ['row', ...countNames]));
}

/** Nothing counted is 0. */
const wholeCounts = sql.join(countNames.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int`));

/** What was taken away again, or lies outside the period, leaves rows of nothing. */
const isAnything = sql`(direct + online + postal + carried + early + on_time + late + closed + open) <> 0`;

const allCounts = sql.join(countNames.map((name) => sql.ref(name)));

/** The twin of `amount` in `domain/statistics/page-of-rows.ts`. */
const amountOf: Readonly<Record<Exclude<RowOrder, 'label'>, RawBuilder<unknown>>> = {
  3: sql`direct + online + postal + carried`,
  4: sql`online`,
  5: sql`direct + postal`,
  6: sql`carried`,
  7: sql`early + on_time + late + closed`,
  8: sql`early`,
  9: sql`on_time + closed`,
  10: sql`late`,
  11: sql`open`,
  12: sql`open - overdue`,
  13: sql`overdue`,
  behind: sql`late + overdue`,
};

type Column = { readonly key: readonly string[]; readonly row: readonly number[] } & Readonly<
  Record<(typeof countNames)[number], readonly number[]>
>;

/** The row without a key is the total, and tells in `row` how many others there are. */
function splitTotal(column: Column): PagedCounts {
  const at = column.key.indexOf('');
  const places = column.key.map((_, index) => index).filter((index) => index !== at);
  places.sort((a, b) => (column.row[a] ?? 0) - (column.row[b] ?? 0));
  return {
    rows: places.map((index) => [column.key[index] ?? '', countsAt(column, index)]),
    count: column.row[at] ?? 0,
    total: countsAt(column, at),
  };
}
