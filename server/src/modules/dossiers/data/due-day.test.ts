// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dayOf } from '#kernel/dates';
import { newId } from '#kernel/ids';
import {
  indexWorkingDays,
  instantOf,
  loadWorkingCalendar,
  loadWorkingHours,
  seedHolidays,
  type UnitCalendar,
  unitCalendars,
} from '#modules/calendar';
import { aDatabase } from '../../../../test/database.ts';
import { dueDayTable } from '../domain/clock/due-day-table.ts';
import { dueDays } from '../domain/clock/due-days.ts';
import { readClock } from '../domain/clock/read-clock.ts';
import type { ClockRule, ClockRuleCode, TimeLimit } from '../domain/clock/types.ts';
import { dueMoment } from './due-day.sql.ts';

const { db } = await aDatabase();
await seedHolidays(db);
const unitId = newId();
// A unit with a week of its own: no office on Wednesday, three parts on Friday.
for (const [weekday, from, to] of [
  [1, 420, 700],
  [2, 480, 1_020],
  [4, 780, 960],
  [5, 450, 540],
  [5, 600, 690],
  [5, 800, 1_000],
])
  await sql`insert into calendar.working_hours (id, unit_id, weekday, from_minute, to_minute, valid_from, source)
    values (${newId()}, ${unitId}, ${weekday}, ${from}, ${to}, '2022-06-01', 'Giờ thử')`.execute(db);

const seeded: ClockRule[] = JSON.parse(readFileSync(new URL('../../../../seeds/dossier-clock-rules.json', import.meta.url), 'utf8')).rules;
const changed = (changes: Partial<Record<ClockRuleCode, Partial<ClockRule>>>): ClockRule[] =>
  seeded.map((rule) => ({ ...rule, ...changes[rule.code] }));
const off = { enabled: false };
/** The hour of handing over becomes 16:00, days off stay and receipts of all limits move in the middle of the calendar. */
const overTime = seeded.flatMap((rule): ClockRule[] => {
  if (rule.code === 'transfer_after_15h' && rule.validTo === null) return [{ ...rule, value: 960 }];
  if (rule.code === 'transfer_moves' && rule.validTo === null) return [{ ...rule, value: 'all' }];
  if (rule.code === 'day_limit_ends_at' || rule.code === 'day_is_8_hours')
    return [
      { ...rule, validTo: '2024-02-29' },
      { ...rule, validFrom: '2024-03-01', value: rule.code === 'day_is_8_hours' ? 420 : 'end_of_office_hours' },
    ];
  if (rule.code === 'last_day_off_moves')
    return [
      { ...rule, validTo: '2023-03-31' },
      { ...rule, validFrom: '2023-04-01', enabled: false },
    ];
  return [rule];
});
const ruleSets: [string, ClockRule[]][] = [
  ['as seeded', seeded],
  ['a late receipt moves every limit', changed({ transfer_moves: { value: 'all' } })],
  ['the first day counts, nothing is handed over later', changed({ first_day_not_counted: off, transfer_after_15h: off })],
  ['a last day off stays, parts of days are rounded up', changed({ last_day_off_moves: off, day_is_8_hours: off })],
  [
    'hours begin on the next day, the last day ends with the office',
    changed({ hours_start_at_moment: off, day_limit_ends_at: { value: 'end_of_office_hours' } }),
  ],
  ['rules that change over time', overTime],
];

type Row = { readonly received: number; readonly amount: number; readonly unit: TimeLimit['unit'] };

/** Receipts to the second over six years and a little outside of them, many of them around 15:00. */
function aRow(random: () => number): Row {
  const day = Date.UTC(2020, 11, 29) + Math.floor(random() * 2_205) * 86_400_000;
  const second = random() < 0.3 ? 15 * 3_600 - 90 + Math.floor(random() * 180) : Math.floor(random() * 86_400);
  const unit = random() < 0.7 ? 'working_days' : random() < 0.8 ? 'calendar_days' : 'hours';
  const amount = random() < 0.1 ? 0 : random() < 0.08 ? Math.floor(random() * 80) / 4 : Math.floor(random() * 70);
  return { received: day - 7 * 3_600_000 + second * 1_000, amount, unit };
}

function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** What the clock itself says of a dossier that has only been received. */
function byClock(calendar: UnitCalendar, rules: ClockRule[], { received, amount, unit }: Row): string | null {
  const at = new Date(received);
  try {
    const { due } = readClock({ events: [{ kind: 'received', at }], limit: { amount, unit }, calendar, rules }, at);
    return due && instantOf(due);
  } catch {
    return null;
  }
}

async function store(rows: readonly Row[]): Promise<void> {
  await sql`drop table if exists receipt`.execute(db);
  await sql`create table receipt (id int, received_at timestamptz, amount numeric(6, 2), unit text)`.execute(db);
  await sql`insert into receipt select ord, to_timestamp(at / 1000), amount, unit
    from unnest(${rows.map((row) => row.received)}::float8[], ${rows.map((row) => row.amount)}::numeric[], ${rows.map((row) => row.unit)}::text[])
    with ordinality as given (at, amount, unit, ord)`.execute(db);
}

async function bySql(calendar: UnitCalendar, rules: ClockRule[]): Promise<(string | null)[]> {
  const columns = {
    receivedAt: sql.ref('received_at'),
    unit: sql.ref('unit'),
    days: sql`ceil(amount)::int`,
    amount: sql.ref('amount'),
    isPart: sql`(amount <> ceil(amount))`,
  };
  const due = dueMoment(columns, dueDayTable(calendar, rules));
  const { rows } = await sql<{ due: string | null }>`select ${due} as due from receipt order by id`.execute(db);
  return rows.map((row) => row.due);
}

test.each(ruleSets)(
  'SQL and the clock give the same due minute for 25.000 receipts: %s',
  async (name, rules) => {
    const calendar = unitCalendars(await loadWorkingCalendar(db), await loadWorkingHours(db))(null);
    const random = randomFrom(name.length);
    const rows = Array.from({ length: 25_000 }, () => aRow(random));
    await store(rows);

    const found = await bySql(calendar, rules);

    const differing = rows.flatMap((row, index) => {
      const expected = byClock(calendar, rules, row);
      return found[index] === expected ? [] : [{ ...row, at: new Date(row.received).toISOString(), sql: found[index], clock: expected }];
    });
    expect(differing.slice(0, 3)).toEqual([]);
    expect(found.filter((day) => day !== null).length).toBeGreaterThan(20_000);
  },
  60_000,
);

test('the due days of TypeScript in bulk are those of the clock', async () => {
  const calendar = unitCalendars(await loadWorkingCalendar(db), await loadWorkingHours(db))(null);
  const random = randomFrom(3);
  for (const [, rules] of ruleSets) {
    const table = dueDayTable(calendar, rules);
    const rows = Array.from({ length: 5_000 }, () => aRow(random)).filter((row) => row.unit !== 'hours' && Number.isInteger(row.amount));
    for (const unit of ['working_days', 'calendar_days'] as const) {
      const own = rows.filter((row) => row.unit === unit);
      const found = dueDays(
        Float64Array.from(own, (row) => row.received),
        Int32Array.from(own, (row) => row.amount),
        table,
        unit,
      );
      const days = Array.from(found, (day) => (day < 0 ? null : dayOf(day)));
      expect(days).toEqual(own.map((row) => byClock(calendar, rules, row)?.slice(0, 10) ?? null));
    }
  }
});

test('a year without a confirmed calendar is not counted over, neither here nor there', async () => {
  await sql`update calendar.year set status = 'draft' where year = 2023`.execute(db);
  const calendar = unitCalendars(await loadWorkingCalendar(db), await loadWorkingHours(db))(null);
  const random = randomFrom(2_023);
  const rows = Array.from({ length: 5_000 }, () => {
    const row = aRow(random);
    return row.unit === 'calendar_days' ? { ...row, unit: 'working_days' as const } : row;
  });
  await store(rows);

  const found = await bySql(calendar, seeded);

  expect(found).toEqual(rows.map((row) => byClock(calendar, seeded, row)));
  expect(found.filter((day) => day === null).length).toBeGreaterThan(500);
  const { rows: index } = await sql<Record<string, unknown>>`select * from calendar.working_day_index`.execute(db);
  const { first, upTo, working, knownUntil } = indexWorkingDays(await loadWorkingCalendar(db));
  expect(index).toEqual([{ day_before_first: first - 1, up_to: [...upTo], working: [...working], known_until: [...knownUntil] }]);
  await sql`update calendar.year set status = 'confirmed' where year = 2023`.execute(db);
});
