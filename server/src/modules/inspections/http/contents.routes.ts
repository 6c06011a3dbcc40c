// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { correctFigure, countFigure, withdrawFigure } from '../usecases/field-work/declare-figures.ts';
import { recordSampleResults } from '../usecases/field-work/draw-samples.ts';
import { rewordStatement, withdrawStatement } from '../usecases/field-work/make-statements.ts';
import { retractRecommendation, reviseRecommendation } from '../usecases/field-work/recommend.ts';
import { getFigure } from '../usecases/visits/get-figure.ts';
import {
  CountBody,
  FigureEditBody,
  FigureHistory,
  RecommendationReviseBody,
  SampleResultsBody,
  StatementEditBody,
  VersionBody,
  WithdrawBody,
} from './visits.schema.ts';

const closed = ['inspections.not_your_part', 'inspections.not_at_this_step', 'platform.stale'];
const Done = z.object({ id: z.uuid() });
const figureErrors = ['inspections.figure_not_found', ...closed];
const statementErrors = ['inspections.statement_not_found', 'inspections.field_not_yours', ...closed];
const recommendationErrors = ['actions.recommendation_not_found', ...closed];

/** Single figures, statements, samples and recommendations of an inspection. */
export const contentsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/inspections/figures/:id',
      operationId: 'getFigure',
      summary: 'One figure with everything behind it',
      access: 'inspections.read',
      params: IdParams,
      response: FigureHistory,
      errors: ['inspections.figure_not_found'],
    },
    ({ db, actor, scope, params }) => getFigure(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'PUT',
      path: '/inspections/figures/:id',
      operationId: 'correctFigure',
      summary: 'Correct a declared figure',
      access: 'inspections.contribute',
      params: IdParams,
      body: FigureEditBody,
      response: FigureHistory,
      errors: [
        ...figureErrors,
        'inspections.report_handed_in',
        'inspections.figure_quoted',
        'inspections.figure_code_taken',
        'inspections.figure_empty',
        'inspections.file_unknown',
        'inspections.document_unknown',
        'inspections.document_unknown',
      ],
    },
    async ({ db, actor, scope, params, body }) => {
      await correctFigure(db, actor, scope, params.id, body);
      return getFigure(db, actor, scope, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/figures/:id/count',
      operationId: 'countFigure',
      summary: 'The team’s own count of a figure',
      access: 'inspections.conduct',
      params: IdParams,
      body: CountBody,
      response: FigureHistory,
      errors: [...figureErrors, 'inspections.field_not_yours'],
    },
    async ({ db, actor, scope, params, body }) => {
      await countFigure(db, actor, scope, params.id, body);
      return getFigure(db, actor, scope, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/figures/:id/withdraw',
      operationId: 'withdrawFigure',
      summary: 'Take a figure back',
      access: 'inspections.contribute',
      params: IdParams,
      body: VersionBody,
      response: Done,
      errors: [...figureErrors, 'inspections.report_handed_in', 'inspections.figure_quoted'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawFigure(db, actor, scope, params.id, body);
      return params;
    },
  ),
  route(
    {
      method: 'PUT',
      path: '/inspections/statements/:id',
      operationId: 'rewordStatement',
      summary: 'Reword a statement',
      access: 'inspections.contribute',
      params: IdParams,
      body: StatementEditBody,
      response: Done,
      errors: [
        ...statementErrors,
        'inspections.field_missing',
        'inspections.item_not_on_checklist',
        'inspections.unknown_figure',
        'inspections.loose_number',
      ],
    },
    async ({ db, actor, scope, params, body }) => {
      await rewordStatement(db, actor, scope, params.id, body);
      return params;
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/statements/:id/withdraw',
      operationId: 'withdrawStatement',
      summary: 'Take a statement back',
      access: 'inspections.contribute',
      params: IdParams,
      body: WithdrawBody,
      response: Done,
      errors: [...statementErrors, 'inspections.reason_missing'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawStatement(db, actor, scope, params.id, body);
      return params;
    },
  ),
  route(
    {
      method: 'PUT',
      path: '/inspections/samples/:id/results',
      operationId: 'recordSampleResults',
      summary: 'What was found in the sampled dossiers',
      access: 'inspections.conduct',
      params: IdParams,
      body: SampleResultsBody,
      response: Done,
      errors: ['inspections.sample_not_found', 'inspections.sample_code_unknown', ...closed],
    },
    async ({ db, actor, scope, params, body }) => {
      await recordSampleResults(db, actor, scope, params.id, body);
      return params;
    },
  ),
  route(
    {
      method: 'PATCH',
      path: '/inspections/recommendations/:id',
      operationId: 'reviseRecommendation',
      summary: 'Change a recommendation before the conclusion',
      access: 'inspections.conduct',
      params: IdParams,
      body: RecommendationReviseBody,
      response: Done,
      errors: [...recommendationErrors, 'actions.settled', 'actions.unit_unknown', 'actions.due_before_made', 'inspections.loose_number'],
    },
    async ({ db, actor, scope, params, body }) => {
      await reviseRecommendation(db, actor, scope, params.id, body);
      return params;
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/recommendations/:id/withdraw',
      operationId: 'retractRecommendation',
      summary: 'Take a recommendation back before the conclusion',
      access: 'inspections.conduct',
      params: IdParams,
      body: WithdrawBody,
      response: Done,
      errors: [...recommendationErrors, 'actions.settled'],
    },
    async ({ db, actor, scope, params, body }) => {
      await retractRecommendation(db, actor, scope, params.id, body);
      return params;
    },
  ),
];
