// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import {
  type ChecklistField,
  type ChecklistItem,
  type ChecklistVersion,
  findVersion,
  selectFields,
  selectItems,
  selectVersions,
} from '../../data/checklists.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';

export type ChecklistSheet = ChecklistVersion & { readonly fields: readonly ChecklistField[]; readonly items: readonly ChecklistItem[] };

/** All versions of the checklist, the newest first. */
export async function listChecklists(db: Db): Promise<ChecklistVersion[]> {
  return selectVersions(inspectionsDb(db));
}

/**
 * One version with its groups and items, retired ones included.
 *
 * @throws AppError `inspections.checklist_not_found`
 */
export async function getChecklist(db: Db, id: string): Promise<ChecklistSheet> {
  const own = inspectionsDb(db);
  const version = await findVersion(own, id);
  if (!version) throw new AppError('not_found', 'inspections.checklist_not_found');
  return { ...version, fields: await selectFields(own, id), items: await selectItems(own, id, 'all') };
}
