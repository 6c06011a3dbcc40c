// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { delimiterOf, readCsv } from '#kernel/csv';
import { loadWorkbook } from '#platform/files/load-workbook';
import { readApart } from '#platform/files/read-apart';
import type { Row } from '../../domain/survey/survey-frame.ts';
import { cellText } from '../cell-text.ts';

const mostRows = 100_000;
const mostColumns = 1_000;

/**
 * The rows of a file of answers: the first sheet of an .xlsx, or a .csv in UTF-8; the first row holds the headings.
 *
 * @throws AppError `scoring.survey_unreadable`, `scoring.survey_too_long`, `platform.file_protected`, `platform.file_unpacks_too_large`,
 * `platform.too_much_work`, `platform.busy`
 */
export async function readAnswerFile(bytes: Uint8Array): Promise<Row[]> {
  const rows = isPackage(bytes) ? await readApart(bytes, answersReader) : csvRows(bytes);
  if ((rows[0]?.cells.length ?? 0) > mostColumns) throw new AppError('invalid', 'scoring.survey_unreadable');
  if (rows.length > mostRows) throw new AppError('invalid', 'scoring.survey_too_long', { count: rows.length, most: mostRows });
  return rows;
}

/** An .xlsx is a zip package, which begins with "PK". */
function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

export async function readAnswerRows(bytes: Uint8Array): Promise<Row[]> {
  const [sheet] = (await loadWorkbook(bytes, 'scoring.survey_unreadable')).worksheets;
  const rows: Row[] = [];
  sheet?.eachRow((row, number) => {
    // What stands beside the headings is no answer, however far to the right.
    const width = Math.min(row.cellCount, rows[0]?.cells.length ?? row.cellCount);
    if (width > mostColumns) throw new AppError('invalid', 'scoring.survey_unreadable');
    const cells = Array.from({ length: width }, (_, at) => cellText(row.getCell(at + 1)));
    if (cells.some((cell) => cell !== '')) rows.push({ row: number, cells });
  });
  return rows;
}

export const answersReader = { module: import.meta.url, read: readAnswerRows };

function csvRows(bytes: Uint8Array): Row[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const rows = readCsv(text, delimiterOf(text));
    if (rows) return rows;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new AppError('invalid', 'scoring.survey_unreadable');
}
