// SPDX-License-Identifier: Apache-2.0
// The one-stop desk under load: 50 clerks with sessions of their own receive dossiers over HTTP, the server and the clerks in
// processes of their own. Afterwards every acknowledged dossier must be there, the serials without a gap, the chain intact.
// DESK_PER_SECOND (default 200; 0 for as fast as they can), DESK_SECONDS (60) after DESK_WARM_UP (10), DESK_UNITS (50; 1: all at one desk).
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { differingCells } from '../server/src/modules/dossiers/data/tally/verify.repo.ts';
import { createAuthentication } from '../server/src/modules/identity/index.ts';
import { createAccount } from '../server/src/modules/identity/usecases/manage-accounts.ts';
import { verifyAudit } from '../server/src/platform/audit/audit.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import type { Database, Db } from '../server/src/platform/db/db.ts';
import { cpuClock } from './cpu-time.ts';
import { paperCodes, prepareGround } from './generate-dossiers.ts';
import { openMigrated, percentilesOf, withServer, yardstick } from './measure.ts';

const perSecond = Number(process.env['DESK_PER_SECOND'] ?? 200);
const seconds = Number(process.env['DESK_SECONDS'] ?? 60);
const units = Number(process.env['DESK_UNITS'] ?? 50);
/** A program that has just begun is not yet translated, and opens its connections; told apart. */
const warmUp = Number(process.env['DESK_WARM_UP'] ?? 10);
const clerkCount = 50;
const everywhere = { roots: null, reformFields: null };
const password = 'mot-cua-do-toc-do-2026';

type Clerk = { readonly email: string; readonly password: string; readonly unitId: string };
type Load = { codes: string[]; times: number[]; refused: Record<string, number>; cpuMs: number; seconds: number };

/** Accounts of clerks, each with the right to receive in one unit. */
async function makeClerks({ db, pool }: Database): Promise<Clerk[]> {
  const { hashPassword } = await createAuthentication({ db, pool, secret: 'x'.repeat(32), trustedOrigins: [], publicUrl: undefined });
  const hash = await hashPassword(password);
  const { rows } = await sql<{
    id: string;
  }>`select id from units.unit where level = 'commune' and code like 'D___' order by code limit ${units}`.execute(db);
  const clerks: Clerk[] = [];
  for (let index = 0; index < clerkCount; index += 1) {
    const unitId = rows[index % rows.length]?.id ?? '';
    const [email, dates] = [`mot-cua-${index}@example.vn`, { validFrom: '2020-01-01', validTo: null }];
    await createAccount(db, systemActor, everywhere, async () => hash, {
      email,
      name: `Cán bộ một cửa ${index}`,
      password,
      positions: [{ unitId, title: 'Công chức một cửa', ...dates }],
      grants: [{ unitId, role: 'unit_officer', reformFields: null, ...dates }],
    });
    clerks.push({ email, password, unitId });
  }
  return clerks;
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}

const file = (name: string): string => fileURLToPath(new URL(`desk/${name}`, import.meta.url));

async function cpuOf(server: ChildProcess): Promise<{ ms: number; mb: number }> {
  server.send('cpu');
  const { cpu, rss } = await answerOf<{ cpu: NodeJS.CpuUsage; rss: number }>(server);
  return { ms: (cpu.user + cpu.system) / 1_000, mb: rss / 1_048_576 };
}

async function load(
  { url: databaseUrl, db }: { readonly url: string; readonly db: Db },
  dataDir: string,
  clerks: readonly Clerk[],
  procedureIds: readonly string[],
): Promise<Load> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, TUONGMINH_DATA: dataDir, TUONGMINH_DEMO: 'off', PORT: '0' };
  const server = fork(file('server.ts'), {
    execArgv: ['--conditions=development', '--import', 'tsx'],
    env,
  });
  const clients = fork(file('clients.mjs'));
  try {
    const { url } = await answerOf<{ url: string }>(server);
    clients.send({ url, clerks, procedureIds, papers: paperCodes });
    await answerOf(clients);
    const receive = async (given: { perSecond: number; seconds: number }): Promise<Load> => {
      clients.send(given);
      return answerOf<Load>(clients);
    };
    const begun = await receive({ perSecond, seconds: warmUp });
    console.log(`the first ${warmUp} s of a program that has just begun: ${toldTimes(begun.times)}`);
    const databaseCpu = await cpuClock(db);
    const [before, databaseBefore] = [await cpuOf(server), databaseCpu()];
    const answer = await receive({ perSecond, seconds });
    const [after, databaseAfter] = [await cpuOf(server), databaseCpu()];
    const databaseMs = ((databaseAfter ?? Number.NaN) - (databaseBefore ?? Number.NaN)) * 1_000;
    const each = (ms: number): string => (ms / answer.times.length).toFixed(2);
    console.log(
      `processor time a reception: server ${each(after.ms - before.ms)} ms, database ${each(databaseMs)} ms, clerks ${each(answer.cpuMs)} ms; server ${after.mb.toFixed(0)} MB`,
    );
    return answer;
  } finally {
    clients.disconnect();
    server.disconnect();
    await once(server, 'exit');
  }
}

function toldTimes(times: readonly number[]): string {
  const { p50, p95, p99, most } = percentilesOf(times);
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${most.toFixed(0)} ms`;
}

async function check(db: Db, { codes }: Load): Promise<void> {
  const { rows } = await sql<{ missing: number; gaps: number; dossiers: number; entries: number }>`
    select (select count(*)::int from unnest(${sql.val(codes)}::text[]) as code where not exists (select 1 from dossiers.dossier d where d.code = code.code)) as missing,
      (select count(*)::int from dossiers.serial s where s.last <> (select count(distinct right(d.code, 4)) from dossiers.dossier d where d.unit_id = s.unit_id)) as gaps,
      (select count(*)::int from dossiers.dossier) as dossiers,
      (select count(*)::int from audit.entry where action = 'dossiers.dossier_received') as entries`.execute(db);
  const verdict = await verifyAudit(db);
  const found = rows[0];
  const differing = await differingCells(db, 5);
  console.log(
    `afterwards: ${found?.missing} of ${codes.length} acknowledged missing, ${found?.gaps} units with gaps, ${found?.dossiers} dossiers and ${found?.entries} entries, chain ${verdict.intact ? 'intact' : 'broken'}, ${differing.length} differing sums`,
  );
  const isRight = found?.missing === 0 && found.gaps === 0 && found.dossiers === found.entries && verdict.intact && differing.length === 0;
  if (!isRight || new Set(codes).size !== codes.length) throw new Error('what was acknowledged is not what is there');
}

console.log(yardstick());
const dataDir = mkdtempSync(join(tmpdir(), 'tuongminh-desk-bench-'));
try {
  await withServer(async (serverUrl) => {
    const database = await openMigrated(serverUrl, 4);
    try {
      await prepareGround(database.db);
      const clerks = await makeClerks(database);
      const { rows } = await sql<{ id: string }>`select id from procedures.procedure where code like '1.1_____' order by code`.execute(
        database.db,
      );
      const answer = await load(
        { url: serverUrl, db: database.db },
        dataDir,
        clerks,
        rows.map((row) => row.id),
      );
      console.log(
        `${clerkCount} clerks at ${units} desks, ${perSecond || 'as many as they can'} a second: ${answer.times.length} receptions in ${answer.seconds.toFixed(1)} s = ${(answer.codes.length / answer.seconds).toFixed(0)} a second, ${toldTimes(answer.times)}`,
      );
      const tenth = Math.ceil(answer.times.length / 10);
      const parts = Array.from({ length: 10 }, (_, part) => percentilesOf(answer.times.slice(part * tenth, (part + 1) * tenth)).p95);
      console.log(`p95 of each tenth of the run: ${parts.map((ms) => ms.toFixed(0)).join(', ')} ms`);
      for (const [why, count] of Object.entries(answer.refused)) console.log(`refused ${count} x ${why}`);
      await check(database.db, answer);
    } finally {
      await database.close();
    }
  });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
