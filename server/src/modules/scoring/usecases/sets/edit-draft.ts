// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { deleteDraft, findSet, insertDraft, type StoredSet, updateDraft } from '../../data/sets.repo.ts';
import { type ScoringDb, scoringDb } from '../../data/tables.ts';
import type { CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { diffSets } from '../../domain/versions/diff-sets.ts';
import { type Reach, requireWhole } from './require-whole.ts';

/**
 * A new draft: of a later version or a later year where `fromId` names the set that it continues, else new.
 *
 * @throws AppError `scoring.set_not_found`, `scoring.draft_exists`, `scoring.whole_tree_needed`
 */
export async function startDraft(
  db: Db,
  actor: Actor,
  scope: Reach,
  input: { readonly fromId: string | null; readonly content: CriteriaSet },
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await requireWhole(tx, scope);
    const own = scoringDb(tx);
    if (input.fromId !== null && !(await findSet(own, input.fromId))) throw new AppError('not_found', 'scoring.set_not_found');
    const id = await insertDraft(own, actor.name, input);
    const { level, year, title } = input.content;
    await recordAudit(tx, actor, {
      action: 'scoring.set_drafted',
      subject: ['criteria_set', id],
      unitId: null,
      data: { from: input.fromId, level, year, title },
    });
    return { id };
  });
}

/**
 * Saves a draft as it was edited or read from a workbook. Level and year stay: they name the draft.
 *
 * @throws AppError `scoring.set_not_found`, `scoring.set_published`, `scoring.draft_kept_apart`, `platform.stale`,
 * `scoring.whole_tree_needed`
 */
export async function saveDraft(
  db: Db,
  actor: Actor,
  scope: Reach,
  id: string,
  input: { readonly version: number; readonly content: CriteriaSet },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await requireWhole(tx, scope);
    const own = scoringDb(tx);
    const before = await openDraft(own, id, input.version);
    if (before.level !== input.content.level || before.year !== input.content.year)
      throw new AppError('conflict', 'scoring.draft_kept_apart', { level: before.level, year: before.year });
    const { head, nodes } = diffSets(before.content, input.content);
    await updateDraft(own, id, actor.name, input.content);
    await recordAudit(tx, actor, {
      action: 'scoring.draft_saved',
      subject: ['criteria_set', id],
      unitId: null,
      data: { head, nodes },
    });
  });
}

/**
 * Discards a draft that nobody wants to publish; the audit log keeps that it was there, published versions are never discarded.
 *
 * @throws AppError `scoring.set_not_found`, `scoring.set_published`, `platform.stale`, `scoring.whole_tree_needed`
 */
export async function discardDraft(db: Db, actor: Actor, scope: Reach, id: string, version: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await requireWhole(tx, scope);
    const own = scoringDb(tx);
    const { level, year, number, title, content } = await openDraft(own, id, version);
    await deleteDraft(own, id);
    await recordAudit(tx, actor, {
      action: 'scoring.draft_discarded',
      subject: ['criteria_set', id],
      unitId: null,
      data: { level, year, number, title, items: content.nodes.length },
    });
  });
}

/** A draft, locked until the transaction ends, as the person has seen it. */
export async function openDraft(own: ScoringDb, id: string, version: number): Promise<StoredSet> {
  const draft = await findSet(own, id, { lock: true });
  if (!draft) throw new AppError('not_found', 'scoring.set_not_found');
  if (draft.state !== 'draft') throw new AppError('conflict', 'scoring.set_published', { number: draft.number });
  if (draft.version !== version) throw new AppError('conflict', 'platform.stale', { by: draft.updatedBy, at: draft.updatedAt });
  return draft;
}
