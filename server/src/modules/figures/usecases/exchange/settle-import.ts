// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { settleDraft } from '../../data/import-drafts.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { openDraft, recordEdits } from './review-import.ts';

/**
 * Records every cell that a received file changes, or none of them: with a fault in the file, or a cell that somebody has
 * changed since the review, nothing is recorded.
 *
 * @throws AppError `figures.import_not_found` also outside the scope, `figures.import_settled`, `figures.import_changes_nothing`,
 * `figures.import_has_faults`
 */
export async function confirmImport(db: Db, actor: Actor, scope: UnitScope, id: string): Promise<{ saved: number }> {
  return inTransaction(db, async (tx) => {
    const draft = await openDraft(tx, scope, id, { lock: true });
    const { edits, faults } = draft.content;
    if (edits.length === 0 && faults.length === 0) throw new AppError('conflict', 'figures.import_changes_nothing');
    if (faults.length > 0) throw new AppError('conflict', 'figures.import_has_faults', { count: faults.length });
    const { saved, refused } = await recordEdits(tx, actor, scope, draft);
    if (refused.length > 0) throw new AppError('conflict', 'figures.import_has_faults', { count: refused.length });
    await settleDraft(figuresDb(tx), id, 'saved', actor.name);
    await recordAudit(tx, actor, {
      action: 'figures.import_saved',
      subject: ['figure_import', id],
      unitId: draft.unitId,
      data: { fileName: draft.fileName, sha256: draft.sha256, revisions: saved.map((one) => one.id) },
    });
    return { saved: saved.length };
  });
}

/**
 * Puts a received file aside; no figure changes.
 *
 * @throws AppError `figures.import_not_found` also outside the scope, `figures.import_settled`
 */
export async function discardImport(db: Db, actor: Actor, scope: UnitScope, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const draft = await openDraft(tx, scope, id, { lock: true });
    await settleDraft(figuresDb(tx), id, 'discarded', actor.name);
    await recordAudit(tx, actor, {
      action: 'figures.import_discarded',
      subject: ['figure_import', id],
      unitId: draft.unitId,
      data: { fileName: draft.fileName, sha256: draft.sha256 },
    });
  });
}
