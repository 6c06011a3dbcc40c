// SPDX-License-Identifier: Apache-2.0
import { createThreadPool } from '#platform/threads/thread-pool';
import { answerCheck, type CheckTask } from './check-worker.ts';

/** A page or two are checked in a few milliseconds, sooner than a thread is asked. */
const atOnceCharacters = 20_000;

const threads = createThreadPool<CheckTask, Uint8Array>(new URL('./check-worker', import.meta.url));

/** The answer to a check as bytes; long texts and all files are read in a thread of their own. */
export async function check(task: CheckTask): Promise<Uint8Array> {
  const isShort = 'text' in task && task.text.length <= atOnceCharacters;
  return isShort && task.as === 'json' ? answerCheck(task) : threads.run(task);
}
