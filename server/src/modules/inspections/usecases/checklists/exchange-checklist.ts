// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { readApart } from '#platform/files/read-apart';
import {
  type CellError,
  certaintyNames,
  diffItems,
  type ItemChange,
  type ItemRow,
  itemColumns,
  readItemRows,
} from '../../domain/checklist-diff.ts';
import { applyItems, openDraft } from './edit-checklist.ts';
import { getChecklist } from './read-checklist.ts';
import { checklistReader } from './read-rows.ts';

const widths: Readonly<Record<keyof ItemRow, number>> = { code: 10, fieldCode: 8, text: 70, evidence: 36, source: 44, certainty: 14 };

/**
 * A version as an .xlsx workbook that can be edited and brought back.
 *
 * @throws AppError `inspections.checklist_not_found`
 */
export async function exportChecklist(db: Db, id: string): Promise<Uint8Array> {
  const version = await getChecklist(db, id);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh mục kiểm tra', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = itemColumns.map(([key, header]) => ({ key, header, width: widths[key] }));
  sheet.getRow(1).font = { bold: true };
  for (const item of version.items.filter((one) => !one.isRetired))
    sheet.addRow({ ...item, certainty: certaintyNames[item.certainty] }).alignment = { wrapText: true, vertical: 'top' };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** `fingerprint` stands for the changes as they were shown. */
export type ChecklistImport = {
  readonly changes: readonly ItemChange[];
  readonly errors: readonly CellError[];
  readonly fingerprint: string;
  readonly applied: boolean;
};

/**
 * Reads a workbook into a draft. A dry run shows every changed cell and every wrong one; without it one wrong cell
 * refuses the whole workbook, so that nothing is half taken over, and so does a draft that somebody changed since its changes were shown
 * (`seen` is their fingerprint).
 *
 * @throws AppError `inspections.checklist_not_found`, `inspections.checklist_published`, `inspections.import_unreadable`,
 * `inspections.import_columns`, `inspections.import_rows`, `inspections.import_moved`, `platform.file_protected`, `platform.file_unpacks_too_large`,
 * `platform.too_much_work`, `platform.busy`
 */
export async function importChecklist(
  db: Db,
  actor: Actor,
  id: string,
  bytes: Uint8Array,
  options: { readonly dryRun: boolean; readonly seen?: string | undefined },
): Promise<ChecklistImport> {
  const rows = await readApart(bytes, checklistReader);
  return inTransaction(db, async (tx) => {
    const draft = await openDraft(tx, id);
    const { items, errors } = readItemRows(
      rows,
      draft.fields.map((field) => field.code),
    );
    const changes = diffItems(
      draft.items.filter((item) => !item.isRetired),
      items,
    );
    const fingerprint = createHash('sha256').update(JSON.stringify(changes)).digest('hex');
    if (options.dryRun) return { changes, errors, fingerprint, applied: false };
    if (options.seen !== undefined && options.seen !== fingerprint) throw new AppError('conflict', 'inspections.import_moved');
    const [first] = errors;
    if (first)
      throw new AppError('invalid', 'inspections.import_rows', {
        count: errors.length,
        row: first.row,
        column: first.column,
        problem: first.problem,
      });
    await applyItems(tx, id, {
      added: changes.flatMap((change) => (change.kind === 'added' ? [change.item] : [])),
      changed: changes.flatMap((change) => (change.kind === 'changed' ? [change.item] : [])),
      retiredCodes: changes.flatMap((change) => (change.kind === 'retired' ? [change.code] : [])),
    });
    await recordAudit(tx, actor, { action: 'inspections.checklist_imported', subject: ['checklist', id], unitId: null, data: { changes } });
    return { changes, errors, fingerprint, applied: true };
  });
}
