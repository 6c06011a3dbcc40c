// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { UnitScope } from '#platform/permissions/permissions';
import type { InspectionsDb } from './tables.ts';

export type Transition = {
  readonly visitId: string | null;
  readonly unitName: string | null;
  readonly fromStep: string | null;
  readonly toStep: string;
  readonly reason: string | null;
  readonly at: string;
  readonly actorName: string;
};

export async function insertTransition(
  db: InspectionsDb,
  actor: Actor,
  row: { roundId: string; visitId: string | null; unitId: string; from: string | null; to: string; reason: string | null },
): Promise<void> {
  await db
    .insertInto('inspections.transition')
    .values({
      id: newId(),
      round_id: row.roundId,
      visit_id: row.visitId,
      unit_id: row.unitId,
      from_step: row.from,
      to_step: row.to,
      reason: row.reason,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
}

/** History of a round: its own steps, and those of the visits in the scope (all where `scope` reaches everything). */
export async function selectTransitions(db: InspectionsDb, scope: Pick<UnitScope, 'roots'>, roundId: string): Promise<Transition[]> {
  const rows = await db
    .selectFrom('inspections.transition as t')
    .leftJoin('inspections.visit as v', 'v.id', 't.visit_id')
    .leftJoin('units.unit as u', 'u.id', 'v.unit_id')
    .select(['t.visit_id', 'u.authority_name', 't.from_step', 't.to_step', 't.reason', 't.at', 't.actor_name'])
    .where('t.round_id', '=', roundId)
    .where(sql<SqlBool>`(t.visit_id is null or ${withinScope('v.unit_id', scope)})`)
    .orderBy('t.at')
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({
    visitId: row.visit_id,
    unitName: row.authority_name,
    fromStep: row.from_step,
    toStep: row.to_step,
    reason: row.reason,
    at: row.at,
    actorName: row.actor_name,
  }));
}
