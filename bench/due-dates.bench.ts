// SPDX-License-Identifier: Apache-2.0
// Due dates of ten million dossiers: in TypeScript beside a bare pass over the same arrays, in SQL beside a bare scan of the
// same rows. Rows: ROWS (default 10.000.000). The time of the processor is told too (on Linux for SQL), because other work may
// share the machine.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { type RawBuilder, sql } from 'kysely';
import { loadWorkingCalendar, loadWorkingHours, seedHolidays, unitCalendars } from '../server/src/modules/calendar/index.ts';
import { dueDay, dueMoment, endOfDueDay } from '../server/src/modules/dossiers/data/due-day.sql.ts';
import { dueDayTable } from '../server/src/modules/dossiers/domain/clock/due-day-table.ts';
import { dueDays } from '../server/src/modules/dossiers/domain/clock/due-days.ts';
import { explainClock, readClock } from '../server/src/modules/dossiers/domain/clock/read-clock.ts';
import type { ClockRule } from '../server/src/modules/dossiers/domain/clock/types.ts';
import { milliseconds, withDatabase } from './measure.ts';

const rows = Number(process.env['ROWS'] ?? 10_000_000);
const repeats = 5;
const rules: ClockRule[] = JSON.parse(readFileSync(new URL('../server/seeds/dossier-clock-rules.json', import.meta.url), 'utf8')).rules;
const everyLimit = rules.map((rule) => (rule.code === 'transfer_moves' ? { ...rule, value: 'all' } : rule));

function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

type Measured = { readonly median: number; readonly text: string };

type Run = { readonly name: string; readonly count: number; readonly bare?: Measured; readonly seconds?: () => number };

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Seconds of processor that a process of the database has used; nothing where the system does not tell. */
function secondsOf(pid: number): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
    return (user + system) / 100;
  } catch {
    return 0;
  }
}

async function timed({ name, count, bare, seconds = ownSeconds }: Run, work: () => unknown): Promise<Measured> {
  const began = seconds();
  const took = await milliseconds(repeats, async () => void (await work()));
  const used = seconds() - began;
  const ofProcessor = used > 0 ? ` (${((count * repeats) / used / 1e6).toFixed(2)} M per second of processor)` : '';
  const rate = (count / took.median / 1_000).toFixed(2);
  const ratio = bare ? ` = ${(took.median / bare.median).toFixed(1)} × bare` : '';
  console.log(`  ${name.padEnd(44)} ${took.text}${ratio}, ${rate} M/s${ofProcessor}`);
  return took;
}

await withDatabase(1, async ({ db }) => {
  await seedHolidays(db);
  const calendar = unitCalendars(await loadWorkingCalendar(db), await loadWorkingHours(db))(null);
  const began = performance.now();
  const table = dueDayTable(calendar, rules);
  console.log(`calendar and rules folded into arrays in ${(performance.now() - began).toFixed(0)} ms`);
  const moving = dueDayTable(calendar, everyLimit);

  const random = randomFrom(2_022);
  const received = Float64Array.from({ length: rows }, () => Date.UTC(2021, 0, 4) + Math.floor(random() * 2_000 * 86_400) * 1_000);
  const limits = Int32Array.from({ length: rows }, () => Math.floor(random() * 31));
  const due = new Int32Array(rows);
  console.log(`TypeScript, ${rows} dossiers`);
  const pass = await timed({ name: 'bare pass: the day of receipt', count: rows }, () => {
    for (let row = 0; row < rows; row += 1) due[row] = Math.floor((received[row] ?? 0) / 86_400_000) + (limits[row] ?? 0);
  });
  await timed({ name: 'due days', count: rows, bare: pass }, () => dueDays(received, limits, table, 'working_days', due));
  await timed({ name: 'due days, a late receipt moves every limit', count: rows, bare: pass }, () =>
    dueDays(received, limits, moving, 'working_days', due),
  );
  await timed({ name: 'due days, limits in calendar days', count: rows, bare: pass }, () =>
    dueDays(received, limits, table, 'calendar_days', due),
  );
  const some = 20_000;
  const inputOf = (row: number) => ({
    events: [{ kind: 'received', at: new Date(received[row] ?? 0) } as const],
    limit: { amount: limits[row] ?? 0, unit: 'working_days' } as const,
    calendar,
    rules,
  });
  const each = (read: typeof readClock) => () => {
    for (let row = 0; row < some; row += 1) read(inputOf(row), new Date(received[row] ?? 0));
  };
  await timed({ name: `whole readings (${some})`, count: some }, each(readClock));
  await timed({ name: `whole readings with their proof (${some})`, count: some }, each(explainClock));

  await sql`create unlogged table bench_receipt (received_at timestamptz not null, days int not null, unit text not null, in_part boolean not null)`.execute(
    db,
  );
  await sql`insert into bench_receipt
    select timestamptz '2021-01-04 00:00+07' + make_interval(secs => floor(random() * 2000 * 86400)), floor(random() * 31)::int, 'working_days', false
    from generate_series(1, ${rows}::int)`.execute(db);
  await sql`vacuum analyze bench_receipt`.execute(db);
  const columns = { receivedAt: sql.ref('received_at'), days: sql.ref('days') };
  const count = (value: RawBuilder<unknown>) => () => sql`select count(${value}), count(days) from bench_receipt`.execute(db);
  const { rows: backends } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  for (const workers of [0, 1]) {
    const seconds = () => (workers === 0 ? secondsOf(backends[0]?.pid ?? 0) : 0);
    await sql`set max_parallel_workers_per_gather = ${sql.lit(workers)}`.execute(db);
    console.log(`SQL, ${rows} dossiers, ${workers === 0 ? 'one process' : 'one process and one worker'}`);
    const scan = await timed({ name: 'bare scan', count: rows, seconds }, count(sql`received_at`));
    const inSql = (name: string, value: RawBuilder<unknown>) => timed({ name, count: rows, bare: scan, seconds }, count(value));
    await inSql('due days', dueDay(columns, table));
    await inSql('due minutes (timestamptz)', endOfDueDay(dueDay(columns, table), { receivedAt: columns.receivedAt, table }));
    const limit = { ...columns, unit: sql`unit`, amount: sql`days::numeric`, isPart: sql`in_part` };
    await inSql('due minutes by a stored limit of any unit', dueMoment(limit, table));
    await inSql(
      'due minutes of limits in hours (1 row in 10)',
      sql`case when days % 10 = 0 then ${dueMoment({ ...limit, unit: sql`'hours'` }, table)} end`,
    );
    await inSql('due days, a late receipt moves every limit', dueDay(columns, moving));
  }
});
