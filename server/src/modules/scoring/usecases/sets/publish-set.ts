// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { findPublished, insertNodes, setPublished, setSuperseded } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';
import { canonicalJson } from '../../domain/criteria/canonical-json.ts';
import { findFaults } from '../../domain/criteria/find-faults.ts';
import { openDraft } from './edit-draft.ts';
import { type Reach, requireWhole } from './require-whole.ts';

/**
 * Publishes a draft without faults: from then on nobody changes it. The version of the same level and year that was in force before is
 * superseded; rounds that count by it keep it.
 *
 * @throws AppError `scoring.set_not_found`, `scoring.set_published`, `scoring.set_faulty`, `platform.stale`, `scoring.whole_tree_needed`
 */
export async function publishSet(
  db: Db,
  actor: Actor,
  scope: Reach,
  id: string,
  input: { readonly version: number },
): Promise<{ sha256: string }> {
  return inTransaction(db, async (tx) => {
    await requireWhole(tx, scope);
    const own = scoringDb(tx);
    const draft = await openDraft(own, id, input.version);
    const faults = findFaults(draft.content);
    if (faults.length > 0) throw new AppError('invalid', 'scoring.set_faulty', { count: faults.length });
    const sha256 = createHash('sha256').update(canonicalJson(draft.content)).digest('hex');
    const before = await findPublished(own, draft.level, draft.year);
    await insertNodes(own, id, draft.content.nodes);
    if (before) await setSuperseded(own, before.id, actor.name, id);
    await setPublished(own, id, actor.name, sha256);
    const { level, year, number } = draft;
    await publish(tx, { name: 'scoring.set_published', payload: { id, level, year, number, supersedes: before?.id ?? null } });
    await recordAudit(tx, actor, {
      action: 'scoring.set_published',
      subject: ['criteria_set', id],
      unitId: null,
      data: { level, year, number, sha256, supersedes: before?.id ?? null },
    });
    return { sha256 };
  });
}
