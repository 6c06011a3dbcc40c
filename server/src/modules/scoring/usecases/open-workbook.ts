// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { AppError } from '#kernel/app-error';
import { sniffFile } from '#platform/files/sniff-file';

/**
 * Opens an .xlsx, after refusing whatever is no ordinary one before a library unpacks it. `unreadable` is the code that the caller
 * refuses with.
 *
 * @throws AppError `unreadable`, `platform.file_protected`, `platform.file_unpacks_too_large`
 */
export async function openWorkbook(bytes: Uint8Array, unreadable: string): Promise<ExcelJs.Workbook> {
  await requireWorkbook(bytes, unreadable);
  const book = new ExcelJs.Workbook();
  // exceljs throws plain errors of several libraries for whatever it cannot open; to the sender they all mean the same.
  await book.xlsx.load(Uint8Array.from(bytes).buffer).catch(() => {
    throw new AppError('invalid', unreadable);
  });
  return book;
}

/** The text of a cell as its reader sees it. */
export function cellText(cell: ExcelJs.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10);
  return cell.text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

async function requireWorkbook(bytes: Uint8Array, unreadable: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tuongminh-workbook-'));
  try {
    const path = join(folder, 'workbook.xlsx');
    await writeFile(path, bytes, { mode: 0o600 });
    const kind = await sniffFile(path, 'workbook.xlsx').catch((error: unknown) => {
      const codes = ['platform.file_type_refused', 'platform.file_type_mismatch', 'platform.file_damaged'];
      throw error instanceof AppError && codes.includes(error.code) ? new AppError('invalid', unreadable) : error;
    });
    if (kind !== 'xlsx') throw new AppError('invalid', unreadable);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
