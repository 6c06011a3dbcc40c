// SPDX-License-Identifier: Apache-2.0
// Opening a number over all dossiers of a province: the figure with its formula and both parts counted again, and the first page of the
// records behind each part, for the province, its districts and communes, each month, the year and the current days so far.
// OPENING_ROWS=10000000, OPENING_REPEATS=600; BENCH_DATA keeps the province (the one of the statistics is the same).
import process from 'node:process';
import { todayInVietnam } from '../server/src/kernel/dates.ts';
import { openNumber } from '../server/src/modules/dossiers/usecases/statistics/open-number.ts';
import { figuresDb } from '../server/src/modules/figures/data/tables.ts';
import { computeFigures } from '../server/src/modules/figures/usecases/compute-figures.ts';
import { openFigure } from '../server/src/modules/figures/usecases/open-figure.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import type { Db } from '../server/src/platform/db/db.ts';
import { anIndicator, measuredBy } from '../server/test/factories/indicator.ts';
import { percentilesOf, withServer } from './measure.ts';
import { openProvince, type Province } from './province.ts';

const rows = Number(process.env['OPENING_ROWS'] ?? 10_000_000);
const repeats = Number(process.env['OPENING_REPEATS'] ?? 600);
const goalMs = 50;
const warmUp = 20;
const everywhere = { roots: null, reformFields: null };

/** Every kind of number that dossiers give: percents of two counts, and single counts. */
async function indicatorsOf({ database: { db }, provinceId }: Province): Promise<string[]> {
  const known = await figuresDb(db).selectFrom('figures.indicator').select('id').orderBy('code').execute();
  if (known.length > 0) return known.map(({ id }) => id);
  const share = (code: string, top: string, bottom: string) =>
    anIndicator(db, {
      unitId: provinceId,
      code,
      numerator: { label: 'Tử số', measure: top },
      denominator: { label: 'Mẫu số', measure: bottom },
    });
  const made = [
    await share('M.01', 'dossiers.resolved_in_time', 'dossiers.resolved'),
    await share('M.02', 'dossiers.received_online', 'dossiers.received'),
  ];
  for (const [index, measure] of ['dossiers.late', 'dossiers.open', 'dossiers.overdue'].entries())
    made.push(await anIndicator(db, { unitId: provinceId, code: `M.1${index}`, ...measuredBy(measure) }));
  return made.map(({ id }) => id);
}

async function computed(db: Db, unitIds: readonly string[], periods: readonly string[]): Promise<void> {
  const began = performance.now();
  for (const period of periods) await computeFigures(db, systemActor, { unitIds, period });
  console.log(
    `  figures of ${unitIds.length} units in ${periods.length} periods computed in ${((performance.now() - began) / 1_000).toFixed(1)} s`,
  );
}

/** The last eleven whole months, the year so far and last year. */
function periodsUntil(day: string): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const months = Array.from({ length: 11 }, (_, back) => new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 7));
  return [...months, String(year), String(year - 1), `${year}-Q${Math.ceil(month / 3)}`];
}

function tell(name: string, times: readonly number[]): void {
  const { p50, p99, most } = percentilesOf(times);
  console.log(
    `  ${name.padEnd(36)} p50 ${p50.toFixed(1).padStart(6)} ms, p99 ${p99.toFixed(1).padStart(6)} ms, most ${most.toFixed(1)} ms, n=${times.length}`,
  );
  if (p99 > goalMs) process.exitCode = 1;
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const answer = await work();
  times.push(performance.now() - began);
  return answer;
}

await withServer(async (url) => {
  const province = await openProvince(url, rows, 4);
  const { db } = province.database;
  const indicatorIds = await indicatorsOf(province);
  const periods = periodsUntil(todayInVietnam());
  const places = { province: [province.provinceId], district: province.districtIds, commune: province.communeIds };
  await computed(db, Object.values(places).flat(), periods);
  console.log(`${rows} dossiers, ${indicatorIds.length} indicators, ${periods.length} periods`);
  for (const [place, unitIds] of Object.entries(places)) {
    const [figures, records]: [number[], number[]] = [[], []];
    for (let index = 0; index < repeats + warmUp; index += 1) {
      const pick = <T>(from: readonly T[], step: number): T => from[(index * step) % from.length] as T;
      const [unitId, indicatorId, period] = [pick(unitIds, 7), pick(indicatorIds, 1), pick(periods, 3)];
      const opened = await timed(figures, () => openFigure(db, everywhere, unitId, indicatorId, period));
      const { countedNow, recordsPath } = opened.numerator;
      if (countedNow === null || recordsPath === null) throw new Error(`${place} ${period}: the number does not open`);
      const measure = new URLSearchParams(recordsPath.split('?')[1]).get('measure') as Parameters<typeof openNumber>[2]['measure'];
      const asked = { unitId, from: opened.period.from, to: opened.period.to, measure, limit: 50 };
      await timed(records, () => openNumber(db, everywhere, asked));
    }
    tell(`${place}: figure`, figures.slice(warmUp));
    tell(`${place}: first 50 records`, records.slice(warmUp));
  }
  await province.database.close();
});
