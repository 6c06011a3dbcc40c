// SPDX-License-Identifier: Apache-2.0
import { createThreadPool } from '#platform/threads/thread-pool';
import { answerCheck, type CheckTask, type ReadReport, type ReadTask, readReport } from './check-worker.ts';

/** A page or two are checked in a few milliseconds, sooner than a thread is asked. */
const atOnceCharacters = 20_000;

const threads = createThreadPool<CheckTask | ReadTask, Uint8Array | ReadReport>(new URL('./check-worker', import.meta.url));

/** The answer to a check as bytes; long texts and all files are read in a thread of their own. */
export async function check(task: CheckTask): Promise<Uint8Array> {
  if (isShort(task) && task.as === 'json') return answerCheck(task);
  const answer = await threads.run(task);
  if (answer instanceof Uint8Array) return answer;
  throw new TypeError('the checker answered a report where bytes were asked');
}

/** A report read in the same way, see `readReportApart`. */
export async function readApart(
  source: { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string },
): Promise<ReadReport> {
  const task: ReadTask = { name: '', ...source, as: 'claims' };
  if (isShort(task)) return readReport(task);
  const answer = await threads.run(task);
  if (answer instanceof Uint8Array) throw new TypeError('the checker answered bytes where a report was asked');
  return answer;
}

function isShort(task: CheckTask | ReadTask): boolean {
  return 'text' in task && task.text.length <= atOnceCharacters;
}
