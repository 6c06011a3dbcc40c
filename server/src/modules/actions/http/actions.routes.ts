// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import { IdParams, pageOf, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import type { RecommendationSide } from '../domain/recommendation-states.ts';
import { editRecommendation, moveRecommendation, reportRemediation } from '../usecases/manage-recommendations.ts';
import { getRecommendation, listRecommendations } from '../usecases/read-recommendations.ts';
import {
  FollowUpBody,
  RecommendationEditBody,
  RecommendationQuery,
  RecommendationRow,
  RecommendationSheet,
  RemediationReportBody,
  StartBody,
} from './actions.schema.ts';

const moveErrors = ['actions.recommendation_not_found', 'actions.move_refused', 'actions.note_missing', 'platform.stale'];

/** Follow-up of recommendations: units report, organisers judge. */
export const actionsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/actions/recommendations',
      operationId: 'listRecommendations',
      summary: 'Recommendations by deadline',
      access: 'actions.read',
      query: RecommendationQuery,
      response: pageOf(RecommendationRow),
    },
    ({ db, actor, scope, permissions, query }) =>
      listRecommendations(db, scope, {
        releasedOnly: !permissions.find(actor, 'actions.manage'),
        unitId: query.unitId,
        search: query.search,
        offset: query.offset,
        limit: query.limit,
        states: query.state ? [query.state] : undefined,
        overdueOn: query.overdue === 'true' ? todayInVietnam() : undefined,
        origin: query.originModule && query.originId ? { module: query.originModule, id: query.originId } : undefined,
      }),
  ),
  route(
    {
      method: 'GET',
      path: '/actions/recommendations/:id',
      operationId: 'getRecommendation',
      summary: 'One recommendation with its history and evidence',
      access: 'actions.read',
      params: IdParams,
      response: RecommendationSheet,
      errors: ['actions.recommendation_not_found'],
    },
    (context) => sheet(context, context.params.id),
  ),
  route(
    {
      method: 'PATCH',
      path: '/actions/recommendations/:id',
      operationId: 'editRecommendation',
      summary: 'Change text, field, owner or deadline',
      access: 'actions.manage',
      params: IdParams,
      body: RecommendationEditBody,
      response: RecommendationSheet,
      errors: ['actions.recommendation_not_found', 'actions.settled', 'actions.unit_unknown', 'actions.due_before_made', 'platform.stale'],
    },
    async (context) => {
      await editRecommendation(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/actions/recommendations/:id/start',
      operationId: 'startRemediation',
      summary: 'The unit begins to remedy',
      access: 'actions.report',
      params: IdParams,
      body: StartBody,
      response: RecommendationSheet,
      errors: moveErrors,
    },
    async (context) => {
      await moveRecommendation(context.db, context.actor, context.scope, context.params.id, 'start', {
        version: context.body.version,
        note: null,
      });
      return sheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/actions/recommendations/:id/report',
      operationId: 'reportRemediation',
      summary: 'The unit reports what it has remedied, with evidence',
      access: 'actions.report',
      params: IdParams,
      body: RemediationReportBody,
      response: RecommendationSheet,
      errors: [...moveErrors, 'actions.file_unknown'],
    },
    async (context) => {
      await reportRemediation(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/actions/recommendations/:id/follow-up',
      operationId: 'followUpRecommendation',
      summary: 'Accept, refuse, carry over or reopen',
      access: 'actions.manage',
      params: IdParams,
      body: FollowUpBody,
      response: RecommendationSheet,
      errors: [...moveErrors, 'actions.evidence_missing'],
    },
    async (context) => {
      await moveRecommendation(context.db, context.actor, context.scope, context.params.id, context.body.move, context.body);
      return sheet(context, context.params.id);
    },
  ),
];

/** The answer of every operation on one recommendation: as the reader may see it, with the moves that are theirs. */
async function sheet({ db, actor, scope, permissions }: RouteContext, id: string) {
  const sides: RecommendationSide[] = [
    ...(permissions.find(actor, 'actions.report') ? (['unit'] as const) : []),
    ...(permissions.find(actor, 'actions.manage') ? (['follow_up'] as const) : []),
  ];
  return getRecommendation(db, scope, id, sides, { releasedOnly: !sides.includes('follow_up') });
}
