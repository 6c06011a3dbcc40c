// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type EvidenceFile, type RecommendationEvent, selectEvents, selectEvidence } from '../data/recommendation-history.repo.ts';
import { findRecommendation, type Recommendation, type RecommendationFilter, selectRecommendations } from '../data/recommendations.repo.ts';
import { actionsDb } from '../data/tables.ts';
import { isOverdue, movesFrom, type RecommendationMove, type RecommendationSide } from '../domain/recommendation-states.ts';

type Scope = Pick<UnitScope, 'roots'>;

/** A recommendation as it stands today. */
export type RecommendationToday = Recommendation & { readonly isOverdue: boolean };

export type RecommendationSheet = RecommendationToday & {
  readonly events: readonly RecommendationEvent[];
  readonly evidence: readonly EvidenceFile[];
  readonly moves: readonly RecommendationMove[];
};

/** A page of recommendations, the earliest deadline first; `isOverdue` is derived from the day, never stored. */
export async function listRecommendations(
  db: Db,
  scope: Scope,
  filter: RecommendationFilter & {
    readonly offset?: number | undefined;
    readonly limit?: number | undefined;
    readonly today?: Day | undefined;
  } = {},
): Promise<{ rows: RecommendationToday[]; total: number }> {
  const today = filter.today ?? todayInVietnam();
  const { rows, total } = await selectRecommendations(actionsDb(db), scope, filter, {
    offset: filter.offset ?? 0,
    limit: filter.limit ?? 500,
  });
  return { rows: rows.map((row) => ({ ...row, isOverdue: isOverdue(row, today) })), total };
}

/**
 * One recommendation with its history, its evidence and what the sides given can do with it.
 *
 * @throws AppError `actions.recommendation_not_found` also outside the scope
 */
export async function getRecommendation(
  db: Db,
  scope: Scope,
  id: string,
  sides: readonly RecommendationSide[] = [],
  { today = todayInVietnam(), releasedOnly = false }: { readonly today?: Day; readonly releasedOnly?: boolean } = {},
): Promise<RecommendationSheet> {
  const own = actionsDb(db);
  const found = await findRecommendation(own, scope, id);
  if (!found || (releasedOnly && !found.isReleased)) throw new AppError('not_found', 'actions.recommendation_not_found');
  const [events, evidence] = [await selectEvents(own, id), await selectEvidence(own, id)];
  return { ...found, isOverdue: isOverdue(found, today), events, evidence, moves: movesFrom(found.state, sides) };
}
