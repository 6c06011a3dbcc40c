// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import {
  type ChecklistItem,
  findVersion,
  type ItemValues,
  insertDraft,
  insertItems,
  lockVersion,
  selectItems,
  setPublished,
  updateItem,
} from '../../data/checklists.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { requireSaved } from '../access/stale.ts';
import { type ChecklistSheet, getChecklist } from './read-checklist.ts';

/**
 * A new draft with the groups and items of an existing version.
 *
 * @throws AppError `inspections.checklist_not_found`, `inspections.draft_exists`
 */
export async function startDraft(
  db: Db,
  actor: Actor,
  input: { readonly fromId: string; readonly title: string },
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const source = await getChecklist(tx, input.fromId);
    const id = await insertDraft(inspectionsDb(tx), actor.name, input.title.normalize('NFC'), source.fields);
    await insertItems(
      inspectionsDb(tx),
      id,
      source.items.filter((item) => !item.isRetired),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.checklist_drafted',
      subject: ['checklist', id],
      unitId: null,
      data: { from: input.fromId },
    });
    return { id };
  });
}

/**
 * Adds an item to a draft.
 *
 * @throws AppError `inspections.checklist_not_found`, `inspections.checklist_published`, `inspections.item_code_taken`, `inspections.item_field_unknown`
 */
export async function addItem(db: Db, actor: Actor, checklistId: string, item: ItemValues): Promise<void> {
  await inTransaction(db, async (tx) => {
    await openDraft(tx, checklistId);
    requireItemInField(item);
    await insertItems(inspectionsDb(tx), checklistId, [item]);
    await recordAudit(tx, actor, {
      action: 'inspections.checklist_item_added',
      subject: ['checklist', checklistId],
      unitId: null,
      data: { item },
    });
  });
}

/**
 * Rewords an item of a draft, or retires it: a retired item stays readable and is asked no more.
 *
 * @throws AppError `inspections.item_not_found` and those of `addItem`, `platform.stale`
 */
export async function editItem(
  db: Db,
  actor: Actor,
  checklistId: string,
  itemId: string,
  input: ItemValues & { readonly version: number; readonly isRetired: boolean },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const draft = await openDraft(tx, checklistId);
    const before = draft.items.find((item) => item.id === itemId);
    if (!before) throw new AppError('not_found', 'inspections.item_not_found');
    const { version, isRetired, ...values } = input;
    requireItemInField(values);
    await requireSaved(await updateItem(own, itemId, version, values, isRetired), async () => findVersion(own, checklistId));
    await recordAudit(tx, actor, {
      action: 'inspections.checklist_item_edited',
      subject: ['checklist', checklistId],
      unitId: null,
      data: { from: before, to: values, isRetired },
    });
  });
}

/**
 * Publishes a draft: from then on nobody changes it, and rounds can use it.
 *
 * @throws AppError `inspections.checklist_not_found`, `inspections.checklist_published`, `inspections.checklist_empty`, `platform.stale`
 */
export async function publishChecklist(
  db: Db,
  actor: Actor,
  checklistId: string,
  input: { readonly version: number; readonly validFrom: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const draft = await openDraft(tx, checklistId);
    if (!draft.items.some((item) => !item.isRetired)) throw new AppError('conflict', 'inspections.checklist_empty');
    await requireSaved(await setPublished(own, checklistId, input.version, actor.name, input.validFrom), () =>
      findVersion(own, checklistId),
    );
    await publish(tx, { name: 'inspections.checklist_published', payload: { id: checklistId, number: draft.number } });
    await recordAudit(tx, actor, {
      action: 'inspections.checklist_published',
      subject: ['checklist', checklistId],
      unitId: null,
      data: { number: draft.number, validFrom: input.validFrom },
    });
  });
}

/** A version that can still be changed, locked until the transaction ends. */
export async function openDraft(tx: Transaction<unknown>, id: string): Promise<ChecklistSheet> {
  await lockVersion(inspectionsDb(tx), id);
  const version = await getChecklist(tx, id);
  if (version.state === 'published') throw new AppError('conflict', 'inspections.checklist_published');
  return version;
}

/** Replaces, adds and retires items of a draft in one go. */
export async function applyItems(
  tx: Transaction<unknown>,
  checklistId: string,
  change: { readonly added: readonly ItemValues[]; readonly changed: readonly ItemValues[]; readonly retiredCodes: readonly string[] },
): Promise<void> {
  const own = inspectionsDb(tx);
  const current = new Map<string, ChecklistItem>((await selectItems(own, checklistId, 'all')).map((item) => [item.code, item]));
  await insertItems(
    own,
    checklistId,
    change.added.filter((item) => !current.has(item.code)),
  );
  for (const item of [...change.changed, ...change.added]) {
    const before = current.get(item.code);
    if (before) await updateItem(own, before.id, before.version, item);
  }
  for (const code of change.retiredCodes) {
    const before = current.get(code);
    if (before) await updateItem(own, before.id, before.version, before, true);
  }
}

function requireItemInField(item: ItemValues): void {
  if (!item.code.startsWith(`${item.fieldCode}.`))
    throw new AppError('invalid', 'inspections.item_field_unknown', { field: item.fieldCode });
}
