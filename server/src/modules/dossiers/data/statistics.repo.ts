// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { readColumns } from '#platform/db/read-columns';
import type { Counts, Mutable } from '../domain/statistics/form-06a.ts';
import { channels, type flowMeasures, type stockMeasures } from '../domain/statistics/measures.ts';
import { type DaySpan, firstOfMonth, periodsOf } from '../domain/statistics/period.ts';
import { flowCells, stockCells } from './tally-cells.sql.ts';
import { allProcedures, flowColumns, namesOf, stockColumns } from './tally-columns.ts';

/** What the rows of an answer are: one for all, one a procedure, one a unit of `unitIds`. */
export type StatisticKey = 'total' | 'procedure' | 'unit';

/** Which dossiers are counted. */
export type StatisticScope = {
  /** Units whose dossiers, and those of every unit below them, are counted. */
  readonly unitIds: readonly string[];
  /** Only these procedures; null for all. */
  readonly procedureIds: readonly string[] | null;
  /** National channel codes 1 to 3. */
  readonly channels: readonly number[];
  readonly key: StatisticKey;
};

/** How far the sums are: the day that the stocks were brought forward to, and whether changes wait to be folded in. */
export type SumsState = { readonly day: Day; readonly isWaiting: boolean };

/** What happened in a month (its first day) or in a whole span. */
export type FlowRow = {
  readonly key: string;
  readonly month: Day;
  readonly direct: number;
  readonly online: number;
  readonly postal: number;
  readonly early: number;
  readonly on_time: number;
  readonly late: number;
  readonly closed: number;
};

/** Dossiers open at a moment, and those of them past due. */
export type StockRow = { readonly key: string; readonly at: Day | 'infinity'; readonly open: number; readonly overdue: number };

/** How far the sums are, in the snapshot of the transaction. */
export async function sumsState(db: Db): Promise<SumsState> {
  const { rows } = await sql<{ day: Day; isWaiting: boolean }>`
    with waiting as (select id from dossiers.tally_change limit 1)
    select day, exists (select from waiting) as "isWaiting" from dossiers.stock_day`.execute(db);
  return rows[0] ?? { day: '', isWaiting: false };
}

/**
 * What a period counts that begins and ends with months, by key: the flows of its whole months (none for null), from the fewest years,
 * quarters and months that they are made of, and the stocks at its ends, points as in `stocksAt`.
 */
export async function periodSums(
  db: Db,
  state: SumsState,
  scope: StatisticScope,
  months: DaySpan | null,
  ends: { readonly from: string; readonly until: string },
): Promise<Map<string, Mutable<Counts>>> {
  const at = (point: string): RawBuilder<unknown> => sql`filter (where at = ${point}::date)`;
  const kept = (name: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(name)}, 0) as ${sql.ref(name)}`;
  const rows = sql`
    select key, ${sql.join([...flowNames, ...stockNames].map(kept))}
    from (
      select ${keyOf(scope)} as key, ${flowSums(scope)} from ${flowRelation(state)} as cell
      where unit_id = any(${scope.unitIds}) and period = any(${months ? periodsOf(months) : []}::int[]) ${withProcedures(scope)}
      ${grouped(scope, [])}
    ) as flow
    full join (
      select ${keyOf(scope)} as key, (sum(${over(scope, 'open')}) ${at(ends.from)})::int as carried,
        (sum(${over(scope, 'open')}) ${at(ends.until)})::int as open, (sum(${over(scope, 'overdue')}) ${at(ends.until)})::int as overdue
      from ${stockRelation(state)} as cell
      where unit_id = any(${scope.unitIds}) and at = any(${[ends.from, ends.until]}::date[]) ${withProcedures(scope)}
      ${grouped(scope, [])}
    ) as stock using (key)`;
  const column = await readColumns(db, rows, ['key'], [...flowNames, ...stockNames]);
  return new Map(
    column.key.map((key, index) => [
      key,
      {
        receivedDirect: column.direct[index] ?? 0,
        receivedOnline: column.online[index] ?? 0,
        receivedPostal: column.postal[index] ?? 0,
        carried: column.carried[index] ?? 0,
        early: column.early[index] ?? 0,
        onTime: column.on_time[index] ?? 0,
        late: column.late[index] ?? 0,
        closed: column.closed[index] ?? 0,
        open: column.open[index] ?? 0,
        overdue: column.overdue[index] ?? 0,
      },
    ]),
  );
}

/** Flows of each month of a span of whole months. */
export async function flowsByMonth(db: Db, state: SumsState, scope: StatisticScope, months: readonly Day[]): Promise<FlowRow[]> {
  const periods = months.map((month) => Number(month.slice(0, 7).replace('-', '')));
  const { rows } = await sql<FlowRow>`
    select ${keyOf(scope)} as key, make_date(period / 100, period % 100, 1) as month, ${flowSums(scope)}
    from ${flowRelation(state)} as cell
    where unit_id = any(${scope.unitIds}) and period = any(${periods}::int[]) ${withProcedures(scope)}
    ${grouped(scope, ['period'])}`.execute(db);
  return rows;
}

/** Flows of single days, counted dossier by dossier; `month` is the first day of the span. */
export async function dailyFlows(db: Db, scope: StatisticScope, span: DaySpan): Promise<FlowRow[]> {
  const received = (channel: number): RawBuilder<number> => sql`count(*) filter (where event = 0 and channel = ${sql.lit(channel)})::int`;
  const outcome = (event: number): RawBuilder<number> => sql`count(*) filter (where event = ${sql.lit(event)})::int`;
  const { rows } = await sql<FlowRow>`
    select ${keyOf(scope)} as key, ${span.from}::date as month,
      ${received(1)} as direct, ${received(2)} as online, ${received(3)} as postal,
      ${outcome(1)} as early, ${outcome(2)} as on_time, ${outcome(3)} as late, ${outcome(4)} as closed
    from (
      select ${rawKeys(scope)}, d.channel, 0 as event from ${dossiersAt(scope, span.from)}
      where d.received_at >= ${start(span.from)} and d.received_at < ${start(span.until)} ${rawFilter(scope)}
      union all
      select ${rawKeys(scope)}, d.channel, coalesce(d.timeliness, 4) from ${dossiersAt(scope, span.from)}
      where d.finished_at >= ${start(span.from)} and d.finished_at < ${start(span.until)} and d.received_at is not null ${rawFilter(scope)}
    ) as event
    ${grouped(scope, [])}`.execute(db);
  return rows;
}

/** Stocks at the beginnings of months and, at `infinity`, of what is open now: overdue before the day of the sums. */
export async function stocksAt(db: Db, state: SumsState, scope: StatisticScope, points: readonly string[]): Promise<StockRow[]> {
  const { rows } = await sql<StockRow>`
    select ${keyOf(scope)} as key, at, sum(${over(scope, 'open')})::int as open, sum(${over(scope, 'overdue')})::int as overdue
    from ${stockRelation(state)} as cell
    where unit_id = any(${scope.unitIds}) and at = any(${points}::date[]) ${withProcedures(scope)}
    ${grouped(scope, ['at'])}`.execute(db);
  return rows;
}

/**
 * What the days of its month before `day` change in the stock at the month's beginning, counted dossier by dossier. The overdue
 * ones are those at `day` itself.
 */
export async function stockOnDay(db: Db, scope: StatisticScope, day: Day): Promise<StockRow[]> {
  const [at, began] = [start(day), start(firstOfMonth(day))];
  const { rows } = await sql<StockRow>`
    select ${keyOf(scope)} as key, ${day}::date as at, sum(change)::int as open, sum(overdue)::int as overdue
    from (
      select ${rawKeys(scope)}, 1 as change, 0 as overdue from ${dossiersAt(scope, day)}
      where d.received_at >= ${began} and d.received_at < ${at} and (d.finished_at is null or d.finished_at >= ${at}) ${rawFilter(scope)}
      union all
      select ${rawKeys(scope)}, -1, 0 from ${dossiersAt(scope, day)}
      where d.finished_at >= ${began} and d.finished_at < ${at} and d.received_at < ${began} ${rawFilter(scope)}
      union all
      select ${rawKeys(scope)}, 0, 1 from ${dossiersAt(scope, day)}
      where d.finished_at is null and d.due_at < ${at} and d.received_at < ${at} ${rawFilter(scope)}
      union all
      select ${rawKeys(scope)}, 0, 1 from ${dossiersAt(scope, day)}
      where d.timeliness >= 3 and d.finished_at >= ${at} and d.due_at < ${at} and d.received_at < ${at} ${rawFilter(scope)}
    ) as event
    ${grouped(scope, [])}`.execute(db);
  return rows;
}

/** Open dossiers that fell due from the beginning of a day on and before a moment, or less those after it where it lies before. */
export async function fallenDueSince(db: Db, scope: StatisticScope, day: Day, moment: string): Promise<{ key: string; overdue: number }[]> {
  const [from, until] = [start(day), sql`${moment}::timestamptz`];
  const { rows } = await sql<{ key: string; overdue: number }>`
    select ${keyOf(scope)} as key, sum(sign)::int as overdue
    from (
      select ${rawKeys(scope)}, case when d.due_at < ${until} then 1 else -1 end as sign from ${dossiersWhereReceived(scope)}
      where d.finished_at is null and d.due_at >= least(${from}, ${until}) and d.due_at < greatest(${from}, ${until}) ${rawFilter(scope)}
    ) as dossier
    ${grouped(scope, [])}`.execute(db);
  return rows;
}

const start = (day: Day): RawBuilder<unknown> => sql`(${day}::date)::timestamptz`;

/** The kept sums; what waits is read as if it were folded in. */
function flowRelation({ isWaiting }: SumsState): RawBuilder<unknown> {
  if (!isWaiting) return sql`dossiers.tally`;
  const waiting = flowCells(sql`select * from dossiers.tally_change`);
  return sql`(select unit_id, period, procedure_id, ${namesOf(flowColumns)} from dossiers.tally union all select * from (${waiting}) as waiting)`;
}

function stockRelation({ day, isWaiting }: SumsState): RawBuilder<unknown> {
  if (!isWaiting) return sql`dossiers.stock`;
  const waiting = stockCells(sql`select * from dossiers.tally_change`, day);
  return sql`(select unit_id, at, procedure_id, ${namesOf(stockColumns)} from dossiers.stock union all select * from (${waiting}) as waiting)`;
}

const flowNames = ['direct', 'online', 'postal', 'early', 'on_time', 'late', 'closed'] as const;
const stockNames = ['carried', 'open', 'overdue'] as const;

function flowSums(scope: StatisticScope): RawBuilder<unknown> {
  const received = (channel: 1 | 2 | 3): RawBuilder<number> =>
    scope.channels.includes(channel) ? sql.ref(`received_${channels[channel - 1]}`) : sql.lit(0);
  return sql`sum(${received(1)})::int as direct, sum(${received(2)})::int as online, sum(${received(3)})::int as postal,
    sum(${over(scope, 'early')})::int as early, sum(${over(scope, 'on_time')})::int as on_time,
    sum(${over(scope, 'late')})::int as late, sum(${over(scope, 'closed')})::int as closed`;
}

function keyOf(scope: StatisticScope): RawBuilder<unknown> {
  if (scope.key === 'procedure') return sql`procedure_id`;
  return scope.key === 'unit' ? sql`unit_id` : sql`''`;
}

function grouped(scope: StatisticScope, others: readonly string[]): RawBuilder<unknown> {
  const keys = [...(scope.key === 'procedure' ? ['procedure_id'] : scope.key === 'unit' ? ['unit_id'] : []), ...others];
  return keys.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(keys.map((key) => sql.ref(key)))}`;
}

/** One measure over the wanted channels, as an expression over a row of the sums. */
function over(scope: StatisticScope, measure: (typeof flowMeasures)[number] | (typeof stockMeasures)[number]): RawBuilder<number> {
  const wanted = channels.filter((_, index) => scope.channels.includes(index + 1));
  return sql.join(
    wanted.map((channel) => sql.ref(`${measure}_${channel}`)),
    sql` + `,
  );
}

function withProcedures(scope: StatisticScope): RawBuilder<unknown> {
  if (scope.procedureIds) return sql`and procedure_id = any(${scope.procedureIds})`;
  return scope.key === 'procedure' ? sql`and procedure_id <> ${allProcedures}` : sql`and procedure_id = ${allProcedures}`;
}

function rawKeys(scope: StatisticScope): RawBuilder<unknown> {
  return scope.key === 'procedure' ? sql`d.procedure_id` : sql`span.ancestor_id as unit_id`;
}

/** Dossiers of the units and those below, where these stood at the end of the month of a day. */
function dossiersAt(scope: StatisticScope, day: Day): RawBuilder<unknown> {
  const end = sql`(date_trunc('month', ${day}::date) + interval '1 month')::date - 1`;
  return sql`units.lineage_by_unit span join dossiers.dossier d on span.ancestor_id = any(${scope.unitIds}) and d.unit_id = span.descendant_id
    and ${end} between span.valid_from and span.valid_to`;
}

/**
 * Dossiers of the units and those below, each where its unit stood at the end of the month of its receipt: that end lies within a
 * span from the month of the span's first day on, and until the month in which the span has ended.
 */
function dossiersWhereReceived(scope: StatisticScope): RawBuilder<unknown> {
  return sql`units.lineage_by_unit span join dossiers.dossier d on span.ancestor_id = any(${scope.unitIds}) and d.unit_id = span.descendant_id
    and d.received_at >= date_trunc('month', span.valid_from)::timestamptz and d.received_at < date_trunc('month', span.valid_to + 1)::timestamptz`;
}

function rawFilter(scope: StatisticScope): RawBuilder<unknown> {
  const channel = scope.channels.length === 3 ? sql`` : sql`and d.channel = any(${scope.channels})`;
  return scope.procedureIds ? sql`${channel} and d.procedure_id = any(${scope.procedureIds})` : channel;
}

/** Whether a dossier that the program made was received by the units, or by any below them, and is counted in the days. */
export async function hasGenerated(db: Db, unitId: string, days: { readonly from: Day; readonly to: Day }): Promise<boolean> {
  const [start, end] = [`${days.from}T00:00:00+07:00`, `${addDays(days.to, 1)}T00:00:00+07:00`];
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from units.lineage_by_unit l join dossiers.dossier d on d.unit_id = l.descendant_id
      where l.ancestor_id = ${unitId} and d.generated and d.received_at < ${end}::timestamptz
        and (d.finished_at is null or d.finished_at >= ${start}::timestamptz)) as found`.execute(db);
  return rows[0]?.found ?? false;
}
