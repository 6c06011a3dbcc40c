// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { UnitScope } from '#platform/permissions/permissions';
import type { ActionsDb } from './tables.ts';

export type RecommendationEvent = {
  readonly fromState: string | null;
  readonly toState: string;
  readonly note: string | null;
  readonly dueOn: string | null;
  readonly at: string;
  readonly actorName: string;
};

export type EvidenceFile = {
  readonly fileId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: string;
};

export async function insertEvent(
  db: ActionsDb,
  actor: Actor,
  event: { recommendationId: string; unitId: string; fromState: string | null; toState: string; note: string | null; dueOn: string | null },
): Promise<void> {
  await db
    .insertInto('actions.recommendation_event')
    .values({
      id: newId(),
      recommendation_id: event.recommendationId,
      unit_id: event.unitId,
      from_state: event.fromState,
      to_state: event.toState,
      note: event.note,
      due_on: event.dueOn,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
}

export async function selectEvents(db: ActionsDb, recommendationId: string): Promise<RecommendationEvent[]> {
  return db
    .selectFrom('actions.recommendation_event')
    .select(['from_state as fromState', 'to_state as toState', 'note', 'due_on as dueOn', 'at', 'actor_name as actorName'])
    .where('recommendation_id', '=', recommendationId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function selectEvidence(db: ActionsDb, recommendationId: string): Promise<EvidenceFile[]> {
  return db
    .selectFrom('actions.recommendation_evidence as e')
    .innerJoin('platform.file as f', 'f.id', 'e.file_id')
    .select(['f.id as fileId', 'f.name', 'f.size_bytes as sizeBytes', 'f.sha256', 'e.added_by as addedBy', 'e.added_at as addedAt'])
    .where('e.recommendation_id', '=', recommendationId)
    .orderBy('e.added_at')
    .orderBy('f.id')
    .execute();
}

/** Evidence that the unit gave since its remediation was last refused; all of it where it never was. */
export async function countEvidenceSinceRefusal(db: ActionsDb, recommendationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('actions.recommendation_evidence as e')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('e.recommendation_id', '=', recommendationId)
    .where(
      sql<SqlBool>`e.added_at > all (select v.at from actions.recommendation_event v
        where v.recommendation_id = e.recommendation_id and v.to_state = 'not_accepted')`,
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** Adds files that lie within the scope; returns how many of them were known. */
export async function addEvidence(
  db: ActionsDb,
  scope: Pick<UnitScope, 'roots'>,
  recommendationId: string,
  fileIds: readonly string[],
  by: string,
): Promise<number> {
  if (fileIds.length === 0) return 0;
  const known = await db
    .selectFrom('platform.file as f')
    .select('f.id')
    .where('f.id', 'in', [...fileIds])
    .where(withinScope('f.unit_id', scope))
    .execute();
  if (known.length === 0) return 0;
  await db
    .insertInto('actions.recommendation_evidence')
    .values(known.map((file) => ({ recommendation_id: recommendationId, file_id: file.id, added_by: by })))
    .onConflict((conflict) => conflict.columns(['recommendation_id', 'file_id']).doNothing())
    .execute();
  return known.length;
}
