// SPDX-License-Identifier: Apache-2.0
// The cross table of 150 units × 400 indicators × 60 months: whole slices in each direction and windows of them, each of another member,
// and a slice right after a figure was entered into it. UNITS, INDICATORS and REPEATS change the size.
import process from 'node:process';
import { enterFigures } from '../server/src/modules/figures/usecases/enter-figures.ts';
import { type CrossQuestion, readCrossTable } from '../server/src/modules/figures/usecases/pivot/read-cross-table.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import { openFiguresGround, years } from './figures-ground.ts';
import { percentilesOf, withServer } from './measure.ts';

const [units, indicators] = [Number(process.env['UNITS'] ?? 150), Number(process.env['INDICATORS'] ?? 400)];
const repeats = Number(process.env['REPEATS'] ?? 60);
const goalMs = 100;
const everywhere = { roots: null, reformFields: null };
const whole = { rowOffset: 0, rowLimit: 500, columnOffset: 0, columnLimit: 500 };
const screen = { rowOffset: 0, rowLimit: 50, columnOffset: 0, columnLimit: 24 };

await withServer(async (url) => {
  const ground = await openFiguresGround(url, units, indicators);
  const { database, provinceId, unitIds, indicatorIds, periods } = ground;
  const { db } = database;
  const pick = (from: readonly string[], index: number): string => from[(index * 7919) % from.length] ?? '';
  const spread = { unitId: provinceId, periodKind: 'month', ...years } as const;
  const slices: Readonly<Record<string, (index: number) => CrossQuestion>> = {
    'units × indicators, one month': (index) => ({ ...spread, rows: 'units', columns: 'indicators', period: pick(periods, index) }),
    'indicators × units, one month': (index) => ({ ...spread, rows: 'indicators', columns: 'units', period: pick(periods, index) }),
    'units × months, one indicator': (index) => ({ ...spread, rows: 'units', columns: 'periods', indicatorId: pick(indicatorIds, index) }),
    'indicators × months, one unit': (index) => ({ ...spread, rows: 'indicators', columns: 'periods', unitId: pick(unitIds, index) }),
    'indicators × months, sums of the province': () => ({ ...spread, rows: 'indicators', columns: 'periods' }),
  };
  for (const [window, named] of [
    [whole, 'whole'],
    [screen, 'window of 50 × 24'],
  ] as const)
    for (const [name, ask] of Object.entries(slices)) {
      const times: number[] = [];
      let cells = 0;
      for (let index = 0; index < repeats; index += 1) {
        const began = performance.now();
        const table = await readCrossTable(db, everywhere, ask(index), window);
        JSON.stringify(table);
        // The first two warm the program up.
        if (index > 1) times.push(performance.now() - began);
        cells = table.rows.length * table.columns.length;
      }
      const { p50, p95, most } = percentilesOf(times);
      process.stdout.write(
        `${name}, ${named} (${cells} cells): p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, most ${most.toFixed(0)} ms\n`,
      );
      if (p95 > goalMs) process.exitCode = 1;
    }
  let stale = 0;
  const times: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    const [unitId, indicatorId, period] = [unitIds[1 + index] ?? '', indicatorIds[1] ?? '', pick(periods, index)];
    const ask = { ...spread, rows: 'units', columns: 'indicators', period } as const;
    const written = String(100_000 + index + (Date.now() % 1_000));
    const seen = Number((await numberOf(unitId, indicatorId, period)) ?? 0);
    await enterFigures(db, systemActor, everywhere, {
      period,
      cells: [{ unitId, indicatorId, numerator: written, denominator: null, seen }],
    });
    const began = performance.now();
    const table = await readCrossTable(db, everywhere, ask, whole);
    times.push(performance.now() - began);
    const row = table.rows.findIndex((head) => head.id === unitId);
    const column = table.columns.findIndex((head) => head.id === indicatorId);
    if (table.cells[row]?.[column] !== written) stale += 1;
  }
  process.stdout.write(
    `whole slice right after an entry: p95 ${percentilesOf(times).p95.toFixed(0)} ms, stale ${stale} of ${times.length}\n`,
  );
  if (stale > 0) process.exitCode = 1;
  await database.close();

  async function numberOf(unitId: string, indicatorId: string, period: string): Promise<number | undefined> {
    const { rows } = await database.pool.query(
      'select own_number from figures.cell where unit_id = $1 and indicator_id = $2 and period = $3',
      [unitId, indicatorId, period],
    );
    return rows[0]?.own_number;
  }
});
