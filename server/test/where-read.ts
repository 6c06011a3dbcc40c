// SPDX-License-Identifier: Apache-2.0
import { isMainThread } from 'node:worker_threads';
import { AppError } from '../src/kernel/app-error.ts';
import { loadWorkbook } from '../src/platform/files/load-workbook.ts';

/** Counts the rows of a workbook, up to a thousand, and tells where it did. */
export async function countRows(bytes: Uint8Array): Promise<{ inThread: boolean; rows: number }> {
  const [sheet] = (await loadWorkbook(bytes, 'platform.file_damaged')).worksheets;
  const rows = sheet?.actualRowCount ?? 0;
  if (rows > 1_000) throw new AppError('invalid', 'platform.file_damaged');
  return { inThread: !isMainThread, rows };
}

export const whereRead = { module: import.meta.url, read: countRows };
