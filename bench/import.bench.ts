// SPDX-License-Identifier: Apache-2.0
// Import of a large file through the whole path, as a ratio to a bare COPY on the server of the same rows into the same table.
import { chmodSync, createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { decideImport } from '../server/src/modules/dossiers/usecases/import/decide-import.ts';
import { getDossierImport } from '../server/src/modules/dossiers/usecases/import/read-imports.ts';
import { receiveImport } from '../server/src/modules/dossiers/usecases/import/receive-import.ts';
import { importWorkDone, takeWorkFailures } from '../server/src/modules/dossiers/usecases/import/runner.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import type { Db } from '../server/src/platform/db/db.ts';
import { createFileStore } from '../server/src/platform/files/file-store.ts';
import { cpuClock } from './cpu-time.ts';
import { prepareGround, writeDossiersCsv } from './generate-dossiers.ts';
import { withDatabase } from './measure.ts';

const rows = Number(process.env['IMPORT_ROWS'] ?? 1_000_000);
const repeats = Number(process.env['IMPORT_REPEATS'] ?? 5);
const everywhere = { roots: null, reformFields: null };
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-import-bench-'));
chmodSync(folder, 0o777);
const files = createFileStore(join(folder, 'files'));

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

type Cost = { readonly ms: number; readonly cpu: number };

let cpu: () => number | undefined = () => undefined;

async function timed(work: () => Promise<void>): Promise<Cost> {
  const [began, spent] = [performance.now(), cpu() ?? 0];
  await work();
  return { ms: performance.now() - began, cpu: (cpu() ?? 0) - spent };
}

const told = (costs: readonly Cost[]): string =>
  `${seconds(median(costs.map(({ ms }) => ms))).padStart(8)}, processor time ${median(costs.map((cost) => cost.cpu))
    .toFixed(1)
    .padStart(5)} s`;
const ratio = (costs: readonly Cost[], to: readonly Cost[], of: (cost: Cost) => number): string =>
  (median(costs.map(of)) / median(to.map(of))).toFixed(2);

async function empty(db: Db): Promise<void> {
  await sql`truncate dossiers.dossier, dossiers.step, dossiers.applicant, dossiers.tally, dossiers.tally_part, dossiers.stock, dossiers.tally_change`.execute(
    db,
  );
  await sql`delete from dossiers.import_fault`.execute(db);
  await sql`checkpoint`.execute(db);
}

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

async function importOnce(db: Db, path: string, unitId: string): Promise<{ read: Cost; apply: Cost }> {
  let id = '';
  const read = await timed(async () => {
    ({ id } = await receiveImport(db, files, systemActor, everywhere, {
      fileName: 'ho-so.csv',
      content: createReadStream(path),
      unitId,
      generated: true,
    }));
    await importWorkDone(id);
  });
  const apply = await timed(async () => {
    await decideImport(db, files, systemActor, everywhere, { id, mode: 'all' });
    await importWorkDone(id);
  });
  for (const failure of takeWorkFailures()) throw failure;
  const view = await getDossierImport(db, everywhere, id);
  if (view.state !== 'applied' || view.inserted !== rows)
    throw new Error(`state ${view.state}, ${view.inserted} rows, ${JSON.stringify(view.failure)}`);
  return { read, apply };
}

async function main(db: Db): Promise<void> {
  cpu = await cpuClock(db);
  const ground = await prepareGround(db);
  const path = join(folder, 'ho-so.csv');
  await writeDossiersCsv(path, rows, ground);
  console.log(`${rows} rows, ${(statSync(path).size / 1_000_000).toFixed(0)} MB, 12 columns`);
  const before = process.memoryUsage.rss();
  peak = before;

  await importOnce(db, path, ground.provinceId);
  // The reference: exactly these rows, in the order of the file, out of a file of the server's own.
  const copied = join(folder, 'dossier.copy');
  await sql.raw(`copy (select * from dossiers.dossier order by right(code, 7)) to '${copied}' (format binary)`).execute(db);
  console.log(`peak resident memory of the program ${(peak / 1_048_576).toFixed(0)} MB (${(before / 1_048_576).toFixed(0)} MB before)`);

  const bare: Cost[] = [];
  const reads: Cost[] = [];
  const applies: Cost[] = [];
  const wholes: Cost[] = [];
  for (let round = 0; round < repeats; round += 1) {
    await empty(db);
    bare.push(await timed(async () => void (await sql.raw(`copy dossiers.dossier from '${copied}' (format binary)`).execute(db))));
    await empty(db);
    const { read, apply } = await importOnce(db, path, ground.provinceId);
    reads.push(read);
    applies.push(apply);
    wholes.push({ ms: read.ms + apply.ms, cpu: read.cpu + apply.cpu });
    console.log(`  round ${round + 1}: bare ${seconds(bare.at(-1)?.ms ?? 0)}, read ${seconds(read.ms)}, written ${seconds(apply.ms)}`);
  }
  console.log(`medians of ${repeats}`);
  console.log(`bare COPY        ${told(bare)}`);
  console.log(`read and checked ${told(reads)}`);
  console.log(`written          ${told(applies)}`);
  console.log(`whole            ${told(wholes)}`);
  console.log(
    `whole = ${ratio(wholes, bare, ({ ms }) => ms)} × bare COPY by the clock, ${ratio(wholes, bare, (cost) => cost.cpu)} × by processor time`,
  );
  console.log(`peak resident memory of the program over all runs ${(peak / 1_048_576).toFixed(0)} MB`);
}

try {
  await withDatabase(8, ({ db }) => main(db));
} finally {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
}
