// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { safeFileName } from '#platform/files/file-name';
import { storeFile } from '#platform/files/file-records';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { insertDraft } from '../../data/import-drafts.repo.ts';
import { unitsWithin } from '../../data/revisions.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { compareSheet } from '../../domain/exchange/compare-sheet.ts';
import { readGrid } from '../read-grid.ts';
import { readSheet } from './read-sheet.ts';

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a filled entry sheet, compares it cell by cell with what was exported, and keeps it as a draft with the file itself;
 * no figure changes before `confirmImport`.
 *
 * @throws AppError `figures.unit_not_found` where the file's unit lies outside the scope, `figures.period_unknown`, and what
 * `readSheet` and `storeFile` refuse
 */
export async function receiveSheet(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  files: FileStore,
  input: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ id: string }> {
  const { bytes } = input;
  const read = await readSheet(bytes);
  const { unitId, period, across } = read;
  if (!isId.test(unitId) || !(await unitsWithin(figuresDb(db), scope, [unitId])).has(unitId))
    throw new AppError('not_found', 'figures.unit_not_found');
  const grid = await readGrid(db, scope, { unitId, period, across });
  const comparison = compareSheet(grid, read);
  const fileName = safeFileName(input.name);
  return inTransaction(db, async (tx) => {
    const file = await storeFile(tx, actor, files, { name: fileName, unitId, content: bytes });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const content = { ...comparison, fileId: file.id, across };
    const id = await insertDraft(figuresDb(tx), {
      ...{ unitId, period, fileName, sha256, content },
      createdBy: actor.id,
      createdByName: actor.name,
    });
    await recordAudit(tx, actor, {
      action: 'figures.import_received',
      subject: ['figure_import', id],
      unitId,
      data: { period, fileName, sha256, edited: comparison.edits.length, faults: comparison.faults.length },
    });
    return { id };
  });
}
