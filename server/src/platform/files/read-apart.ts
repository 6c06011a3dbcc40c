// SPDX-License-Identifier: Apache-2.0
import { createThreadPool } from '../threads/thread-pool.ts';
import type { ReadTask } from './read-apart-worker.ts';
import { isTameWorkbook } from './workbook-weight.ts';

/** What reads a workbook into plain data: a function that its module exports by its own name, and the address of that module. */
export type WorkbookReader<R> = { readonly module: string; readonly read: (bytes: Uint8Array) => Promise<R> };

/** Some 10.000 cells, which are opened in less time than a thread takes to begin. */
const atOnceWeight = 40_000;

const threads = createThreadPool<ReadTask, unknown>(new URL('./read-apart-worker', import.meta.url), { timeoutMs: 60_000 });

/**
 * Reads a workbook that was sent: a heavy one in a thread of its own, because opening the largest takes seconds in which nobody else
 * would be answered.
 *
 * @throws AppError those of the reader, `platform.too_much_work`, `platform.busy`
 */
export async function readApart<R>(bytes: Uint8Array, reader: WorkbookReader<R>): Promise<R> {
  // What cannot be weighed is damaged, and refused before it is opened.
  const isLight = await isTameWorkbook(bytes, atOnceWeight).catch(() => true);
  return isLight ? reader.read(bytes) : readInThread(bytes, reader);
}

/** The same in a thread, however light the workbook is. */
export async function readInThread<R>(bytes: Uint8Array, { module, read }: WorkbookReader<R>): Promise<R> {
  // What the worker answers is what the same function answers here.
  return (await threads.run({ module, name: read.name, bytes })) as R;
}
