// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/dates';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { dossiersDb } from '../../data/tables.ts';
import { appendChanges, bringStockForward, foldChanges, foldDossiers, lockTally, rebuildTally } from '../../data/tally/fold.repo.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import { brokenIdentities, type Counts, form06aRow } from '../../domain/statistics/form-06a.ts';
import { type Countable, changesBetween } from '../../domain/statistics/measures.ts';
import { foldWaitingChanges } from './fold-waiting-changes.ts';
import { openNumber } from './open-number.ts';
import { readStatistics, type StatisticGrouping, type StatisticRow, statisticGroupings } from './read-statistics.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province' });
const district = await aUnit(db, { level: 'district', parentId: province.id });
const communes = [
  await aUnit(db, { parentId: district.id }),
  await aUnit(db, { parentId: district.id }),
  await aUnit(db, { parentId: province.id }),
];
const procedures = [
  await aProcedure(db, { unitId: province.id, sectorCode: 'A' }),
  await aProcedure(db, { unitId: province.id, sectorCode: 'A' }),
  await aProcedure(db, { unitId: province.id, sectorCode: 'B' }),
];
const sectorA = (await sql<{ id: string }>`select id from procedures.sector where code = 'A'`.execute(db)).rows[0]?.id ?? '';
const now = new Date('2026-03-20T10:00:00+07:00');
const everywhere = { roots: null, reformFields: null };

/** Every unit has dossiers of its own; `below` are the places of those that count for it. */
const places = [...communes, district, province];
const below = [[0], [1], [2], [0, 1, 3], [0, 1, 2, 3, 4]];
type Made = Countable & { readonly place: number; readonly procedureIndex: number };

/** A small generator with a seed: the same dossiers in every run. */
function randomness(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * below);
  };
}

function moment(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:30:00+07:00`;
}

function randomDossier(random: (below: number) => number): Made {
  const place = random(5);
  const procedureIndex = random(3);
  const day = addDays('2025-09-01', random(200));
  const receivedAt = random(20) === 0 ? null : moment(day, random(24));
  const due = addDays(day, random(20) === 0 ? -random(20) : 1 + random(40));
  const finishedDay = addDays(day, 1 + random(70));
  const finishedAt = receivedAt === null || random(4) === 0 || finishedDay > '2026-03-19' ? null : moment(finishedDay, random(24));
  const dueAt = random(10) === 0 ? null : moment(due, 16);
  const late = finishedAt !== null && dueAt !== null && Date.parse(finishedAt) > Date.parse(dueAt);
  return {
    place,
    procedureIndex,
    unitId: places[place]?.id ?? '',
    procedureId: procedures[procedureIndex]?.id ?? '',
    channel: 1 + random(3),
    receivedAt,
    dueAt,
    finishedAt,
    timeliness: finishedAt === null ? null : ((late ? [3, 3, 4] : [1, 2, 4])[random(3)] ?? 4),
  };
}

const random = randomness(766);
const dossiers = Array.from({ length: 600 }, () => randomDossier(random));
const codes = new Map<Made, string>();
for (const dossier of dossiers) codes.set(dossier, (await aDossier(db, dossier)).code);

/** The statistics told in plain words: one look at every dossier. */
function counted(of: readonly Countable[], from: string, to: string): Counts {
  const begin = Date.parse(`${from}T00:00:00+07:00`);
  const end = Date.parse(`${addDays(to, 1)}T00:00:00+07:00`);
  const at = (text: string | null): number => (text === null ? Number.POSITIVE_INFINITY : Date.parse(text));
  const within = (text: string | null): boolean => at(text) >= begin && at(text) < end;
  const received = of.filter((one) => one.receivedAt !== null);
  const openAt = (one: Countable, time: number): boolean => at(one.receivedAt) < time && at(one.finishedAt) >= time;
  const channel = (code: number): number => received.filter((one) => within(one.receivedAt) && one.channel === code).length;
  const outcome = (code: number): number => received.filter((one) => within(one.finishedAt) && one.timeliness === code).length;
  return {
    receivedDirect: channel(1),
    receivedOnline: channel(2),
    receivedPostal: channel(3),
    carried: received.filter((one) => openAt(one, begin)).length,
    early: outcome(1),
    onTime: outcome(2),
    late: outcome(3),
    closed: outcome(4),
    open: received.filter((one) => openAt(one, end)).length,
    overdue: received.filter((one) => openAt(one, end) && at(one.dueAt) < Math.min(end, now.getTime())).length,
  };
}

const ask = (question: Partial<Parameters<typeof readStatistics>[2]>) =>
  readStatistics(db, everywhere, { unitId: province.id, from: '2025-10-01', to: '2026-02-28', by: 'total', ...question }, now);

await inTransaction(db, rebuildTally);

async function everyPeriodIsRight(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      // Most of them where the dossiers are, some over more of a year.
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 236, max: 446 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 446 }) }),
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 430 }) }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(...statisticGroupings),
      fc.constantFrom('all', 'procedure', 'sector', 'channel'),
      async (begin, length, place, by, narrowed) => {
        const from = addDays('2025-01-01', begin);
        const to = addDays(from, length);
        const inside = dossiers.filter((one) => below[place]?.includes(one.place) && isAsked[narrowed](one));
        const { total, rows } = await ask({ unitId: places[place]?.id ?? '', from, to, by, ...questionOf[narrowed] });
        expect(total).toEqual(counted(inside, from, to));
        expect(brokenIdentities(form06aRow(total))).toEqual([]);
        for (const row of rows) expect([row.key, row.counts]).toEqual([row.key, counted(partOf(inside, by, row, place), row.from, row.to)]);
        const sum = (key: keyof Counts) => rows.reduce((all, row) => all + row.counts[key], 0);
        if (rows.length > 0) expect([sum('receivedOnline'), sum('late')]).toEqual([total.receivedOnline, total.late]);
      },
    ),
    { numRuns, seed: 2022 },
  );
}

type Narrowed = 'all' | 'procedure' | 'sector' | 'channel';
const isAsked: Record<Narrowed, (one: Made) => boolean> = {
  all: () => true,
  procedure: (one) => one.procedureIndex === 1,
  sector: (one) => one.procedureIndex < 2,
  channel: (one) => one.channel === 2,
};
const questionOf: Record<Narrowed, Partial<Parameters<typeof readStatistics>[2]>> = {
  all: {},
  procedure: { procedureId: procedures[1]?.id ?? '' },
  sector: { sectorId: sectorA },
  channel: { channel: 2 },
};

/** The dossiers that one row of a statistic of a place counts. */
function partOf(inside: readonly Made[], by: StatisticGrouping, row: StatisticRow, place: number): readonly Made[] {
  if (by === 'procedure') return inside.filter((one) => one.procedureId === row.key);
  if (by === 'sector') return inside.filter((one) => one.procedureIndex < 2 === (row.key === sectorA));
  if (by === 'channel') return inside.filter((one) => String(one.channel) === row.key);
  if (by !== 'unit') return inside;
  const child = places.findIndex((unit) => unit.id === row.key);
  return inside.filter((one) => (child === place ? one.place === place : below[child]?.includes(one.place)));
}

test('every period of days and every unit counts as one look at each dossier does', () => everyPeriodIsRight(600), 60_000);

test('the stocks brought forward from day to day are the ones counted anew, whatever waits meanwhile', async () => {
  const [day] = (await sql<{ day: string }>`select day from dossiers.stock_day`.execute(db)).rows;
  await sql`update dossiers.stock_day set day = '2025-12-10'`.execute(db);
  await inTransaction(db, rebuildTally);
  const open = dossiers.filter((one) => one.finishedAt === null && one.receivedAt !== null && one.receivedAt < '2025-12-05').slice(0, 2);
  expect(open).toHaveLength(2);
  for (const one of open)
    await appendChanges(dossiersDb(db), changesBetween(one, { ...one, finishedAt: moment('2026-01-20', 9), timeliness: 4 }));
  const finish = (at: string | null, timeliness: number | null) =>
    sql`update dossiers.dossier set finished_at = ${at}, timeliness = ${timeliness}, status = ${at === null ? 4 : 10}
      where code = any(${open.map((one) => codes.get(one) ?? '')})`.execute(db);
  await finish(moment('2026-01-20', 9), 4);

  for (const next of ['2025-12-11', '2025-12-31', '2026-01-01', '2026-01-31', '2026-03-15']) {
    await inTransaction(db, (transaction) => bringStockForward(transaction, next));
    expect(await differingCells(db, 10)).toEqual([]);
  }
  await inTransaction(db, (transaction) => foldChanges(transaction, 1));
  expect(await differingCells(db, 10)).toEqual([]);
  for (const one of open)
    await appendChanges(dossiersDb(db), changesBetween({ ...one, finishedAt: moment('2026-01-20', 9), timeliness: 4 }, one));
  await finish(null, null);
  await everyPeriodIsRight(100);
  await foldWaitingChanges(db, new Date('2026-03-20T00:00:00+07:00'));
  expect(await differingCells(db, 10)).toEqual([]);
  await everyPeriodIsRight(20);
  await inTransaction(db, (transaction) => bringStockForward(transaction, day?.day ?? ''));
  expect(await differingCells(db, 10)).toEqual([]);
}, 240_000);

test('a month that began while the program stood still is there for whoever asks', async () => {
  await sql`update dossiers.stock_day set day = '2026-02-27'`.execute(db);
  await inTransaction(db, rebuildTally);
  expect((await ask({ from: '2026-03-01', to: '2026-03-31' })).total).toEqual(counted(dossiers, '2026-03-01', '2026-03-31'));
});

test('where a unit has moved, the stocks still open to exactly their dossiers, each where its unit stood then', async () => {
  const of = sql`ancestor_id = ${district.id} and descendant_id = ${communes[0]?.id}`;
  await sql`update units.lineage_span set valid_to = '2025-12-31' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);

  const inside = (day: string) => dossiers.filter((one) => [1, 3].includes(one.place) || (one.place === 0 && day < '2026-01-01'));
  for (const [from, to] of [
    ['2025-11-01', '2025-12-31'],
    ['2025-12-12', '2026-01-31'],
    ['2026-01-10', '2026-02-20'],
    ['2026-02-01', '2026-03-31'],
  ] as const) {
    const { total } = await ask({ unitId: district.id, from, to });
    // All procedures together come from sums of days, single ones from half months and dossiers.
    expect((await ask({ unitId: district.id, from, to, by: 'procedure' })).total).toEqual(total);
    expect(total.carried).toBe(counted(inside(from), from, to).carried);
    if (to < '2026-03-01') expect(total.open).toBe(counted(inside(addDays(to, 1)), from, to).open);
    for (const measure of ['carried', 'open', 'overdue'] as const) {
      const { rows } = await openNumber(db, everywhere, { unitId: district.id, from, to, measure, limit: 500 }, now);
      expect({ measure, from, count: rows.length }).toEqual({ measure, from, count: total[measure] });
    }
  }
  await sql`update units.lineage_span set valid_to = 'infinity' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);
});

test('the row of a unit itself opens to what a unit received before it came below another one', async () => {
  const of = sql`ancestor_id = ${district.id} and descendant_id = ${communes[0]?.id}`;
  await sql`update units.lineage_span set valid_from = '2026-01-01' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);

  for (const [from, to] of [
    ['2025-11-20', '2026-02-10'],
    ['2026-01-10', '2026-02-20'],
    ['2026-02-01', '2026-03-31'],
    ['2026-03-25', '2026-04-20'],
  ] as const) {
    const { rows } = await ask({ unitId: province.id, from, to, by: 'unit' });
    const counts = rows.find(({ key }) => key === province.id)?.counts;
    for (const measure of ['early', 'late', 'carried', 'open', 'overdue'] as const) {
      const opened = await openNumber(db, everywhere, { unitId: province.id, from, to, measure, own: true, limit: 500 }, now);
      expect({ measure, from, count: opened.rows.length }).toEqual({ measure, from, count: counts?.[measure] });
    }
  }
  await sql`update units.lineage_span set valid_from = '-infinity' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);
});

test('an upgrade counts the dossiers that it finds as the program does', async () => {
  const folder = new URL('../../../../../migrations/', import.meta.url);
  const files = readdirSync(folder).filter((name) =>
    /_dossiers_(tally_(spans_and_stock|of_parts_of_months)|stock_without_own_unfinished)\.sql$/.test(name),
  );
  expect(files).toHaveLength(3);
  for (const table of ['stock', 'stock_day', 'tally_part']) await sql`drop table ${sql.ref(`dossiers.${table}`)}`.execute(db);
  for (const index of ['dossier_fell_due', 'dossier_unfinished']) await sql`drop index ${sql.ref(`dossiers.${index}`)}`.execute(db);
  await inTransaction(db, async (transaction) => {
    for (const file of files.sort()) await sql.raw(readFileSync(new URL(file, folder), 'utf8')).execute(transaction);
  });
  expect(await differingCells(db, 10)).toEqual([]);
  expect((await ask({})).total).toEqual(counted(dossiers, '2025-10-01', '2026-02-28'));
});

test('rows by month, procedure, sector, unit and channel are the counts of their own and add up to the total', async () => {
  const { rows: months } = await ask({ by: 'month', from: '2025-10-15', to: '2026-03-14' });
  expect(months.map((row) => [row.from, row.to])).toEqual([
    ['2025-10-15', '2025-10-31'],
    ['2025-11-01', '2025-11-30'],
    ['2025-12-01', '2025-12-31'],
    ['2026-01-01', '2026-01-31'],
    ['2026-02-01', '2026-02-28'],
    ['2026-03-01', '2026-03-14'],
  ]);
  for (const row of months) expect(row.counts).toEqual(counted(dossiers, row.from, row.to));

  const { rows: byProcedure } = await ask({ by: 'procedure' });
  expect(byProcedure).toHaveLength(3);
  for (const row of byProcedure) {
    expect(row.counts).toEqual(
      counted(
        dossiers.filter((one) => one.procedureId === row.key),
        '2025-10-01',
        '2026-02-28',
      ),
    );
  }
  const { rows: bySector, total } = await ask({ by: 'sector' });
  expect(bySector.map((row) => row.code).sort()).toEqual(['A', 'B']);
  const { rows: byUnit } = await ask({ by: 'unit' });
  const { rows: byChannel } = await ask({ by: 'channel' });
  for (const rows of [bySector, byUnit, byChannel]) expect(rows.reduce((sum, row) => sum + row.counts.open, 0)).toBe(total.open);
});

test('what a dossier’s change appends is in the answer at once, and in the sums after folding', async () => {
  const before = (await ask({})).total;
  const dossier: Countable = {
    unitId: communes[0]?.id ?? '',
    procedureId: procedures[0]?.id ?? '',
    channel: 2,
    receivedAt: '2025-11-20T09:00:00+07:00',
    dueAt: '2025-12-10T17:00:00+07:00',
    finishedAt: null,
    timeliness: null,
  };
  await aDossier(db, { ...dossier, code: 'H18.1-251120-0001' });
  await appendChanges(dossiersDb(db), changesBetween(null, dossier));
  const received = (await ask({})).total;
  expect(received).toEqual({ ...before, receivedOnline: before.receivedOnline + 1, open: before.open + 1, overdue: before.overdue + 1 });

  const finished = { ...dossier, finishedAt: '2026-01-05T09:00:00+07:00', timeliness: 3 };
  await sql`update dossiers.dossier set status = 10, finished_at = ${finished.finishedAt}, timeliness = 3 where code = 'H18.1-251120-0001'`.execute(
    db,
  );
  await appendChanges(dossiersDb(db), changesBetween(dossier, finished));
  const done = (await ask({})).total;
  expect(done).toEqual({ ...before, receivedOnline: before.receivedOnline + 1, late: before.late + 1 });
  expect((await ask({ from: '2026-01-01' })).total.carried).toBe((await ask({ to: '2025-12-31' })).total.open);
  expect(await differingCells(db, 10)).toEqual([]);

  const folded = await inTransaction(db, async (transaction) => {
    await lockTally(transaction);
    return foldChanges(transaction, 1000);
  });
  expect(folded).toBe(3);
  expect((await ask({})).total).toEqual(done);
  expect(await differingCells(db, 10)).toEqual([]);
});

test('folding a set of dossiers in and out again leaves the sums as they were, and a wrong cell is found', async () => {
  const before = await ask({ by: 'procedure' });
  const all = (sign: number) => sql`select d.*, ${sql.lit(sign)} as sign from dossiers.dossier d where received_at is not null`;
  await inTransaction(db, async (transaction) => {
    await lockTally(transaction);
    await foldDossiers(transaction, all(1));
    await foldDossiers(transaction, all(-1));
  });
  expect((await ask({ by: 'procedure' })).rows).toEqual(before.rows);
  expect(await differingCells(db, 10)).toEqual([]);
  await sql`update dossiers.tally set early_direct = early_direct + 1 where unit_id = ${province.id} and period = 202511`.execute(db);
  expect((await differingCells(db, 10)).map((cell) => cell.unit_id)).toContain(province.id);
  await inTransaction(db, rebuildTally);
  await sql`update dossiers.tally_part set overdue_postal = overdue_postal - 1 where unit_id = ${district.id} and part in (2025111, 20251120)`.execute(
    db,
  );
  const wrong = new Set((await differingCells(db, 10)).map((cell) => `${cell.unit_id} ${cell.time}`));
  expect(wrong).toEqual(new Set([`${district.id} 2025111`, `${district.id} 20251120`]));
  await inTransaction(db, rebuildTally);
});

test('a unit outside the scope is not found, a period from its end to its beginning is refused', async () => {
  const elsewhere = { roots: [communes[2]?.id ?? ''], reformFields: null };
  await expect(
    readStatistics(db, elsewhere, { unitId: province.id, from: '2025-10-01', to: '2025-10-31', by: 'total' }, now),
  ).rejects.toMatchObject({ code: 'units.not_found' });
  await expect(ask({ from: '2025-10-02', to: '2025-10-01' })).rejects.toMatchObject({ code: 'dossiers.period_reversed' });
});

test('each number opens to exactly the dossiers that it counts, page after page, newest first', async () => {
  const question = { unitId: district.id, from: '2025-11-10', to: '2026-01-20' };
  const { total } = await ask(question);
  const countOf = {
    early: 'early',
    on_time: 'onTime',
    late: 'late',
    closed: 'closed',
    carried: 'carried',
    open: 'open',
    overdue: 'overdue',
  } as const;
  for (const [measure, key] of Object.entries(countOf) as [keyof typeof countOf, keyof Counts][]) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await openNumber(db, everywhere, { ...question, measure, after, limit: 7 }, now);
      seen.push(...page.rows.map((row) => row.code));
      expect(page.rows.every((row, index) => index === 0 || row.moment <= (page.rows[index - 1]?.moment ?? ''))).toBe(true);
      after = page.next ?? undefined;
    } while (after);
    expect({ measure, count: seen.length }).toEqual({ measure, count: total[key] });
    expect(new Set(seen).size).toBe(seen.length);
  }
  const sums = {
    handled: form06aRow(total)[3],
    received_offline: form06aRow(total)[5],
    solved: form06aRow(total)[7],
    on_time_or_closed: form06aRow(total)[9],
    in_time: form06aRow(total)[12],
  } as const;
  for (const [measure, count] of Object.entries(sums) as [keyof typeof sums, number][]) {
    const { rows } = await openNumber(db, everywhere, { ...question, measure, limit: 500 }, now);
    expect({ measure, count: rows.length }).toEqual({ measure, count });
  }
  const online = await openNumber(db, everywhere, { ...question, measure: 'received', channel: 2, limit: 500 }, now);
  expect(online.rows).toHaveLength(total.receivedOnline);
});

test('what the unit itself received, beside the units below it, opens to those alone', async () => {
  const above = await aUnit(db, { level: 'province' });
  const below = await aUnit(db, { parentId: above.id });
  const of = dossiers.slice(0, 90).map((dossier, index) => ({ ...dossier, unitId: index % 3 === 0 ? above.id : below.id }));
  for (const dossier of of) await aDossier(db, dossier);
  await inTransaction(db, rebuildTally);
  const question = { unitId: above.id, from: '2025-10-01', to: '2026-02-28' };

  const { rows } = await ask({ ...question, by: 'unit' });
  const own = rows.find((row) => row.key === above.id)?.counts;
  expect(own).toEqual(
    counted(
      of.filter(({ unitId }) => unitId === above.id),
      question.from,
      question.to,
    ),
  );
  const counts = { early: own?.early, late: own?.late, carried: own?.carried, open: own?.open, overdue: own?.overdue };
  for (const [measure, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
    const opened = await openNumber(db, everywhere, { ...question, measure, own: true, limit: 500 }, now);
    expect({ measure, count: opened.rows.length }).toEqual({ measure, count });
    expect(opened.rows.every(({ unitId }) => unitId === above.id)).toBe(true);
  }
});
