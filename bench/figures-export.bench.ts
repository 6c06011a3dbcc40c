// SPDX-License-Identifier: Apache-2.0
// Export of figures as .xlsx: 132.000 × 510 made-up rows through the writer, and the whole way from the database for as many rows as there
// are units × 60 months. ROWS, COLUMNS, UNITS and INDICATORS change the sizes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { getExport, startExport } from '../server/src/modules/figures/usecases/export/manage-exports.ts';
import { writeExport } from '../server/src/modules/figures/usecases/export/write-export.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import { createFileStore } from '../server/src/platform/files/file-store.ts';
import { tableWorkbook } from '../server/src/platform/files/table-workbook.ts';
import { openFiguresGround, years } from './figures-ground.ts';
import { withServer } from './measure.ts';

const [rows, columns] = [Number(process.env['ROWS'] ?? 132_000), Number(process.env['COLUMNS'] ?? 510)];
const [units, indicators] = [Number(process.env['UNITS'] ?? 150), Number(process.env['INDICATORS'] ?? 400)];
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-export-bench-'));
const files = createFileStore(folder);
const everywhere = { roots: null, reformFields: null };

/** Seconds, processor seconds and the most memory of a piece of work in this program. */
async function told(
  name: string,
  cells: number,
  goals: { seconds: number; megabytes: number } | null,
  work: () => Promise<number>,
): Promise<void> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const bytes = await work();
  clearInterval(look);
  const { user, system } = process.cpuUsage(cpu);
  const [seconds, megabytes] = [(performance.now() - began) / 1_000, most / 1_048_576];
  process.stdout.write(
    `${name}: ${seconds.toFixed(1)} s, processor ${((user + system) / 1e6).toFixed(1)} s, ${(cells / seconds / 1e6).toFixed(2)} M cells a second, ` +
      `peak memory ${megabytes.toFixed(0)} MB, file ${(bytes / 1_048_576).toFixed(0)} MB\n`,
  );
  if (goals && (seconds > goals.seconds || megabytes > goals.megabytes)) process.exitCode = 1;
}

function* made(): Generator<(string | null)[]> {
  for (let row = 0; row < rows; row += 1) {
    const values: (string | null)[] = [`T${row}`, `Đơn vị ${row}`, 'tháng 1/2025'];
    for (let column = 3; column < columns; column += 1) {
      const value = (row * 7919 + column * 104_729) % 10_000;
      values.push(column % 2 === 0 ? String(value) : `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
    }
    yield values;
  }
}

const header = Array.from({ length: columns }, (_, column) => `Cột ${column}`);
await told(`writer, ${rows} × ${columns}`, rows * columns, { seconds: 120, megabytes: 512 }, async () => {
  const source = { sheetName: 'Số liệu', title: 'Đo', header, textColumns: 3, rows: made(), footer: 'Số dòng' };
  const store = files.expiring();
  const { sha256, sizeBytes } = await store.put(Readable.from(tableWorkbook(source)), 4 * 1_024 ** 3);
  await store.discard(sha256);
  return sizeBytes;
});
await withServer(async (url) => {
  const { database, provinceId, unitIds, indicatorIds, periods } = await openFiguresGround(url, units, indicators);
  const { db } = database;
  const cells = unitIds.length * periods.length * (indicatorIds.length + 3);
  await told(`export from the database, ${unitIds.length * periods.length} × ${indicatorIds.length + 3}`, cells, null, async () => {
    const { id } = await startExport(db, systemActor, everywhere, { unitId: provinceId, periodKind: 'month', ...years });
    await writeExport(db, files, id);
    const { state, rowsDone, sizeBytes } = await getExport(db, systemActor, id);
    if (state !== 'done' || rowsDone !== unitIds.length * periods.length) throw new Error(`${state}, ${rowsDone} rows`);
    return sizeBytes ?? 0;
  });
  await database.close();
});
rmSync(folder, { recursive: true, force: true });
