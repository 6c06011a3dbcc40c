// SPDX-License-Identifier: Apache-2.0
import { afterAll, expect, test } from 'vitest';
import type { Work } from '../../../test/programs/thread-work.ts';
import { createThreadPool } from './thread-pool.ts';

const worker = new URL('../../../test/programs/thread-work', import.meta.url);
const patient = createThreadPool<Work, string>(worker);
const strict = createThreadPool<Work, string>(worker, { timeoutMs: 2_500, memoryMb: 400 });
afterAll(() => Promise.all([patient.close(), strict.close()]));

test('a thread answers, refuses in the words of the module and fails like any other work', async () => {
  expect(await patient.run('answer')).toBe('xong');
  await expect(patient.run('refuse')).rejects.toMatchObject({
    name: 'AppError',
    kind: 'conflict',
    code: 'thing.refused',
    params: { count: 7 },
  });
  await expect(patient.run('fail')).rejects.toThrow('hỏng');
});

test('work without an end is stopped, nobody else waits meanwhile, and the next work is done', async () => {
  let longestPause = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }, 10);

  const stopped = strict.run('never end');

  await expect(stopped).rejects.toMatchObject({ code: 'platform.too_much_work' });
  clearInterval(clock);
  expect(longestPause).toBeLessThan(1_000);
  expect(await strict.run('answer')).toBe('xong');
});

test.each(['eat memory', 'eat objects'] as const)(
  'work that would %s without an end is stopped before the machine has none left',
  async (work) => {
    const before = process.memoryUsage.rss();

    await expect(strict.run(work)).rejects.toMatchObject({ code: 'platform.too_much_work' });

    expect(process.memoryUsage.rss() - before).toBeLessThan(1_500 * 1_048_576);
  },
);

test('more work than can wait is told to come back', async () => {
  const small = createThreadPool<Work, string>(worker, { mostWaiting: 2 });
  const many = Array.from({ length: 12 }, () => small.run('answer').then(String, (error: { code?: string }) => error.code));

  const answers = await Promise.all(many);
  await small.close();

  expect(new Set(answers)).toEqual(new Set(['xong', 'platform.busy']));
});
