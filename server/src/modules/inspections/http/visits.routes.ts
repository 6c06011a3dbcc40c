// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { IdParams, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { declareFigures } from '../usecases/field-work/declare-figures.ts';
import { drawDossiers } from '../usecases/field-work/draw-samples.ts';
import { makeStatements } from '../usecases/field-work/make-statements.ts';
import { recommend } from '../usecases/field-work/recommend.ts';
import { saveAnswers } from '../usecases/field-work/save-answers.ts';
import { issueMinutes } from '../usecases/outputs/issue-outputs.ts';
import { renderMinutes } from '../usecases/outputs/render-outputs.ts';
import { getVisit } from '../usecases/visits/get-visit.ts';
import { moveVisit } from '../usecases/visits/move-visit.ts';
import { handInReportFile } from '../usecases/visits/report-file.ts';
import { setSelfInspections } from '../usecases/visits/self-inspection.ts';
import { planVisit, withdrawVisit } from '../usecases/visits/set-visits.ts';
import { handInReport, recordOpinion } from '../usecases/visits/unit-report.ts';
import { gateErrors } from './rounds.routes.ts';
import { IssueBody, IssuedShape } from './rounds.schema.ts';
import { sendOutput } from './send-output.ts';
import { withTexts } from './step-texts.ts';
import {
  AnswersBody,
  FiguresBody,
  OpinionBody,
  RecommendationBody,
  ReportAnswer,
  ReportBody,
  SampleBody,
  SelfInspectionsBody,
  StatementsBody,
  VisitMoveBody,
  VisitPlanBody,
  VisitSheet,
  WithdrawBody,
} from './visits.schema.ts';

export const visitErrors = ['inspections.visit_not_found', 'inspections.not_your_part', 'inspections.not_at_this_step', 'platform.stale'];
const Ids = z.object({ ids: z.array(z.uuid()) });
const reportMaxBytes = 25 * 1_048_576;
const base = '/inspections/visits/:id';

export async function visitSheet({ db, actor, scope, language }: RouteContext, id: string) {
  const found = await getVisit(db, actor, scope, id);
  return { ...found, steps: withTexts(found.steps, language) };
}

/** Declares an operation that changes a visit and answers with the whole visit as it stands afterwards. */
function changing<B extends z.ZodType>(
  spec: {
    method: 'PUT' | 'PATCH' | 'POST';
    path: string;
    operationId: string;
    summary: string;
    access: `inspections.${string}`;
    body: B;
    errors?: readonly string[];
  },
  change: (context: RouteContext & { body: z.output<B> }, id: string) => Promise<unknown>,
): RouteDefinition {
  const declared = {
    ...spec,
    path: `${base}${spec.path}`,
    params: IdParams,
    response: VisitSheet,
    errors: [...visitErrors, ...(spec.errors ?? [])],
  };
  return route(declared, async (context) => {
    await change({ ...context, body: context.body as z.output<B> }, context.params.id);
    return visitSheet(context, context.params.id);
  });
}

/** The inspection of one unit: report, figures, checklist, findings, minutes. */
export const visitsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: base,
      operationId: 'getVisit',
      summary: 'The inspection of one unit with everything its page shows',
      access: 'inspections.read',
      params: IdParams,
      response: VisitSheet,
      errors: ['inspections.visit_not_found'],
    },
    (context) => visitSheet(context, context.params.id),
  ),
  changing(
    {
      method: 'PATCH',
      path: '',
      operationId: 'planVisit',
      summary: 'Day, timetable, place, contents, attendance',
      access: 'inspections.organise',
      body: VisitPlanBody,
      errors: [
        'inspections.dates_reversed',
        'inspections.unit_not_in_force',
        'inspections.before_decision',
        'inspections.before_start',
        'inspections.timetable_missing',
      ],
    },
    ({ db, actor, scope, body }, id) => planVisit(db, actor, scope, id, body),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/withdraw`,
      operationId: 'withdrawVisit',
      summary: 'Take a unit off the round',
      access: 'inspections.organise',
      params: IdParams,
      body: WithdrawBody,
      response: z.object({ withdrawn: z.boolean() }),
      errors: [...visitErrors, 'inspections.reason_missing'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawVisit(db, actor, scope, params.id, body);
      return { withdrawn: true };
    },
  ),
  changing(
    {
      method: 'POST',
      path: '/move',
      operationId: 'moveVisit',
      summary: 'Take the inspection of a unit to another step',
      access: 'inspections.contribute',
      body: VisitMoveBody,
      errors: gateErrors,
    },
    ({ db, actor, scope, body }, id) => moveVisit(db, actor, scope, id, body),
  ),
  route(
    {
      method: 'PUT',
      path: `${base}/report`,
      operationId: 'handInReport',
      summary: 'The unit’s report as text; its numeric claims are answered',
      access: 'inspections.contribute',
      params: IdParams,
      body: ReportBody,
      response: ReportAnswer,
      errors: [...visitErrors, 'inspections.report_handed_in', 'inspections.file_unknown'],
    },
    ({ db, actor, scope, params, body }) => handInReport(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/report-file`,
      operationId: 'handInReportFile',
      summary: 'The unit’s report as a file (form fields: version, then file)',
      access: 'inspections.contribute',
      params: IdParams,
      uploadMaxBytes: reportMaxBytes,
      response: ReportAnswer,
      errors: [
        ...visitErrors,
        'inspections.report_handed_in',
        'claims.file_unreadable',
        'claims.file_no_text',
        'platform.file_type_refused',
      ],
      perMinute: 60,
    },
    async ({ db, files, actor, scope, params, request }) => {
      const { name, bytes, fields } = await readUpload(request, reportMaxBytes);
      const version = z.coerce.number().int().safeParse(fields['version']);
      if (!version.success) throw new AppError('invalid', 'inspections.version_missing');
      return handInReportFile(db, files, actor, scope, params.id, { version: version.data, name, bytes });
    },
  ),
  changing(
    {
      method: 'PUT',
      path: '/opinion',
      operationId: 'recordOpinion',
      summary: 'The unit’s opinion on the minutes',
      access: 'inspections.contribute',
      body: OpinionBody,
    },
    ({ db, actor, scope, body }, id) => recordOpinion(db, actor, scope, id, body),
  ),
  changing(
    {
      method: 'PUT',
      path: '/self-inspections',
      operationId: 'setSelfInspections',
      summary: 'Agencies and communes that the unit plans to inspect itself',
      access: 'inspections.contribute',
      body: SelfInspectionsBody,
      errors: ['inspections.report_handed_in', 'inspections.unit_unknown'],
    },
    ({ db, actor, scope, body }, id) => setSelfInspections(db, actor, scope, id, body),
  ),
  changing(
    {
      method: 'PUT',
      path: '/answers',
      operationId: 'saveAnswers',
      summary: 'Answers to checklist items, all or none',
      access: 'inspections.conduct',
      body: AnswersBody,
      errors: [
        'inspections.field_not_yours',
        'inspections.item_not_on_checklist',
        'inspections.file_unknown',
        'inspections.withdrawal_reason_missing',
      ],
    },
    ({ db, actor, scope, body }, id) => saveAnswers(db, actor, scope, id, body.answers),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/figures`,
      operationId: 'declareFigures',
      summary: 'Enter declared figures',
      access: 'inspections.contribute',
      params: IdParams,
      body: FiguresBody,
      status: 201,
      response: Ids,
      errors: [
        ...visitErrors,
        'inspections.report_handed_in',
        'inspections.figure_code_taken',
        'inspections.figure_empty',
        'inspections.file_unknown',
        'inspections.document_unknown',
      ],
    },
    ({ db, actor, scope, params, body }) => declareFigures(db, actor, scope, params.id, body.figures),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/statements`,
      operationId: 'makeVisitStatements',
      summary: 'Strengths, findings, proposals, opinions',
      access: 'inspections.contribute',
      params: IdParams,
      body: StatementsBody,
      status: 201,
      response: Ids,
      errors: [
        ...visitErrors,
        'inspections.field_missing',
        'inspections.field_not_yours',
        'inspections.item_not_on_checklist',
        'inspections.unknown_figure',
        'inspections.loose_number',
      ],
    },
    ({ db, actor, scope, params, body }) => makeStatements(db, actor, scope, { visitId: params.id }, body.statements),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/recommendations`,
      operationId: 'recommend',
      summary: 'A recommendation to the unit',
      access: 'inspections.conduct',
      params: IdParams,
      body: RecommendationBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: [...visitErrors, 'inspections.loose_number', 'actions.unit_unknown', 'actions.due_before_made'],
    },
    ({ db, actor, scope, params, body }) => recommend(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/samples`,
      operationId: 'drawDossiers',
      summary: 'Draw dossiers at random, reproducibly',
      access: 'inspections.conduct',
      params: IdParams,
      body: SampleBody,
      status: 201,
      response: z.object({ id: z.uuid(), chosen: z.array(z.string()) }),
      errors: [...visitErrors, 'inspections.sample_seed', 'inspections.sample_size', 'inspections.item_not_on_checklist'],
    },
    ({ db, actor, scope, params, body }) => drawDossiers(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/minutes/issue`,
      operationId: 'issueMinutes',
      summary: 'Sign: number, date and keep the minutes',
      access: 'inspections.conduct',
      params: IdParams,
      body: IssueBody,
      status: 201,
      response: IssuedShape,
      errors: [
        ...visitErrors,
        ...gateErrors,
        'inspections.output_not_ready',
        'inspections.unknown_figure',
        'documents.date_out_of_order',
        'documents.register_closed',
      ],
      perMinute: 30,
    },
    ({ db, files, actor, scope, params, body }) => issueMinutes(db, files, actor, scope, params.id, body),
  ),
  ...(['docx', 'pdf'] as const).map((format) =>
    route(
      {
        method: 'GET',
        path: `${base}/minutes.${format}`,
        operationId: format === 'docx' ? 'downloadMinutesDocx' : 'downloadMinutesPdf',
        summary: `The minutes as .${format}: stored bytes once issued, else a draft or ready for signature`,
        access: 'inspections.read',
        params: IdParams,
        errors: ['inspections.visit_not_found', 'inspections.output_not_ready', 'inspections.unknown_figure'],
        perMinute: 60,
      },
      async ({ db, files, actor, scope, params, reply }) =>
        sendOutput(reply, await renderMinutes(db, files, actor, scope, params.id, format)),
    ),
  ),
];
