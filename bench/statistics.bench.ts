// SPDX-License-Identifier: Apache-2.0
// Whole answers of the statistics for a province, a district and one commune, the 12 months up to the present one, in the database and
// over HTTP, beside DuckDB counting the same rows in memory; its counts must be the same.
// STATISTICS_ROWS=1000000,10000000 are the sizes, in one run, so that the growth is a ratio of it; STATISTICS_REPEATS=200,
// after STATISTICS_WARM_UP=50. STATISTICS_PARTS=http reads over HTTP alone.

import { addDays, todayInVietnam } from '../server/src/kernel/dates.ts';
import { nextMonth } from '../server/src/modules/dossiers/domain/statistics/period.ts';
import { openNumber } from '../server/src/modules/dossiers/usecases/statistics/open-number.ts';
import { readStatistics, statisticGroupings } from '../server/src/modules/dossiers/usecases/statistics/read-statistics.ts';
import { percentilesOf, withServer, yardstick } from './measure.ts';
import { openProvince, type Province } from './province.ts';
import { countByProcedure, openDuck } from './statistics/duck.ts';
import { withProduct } from './statistics/over-http.ts';
import { serverTime } from './statistics/server-time.ts';

const sizes = (process.env['STATISTICS_ROWS'] ?? '1000000,10000000').split(',').map(Number);
const repeats = Number(process.env['STATISTICS_REPEATS'] ?? 200);
/** A program that has just begun is not yet translated; DuckDB's nine long runs need less. */
const warmUp = Number(process.env['STATISTICS_WARM_UP'] ?? 50);
const onlyHttp = process.env['STATISTICS_PARTS'] === 'http';
const everywhere = { roots: null, reformFields: null };
const until = nextMonth(todayInVietnam());
const year = { from: `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`, to: addDays(until, -1) };
/** As the page of statistics asks at first: the fifty rows with the most dossiers. */
const page = { sort: '3', order: 'desc', offset: 0, limit: 50 } as const;
/** Twelve months as the law cuts them, and as many cut at the days that are farthest from any kept sum. */
const lastMonth = addDays(year.to, -31).slice(0, 8);
const legal = { from: `${Number(lastMonth.slice(0, 4)) - 1}${lastMonth.slice(4)}15`, to: `${lastMonth}14` };
const odd = { from: `${Number(lastMonth.slice(0, 4)) - 1}${lastMonth.slice(4)}30`, to: `${lastMonth}28` };

async function timesOf(count: number, run: (index: number) => Promise<unknown>, before = warmUp): Promise<number[]> {
  for (let index = 0; index < before; index += 1) await run(index);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    await run(index);
    times.push(performance.now() - began);
  }
  return times;
}

function tell(name: string, times: readonly number[], more = ''): number {
  const { p50, p99 } = percentilesOf(times);
  console.log(`  ${name.padEnd(44)} p50 ${p50.toFixed(1).padStart(6)} ms, p99 ${p99.toFixed(1).padStart(6)} ms${more}`);
  return p50;
}

/** A different one each time, so that no answer is read from the pages of the one before. */
function placesOf({ provinceId, districtIds, communeIds }: Province): Record<string, (index: number) => string> {
  const oneOf = (ids: readonly string[]) => (index: number) => ids[index % ids.length] ?? '';
  return { province: () => provinceId, district: oneOf(districtIds), commune: oneOf(communeIds) };
}

async function measureInDatabase(province: Province): Promise<number> {
  const { db } = province.database;
  let byProcedure = 0;
  for (const [place, unitOf] of Object.entries(placesOf(province))) {
    for (const by of statisticGroupings) {
      const times = await timesOf(repeats, (index) =>
        readStatistics(db, everywhere, { unitId: unitOf(index), ...year, by }, new Date(), page),
      );
      const median = tell(`${place}, by ${by}`, times);
      if (place === 'province' && by === 'procedure') byProcedure = median;
    }
  }
  for (const { from, to } of [legal, odd]) {
    for (const by of statisticGroupings) {
      const times = await timesOf(repeats, () =>
        readStatistics(db, everywhere, { unitId: province.provinceId, from, to, by }, new Date(), page),
      );
      tell(`province, ${from} to ${to}, by ${by}`, times);
    }
  }
  const opened = { unitId: province.provinceId, ...year, measure: 'late', limit: 50 } as const;
  tell('late ones of the province, first 50', await timesOf(repeats, () => openNumber(db, everywhere, opened)));
  return byProcedure;
}

/** The database server alone, without the way to the program and what that makes of the answer. */
async function measureServer(province: Province): Promise<void> {
  const { db, pool } = province.database;
  const periods = { year, legal };
  for (const [name, period] of Object.entries(periods))
    for (const [place, unitOf] of Object.entries(placesOf(province)))
      for (const by of statisticGroupings) {
        const times: number[] = [];
        for (let index = 0; index < repeats + warmUp; index += 1)
          times.push(
            await serverTime(pool, () => readStatistics(db, everywhere, { unitId: unitOf(index), ...period, by }, new Date(), page)),
          );
        tell(`server alone: ${place}, ${name}, by ${by}`, times.slice(warmUp));
      }
}

async function measureOverHttp(province: Province): Promise<void> {
  await withProduct(province, async (read) => {
    for (const [place, unitOf] of Object.entries(placesOf(province))) {
      for (const by of statisticGroupings) {
        for (const limit of by === 'procedure' ? [page.limit, 500] : [page.limit]) {
          let bytes = 0;
          const times = await timesOf(repeats, async (index) => {
            const asked = new URLSearchParams({
              unitId: unitOf(index),
              ...year,
              by,
              sort: page.sort,
              order: page.order,
              limit: String(limit),
            });
            bytes = await read(`/api/dossiers/statistics?${asked}`);
          });
          tell(`HTTP: ${place}, by ${by}, ${limit} rows`, times, `, ${(bytes / 1024).toFixed(0)} kB`);
        }
      }
    }
  });
}

async function compareWithDuck({ database: { db }, provinceId }: Province, own: number): Promise<void> {
  const duck = await openDuck(db);
  const at = (day: string): number => Date.parse(`${day}T00:00:00+07:00`) / 1_000;
  const now = new Date();
  const seconds = { from: at(year.from), until: at(until), now: now.getTime() / 1_000 };
  const counted = await countByProcedure(duck, seconds);
  const { rows } = await readStatistics(db, everywhere, { unitId: provinceId, ...year, by: 'procedure' }, now);
  const ours = rows.map(({ key, counts }) => [key, ...Object.values(counts)].join(' ')).sort();
  const theirs = counted.map((row) => row.join(' ')).sort();
  const differing = ours.filter((row, index) => row !== theirs[index]).length;
  if (differing > 0 || ours.length !== theirs.length) throw new Error(`${differing} of ${ours.length} procedures counted differently`);
  const median = tell('DuckDB, the same rows in memory', await timesOf(9, () => countByProcedure(duck, seconds), 2));
  console.log(`  the same counts of ${ours.length} procedures; DuckDB takes ${(median / own).toFixed(1)} x as long`);
  duck.closeSync();
}

const medians: number[] = [];
await withServer(async (url) => {
  for (const size of sizes) {
    console.log(`${size} dossiers, ${year.from} to ${year.to}; ${yardstick()}`);
    const province = await openProvince(url, size, 4);
    if (!onlyHttp) {
      const own = await measureInDatabase(province);
      medians.push(own);
      await measureServer(province);
      await compareWithDuck(province, own);
    }
    await measureOverHttp(province);
    console.log(`  ${yardstick()}`);
    await province.database.close();
  }
});
const [least, most] = [medians[0], medians.at(-1)];
if (least && most && medians.length > 1)
  console.log(`growth from ${sizes[0]} to ${sizes.at(-1)}, by procedure: ${(most / least).toFixed(2)} x`);
