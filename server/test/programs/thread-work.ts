// SPDX-License-Identifier: Apache-2.0
// The worker of the tests of the thread pool: does one of the things that can go wrong in a thread.
import { AppError } from '../../src/kernel/app-error.ts';
import { inThread } from '../../src/platform/threads/thread-answer.ts';

export type Work = 'answer' | 'refuse' | 'fail' | 'never end' | 'eat memory' | 'eat objects';

export const run = inThread((work: Work): string => {
  if (work === 'refuse') throw new AppError('conflict', 'thing.refused', { count: 7 });
  if (work === 'fail') throw new Error('hỏng');
  const kept: unknown[] = [];
  while (work === 'never end' || work === 'eat memory' || work === 'eat objects') {
    if (work === 'eat memory') kept.push(new Uint8Array(20_000_000).fill(1));
    if (work === 'eat objects') kept.push({ at: kept.length, text: `${kept.length}` });
  }
  return 'xong';
});
