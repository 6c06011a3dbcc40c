// SPDX-License-Identifier: Apache-2.0

import ExcelJS from 'exceljs';
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { mostFaultsKept } from '../../domain/import/faults.ts';
import { formOf, readTable } from '../../formats/read-table.ts';
import { type CellNote, markWorkbook } from '../../formats/xlsx/mark-workbook.ts';
import { getDossierImport, listImportFaults } from './read-imports.ts';

export type FaultFile = { readonly name: string; readonly content: Buffer };

type Told = Awaited<ReturnType<typeof listImportFaults>>['rows'][number];

/**
 * The faults of an import in the hands of whoever mends them: the same workbook with each faulty cell red and its reason in a
 * comment. Of other forms of files, and of a workbook with comments of its own, a workbook of the faulty rows as they were
 * written.
 *
 * @throws AppError `dossiers.import_no_faults`, `platform.not_found`
 */
export async function exportFaults(db: Db, files: FileStore, scope: UnitScope, id: string, language: 'vi' | 'en'): Promise<FaultFile> {
  const view = await getDossierImport(db, scope, id);
  const { rows: faults } = await listImportFaults(db, scope, id, { offset: 0, limit: mostFaultsKept }, language);
  if (faults.length === 0) throw new AppError('conflict', 'dossiers.import_no_faults');
  const path = await files.locate(view.sha256);
  const marked = view.shape?.form.kind === 'xlsx' ? await markWorkbook(path, notesOf(faults)) : undefined;
  const content = marked ?? (await faultyRows(path, view.shape?.headers ?? [], faults));
  return { name: `${view.fileName.replace(/\.[^.]+$/, '')}-loi.xlsx`, content };
}

/** One comment a cell; what is wrong with a whole row is said at its first cell. */
function notesOf(faults: readonly Told[]): CellNote[] {
  const cells = new Map<string, { row: number; column: number; texts: string[] }>();
  for (const { line, column, sentence } of faults) {
    const key = `${line} ${column ?? 0}`;
    const cell = cells.get(key) ?? { row: line, column: column ?? 0, texts: [] };
    cell.texts.push(sentence);
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ row, column, texts }) => ({ row, column, text: texts.join('\n') }));
}

async function faultyRows(path: string, headers: readonly string[], faults: readonly Told[]): Promise<Buffer> {
  const byLine = grouped(faults, ({ line }) => line);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Lỗi', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['Dòng', ...headers]).font = { bold: true };
  await readTable(path, await formOf(path), {
    onColumns: () => undefined,
    between: async () => true,
    onCells(cells, line) {
      const own = byLine.get(line);
      if (own) paint(sheet.addRow([line, ...cells.slice(0, Math.max(headers.length, 1))]), own);
    },
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

function paint(row: ExcelJS.Row, faults: readonly Told[]): void {
  for (const [column, own] of grouped(faults, ({ column }) => (column === null ? 1 : column + 2))) {
    const cell = row.getCell(column);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } };
    cell.font = { color: { argb: 'FF9C0006' } };
    cell.note = own.map(({ sentence }) => sentence).join('\n');
  }
}

function grouped(faults: readonly Told[], by: (fault: Told) => number): Map<number, Told[]> {
  const groups = new Map<number, Told[]>();
  for (const fault of faults) groups.set(by(fault), [...(groups.get(by(fault)) ?? []), fault]);
  return groups;
}
