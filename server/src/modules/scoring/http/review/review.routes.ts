// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { listObjections } from '../../usecases/review/list-objections.ts';
import { listJudged, readConsistency, readYears } from '../../usecases/review/read-consistency.ts';
import { readQueue } from '../../usecases/review/read-queue.ts';
import { tryInput } from '../../usecases/review/try-input.ts';
import { inputErrors } from '../cycle/sheets.schema.ts';
import {
  ConsistencyShape,
  JudgedPage,
  JudgedQuery,
  ObjectionsShape,
  QueueQuery,
  QueueShape,
  TriedShape,
  TryInputBody,
  YearsShape,
} from './review.schema.ts';

/** What appraisers, organisers and units look through: the queue, objections, and how appraisals departed from self-scores. */
export const reviewRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/queue',
      operationId: 'readAppraisalQueue',
      summary: 'What waits for the appraiser: units × items of the own fields, with progress',
      access: 'scoring.appraise',
      params: IdParams,
      query: QueueQuery,
      response: QueueShape,
      errors: ['scoring.round_not_found', 'scoring.not_your_part'],
    },
    ({ db, actor, scope, params, query }) => readQueue(db, actor, scope, params.id, query),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/objections',
      operationId: 'listScoringObjections',
      summary: 'Objections of a round with their clocks, points on both sides and answers; those that wait first, by deadline',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: ObjectionsShape,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params }) => listObjections(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/consistency',
      operationId: 'readAppraiserConsistency',
      summary: 'Self-score minus appraised points by appraiser and field, and items that appraisers measure differently',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: ConsistencyShape,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params }) => readConsistency(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/judged',
      operationId: 'listJudgedItems',
      summary: 'The items behind a bar: both scores, difference, reason',
      access: 'scoring.read_rounds',
      params: IdParams,
      query: JudgedQuery,
      response: JudgedPage,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params, query }) => listJudged(db, actor, scope, params.id, query),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/years',
      operationId: 'readScoringYears',
      summary: 'Self-score minus appraised points of each unit over the years of the organiser',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: YearsShape,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params }) => readYears(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/try',
      operationId: 'tryScoreInput',
      summary: 'Points that an input would give an item of a sheet; nothing is saved',
      access: 'scoring.read_rounds',
      params: IdParams,
      body: TryInputBody,
      response: TriedShape,
      errors: ['scoring.round_unit_not_found', ...inputErrors],
    },
    ({ db, actor, scope, params, body, language }) => tryInput(db, actor, scope, params.id, body, language),
  ),
];
