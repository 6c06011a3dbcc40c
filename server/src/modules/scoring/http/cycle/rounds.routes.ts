// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { createRound, setDates } from '../../usecases/cycle/create-round.ts';
import { listFlaggedEvidence } from '../../usecases/cycle/flag-evidence.ts';
import { listAppraisers } from '../../usecases/cycle/list-appraisers.ts';
import { moveRound } from '../../usecases/cycle/move-round.ts';
import { listScoringWork } from '../../usecases/cycle/my-work.ts';
import { getPublication } from '../../usecases/cycle/publish-result.ts';
import { readRanking } from '../../usecases/cycle/read-ranking.ts';
import { listRounds } from '../../usecases/cycle/read-rounds.ts';
import { composePackage } from '../../usecases/package/compose-package.ts';
import { fillSystem } from '../../usecases/system/fill-system.ts';
import { roundSheetOf } from './round-sheet-of.ts';
import {
  AppraiserShape,
  AppraisersQuery,
  DatesBody,
  FillShape,
  MoveBody,
  PublicationShape,
  RankingShape,
  RoundBody,
  RoundRow,
  RoundSheet,
  ScoringWorkShape,
  ViewQuery,
} from './rounds.schema.ts';
import { FlaggedPage, FlaggedQuery } from './sheets.schema.ts';

const partErrors = ['scoring.round_not_found', 'scoring.not_your_part', 'scoring.not_in_phase', 'platform.stale'];
const dateErrors = ['scoring.phase_dates_reversed'];

/** Rounds of scoring: opened, taken through their phases, ranked and published. */
export const roundsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/my-work',
      operationId: 'listScoringWork',
      summary: 'What waits for me in rounds of scoring, by deadline',
      access: 'scoring.read_rounds',
      response: ScoringWorkShape,
    },
    ({ db, actor, scope }) => listScoringWork(db, actor, scope),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds',
      operationId: 'listScoringRounds',
      summary: 'Rounds of scoring within reach',
      access: 'scoring.read_rounds',
      response: z.array(RoundRow),
    },
    ({ db, scope }) => listRounds(db, scope),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/rounds',
      operationId: 'createScoringRound',
      summary: 'Open a round: year, peer groups with their criteria sets, units as of a day, dates of the phases',
      access: 'scoring.organise',
      body: RoundBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: [
        ...dateErrors,
        'units.not_found',
        'scoring.not_your_part',
        'scoring.round_set_unusable',
        'scoring.round_unit_twice',
        'scoring.round_unit_unusable',
      ],
    },
    ({ db, actor, scope, body }) => createRound(db, actor, scope, { ...body, mark: null }),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/appraisers',
      operationId: 'listScoringAppraisers',
      summary: 'Who appraises which fields in the rounds of an organising unit, by the grants of today',
      access: 'scoring.organise',
      query: AppraisersQuery,
      response: z.array(AppraiserShape),
      errors: ['units.not_found'],
    },
    ({ db, scope, query }) => listAppraisers(db, scope, query.unitId),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id',
      operationId: 'getScoringRound',
      summary: 'A round: phases, units with separate counts, publications, history',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: RoundSheet,
      errors: ['scoring.round_not_found'],
    },
    (context) => roundSheetOf(context, context.params.id),
  ),
  route(
    {
      method: 'PUT',
      path: '/scoring/rounds/:id/dates',
      operationId: 'setScoringRoundDates',
      summary: 'Set when the phases of a round open and close',
      access: 'scoring.organise',
      params: IdParams,
      body: DatesBody,
      response: RoundSheet,
      errors: [...partErrors, ...dateErrors],
    },
    async (context) => {
      const { db, actor, scope, params, body } = context;
      await setDates(db, actor, scope, params.id, body);
      return roundSheetOf(context, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/rounds/:id/move',
      operationId: 'moveScoringRound',
      summary:
        'Take a round to another phase; publishing freezes the result; going back, re-opening, leaving units less than their time, and publishing with unsettled items need a reason',
      access: 'scoring.organise',
      params: IdParams,
      body: MoveBody,
      response: z.object({ publicationId: z.uuid().nullable(), apartFromFigures: z.number().int() }),
      errors: [
        ...partErrors,
        'scoring.moves_nowhere',
        'scoring.move_reason_missing',
        'scoring.units_not_ready',
        'scoring.items_not_appraised',
        'scoring.objections_open',
        'scoring.items_unsettled',
        'scoring.time_left',
        'scoring.decision_missing',
        'scoring.round_document_unknown',
      ],
    },
    ({ db, actor, scope, params, body }) => moveRound(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/rounds/:id/fill-system',
      operationId: 'fillSystemItems',
      summary: 'Fill the items of the system from figures and the service index; what was judged stays and is told where it departs',
      access: 'scoring.appraise',
      params: IdParams,
      response: FillShape,
      errors: partErrors.slice(0, 3),
    },
    ({ db, actor, scope, params }) => fillSystem(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/ranking',
      operationId: 'getScoringRanking',
      summary: 'Points, index, grade and rank within the peer groups; frozen once published',
      access: 'scoring.read_rounds',
      params: IdParams,
      query: ViewQuery,
      response: RankingShape,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params, query }) => readRanking(db, actor, scope, params.id, query.view),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/flagged-evidence',
      operationId: 'listFlaggedEvidence',
      summary: 'Evidence used by several units or items, expired, or dated outside the year',
      access: 'scoring.read_rounds',
      params: IdParams,
      query: FlaggedQuery,
      response: FlaggedPage,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params, query, language }) => listFlaggedEvidence(db, actor, scope, params.id, query, language),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/publications/:id',
      operationId: 'getScoringPublication',
      summary: 'A published result: number, decision, SHA-256',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: PublicationShape,
      errors: ['scoring.publication_not_found'],
    },
    async ({ db, scope, params }) => (await getPublication(db, scope, params.id)).head,
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/publications/:id/content.json',
      operationId: 'downloadScoringPublication',
      summary: 'The frozen bytes of a published result',
      access: 'scoring.read_rounds',
      params: IdParams,
      errors: ['scoring.publication_not_found'],
    },
    async ({ db, scope, params, reply }) => {
      const { head, content } = await getPublication(db, scope, params.id);
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="ket-qua-cham-diem-${head.number}.json"`)
        .header('x-content-sha256', head.sha256)
        .send(content);
    },
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/publications/:id/package.zip',
      operationId: 'downloadScoringPackage',
      summary: 'A published result as an open data package: criteria sets, inputs, points, ranking, unit tree, SHA-256 of each file',
      access: 'scoring.read_rounds',
      params: IdParams,
      errors: ['scoring.publication_not_found'],
    },
    async ({ db, scope, params, reply }) => {
      const { head, snapshot, content } = await getPublication(db, scope, params.id);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="chi-so-cchc-${snapshot.round.year}-lan-${head.number}.zip"`)
        .send(await composePackage(content, head.at));
    },
  ),
];
