// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '#kernel/app-error';
import { CsvScanner, type OnCells } from './csv.ts';
import { detectForm, type FileForm } from './detect.ts';
import { createArrayScanner, createLineScanner } from './json.ts';
import { createPieceDecoder } from './text-decoder.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';

const headBytes = 262_144;
const pieceBytes = 262_144;

export type TableReader = {
  readonly onCells: OnCells;
  /** Names of the columns of a file that carries them in every row. */
  readonly onColumns: (names: readonly string[]) => void;
  /** Asked after each piece with the bytes read so far; false ends the reading. */
  readonly between: (bytesRead: number) => Promise<boolean>;
};

export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What the file is, see `detectForm`. */
export async function formOf(path: string): Promise<FileForm> {
  return detectForm(await readHead(path));
}

/**
 * Reads a table of any form row by row, with memory that does not grow with the file.
 *
 * @throws AppError as `detectForm`, `readWorkbook`, and `dossiers.import_row_too_long`
 */
export async function readTable(path: string, form: FileForm, reader: TableReader): Promise<void> {
  if (form.kind === 'xlsx') {
    await readWorkbook(path, reader.onCells, () => reader.between(0));
    return;
  }
  const scanner =
    form.kind === 'csv'
      ? new CsvScanner(form.delimiter, reader.onCells)
      : form.kind === 'ndjson'
        ? createLineScanner(reader.onColumns, reader.onCells)
        : createArrayScanner(reader.onColumns, reader.onCells);
  const decoder = createPieceDecoder(form.encoding);
  const lines = (text: string): string => (form.kind === 'csv' && form.crOnly ? text.replace(/\r/g, '\n') : text);
  let bytesRead = 0;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
      bytesRead += piece.length;
      scanner.push(lines(decoder.write(piece)));
      if (!(await reader.between(bytesRead))) return;
    }
    scanner.push(lines(decoder.end()));
    scanner.end();
  } catch (error) {
    if (error instanceof RangeError && error.message === 'row_too_long') throw new AppError('invalid', 'dossiers.import_row_too_long');
    throw error;
  }
}
