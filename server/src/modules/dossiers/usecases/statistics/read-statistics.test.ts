// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/dates';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import {
  type CountedDossier,
  countedDossiers,
  countedNow,
  countedOneByOne,
  halfPast,
  placesBelow,
} from '../../../../../test/factories/counted-dossiers.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { dossiersDb } from '../../data/tables.ts';
import { appendChanges, bringStockForward, foldChanges, foldDossiers, lockTally, rebuildTally } from '../../data/tally/fold.repo.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import { brokenIdentities, type Counts, form06aRow } from '../../domain/statistics/form-06a.ts';
import { type Countable, changesBetween } from '../../domain/statistics/measures.ts';
import type { StatisticRow } from '../../domain/statistics/statistic-row.ts';
import { foldWaitingChanges } from './fold-waiting-changes.ts';
import { readStatistics, type StatisticGrouping, statisticGroupings } from './read-statistics.ts';

const { db } = await aDatabase();
const { province, district, communes, procedures, sectorA, places, dossiers } = await countedDossiers(db);
const now = countedNow;
const everywhere = { roots: null, reformFields: null };

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
        const inside = dossiers.filter((one) => placesBelow[place]?.includes(one.place) && isAsked[narrowed](one));
        const { total, rows } = await ask({ unitId: places[place]?.id ?? '', from, to, by, ...questionOf[narrowed] });
        expect(total).toEqual(countedOneByOne(inside, from, to));
        expect(brokenIdentities(form06aRow(total))).toEqual([]);
        for (const row of rows)
          expect([row.key, row.counts]).toEqual([row.key, countedOneByOne(partOf(inside, by, row, place), row.from, row.to)]);
        const sum = (key: keyof Counts) => rows.reduce((all, row) => all + row.counts[key], 0);
        if (rows.length > 0) expect([sum('receivedOnline'), sum('late')]).toEqual([total.receivedOnline, total.late]);
      },
    ),
    { numRuns, seed: 2022 },
  );
}

type Narrowed = 'all' | 'procedure' | 'sector' | 'channel';
const isAsked: Record<Narrowed, (one: CountedDossier) => boolean> = {
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
function partOf(inside: readonly CountedDossier[], by: StatisticGrouping, row: StatisticRow, place: number): readonly CountedDossier[] {
  if (by === 'procedure') return inside.filter((one) => one.procedureId === row.key);
  if (by === 'sector') return inside.filter((one) => one.procedureIndex < 2 === (row.key === sectorA));
  if (by === 'channel') return inside.filter((one) => String(one.channel) === row.key);
  if (by !== 'unit') return inside;
  const child = places.findIndex((unit) => unit.id === row.key);
  return inside.filter((one) => (child === place ? one.place === place : placesBelow[child]?.includes(one.place)));
}

test('every period of days and every unit counts as one look at each dossier does', () => everyPeriodIsRight(600), 60_000);

test('the stocks brought forward from day to day are the ones counted anew, whatever waits meanwhile', async () => {
  const [day] = (await sql<{ day: string }>`select day from dossiers.stock_day`.execute(db)).rows;
  await sql`update dossiers.stock_day set day = '2025-12-10'`.execute(db);
  await inTransaction(db, rebuildTally);
  const open = dossiers.filter((one) => one.finishedAt === null && one.receivedAt !== null && one.receivedAt < '2025-12-05').slice(0, 2);
  expect(open).toHaveLength(2);
  for (const one of open)
    await appendChanges(dossiersDb(db), changesBetween(one, { ...one, finishedAt: halfPast('2026-01-20', 9), timeliness: 4 }));
  const finish = (at: string | null, timeliness: number | null) =>
    sql`update dossiers.dossier set finished_at = ${at}, timeliness = ${timeliness}, status = ${at === null ? 4 : 10}
      where code = any(${open.map((one) => one.code)})`.execute(db);
  await finish(halfPast('2026-01-20', 9), 4);

  for (const next of ['2025-12-11', '2025-12-31', '2026-01-01', '2026-01-31', '2026-03-15']) {
    await inTransaction(db, (transaction) => bringStockForward(transaction, next));
    expect(await differingCells(db, 10)).toEqual([]);
  }
  await inTransaction(db, (transaction) => foldChanges(transaction, 1));
  expect(await differingCells(db, 10)).toEqual([]);
  for (const one of open)
    await appendChanges(dossiersDb(db), changesBetween({ ...one, finishedAt: halfPast('2026-01-20', 9), timeliness: 4 }, one));
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
  expect((await ask({ from: '2026-03-01', to: '2026-03-31' })).total).toEqual(countedOneByOne(dossiers, '2026-03-01', '2026-03-31'));
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
  expect((await ask({})).total).toEqual(countedOneByOne(dossiers, '2025-10-01', '2026-02-28'));
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
  expect(months.map(({ label }) => label)).toEqual(['15–31/10/2025', '11/2025', '12/2025', '01/2026', '02/2026', '01–14/03/2026']);
  for (const row of months) expect(row.counts).toEqual(countedOneByOne(dossiers, row.from, row.to));

  const { rows: byProcedure } = await ask({ by: 'procedure' });
  expect(byProcedure).toHaveLength(3);
  for (const row of byProcedure) {
    expect(row.counts).toEqual(
      countedOneByOne(
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
