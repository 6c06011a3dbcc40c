// SPDX-License-Identifier: Apache-2.0
// The same rows, questions and answers on one server and, after `distribute`, on a Citus cluster; refuses where an answer differs.
// MANY_MACHINES_URL=postgres://…@host:5432/postgres is the coordinator, MANY_MACHINES_NODES=host:port,host:port hold the parts.
import { chmodSync, createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { todayInVietnam } from '../server/src/kernel/dates.ts';
import { rebuildTally } from '../server/src/modules/dossiers/data/tally/fold.repo.ts';
import { receiveDossier } from '../server/src/modules/dossiers/usecases/desk/receive-dossier.ts';
import { decideImport } from '../server/src/modules/dossiers/usecases/import/decide-import.ts';
import { getDossierImport } from '../server/src/modules/dossiers/usecases/import/read-imports.ts';
import { receiveImport } from '../server/src/modules/dossiers/usecases/import/receive-import.ts';
import { importWorkDone, takeWorkFailures } from '../server/src/modules/dossiers/usecases/import/runner.ts';
import { openNumber } from '../server/src/modules/dossiers/usecases/statistics/open-number.ts';
import { readStatistics } from '../server/src/modules/dossiers/usecases/statistics/read-statistics.ts';
import { verifyStatistics } from '../server/src/modules/dossiers/usecases/statistics/verify-statistics.ts';
import { readWorkList } from '../server/src/modules/dossiers/usecases/work-list/read-work-list.ts';
import { placements } from '../server/src/placements.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import { type Database, inTransaction, openDatabase } from '../server/src/platform/db/db.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { distribute } from '../server/src/platform/distribution/distribute.ts';
import { createFileStore } from '../server/src/platform/files/file-store.ts';
import { createLog } from '../server/src/platform/log/log.ts';
import { aProcedure } from '../server/test/factories/procedure.ts';
import { prepareGround, writeDossiersCsv } from './generate-dossiers.ts';
import { inParallel } from './measure.ts';

const admin = process.env['MANY_MACHINES_URL'];
const nodes = process.env['MANY_MACHINES_NODES']?.split(',') ?? [];
const rows = Number(process.env['MANY_MACHINES_ROWS'] ?? 200_000);
const repeats = Number(process.env['MANY_MACHINES_REPEATS'] ?? 20);
const everywhere = { roots: null, reformFields: null };
const now = new Date('2023-10-02T09:00:00+07:00');
const name = `many_machines_${Date.now().toString(36)}`;
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-many-machines-'));
chmodSync(folder, 0o777);
const files = createFileStore(join(folder, 'files'));

type Ground = { readonly provinceId: string; readonly unitId: string; readonly procedureId: string };
type Measure = { readonly ms: number; readonly answer: string };

const at = (host: string, database: string): string => {
  const url = new URL(admin ?? '');
  url.host = host;
  url.pathname = `/${database}`;
  return url.href;
};

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function importFile({ db }: Database, path: string, unitId: string): Promise<void> {
  const content = createReadStream(path);
  const { id } = await receiveImport(db, files, systemActor, everywhere, { fileName: 'ho-so.csv', content, unitId, generated: true });
  await importWorkDone(id);
  await decideImport(db, files, systemActor, everywhere, { id, mode: 'good' });
  await importWorkDone(id);
  for (const failure of takeWorkFailures()) throw failure;
  const view = await getDossierImport(db, everywhere, id);
  if (view.state !== 'applied') throw new Error(`import ${view.state}: ${JSON.stringify(view.failure)}`);
}

function questions({ db }: Database, { provinceId, unitId }: Ground): Record<string, () => Promise<unknown>> {
  const year = { from: '2022-10-01', to: '2023-09-30' };
  const days = { from: '2022-11-13', to: '2023-03-18' };
  // The rows of a statistic have no order of their own; the screen sorts them.
  const ask = (id: string, period: typeof year, by: 'procedure' | 'month' | 'unit' | 'total') => async () => {
    const { total, rows: parts } = await readStatistics(db, everywhere, { unitId: id, ...period, by }, now);
    return { total, parts: parts.map((part) => JSON.stringify(part)).sort() };
  };
  return {
    'province, 12 months, by procedure': ask(provinceId, year, 'procedure'),
    'province, 12 months, by month': ask(provinceId, year, 'month'),
    'province, 12 months, by unit': ask(provinceId, year, 'unit'),
    'province, single days at both ends': ask(provinceId, days, 'total'),
    'one unit, 12 months, by procedure': ask(unitId, year, 'procedure'),
    'late ones of the province, first 50': () =>
      openNumber(db, everywhere, { unitId: provinceId, ...year, measure: 'late', limit: 50 }, now),
    'open ones of the province, first 50': () =>
      openNumber(db, everywhere, { unitId: provinceId, ...year, measure: 'open', limit: 50 }, now),
    'work list of the province': () => readWorkList(db, everywhere, { limit: 50 }, now),
    'work list of one unit': () => readWorkList(db, everywhere, { unitId, limit: 50 }, now),
  };
}

async function askAll(database: Database, ground: Ground): Promise<Map<string, Measure>> {
  const measured = new Map<string, Measure>();
  for (const [question, answer] of Object.entries(questions(database, ground))) {
    const answered = JSON.stringify(await answer());
    const times: number[] = [];
    for (let index = 0; index < repeats; index += 1) {
      const began = performance.now();
      await answer();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    measured.set(question, { ms: times[Math.floor(times.length / 2)] ?? 0, answer: answered });
  }
  return measured;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What writes: a file, receptions by one and by eight at once, counting anew, comparing. */
async function work(database: Database, ground: Ground, path: string): Promise<Map<string, number>> {
  const { db } = database;
  const input = { unitId: ground.unitId, procedureId: ground.procedureId, channel: 1, papers: [] };
  const receive = () => receiveDossier(db, systemActor, everywhere, { ...input, applicant: { name: 'Lò Văn Đo', kind: 1 } }, now);
  await receive();
  return new Map([
    [`import of ${rows / 4} rows`, await timed(() => importFile(database, path, ground.provinceId))],
    ['200 receptions, one after another', await timed(() => inParallel(200, 1, receive))],
    ['400 receptions, eight at once', await timed(() => inParallel(400, 8, receive))],
    [
      'verify: all dossiers counted and compared',
      await timed(async () => {
        if ((await verifyStatistics(db, 5)).length > 0) throw new Error('the sums differ from the dossiers');
      }),
    ],
    ['sums of all dossiers counted anew', await timed(() => inTransaction(db, rebuildTally))],
  ]);
}

async function tell(database: Database): Promise<void> {
  const { rows: sizes } = await sql<{ table: string; rows: number; heap: number; indexes: number }>`
    select c.oid::regclass::text as "table", c.reltuples::bigint as rows, pg_relation_size(c.oid) as heap, pg_indexes_size(c.oid) as indexes
    from pg_class c where c.oid in ('dossiers.dossier'::regclass, 'dossiers.step'::regclass, 'dossiers.applicant'::regclass,
      'dossiers.tally'::regclass, 'dossiers.tally_part'::regclass, 'dossiers.stock'::regclass, 'audit.entry'::regclass)
    order by 3 desc`.execute(database.db);
  for (const size of sizes.filter((one) => one.rows > 0))
    console.log(
      `  ${size.table.padEnd(20)} ${size.rows} rows, ${(size.heap / size.rows).toFixed(0)} bytes a row, indexes ${(size.indexes / size.rows).toFixed(0)} bytes a row`,
    );
}

async function main(): Promise<void> {
  const host = new URL(admin ?? '').host;
  for (const one of [host, ...nodes]) {
    await run(at(one, 'postgres'), `create database ${name}`);
    await run(at(one, name), 'create extension citus');
  }
  await run(at(host, name), `select citus_set_coordinator_host('${host.replace(':', "', ")})`);
  for (const node of nodes) await run(at(host, name), `select citus_add_node('${node.replace(':', "', ")})`);

  let database = openDatabase(at(host, name), { max: 10 });
  await migrate(database.pool, fileURLToPath(new URL('../server/migrations', import.meta.url)), createLog('silent'));
  const made = await prepareGround(database.db);
  const { rows: units } = await sql<{ id: string }>`select id from units.unit where code = 'D007'`.execute(database.db);
  const unitId = units[0]?.id ?? '';
  const { id: procedureId } = await aProcedure(database.db, { unitId: made.provinceId, limit: { amount: 5, unit: 'working_days' } });
  const ground = { provinceId: made.provinceId, unitId, procedureId };
  const paths = [rows, rows / 4, rows / 4].map((count, index) => ({ count, seed: 766 + index, path: join(folder, `${index}.csv`) }));
  for (const { path, count, seed } of paths) await writeDossiersCsv(path, count, made, seed);
  const wal = async () => (await database.pool.query<{ lsn: string }>('select pg_current_wal_lsn() as lsn')).rows[0]?.lsn;
  const before = await wal();
  const first = await timed(() => importFile(database, paths[0]?.path ?? '', ground.provinceId));
  const { rows: log } = await database.pool.query<{ bytes: string }>('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::text as bytes', [
    before,
  ]);
  console.log(
    `${todayInVietnam(new Date())}: ${rows} dossiers imported in ${(first / 1000).toFixed(1)} s, log ${(Number(log[0]?.bytes) / rows).toFixed(0)} bytes a row`,
  );
  const oneWrites = await work(database, ground, paths[1]?.path ?? '');
  await database.pool.query('vacuum analyze');
  await tell(database);
  const one = await askAll(database, ground);
  await database.close();

  const mover = new pg.Pool({ connectionString: at(host, name), max: 1 });
  const began = performance.now();
  await distribute({
    pool: mover,
    placements,
    progress: {
      planned: () => undefined,
      begins: () => undefined,
      done: ({ table, rows: moved, seconds }) => {
        if (moved > 0) console.log(`  ${table.padEnd(20)} ${moved} rows in ${seconds.toFixed(1)} s`);
      },
    },
  });
  await mover.end();
  console.log(`spread over ${nodes.length} machines in ${((performance.now() - began) / 1000).toFixed(1)} s`);

  database = openDatabase(at(host, name), { max: 10 });
  const many = await askAll(database, ground);
  const manyWrites = await work(database, ground, paths[2]?.path ?? '');
  await database.close();
  let differing = 0;
  for (const [question, { ms, answer }] of one) {
    const other = many.get(question);
    const same = other?.answer === answer;
    if (!same) differing += 1;
    console.log(
      `${question.padEnd(44)} ${ms.toFixed(1).padStart(9)} ms ${(other?.ms ?? 0).toFixed(1).padStart(9)} ms  ${((other?.ms ?? 0) / ms).toFixed(2)} x  ${same ? 'same answer' : 'ANOTHER ANSWER'}`,
    );
  }
  for (const [what, ms] of oneWrites) {
    const other = manyWrites.get(what) ?? 0;
    console.log(`${what.padEnd(44)} ${ms.toFixed(0).padStart(9)} ms ${other.toFixed(0).padStart(9)} ms  ${(other / ms).toFixed(2)} x`);
  }
  if (differing > 0) process.exitCode = 1;
}

if (admin === undefined || nodes.length === 0) console.log('needs a Citus cluster: MANY_MACHINES_URL and MANY_MACHINES_NODES');
else
  try {
    await main();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (const one of [new URL(admin).host, ...nodes]) await run(at(one, 'postgres'), `drop database if exists ${name} with (force)`);
  }
