// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { flowMeasures, partMeasures } from '../domain/statistics/measures.ts';
import { firstHalfDays } from '../domain/statistics/period.ts';
import { allProcedures, type CountColumn, flowColumns, namesOf, partColumns, stockColumns, sumsOf } from './tally-columns.ts';

/**
 * A relation of received dossiers with the columns of `dossiers.dossier` that counting needs (`unit_id`, `procedure_id`, `channel`,
 * `timeliness`, `received_at`, `due_at`, `finished_at`) and `sign` 1 (is there) or -1 (was there).
 */
export type CountedRelation = RawBuilder<unknown>;

/** What dossiers add to `dossiers.tally`: to the months, quarters and years of their units and of every unit above. */
export function flowCells(counted: CountedRelation): RawBuilder<unknown> {
  const sums = flowColumns.map(({ measure, channel, name }) => {
    const slot = sql.lit(flowMeasures.indexOf(measure) * 3 + channel);
    return sql`coalesce(sum(sign) filter (where slot = ${slot}), 0)::int as ${sql.ref(name)}`;
  });
  const leaf = sql`
    select unit_id, month as at, month as place, procedure_id, ${sql.join(sums)}
    from (
      select unit_id, procedure_id, channel as slot, date_trunc('month', received_at)::date as month, sign from (${counted}) as came
      union all
      select unit_id, procedure_id, coalesce(timeliness, 4) * 3 + channel, date_trunc('month', finished_at)::date, sign
      from (${counted}) as went where finished_at is not null
    ) as event
    group by unit_id, month, procedure_id`;
  const longer = (period: RawBuilder<unknown>) =>
    sql`select unit_id, ${period} as period, procedure_id, ${sumsOf(flowColumns)} from monthly group by unit_id, period, procedure_id`;
  const [year, quarter, month] = ['year', 'quarter', 'month'].map((part) => sql`extract(${sql.raw(part)} from at)::int`);
  return sql`
    with monthly as materialized (${spreadToAncestors(leaf, flowColumns)})
    select unit_id, ${year} * 100 + ${month} as period, procedure_id, ${namesOf(flowColumns)} from monthly
    union all ${longer(sql`${year} * 10 + ${quarter}`)}
    union all ${longer(sql`${year}`)}`;
}

/**
 * What dossiers add to `dossiers.tally_part`: of all procedures together to the days and first halves of months of their units and of
 * every unit above; of single procedures to the first halves of every unit above alone. An open dossier past due is one more on the day
 * on which it falls due, and one less on the day of its end.
 */
export function partCells(counted: CountedRelation): RawBuilder<unknown> {
  const sums = partColumns.map(({ measure, channel, name }) => {
    const slot = sql.lit(partMeasures.indexOf(measure) * 3 + channel);
    return sql`coalesce(sum(sign) filter (where slot = ${slot}), 0)::int as ${sql.ref(name)}`;
  });
  const overdue = sql.lit(partMeasures.indexOf('overdue') * 3);
  const fell = sql`greatest(due_at, received_at)`;
  const events = sql`
    select unit_id, procedure_id, channel as slot, received_at::date as day, sign from (${counted}) as came
    union all
    select unit_id, procedure_id, coalesce(timeliness, 4) * 3 + channel, finished_at::date, sign from (${counted}) as went
    where finished_at is not null
    union all
    select unit_id, procedure_id, ${overdue} + channel, ${fell}::date, sign from (${counted}) as fell
    where due_at is not null and (finished_at is null or ${fell} < finished_at)
    union all
    select unit_id, procedure_id, ${overdue} + channel, finished_at::date, -sign from (${counted}) as ended
    where due_at is not null and ${fell} < finished_at`;
  const inFirstHalf = sql`date_part('day', day) <= ${sql.lit(firstHalfDays)}`;
  const monthOf = (day: RawBuilder<unknown>) => sql`(date_part('year', ${day}) * 100 + date_part('month', ${day}))::int`;
  const [ofDay, ofMonth] = [monthOf(sql`day`), monthOf(sql`month`)];
  return sql`
    with daily as materialized (
      select span.ancestor_id as unit_id, day, ${sumsOf(partColumns)}
      from (select unit_id, day, ${sql.join(sums)} from (${events}) as event group by unit_id, day) as leaf
      join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and ${endOfMonth(sql`day`)} between span.valid_from and span.valid_to
      group by span.ancestor_id, day
    )
    select unit_id, ${ofDay} * 100 + date_part('day', day)::int as part, ${allProcedures}::uuid as procedure_id, ${namesOf(partColumns)} from daily
    union all
    select unit_id, ${ofDay} * 10 + 1 as half, ${allProcedures}::uuid, ${sumsOf(partColumns)} from daily where ${inFirstHalf} group by unit_id, half
    union all
    select span.ancestor_id, ${ofMonth} * 10 + 1, procedure_id, ${sumsOf(partColumns)}
    from (
      select unit_id, date_trunc('month', day::timestamp) as month, procedure_id, ${sql.join(sums)} from (${events}) as event
      where ${inFirstHalf} group by unit_id, month, procedure_id
    ) as leaf
    join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and span.ancestor_id <> span.descendant_id
      and ${endOfMonth(sql`month`)} between span.valid_from and span.valid_to
    group by span.ancestor_id, month, procedure_id`;
}

/** The day as of which the tree is taken for what happens in the month of a day. */
const endOfMonth = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(date_trunc('month', ${day}::timestamp) + interval '1 month')::date - 1`;

/**
 * What dossiers add to `dossiers.stock`: to each month that begins while they are open, up to that of `day`, and to `infinity` while
 * they are not finished. Given `since`, only what `day` adds to what they added on that earlier day.
 */
export function stockCells(counted: CountedRelation, day: Day, since?: Day): RawBuilder<unknown> {
  const sums = stockColumns.map(({ measure, channel, name }) => {
    const condition = measure === 'open' ? sql`is_open` : sql`is_overdue`;
    return sql`coalesce(sum(sign) filter (where ${condition} and channel = ${sql.lit(channel)}), 0)::int as ${sql.ref(name)}`;
  });
  const begins = since ? sql`greatest(received_month, date_trunc('month', ${since}::date)::timestamp)` : sql`received_month`;
  return spreadToAncestors(
    sql`
    select unit_id, at, place, procedure_id, ${sql.join(sums)}
    from (
      select unit_id, procedure_id, channel, sign, month::date as at, month::date as place, true as is_open, due_at < month::timestamptz as is_overdue
      from (
        select d.*, date_trunc('month', received_at)::timestamp as received_month, date_trunc('month', finished_at)::timestamp as finished_month
        from (${counted}) as d where finished_at is null or date_trunc('month', finished_at) > date_trunc('month', received_at)
      ) as stood
      cross join lateral generate_series(
        ${begins} + interval '1 month', least(finished_month, date_trunc('month', ${day}::date)::timestamp), interval '1 month') as month
      union all
      select unit_id, procedure_id, channel, sign, 'infinity', date_trunc('month', received_at)::date, ${sql.lit(since === undefined)},
        due_at < ${day}::date ${since ? sql`and due_at >= ${since}::date` : sql``}
      from (${counted}) as d where finished_at is null
    ) as moment
    group by unit_id, at, place, procedure_id`,
    stockColumns,
  );
}

/**
 * Cells of units → cells of them and every unit above them as the tree stood at the end of the month `place`, each of its procedure
 * and of all procedures together.
 */
function spreadToAncestors(leaf: RawBuilder<unknown>, columns: readonly CountColumn[]): RawBuilder<unknown> {
  return sql`
    select span.ancestor_id as unit_id, leaf.at, counted.procedure_id, ${sumsOf(columns)}
    from (${leaf}) as leaf
    join units.lineage_by_unit span on span.descendant_id = leaf.unit_id
      and (leaf.place + interval '1 month')::date - 1 between span.valid_from and span.valid_to
    cross join lateral (values (leaf.procedure_id), (${allProcedures}::uuid)) as counted (procedure_id)
    group by span.ancestor_id, leaf.at, counted.procedure_id`;
}
