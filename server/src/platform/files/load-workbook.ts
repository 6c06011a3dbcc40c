// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { AppError } from '#kernel/app-error';
import { sniffFile } from './sniff-file.ts';
import { isTameWorkbook } from './workbook-weight.ts';

const name = 'workbook.xlsx';

/**
 * Opens an .xlsx as a whole, after refusing whatever is no ordinary one: another type, damaged, protected, or more than the memory of the
 * program should hold. `unreadable` is the code that the caller refuses a damaged one with.
 *
 * @throws AppError `unreadable`, `platform.file_protected`, `platform.file_unpacks_too_large`
 */
export async function loadWorkbook(bytes: Uint8Array, unreadable: string): Promise<ExcelJs.Workbook> {
  await requireWorkbook(bytes, unreadable);
  const refused = (): never => {
    throw new AppError('invalid', unreadable);
  };
  if (!(await isTameWorkbook(bytes).catch(refused))) throw new AppError('invalid', 'platform.file_unpacks_too_large', { name });
  const book = new ExcelJs.Workbook();
  // exceljs writes every single cell of a named area down; nobody here asks for names.
  Object.defineProperty(book.definedNames, 'model', { get: () => [], set: () => undefined });
  // It does the same with checks of input, and throws plain errors of several libraries for whatever it cannot open.
  await book.xlsx.load(Uint8Array.from(bytes).buffer, { ignoreNodes: ['dataValidations'] }).catch(refused);
  return book;
}

async function requireWorkbook(bytes: Uint8Array, unreadable: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tuongminh-workbook-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes, { mode: 0o600 });
    const kind = await sniffFile(path, name).catch((error: unknown) => {
      const codes = ['platform.file_type_refused', 'platform.file_type_mismatch', 'platform.file_damaged'];
      throw error instanceof AppError && codes.includes(error.code) ? new AppError('invalid', unreadable) : error;
    });
    if (kind !== 'xlsx') throw new AppError('invalid', unreadable);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
