// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#kernel/dates';
import type { Counts, Mutable } from '../../domain/statistics/form-06a.ts';
import {
  beginningUntil,
  type CutPeriod,
  type DaySpan,
  daysOf,
  firstOfMonth,
  nextMonth,
  partOfDay,
  sumsOfMonths,
} from '../../domain/statistics/period.ts';
import {
  keyOf,
  keyOfDossier,
  namesProcedures,
  over,
  receivedBy,
  type StatisticScope,
  type SumsState,
  sumsIn,
  wantedDossiers,
  withProcedures,
} from './statistics-scope.sql.ts';

/** The counts of a period, as `Counts`; every summand below has them after its `key`. */
export const countNames = ['direct', 'online', 'postal', 'early', 'on_time', 'late', 'closed', 'carried', 'open', 'overdue'] as const;

/** The stocks at the ends of a period: beginnings of months, or `infinity` for what is open now, as of a moment. */
export type PeriodEnds = { readonly from: string; readonly until: string; readonly now: string };

/** A period as it is read: which dossiers, how far the sums are, its cut and its ends. */
export type ReadPeriod = { readonly scope: StatisticScope; readonly state: SumsState; readonly cut: CutPeriod; readonly ends: PeriodEnds };

/** The counts of a period, one row a key. */
export function countedByKey(period: ReadPeriod): RawBuilder<unknown> {
  return sql`select key, ${sumsOfCounts} from (${summandsOf(period)}) as summand group by key`;
}

/** The sum of each count under its own name. */
export const sumsOfCounts = sql.join(countNames.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`));

/** The counts in one place of columns that were read. */
export function countsAt(column: Readonly<Record<(typeof countNames)[number], readonly number[]>>, index: number): Mutable<Counts> {
  const count = (name: (typeof countNames)[number]): number => column[name][index] ?? 0;
  return {
    receivedDirect: count('direct'),
    receivedOnline: count('online'),
    receivedPostal: count('postal'),
    carried: count('carried'),
    early: count('early'),
    onTime: count('on_time'),
    late: count('late'),
    closed: count('closed'),
    open: count('open'),
    overdue: count('overdue'),
  };
}

/** Everything that adds up to the counts of a period, as rows with `key` and `countNames`. */
function summandsOf({ scope, state, cut, ends }: ReadPeriod): RawBuilder<unknown> {
  const summands = [stocks(scope, state, ends)];
  const { added, less } = cut.months ? sumsOfMonths(cut.months) : { added: [], less: [] };
  if (added.length > 0) summands.push(wholePeriods(scope, state, added, sql``));
  if (less.length > 0) summands.push(wholePeriods(scope, state, less, sql`-`));
  const pieces = piecesOf(scope, cut, ends);
  if (pieces.kept.length > 0) summands.push(keptParts(scope, state, pieces.kept));
  if (pieces.days.length > 0)
    summands.push(receivedDays(scope, pieces.days), finishedDays(scope, pieces.days), overdueDays(scope, pieces.days));
  if (namesProcedures(scope)) summands.push(ownUnfinished(scope, state.day, ends));
  if (ends.until === 'infinity') summands.push(fallenDue(scope, state.day, ends.now));
  return sql.join(summands, sql` union all `);
}

function wholePeriods(scope: StatisticScope, state: SumsState, periods: readonly number[], sign: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${keyOf(scope)} as key, ${sign}${receivedBy(scope, 1)} as direct, ${sign}${receivedBy(scope, 2)} as online,
      ${sign}${receivedBy(scope, 3)} as postal, ${sign}${over(scope, 'early')} as early, ${sign}${over(scope, 'on_time')} as on_time,
      ${sign}${over(scope, 'late')} as late, ${sign}${over(scope, 'closed')} as closed, 0 as carried, 0 as open, 0 as overdue
    from ${sumsIn('tally', state)} as cell
    where unit_id = any(${scope.unitIds}) and period = any(${periods}::int[]) ${withProcedures(scope)}`;
}

function stocks(scope: StatisticScope, state: SumsState, { from, until }: PeriodEnds): RawBuilder<unknown> {
  const at = (point: string, count: RawBuilder<unknown>) => sql`case when at = ${point}::date then ${count} else 0 end`;
  return sql`
    select ${keyOf(scope)} as key, 0 as direct, 0 as online, 0 as postal, 0 as early, 0 as on_time, 0 as late, 0 as closed,
      ${at(from, over(scope, 'open'))} as carried, ${at(until, over(scope, 'open'))} as open, ${at(until, over(scope, 'overdue'))} as overdue
    from ${sumsIn('stock', state)} as cell
    where unit_id = any(${scope.unitIds}) and at = any(${[from, until]}::date[]) ${withProcedures(scope)}`;
}

/** Of single procedures, what the kept stocks leave out. */
function ownUnfinished(scope: StatisticScope, day: Day, { from, until }: PeriodEnds): RawBuilder<unknown> {
  const start = (end: string) => sql`(${end}::date)::timestamptz`;
  const isOpen = (end: string) => (end === 'infinity' ? sql.lit(1) : sql`case when d.received_at < ${start(end)} then 1 else 0 end`);
  return sql`
    select ${scope.key === 'unit' ? sql`d.unit_id` : keyOfDossier(scope)} as key, 0 as direct, 0 as online, 0 as postal, 0 as early, 0 as on_time,
      0 as late, 0 as closed, ${isOpen(from)} as carried, ${isOpen(until)} as open,
      case when d.due_at < ${start(until === 'infinity' ? day : until)} ${until === 'infinity' ? sql`` : sql`and d.received_at < ${start(until)}`} then 1 else 0 end as overdue
    from dossiers.dossier d
    where d.unit_id = any(${scope.unitIds}) and d.finished_at is null and d.received_at is not null ${wantedDossiers(scope)}`;
}

/**
 * How often something counts in the flows of the period and in the stocks at its ends: what lies before the period in its first month
 * is taken from the flows and added to the stock at the beginning.
 */
type Weight = { readonly flow: number; readonly carried: number; readonly left: number };
type KeptPiece = Weight & { readonly part: number };
type DayPiece = Weight & DaySpan & { readonly reach: 'own' | 'below'; readonly place: Day };

/** The beginnings of the months that the period cuts, as kept parts and as days. */
function piecesOf(scope: StatisticScope, { from, until }: CutPeriod, ends: PeriodEnds): { kept: KeptPiece[]; days: DayPiece[] } {
  const kept: KeptPiece[] = [];
  const days: DayPiece[] = [];
  for (const day of [from, until]) {
    if (day === null) continue;
    const weighed = (sign: number): Weight =>
      day === from ? { flow: -sign, carried: ends.from === 'infinity' ? 0 : sign, left: 0 } : { flow: sign, carried: 0, left: sign };
    const { half, days: rest } = beginningUntil(day);
    if (half !== null) kept.push({ part: half, ...weighed(1) });
    if (!namesProcedures(scope)) {
      if (rest) kept.push(...daysOf(rest).map((one) => ({ part: partOfDay(one), ...weighed(rest.sign) })));
      continue;
    }
    // Of single procedures a unit's own dossiers are in no part: they are few, and read by themselves.
    const place = addDays(nextMonth(day), -1);
    days.push({ ...weighed(1), from: firstOfMonth(day), until: day, reach: 'own', place });
    if (rest) days.push({ ...weighed(rest.sign), from: rest.from, until: rest.until, reach: 'below', place });
  }
  return { kept, days };
}

function keptParts(scope: StatisticScope, state: SumsState, pieces: readonly KeptPiece[]): RawBuilder<unknown> {
  const of = (name: keyof KeptPiece) => sql`${pieces.map((piece) => piece[name])}::int[]`;
  const went = sql`${over(scope, 'early')} + ${over(scope, 'on_time')} + ${over(scope, 'late')} + ${over(scope, 'closed')}`;
  const opened = sql`(${over(scope, 'received')} - (${went}))`;
  return sql`
    select ${keyOf(scope)} as key, piece.flow * ${receivedBy(scope, 1)} as direct, piece.flow * ${receivedBy(scope, 2)} as online,
      piece.flow * ${receivedBy(scope, 3)} as postal, piece.flow * ${over(scope, 'early')} as early, piece.flow * ${over(scope, 'on_time')} as on_time,
      piece.flow * ${over(scope, 'late')} as late, piece.flow * ${over(scope, 'closed')} as closed, piece.carried * ${opened} as carried,
      piece."left" * ${opened} as open, piece."left" * ${over(scope, 'overdue')} as overdue
    from ${sumsIn('tally_part', state)} as cell
    join unnest(${of('part')}, ${of('flow')}, ${of('carried')}, ${of('left')}) as piece (part, flow, carried, "left") on piece.part = cell.part
    where unit_id = any(${scope.unitIds}) ${withProcedures(scope)}`;
}

/**
 * Dossiers of the units themselves or of those below them, where these stood at the end of the month, with what happened on the days
 * of a piece.
 */
function dossiersOnDays(scope: StatisticScope, pieces: readonly DayPiece[], moment: RawBuilder<unknown>): RawBuilder<unknown> {
  const of = (name: keyof DayPiece, type: string) => sql`${pieces.map((piece) => piece[name])}::${sql.raw(type)}[]`;
  return sql`
    from unnest(${of('flow', 'int')}, ${of('carried', 'int')}, ${of('left', 'int')}, ${of('from', 'date')}, ${of('until', 'date')},
      ${of('place', 'date')}, ${pieces.map(({ reach }) => reach === 'own')}::boolean[])
      as piece (flow, carried, "left", from_day, until_day, place, is_own)
    join units.lineage_by_unit span on span.ancestor_id = any(${scope.unitIds}) and (span.ancestor_id = span.descendant_id) = piece.is_own
      and piece.place between span.valid_from and span.valid_to
    join dossiers.dossier d on d.unit_id = span.descendant_id and d.received_at is not null
      and ${moment} >= piece.from_day::timestamptz and ${moment} < piece.until_day::timestamptz ${wantedDossiers(scope)}`;
}

function receivedDays(scope: StatisticScope, pieces: readonly DayPiece[]): RawBuilder<unknown> {
  const by = (channel: number) => sql`case when d.channel = ${sql.lit(channel)} then piece.flow else 0 end`;
  return sql`
    select ${keyOfDossier(scope)} as key, ${by(1)} as direct, ${by(2)} as online, ${by(3)} as postal, 0 as early, 0 as on_time, 0 as late,
      0 as closed, piece.carried, piece."left" as open, 0 as overdue
    ${dossiersOnDays(scope, pieces, sql`d.received_at`)}`;
}

function finishedDays(scope: StatisticScope, pieces: readonly DayPiece[]): RawBuilder<unknown> {
  const as = (outcome: number) => sql`case when coalesce(d.timeliness, 4) = ${sql.lit(outcome)} then piece.flow else 0 end`;
  return sql`
    select ${keyOfDossier(scope)} as key, 0 as direct, 0 as online, 0 as postal, ${as(1)} as early, ${as(2)} as on_time, ${as(3)} as late,
      ${as(4)} as closed, -piece.carried, -piece."left" as open,
      case when greatest(d.due_at, d.received_at) < d.finished_at and d.due_at is not null then -piece."left" else 0 end as overdue
    ${dossiersOnDays(scope, pieces, sql`d.finished_at`)}`;
}

/** Only the stock at the end tells what is overdue. */
function overdueDays(scope: StatisticScope, pieces: readonly DayPiece[]): RawBuilder<unknown> {
  const becameOverdue = sql`greatest(d.due_at, d.received_at)`;
  return sql`
    select ${keyOfDossier(scope)} as key, 0 as direct, 0 as online, 0 as postal, 0 as early, 0 as on_time, 0 as late, 0 as closed, 0 as carried,
      0 as open, piece."left" as overdue
    ${dossiersOnDays(scope, pieces, becameOverdue)} and d.due_at is not null and (d.finished_at is null or ${becameOverdue} < d.finished_at)
    where piece."left" <> 0`;
}

/**
 * Open dossiers that fell due from the beginning of a day on and before a moment, or less those after it where it lies before. Each
 * counts where its unit stood at the end of the month of its receipt: that end lies within a span from the month of the span's first day
 * on, and until the month in which the span has ended.
 */
function fallenDue(scope: StatisticScope, day: Day, moment: string): RawBuilder<unknown> {
  const [from, until] = [sql`(${day}::date)::timestamptz`, sql`${moment}::timestamptz`];
  return sql`
    select ${keyOfDossier(scope)} as key, 0 as direct, 0 as online, 0 as postal, 0 as early, 0 as on_time, 0 as late, 0 as closed, 0 as carried,
      0 as open, case when d.due_at < ${until} then 1 else -1 end as overdue
    from units.lineage_by_unit span join dossiers.dossier d on span.ancestor_id = any(${scope.unitIds}) and d.unit_id = span.descendant_id
      and d.received_at >= date_trunc('month', span.valid_from)::timestamptz and d.received_at < date_trunc('month', span.valid_to + 1)::timestamptz
    where d.finished_at is null and d.due_at >= least(${from}, ${until}) and d.due_at < greatest(${from}, ${until}) ${wantedDossiers(scope)}`;
}
