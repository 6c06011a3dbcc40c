// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#kernel/app-error';
import { sniffFile } from '#platform/files/sniff-file';

/**
 * Refuses whatever is no ordinary .xlsx before a library unpacks it: other types, damaged, protected, or unpacking to an
 * unusual size.
 *
 * @throws AppError `inspections.import_unreadable`, `platform.file_protected`, `platform.file_unpacks_too_large`
 */
export async function requireWorkbook(bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tuongminh-workbook-'));
  try {
    const path = join(folder, 'workbook.xlsx');
    await writeFile(path, bytes, { mode: 0o600 });
    const kind = await sniffFile(path, 'workbook.xlsx').catch((error: unknown) => {
      const unreadable = ['platform.file_type_refused', 'platform.file_type_mismatch', 'platform.file_damaged'];
      throw error instanceof AppError && unreadable.includes(error.code) ? new AppError('invalid', 'inspections.import_unreadable') : error;
    });
    if (kind !== 'xlsx') throw new AppError('invalid', 'inspections.import_unreadable');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
