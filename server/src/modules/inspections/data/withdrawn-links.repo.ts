// SPDX-License-Identifier: Apache-2.0
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import type { InspectionsDb } from './tables.ts';
import { oneOf } from './values.ts';

export const withdrawnKinds = ['plan', 'decision', 'report', 'evidence'] as const;
export type WithdrawnKind = (typeof withdrawnKinds)[number];

/** A legal basis or file that was linked by mistake and taken off again. */
export type WithdrawnLink = {
  readonly id: string;
  readonly kind: WithdrawnKind;
  /** Number of the document, or name of the file. */
  readonly label: string;
  readonly itemCode: string | null;
  readonly reason: string;
  readonly at: string;
  readonly actorName: string;
};

export type NewWithdrawal = {
  readonly roundId: string;
  readonly visitId: string | null;
  readonly kind: WithdrawnKind;
  readonly documentId?: string | null;
  readonly fileId?: string | null;
  readonly itemId?: string | null;
  readonly reason: string;
};

export async function insertWithdrawnLink(db: InspectionsDb, actor: Actor, link: NewWithdrawal): Promise<void> {
  await db
    .insertInto('inspections.withdrawn_link')
    .values({
      id: newId(),
      round_id: link.roundId,
      visit_id: link.visitId,
      kind: link.kind,
      document_id: link.documentId ?? null,
      file_id: link.fileId ?? null,
      item_id: link.itemId ?? null,
      reason: link.reason.normalize('NFC'),
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
}

/** What was taken off the round itself (`visitId` null) or off one visit, the oldest first. */
export async function selectWithdrawnLinks(db: InspectionsDb, roundId: string, visitId: string | null): Promise<WithdrawnLink[]> {
  const rows = await db
    .selectFrom('inspections.withdrawn_link as w')
    .leftJoin('documents.document as d', 'd.id', 'w.document_id')
    .leftJoin('platform.file as f', 'f.id', 'w.file_id')
    .leftJoin('inspections.checklist_item as i', 'i.id', 'w.item_id')
    .select(['w.id', 'w.kind', 'd.code', 'd.subject', 'f.name', 'i.code as itemCode', 'w.reason', 'w.at', 'w.actor_name as actorName'])
    .where('w.round_id', '=', roundId)
    .where('w.visit_id', visitId === null ? 'is' : '=', visitId)
    .orderBy('w.at')
    .execute();
  return rows.map(({ kind, code, subject, name, ...row }) => ({
    ...row,
    kind: oneOf(withdrawnKinds, kind),
    label: code ?? subject ?? name ?? '',
  }));
}
