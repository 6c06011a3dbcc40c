// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, pageOf, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { makeStatements } from '../usecases/field-work/make-statements.ts';
import { issueConclusion } from '../usecases/outputs/issue-outputs.ts';
import { renderConclusion } from '../usecases/outputs/render-outputs.ts';
import { getRound } from '../usecases/rounds/get-round.ts';
import { listRounds } from '../usecases/rounds/list-rounds.ts';
import { moveRound } from '../usecases/rounds/move-round.ts';
import { listMyWork } from '../usecases/rounds/my-work.ts';
import { createRound, editRound } from '../usecases/rounds/save-round.ts';
import { addVisit } from '../usecases/visits/set-visits.ts';
import {
  IssueBody,
  IssuedShape,
  MoveBody,
  MyWork,
  NewVisitBody,
  RoundBody,
  RoundEditBody,
  RoundQuery,
  RoundRow,
  RoundSheet,
} from './rounds.schema.ts';
import { sendOutput } from './send-output.ts';
import { withTexts } from './step-texts.ts';
import { StatementsBody } from './visits.schema.ts';

export const roundErrors = ['inspections.round_not_found', 'inspections.not_your_part', 'inspections.not_at_this_step', 'platform.stale'];
const valueErrors = [
  'inspections.organiser_not_yours',
  'inspections.document_unknown',
  'inspections.dates_reversed',
  'inspections.before_decision',
  'inspections.before_start',
  'inspections.plan_missing',
  'inspections.decision_missing',
  'inspections.period_missing',
  'inspections.checklist_not_published',
  'inspections.checklist_not_found',
];
export const gateErrors = [
  'inspections.no_such_step',
  'inspections.not_your_step',
  'inspections.reason_missing',
  'inspections.issue_first',
  'inspections.paper_too_early',
  'inspections.paper_in_future',
  'inspections.paper_before_meeting',
  'inspections.before_start',
  'inspections.before_decision',
  'inspections.unit_not_in_force',
  'inspections.visits_not_there',
];
const issueErrors = [
  'inspections.output_not_ready',
  'inspections.unknown_figure',
  'documents.date_out_of_order',
  'documents.issued_in_future',
  'documents.register_closed',
];

export async function roundSheet({ db, actor, scope, language }: RouteContext, id: string) {
  const found = await getRound(db, actor, scope, id);
  return { ...found, steps: withTexts(found.steps, language) };
}

/** Rounds: list, one round, its team, units, steps and conclusion. */
export const roundsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/inspections/my-work',
      operationId: 'listMyWork',
      summary: 'What waits for me, by deadline',
      access: 'inspections.read',
      response: MyWork,
    },
    ({ db, actor, scope, permissions }) =>
      listMyWork(db, actor, {
        read: scope,
        manage: permissions.find(actor, 'actions.manage'),
        report: permissions.find(actor, 'actions.report'),
      }),
  ),
  route(
    {
      method: 'GET',
      path: '/inspections/rounds',
      operationId: 'listRounds',
      summary: 'Inspection rounds',
      access: 'inspections.read',
      query: RoundQuery,
      response: pageOf(RoundRow),
    },
    ({ db, actor, scope, query }) => listRounds(db, actor, scope, query),
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/rounds',
      operationId: 'createRound',
      summary: 'Plan a round',
      access: 'inspections.plan',
      body: RoundBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: valueErrors,
    },
    ({ db, actor, scope, body }) => createRound(db, actor, scope, { ...body, mark: null }),
  ),
  route(
    {
      method: 'GET',
      path: '/inspections/rounds/:id',
      operationId: 'getRound',
      summary: 'One round with everything its page shows',
      access: 'inspections.read',
      params: IdParams,
      response: RoundSheet,
      errors: ['inspections.round_not_found'],
    },
    (context) => roundSheet(context, context.params.id),
  ),
  route(
    {
      method: 'PUT',
      path: '/inspections/rounds/:id',
      operationId: 'editRound',
      summary: 'Change a round',
      access: 'inspections.organise',
      params: IdParams,
      body: RoundEditBody,
      response: RoundSheet,
      errors: [...roundErrors, ...valueErrors],
    },
    async (context) => {
      const before = await getRound(context.db, context.actor, context.scope, context.params.id);
      await editRound(context.db, context.actor, context.scope, context.params.id, { ...context.body, mark: before.mark });
      return roundSheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/rounds/:id/visits',
      operationId: 'addVisit',
      summary: 'Add a unit to inspect',
      access: 'inspections.organise',
      params: IdParams,
      body: NewVisitBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: [
        ...roundErrors,
        'inspections.unit_unknown',
        'inspections.unit_twice',
        'inspections.unit_not_in_force',
        'inspections.before_decision',
        'inspections.dates_reversed',
      ],
    },
    ({ db, actor, scope, params, body }) => addVisit(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/rounds/:id/move',
      operationId: 'moveRound',
      summary: 'Take a round to another step',
      access: 'inspections.organise',
      params: IdParams,
      body: MoveBody,
      response: RoundSheet,
      errors: [...roundErrors, ...gateErrors],
    },
    async (context) => {
      await moveRound(context.db, context.actor, context.scope, context.params.id, context.body);
      return roundSheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/rounds/:id/statements',
      operationId: 'makeRoundStatements',
      summary: 'State conclusions of the round',
      access: 'inspections.organise',
      params: IdParams,
      body: StatementsBody,
      status: 201,
      response: z.object({ ids: z.array(z.uuid()) }),
      errors: [...roundErrors, 'inspections.unknown_figure', 'inspections.loose_number'],
    },
    ({ db, actor, scope, params, body }) => makeStatements(db, actor, scope, { roundId: params.id }, body.statements),
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/rounds/:id/conclusion/issue',
      operationId: 'issueConclusion',
      summary: 'Number, date and keep the conclusion notice',
      access: 'inspections.organise',
      params: IdParams,
      body: IssueBody,
      status: 201,
      response: IssuedShape,
      errors: [...roundErrors, ...gateErrors, ...issueErrors],
      perMinute: 30,
    },
    ({ db, files, actor, scope, params, body }) => issueConclusion(db, files, actor, scope, params.id, body),
  ),
  ...(['docx', 'pdf'] as const).map((format) =>
    route(
      {
        method: 'GET',
        path: `/inspections/rounds/:id/conclusion.${format}`,
        operationId: format === 'docx' ? 'downloadConclusionDocx' : 'downloadConclusionPdf',
        summary: `The conclusion notice as .${format}: stored bytes once issued, a draft before`,
        access: 'inspections.read',
        params: IdParams,
        errors: ['inspections.round_not_found', 'inspections.output_not_ready', 'inspections.unknown_figure'],
        perMinute: 60,
      },
      async ({ db, files, actor, scope, params, reply }) =>
        sendOutput(reply, await renderConclusion(db, files, actor, scope, params.id, format)),
    ),
  ),
];
