// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningProgram, runProgram } from '../../../../test/programs/run-program.ts';
import { lockData } from './data-lock.ts';
import { processStart, processWorld } from './process-facts.ts';

let folder: string;
let programs: RunningProgram[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuongminh-lock-'));
  programs = [];
});

afterEach(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  rmSync(folder, { recursive: true, force: true });
});

function hold(): RunningProgram {
  const program = runProgram('hold-data-folder', [folder]);
  programs.push(program);
  return program;
}

function leaveLock(holder: { pid: number; start: string; world: string }): string {
  const file = join(folder, 'tuongminh.lock');
  writeFileSync(file, JSON.stringify(holder));
  return file;
}

const refused = (pid: number) => expect.objectContaining({ kind: 'conflict', code: 'platform.data_in_use', params: { pid, folder } });

test('refuses a second holder and names the first', async () => {
  const lock = await lockData(folder);

  await expect(lockData(folder)).rejects.toEqual(refused(process.pid));

  lock.release();
  (await lockData(folder)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('takes over after a kill -9 of the holder', async () => {
  const first = hold();
  expect(await first.line()).toBe('held');
  await expect(lockData(folder)).rejects.toEqual(refused(first.child.pid ?? 0));

  await first.kill();

  (await lockData(folder)).release();
});

test('gives the folder to exactly one of eight programs that find a stale lock at once', async () => {
  leaveLock({ pid: 4_194_000, start: '1', world: processWorld() });

  const words = await Promise.all(Array.from({ length: 8 }, () => hold().line()));

  expect(words.toSorted()).toEqual(['held', ...Array.from({ length: 7 }, () => 'platform.data_in_use')].toSorted());
}, 60_000);

test('is not misled when the number of a dead holder belongs to another process', async () => {
  leaveLock({ pid: process.pid, start: 'another moment', world: processWorld() });

  const lock = await lockData(folder);

  expect(readFileSync(join(folder, 'tuongminh.lock'), 'utf8')).toContain(JSON.stringify(processStart(process.pid)));
  lock.release();
});

test('takes over a lock file that was cut off in the middle', async () => {
  writeFileSync(join(folder, 'tuongminh.lock'), '{"pid":');

  (await lockData(folder)).release();
});

test('respects a holder in another container while it keeps touching the lock', async () => {
  const file = leaveLock({ pid: 1, start: '1', world: 'boot pid:[1]' });
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 200);

  await expect(lockData(folder)).rejects.toEqual(refused(1));

  clearInterval(beat);
});

test('takes over at once from another container whose lock was not touched for a minute', async () => {
  const file = leaveLock({ pid: 1, start: '1', world: 'boot pid:[1]' });
  const before = new Date(Date.now() - 61_000);
  utimesSync(file, before, before);

  (await lockData(folder)).release();
});
