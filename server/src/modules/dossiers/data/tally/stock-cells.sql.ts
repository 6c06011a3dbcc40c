// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { channels, flowMeasures } from '../../domain/statistics/measures.ts';
import { allProcedures, isAnything, stockColumns, sumsOf } from './columns.ts';
import { isAbove, leaf, type StockSpan, standsIn } from './leaves.sql.ts';

const names = stockColumns.map(({ name }) => sql.ref(name));
const nextMonth = sql`(month + interval '1 month')::date`;
const isAny = sql`true`;

/**
 * What dossiers add to `dossiers.stock`: to each month that begins while they are open, up to that of `day`, and to `infinity` while
 * they are not finished. A month begins with what came in before it less what went out, so that a dossier is looked at once however
 * long it stays. In two sets as the flows.
 *
 * Of single procedures a unit's own unfinished dossiers are in no cell: they are few, and each would be in one of every month.
 */
export function stockCells(span: StockSpan): RawBuilder<unknown>[] {
  const finished = sql`
    select unit_id, procedure_id, ${nextMonth} as at, ${changes} from ${leaf.halves} where is_finished group by unit_id, procedure_id, at`;
  const byUnit = sql`select unit_id, ${allProcedures}::uuid as procedure_id, ${nextMonth} as at, ${changes} from ${leaf.halves} group by unit_id, at`;
  const byProcedure = sql`
    select unit_id, procedure_id, ${nextMonth} as at, ${changes} from ${leaf.halves} group by unit_id, procedure_id, at`;
  return [
    sql`
      select * from (${monthsBegun(finished, span)}) as own
      union all select * from (${monthsBegun(inTree(byUnit, isAny, span), span)}) as stood
      union all select * from (${unfinished(sql`${allProcedures}::uuid`, isAny, span)}) as unfinished`,
    sql`
      select * from (${monthsBegun(inTree(byProcedure, isAbove, span), span)}) as stood
      union all select * from (${unfinished(sql`procedure_id`, isAbove, span)}) as unfinished`,
  ];
}

/** By how many the open and overdue ones become more in a half of a month. */
const changes = sql.join(
  stockColumns.map(({ measure, channel, name }) => {
    const at = (flow: string) => sql.ref(`${flow}_${channels[channel - 1]}`);
    const outcomes = flowMeasures.filter((flow) => flow !== 'received').map((flow) => sql` - ${at(flow)}`);
    const change = measure === 'open' ? sql`${at('received')}${sql.join(outcomes, sql``)}` : at('overdue');
    return sql`sum(${change})::int as ${sql.ref(name)}`;
  }),
);

/**
 * Changes of units → changes of them and every unit above them: what happens while a unit stands below another changes that one, and
 * when it comes or goes, so does all that it has then.
 */
function inTree(own: RawBuilder<unknown>, which: RawBuilder<unknown>, { day }: StockSpan): RawBuilder<unknown> {
  const moved = names.map((name) => sql`edge.sign * ${name}`);
  return sql`
    with own as materialized (${own}),
    edge as (
      select span.ancestor_id, span.descendant_id, turn.at, turn.sign
      from units.lineage_by_unit span
      cross join lateral (values
        (date_trunc('month', span.valid_from::timestamp)::date, 1), (date_trunc('month', (span.valid_to + 1)::timestamp)::date, -1)
      ) as turn (at, sign)
      where ${which} and turn.at > (select min(at) from own) and turn.at <= ${day}::date
    )
    select unit_id, procedure_id, at, ${sumsOf(stockColumns)}
    from (
      select span.ancestor_id as unit_id, procedure_id, at, ${sql.join(names)}
      from own join units.lineage_by_unit span on span.descendant_id = own.unit_id and ${which} and ${standsIn(sql`own.at - 1`)}
      union all
      select edge.ancestor_id, procedure_id, edge.at, ${sql.join(moved)}
      from edge join own on own.unit_id = edge.descendant_id and own.at <= edge.at
    ) as change
    group by unit_id, procedure_id, at`;
}

/** Changes, one a key and month, → how things stand at each month that begins up to that of `day`. */
function monthsBegun(change: RawBuilder<unknown>, { day, since }: StockSpan): RawBuilder<unknown> {
  const running = stockColumns.map(({ name }) => sql`(sum(${sql.ref(name)}) over so_far)::int as ${sql.ref(name)}`);
  const first = since ? sql`greatest(at, date_trunc('month', ${since}::timestamp) + interval '1 month')` : sql`at::timestamp`;
  const last = sql`least(next_at - interval '1 month', date_trunc('month', ${day}::timestamp))`;
  return sql`
    select unit_id, begun::date as at, procedure_id, ${sql.join(names)}
    from (
      select unit_id, procedure_id, at, lead(at) over so_far as next_at, ${sql.join(running)}
      from (${change}) as change window so_far as (partition by unit_id, procedure_id order by at)
    ) as run
    cross join lateral generate_series(${first}, ${last}, interval '1 month') as begun
    where ${isAnything(stockColumns)}`;
}

/** Unfinished dossiers where their units stood in the month of receipt, and those past due on the day. */
function unfinished(procedure: RawBuilder<unknown>, which: RawBuilder<unknown>, { since }: StockSpan): RawBuilder<unknown> {
  const counts = stockColumns.map(({ measure, channel, name }) => {
    const now =
      measure === 'open' ? (since ? sql`0` : sql.ref(`received_${channels[channel - 1]}`)) : sql.ref(`late_now_${channels[channel - 1]}`);
    return sql`sum(${now})::int as ${sql.ref(name)}`;
  });
  return sql`
    select span.ancestor_id, 'infinity'::date, ${procedure}, ${sql.join(counts)}
    from ${leaf.halves} as leaf
    join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and ${which} and ${standsIn(sql`month`)}
    where not is_finished
    group by 1, 3`;
}
