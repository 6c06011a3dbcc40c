// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { keptPlan } from '#platform/db/kept-plans';
import { readColumns } from '#platform/db/read-columns';
import type { Counts, Mutable } from '../../domain/statistics/form-06a.ts';
import { countedByKey, countNames, countsAt, type ReadPeriod } from './period-sums.sql.ts';
import {
  grouped,
  namesProcedures,
  over,
  receivedBy,
  type StatisticScope,
  type SumsState,
  sumsIn,
  wantedDossiers,
  withProcedures,
} from './statistics-scope.sql.ts';

export type { ReadPeriod, StatisticScope, SumsState };

/** What happened in a month, by its first day. */
export type MonthFlows = {
  readonly month: Day;
  readonly direct: number;
  readonly online: number;
  readonly postal: number;
  readonly early: number;
  readonly on_time: number;
  readonly late: number;
  readonly closed: number;
};

/** Dossiers open at the beginning of a month, and those of them past due. */
export type MonthStock = { readonly at: Day; readonly open: number; readonly overdue: number };

/** How far the sums are, in the snapshot of the transaction. */
export async function sumsState(db: Db): Promise<SumsState> {
  const { rows } = await sql<{ day: Day; isWaiting: boolean }>`${keptPlan}
    with waiting as (select id from dossiers.tally_change limit 1)
    select day, exists (select from waiting) as "isWaiting" from dossiers.stock_day`.execute(db);
  return rows[0] ?? { day: '', isWaiting: false };
}

/** The counts of a period by key, in one statement. */
export async function periodSums(db: Db, period: ReadPeriod): Promise<Map<string, Mutable<Counts>>> {
  const column = await readColumns(db, countedByKey(period), ['key'], countNames);
  return new Map(column.key.map((key, index) => [key, countsAt(column, index)]));
}

/** Flows of each of the months, for one total. */
export async function flowsByMonth(db: Db, state: SumsState, scope: StatisticScope, months: readonly Day[]): Promise<MonthFlows[]> {
  const periods = months.map((month) => Number(month.slice(0, 7).replace('-', '')));
  const sum = (count: RawBuilder<number>, name: string) => sql`sum(${count})::int as ${sql.ref(name)}`;
  const { rows } = await sql<MonthFlows>`
    select make_date(period / 100, period % 100, 1) as month, ${sql.join([
      sum(receivedBy(scope, 1), 'direct'),
      sum(receivedBy(scope, 2), 'online'),
      sum(receivedBy(scope, 3), 'postal'),
      ...(['early', 'on_time', 'late', 'closed'] as const).map((name) => sum(over(scope, name), name)),
    ])}
    from ${sumsIn('tally', state)} as cell
    where unit_id = any(${scope.unitIds}) and period = any(${periods}::int[]) ${withProcedures(scope)}
    ${grouped(scope, ['period'])}`.execute(db);
  return rows;
}

/** Stocks at the beginnings of months that have begun, for one total. */
export async function stocksAt(db: Db, state: SumsState, scope: StatisticScope, months: readonly Day[]): Promise<MonthStock[]> {
  const kept = sql`
    select at, ${over(scope, 'open')} as open, ${over(scope, 'overdue')} as overdue
    from ${sumsIn('stock', state)} as cell
    where unit_id = any(${scope.unitIds}) and at = any(${months}::date[]) ${withProcedures(scope)}`;
  const stood = namesProcedures(scope) ? sql`${kept} union all ${unfinishedAt(scope, months)}` : kept;
  const { rows } = await sql<MonthStock>`
    select at, sum(open)::int as open, sum(overdue)::int as overdue from (${stood}) as stood group by at`.execute(db);
  return rows;
}

/** Of single procedures, what the kept stocks leave out. */
function unfinishedAt(scope: StatisticScope, months: readonly Day[]): RawBuilder<unknown> {
  return sql`
    select at, 1, case when d.due_at < at::timestamptz then 1 else 0 end
    from unnest(${months}::date[]) as at join dossiers.dossier d on d.received_at < at::timestamptz
    where d.unit_id = any(${scope.unitIds}) and d.finished_at is null ${wantedDossiers(scope)}`;
}

/** Whether a dossier that the program made was received by the units, or by any below them, and is counted in the days. */
export async function hasGenerated(db: Db, unitId: string, days: { readonly from: Day; readonly to: Day }): Promise<boolean> {
  const [start, end] = [`${days.from}T00:00:00+07:00`, `${addDays(days.to, 1)}T00:00:00+07:00`];
  const { rows } = await sql<{ found: boolean }>`${keptPlan}
    select exists (
      select 1 from units.lineage_by_unit l join dossiers.dossier d on d.unit_id = l.descendant_id
      where l.ancestor_id = ${unitId} and d.generated and d.received_at < ${end}::timestamptz
        and (d.finished_at is null or d.finished_at >= ${start}::timestamptz)) as found`.execute(db);
  return rows[0]?.found ?? false;
}
