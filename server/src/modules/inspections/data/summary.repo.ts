// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { type VisitKind, visitKinds } from '../domain/vocabulary.ts';
import type { InspectionsDb } from './tables.ts';
import { oneOf } from './values.ts';

export type VisitCounts = { readonly answered: number; readonly findings: number; readonly illustrative: boolean };

/** How far the field work of visits has come, in numbers. */
export async function selectVisitCounts(db: InspectionsDb, visitIds: readonly string[]): Promise<ReadonlyMap<string, VisitCounts>> {
  if (visitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('inspections.visit as v')
    .select(['v.id', 'v.illustrative'])
    .select(sql<number>`(select count(*)::int from inspections.answer a where a.visit_id = v.id and a.verdict is not null)`.as('answered'))
    .select(
      sql<number>`(select count(*)::int from inspections.statement s where s.visit_id = v.id and s.kind = 'finding' and s.withdrawn_at is null)`.as(
        'findings',
      ),
    )
    .where('v.id', 'in', [...visitIds])
    .execute();
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Inspected units of rounds, for lists; `reachable` rounds show all their units, others only those in the given set. */
export async function selectRoundUnits(
  db: InspectionsDb,
  roundIds: readonly string[],
): Promise<{ roundId: string; visitId: string; unitName: string; kind: VisitKind }[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('inspections.visit as v')
    .innerJoin('units.unit as u', 'u.id', 'v.unit_id')
    .select(['v.round_id as roundId', 'v.id as visitId', 'u.authority_name as unitName', 'v.kind'])
    .where('v.round_id', 'in', [...roundIds])
    .where('v.withdrawn_at', 'is', null)
    .orderBy('v.sort')
    .execute();
  return rows.map((row) => ({ ...row, kind: oneOf(visitKinds, row.kind) }));
}
