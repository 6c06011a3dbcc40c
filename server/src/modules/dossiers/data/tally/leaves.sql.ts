// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { partMeasures } from '../../domain/statistics/measures.ts';
import { firstHalfDays } from '../../domain/statistics/period.ts';
import { type CountColumn, lateNowColumns, partColumns } from './columns.ts';

/**
 * A relation of received dossiers with the columns of `dossiers.dossier` that counting needs (`unit_id`, `procedure_id`, `channel`,
 * `timeliness`, `received_at`, `due_at`, `finished_at`) and `sign` 1 (is there) or -1 (was there).
 */
export type CountedRelation = RawBuilder<unknown>;

/** The day that stocks are counted up to; with `since`, only what it adds to what was counted on that earlier day. */
export type StockSpan = { readonly day: Day; readonly since?: Day };

/**
 * What every sum is made of, by the names that the cells read from: units' own dossiers by procedure and half month, and by day.
 * Either tables of a transaction or, before the cells, `withLeaves`.
 */
export const leaf = { halves: sql.id('tally_half'), days: sql.id('tally_day') };

/** Cells together with the leaves that they are made of. */
export function withLeaves(counted: CountedRelation, span: StockSpan, cells: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with ${leaf.halves} as materialized (${halves(counted, span)}), ${leaf.days} as materialized (${days(counted)}) ${cells}`;
}

/**
 * Dossiers of each unit by procedure, half of the month in which something happened and whether they are finished. An open dossier
 * past due is one more `overdue` in the half in which it falls due, and one less in that of its end; one that is open and past due
 * on the day itself is `late_now` in the half of its receipt.
 */
export function halves(counted: CountedRelation, { day, since }: StockSpan): RawBuilder<unknown> {
  const lateNow = sql`
    select unit_id, procedure_id, false, ${sql.lit(partMeasures.length * 3)} + channel, received_at::date, sign from (${counted}) as late
    where finished_at is null and due_at < ${day}::date ${since ? sql`and due_at >= ${since}::date` : sql``}`;
  return sql`
    select unit_id, procedure_id, is_finished, month, day < month + ${sql.lit(firstHalfDays)} as is_first, ${sums([...partColumns, ...lateNowColumns])}
    from (
      select event.*, date_trunc('month', day::timestamp)::date as month from (${events(counted)} union all ${lateNow}) as event
    ) as event
    group by unit_id, procedure_id, is_finished, month, is_first`;
}

/** Dossiers of each unit by the day on which something happened, of all procedures together. */
export function days(counted: CountedRelation): RawBuilder<unknown> {
  return sql`select unit_id, day, ${sums(partColumns)} from (${events(counted)}) as event group by unit_id, day`;
}

/** What happened to dossiers, each with the place of its measure and channel among the columns. */
function events(counted: CountedRelation): RawBuilder<unknown> {
  const overdue = sql.lit(partMeasures.indexOf('overdue') * 3);
  const fell = sql`greatest(due_at, received_at)`;
  const isFinished = sql`finished_at is not null`;
  return sql`
    select unit_id, procedure_id, ${isFinished} as is_finished, channel as slot, received_at::date as day, sign from (${counted}) as came
    union all
    select unit_id, procedure_id, true, coalesce(timeliness, 4) * 3 + channel, finished_at::date, sign from (${counted}) as went
    where ${isFinished}
    union all
    select unit_id, procedure_id, ${isFinished}, ${overdue} + channel, ${fell}::date, sign from (${counted}) as fell
    where due_at is not null and (finished_at is null or ${fell} < finished_at)
    union all
    select unit_id, procedure_id, true, ${overdue} + channel, finished_at::date, -sign from (${counted}) as ended
    where due_at is not null and ${fell} < finished_at`;
}

/** Each column sums up the events of its place. */
function sums(columns: readonly CountColumn[]): RawBuilder<unknown> {
  return sql.join(
    columns.map(({ name }, index) => sql`coalesce(sum(sign) filter (where slot = ${sql.lit(index + 1)}), 0)::int as ${sql.ref(name)}`),
  );
}

/** Whether a span of lineage counts for the month of a day: as the tree stood when that month ended. */
export function standsIn(month: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(date_trunc('month', (${month})::timestamp) + interval '1 month')::date - 1 between span.valid_from and span.valid_to`;
}

/** Only units above, or the unit itself too. */
export const isAbove = sql`span.ancestor_id <> span.descendant_id`;
