// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningProgram, runProgram } from '../../../../test/programs/run-program.ts';
import { createLog } from '../../log/log.ts';
import { postmasterPid } from './leftover.ts';
import { postgresProcessesOn, processStart } from './process-facts.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 4);
const log = createLog('silent');
let dataDir: string;
let cluster: string;
let acknowledged: number[];
let writer: RunningProgram | undefined;

beforeEach(() => {
  dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'tuongminh-kill-')));
  cluster = join(dataDir, 'postgres');
  acknowledged = [];
});

afterEach(async () => {
  await writer?.kill();
  await becomesTrue(() => postgresProcessesOn(cluster, undefined).length === 0);
  rmSync(dataDir, { recursive: true, force: true });
});

async function becomesTrue(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries += 1) await pause(10);
}

async function writeFor(ms: number): Promise<RunningProgram> {
  writer = runProgram('write-until-killed', [dataDir]);
  expect(await writer.line()).toBe('ready');
  await pause(ms);
  return writer;
}

function remember(program: RunningProgram): void {
  acknowledged.push(...program.lines.slice(1).map(Number));
}

/** Starts the server anew and expects every acknowledged row, and no process but the new server's. */
async function expectNothingLost(): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir, log });
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows } = await client.query<{ id: string }>('select id from kept');
  await client.end();
  const kept = new Set(rows.map((row) => Number(row.id)));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(foreignProcesses()).toEqual([]);
  await server.stop();
  expect(postgresProcessesOn(cluster, undefined)).toEqual([]);
}

/** PostgreSQL processes on the cluster that are neither its postmaster nor the postmaster's children. */
function foreignProcesses(): number[] {
  const postmaster = postmasterPid(cluster);
  return postgresProcessesOn(cluster, postmaster).filter((pid) => pid !== postmaster && parentOf(pid) !== postmaster);
}

function parentOf(pid: number): number {
  return Number(/PPid:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function watchdogs(): number[] {
  const isOurs = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`tuongminh-watchdog\0${cluster}`);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number);
}

test(`loses nothing acknowledged over ${rounds} kills at random moments`, { timeout: 40_000 + rounds * 10_000 }, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const program = await writeFor(Math.random() * 1_500);
    await program.kill();
    remember(program);
    // Half of the rounds start again while the old server is still being stopped.
    if (round % 2 === 0) await expectNothingLost();
  }
  await expectNothingLost();
  expect(acknowledged.length).toBeGreaterThan(0);
  console.info(`${rounds} kills, ${acknowledged.length} rows acknowledged, none lost`);
});

test('makes the cluster again after kills while it was being made', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 3 && !existsSync(cluster); round += 1) {
    writer = runProgram('write-until-killed', [dataDir]);
    await becomesTrue(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.making.')));
    await pause(Math.random() * 400);
    await writer.kill();
    remember(writer);
  }

  const program = await writeFor(100);
  await program.kill();
  remember(program);

  await expectNothingLost();
  expect(readdirSync(dataDir).filter((name) => name.includes('making'))).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'leaves no server behind after a kill, without any further start',
  { timeout: 60_000 },
  async () => {
    const program = await writeFor(200);
    await program.kill();
    remember(program);

    await becomesTrue(() => postgresProcessesOn(cluster, undefined).length === 0 && watchdogs().length === 0);

    expect(postgresProcessesOn(cluster, undefined)).toEqual([]);
    expect(watchdogs()).toEqual([]);
    await expectNothingLost();
  },
);

test.runIf(process.platform === 'linux')('stops a server whose program and watchdog were both killed', { timeout: 60_000 }, async () => {
  const program = await writeFor(300);
  const orphan = postmasterPid(cluster) ?? 0;
  for (const pid of watchdogs()) process.kill(pid, 'SIGKILL');
  await program.kill();
  remember(program);
  await pause(1_500);
  expect(processStart(orphan)).toBeDefined();

  await expectNothingLost();

  expect(processStart(orphan)).toBeUndefined();
});

test.runIf(process.platform === 'linux')(
  'recovers when program, watchdog and postmaster were killed at once',
  { timeout: 60_000 },
  async () => {
    const program = await writeFor(300);
    for (const pid of [...watchdogs(), postmasterPid(cluster) ?? 0]) process.kill(pid, 'SIGKILL');
    await program.kill();
    remember(program);

    await expectNothingLost();
  },
);
