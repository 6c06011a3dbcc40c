// SPDX-License-Identifier: Apache-2.0
import { type Expression, type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '#kernel/dates';
import { type DueDayTable, longestLimit, unknown } from '../domain/clock/due-day-table.ts';

/**
 * The due day (date) of a dossier without pauses or new appointments, as `readClock` finds it, for any number of rows in
 * one statement: the calendar and the rules of every day of receipt travel with the statement as arrays. Null where a
 * year on the way has no confirmed calendar.
 *
 * - `receivedAt`: timestamptz
 * - `days`: integer, the limit in whole days; 0 is "within the day"
 *
 * @example
 * sql`select ${dueDay({ receivedAt: sql.ref('received_at'), days: sql.ref('limit_days') }, dueDayTable(calendar, rules))} from dossier`
 */
export function dueDay(
  { receivedAt, days }: { readonly receivedAt: Expression<unknown>; readonly days: Expression<unknown> },
  table: DueDayTable,
  unit: 'working_days' | 'calendar_days' = 'working_days',
): RawBuilder<Day | null> {
  const { base, due } = table[unit];
  const late = levelOf(receivedAt, table.cutoffs);
  const slot = slotOf(receivedAt, table);
  const byLevel = sql`${slot} * ${sql.lit(table.levels)} + ${late} + 1`;
  const found = sql`case
    when ${days} between 1 and ${sql.lit(longestLimit)}
      then ${array(due)}[${array(base)}[${table.lateMoves ? byLevel : sql`${slot} + 1`}] + ${days} + 1]
    when ${days} = 0 then ${array(table.sameDay)}[${byLevel}]
  end`;
  // 0 stands between years that are not adjacent.
  return sql<Day | null>`(date '1970-01-01' + nullif(nullif(${found}, 0), ${sql.lit(unknown)}))`;
}

/** A limit with the moment of receipt (timestamptz): its unit (text), whole days (integer, rounded up) and amount (numeric). */
export type LimitColumns = {
  readonly receivedAt: Expression<unknown>;
  readonly unit: Expression<unknown>;
  readonly days: Expression<unknown>;
  readonly amount: Expression<unknown>;
  /** Whether the amount has a part of a day (boolean). */
  readonly isPart: Expression<unknown>;
};

/**
 * The versions of procedures with their limits in the columns that `dueMoment` wants: worked out once a version and not
 * once a dossier, which arithmetic on numeric would make five times as slow.
 */
export const versionLimits = sql`(
  select procedure_id, number, limit_amount, limit_unit, ceil(limit_amount)::int as limit_days, limit_amount <> ceil(limit_amount) as limit_in_part
  from procedures.version offset 0
)`;

/**
 * The due minute (timestamptz) of a dossier without pauses or new appointments, as `readClock` finds it, for limits in
 * working days, calendar days, hours and parts of days. Null where a year on the way has no confirmed calendar, and for
 * limits in hours of a unit without office hours.
 */
export function dueMoment({ receivedAt, unit, days, amount, isPart }: LimitColumns, table: DueDayTable): RawBuilder<string | null> {
  const dayMinutes = sql`${array(table.dayMinutes)}[${slotOf(receivedAt, table)} + 1]`;
  const end = (of: 'working_days' | 'calendar_days'): RawBuilder<unknown> =>
    endOfDueDay(dueDay({ receivedAt, days }, table, of), { receivedAt, table });
  return sql<string | null>`(case
    when ${unit} = 'working_days' and (not ${isPart} or ${dayMinutes} = 0) then ${end('working_days')}
    when ${unit} = 'working_days' then ${dueByHours(receivedAt, sql`round(${amount} * ${dayMinutes})::int`, table)}
    when ${unit} = 'calendar_days' then ${end('calendar_days')}
    when ${unit} = 'hours' then ${dueByHours(receivedAt, sql`round(${amount} * 60)::int`, table)}
  end)`;
}

/**
 * The last minute (timestamptz) of a due day: 23:59 (Civil Code 2015, art. 148(6)), or, where the rules of the day of
 * receipt say so, the minute with which the office closes.
 */
export function endOfDueDay(
  day: Expression<unknown>,
  { receivedAt, table }: { readonly receivedAt: Expression<unknown>; readonly table: DueDayTable },
): RawBuilder<string | null> {
  if (table.endsWithOffice === null) return sql<string | null>`((${day} + time '23:59') at time zone interval '7 hours')`;
  const early = sql`${array(table.endsWithOffice)}[${slotOf(receivedAt, table)} + 1] = 1`;
  return sql<string | null>`(select (due.day + make_interval(mins => case when ${early}
      then coalesce(${array(table.office.closes)}[due.day - ${sql.lit(dayOf(table.firstDay))}::date + 1], 1439) else 1439 end))
      at time zone interval '7 hours'
    from (select ${day} as day) as due)`;
}

/** The due minute of a limit in office minutes: the part of a day in which the sum of office time reaches the limit. */
function dueByHours(receivedAt: Expression<unknown>, minutes: RawBuilder<unknown>, table: DueDayTable): RawBuilder<unknown> {
  const { starts, lengths, openedBefore, reach, hoursStart } = table.office;
  if (starts.length === 0) return sql`null::timestamptz`;
  const byLevel = sql`${slotOf(receivedAt, table)} * ${sql.lit(table.levels)} + ${levelOf(receivedAt, table.cutoffs)} + 1`;
  const [opens, before] = [array(starts), array(openedBefore)];
  const first = sql`${array(hoursStart)}[${byLevel}]`;
  return sql`(
    select to_timestamp((case when target.opened <= ${array(reach)}[target.start / 1440 - ${sql.lit(table.firstDay)} + 1] then
        case target.minutes when 0 then target.start else ${opens}[part.number] + target.opened - ${before}[part.number] end
      end - 420) * 60::float8)
    from (
      select case ${first} when 0 then floor(extract(epoch from ${receivedAt}) / 60)::int + 420
        else nullif(${first}, ${sql.lit(unknown)}) * 1440 end as start, ${minutes} as minutes
      offset 0
    ) as began
    cross join lateral (select width_bucket(began.start, ${opens}) as number) as reached
    cross join lateral (
      select began.start, began.minutes, began.minutes + case reached.number when 0 then 0
        else ${before}[reached.number] + least(began.start - ${opens}[reached.number], ${array(lengths)}[reached.number]) end as opened
      offset 0
    ) as target
    cross join lateral (select width_bucket(target.opened - 1, ${before}) as number) as part
  )`;
}

function slotOf(receivedAt: Expression<unknown>, { firstDay }: DueDayTable): RawBuilder<unknown> {
  return sql`(${local(receivedAt)}::date - ${sql.lit(dayOf(firstDay))}::date)`;
}

// Việt Nam has no daylight saving time: a fixed offset is several times faster than the name of a time zone.
function local(receivedAt: Expression<unknown>): RawBuilder<unknown> {
  return sql`(${receivedAt} at time zone interval '7 hours')`;
}

function array(values: Int32Array): RawBuilder<unknown> {
  return sql`(${`{${values.join(',')}}`}::int[])`;
}

/** How many of the hours of handing over have passed at the moment of receipt. */
function levelOf(receivedAt: Expression<unknown>, cutoffs: readonly number[]): RawBuilder<unknown> {
  const passed = cutoffs.map((minute) => {
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return sql`(${local(receivedAt)}::time >= ${sql.lit(clock)}::time)::int`;
  });
  return passed.length === 0 ? sql`0` : sql`(${sql.join(passed, sql` + `)})`;
}
