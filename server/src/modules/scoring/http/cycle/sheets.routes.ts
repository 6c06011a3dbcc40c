// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { takeSheetStep } from '../../usecases/cycle/approve-sheet.ts';
import { exploreWhatIf } from '../../usecases/cycle/explore-what-if.ts';
import { extendTime } from '../../usecases/cycle/extend-time.ts';
import { acceptRest, giveScore } from '../../usecases/cycle/give-score.ts';
import { addEvidence, withdrawEvidence } from '../../usecases/cycle/keep-evidence.ts';
import { answerObjection, objectTo } from '../../usecases/cycle/object.ts';
import { readSheet } from '../../usecases/cycle/read-sheet.ts';
import {
  AnswerBody,
  AppraisalBody,
  EvidenceBody,
  ExtendBody,
  inputErrors,
  ObjectionBody,
  OutlookShape,
  ScoredShape,
  SelfScoreBody,
  SheetShape,
  StepBody,
  WithdrawBody,
} from './sheets.schema.ts';

const partErrors = ['scoring.round_unit_not_found', 'scoring.not_your_part', 'scoring.not_in_phase', 'scoring.unit_not_there'];
const done = z.object({ id: z.uuid() });

/** Score sheets: what a unit enters, its leader approves, appraisers judge and the unit objects to. */
export const sheetsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/round-units/:id',
      operationId: 'getScoreSheet',
      summary: 'The score sheet of a unit: every score ever given, evidence, objections, last year beside each item',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: SheetShape,
      errors: ['scoring.round_unit_not_found'],
    },
    ({ db, actor, scope, params, language }) => readSheet(db, actor, scope, params.id, language),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/round-units/:id/what-if',
      operationId: 'exploreWhatIf',
      summary: 'Items that could still win points, what it takes, and the rank that it would give; nothing is changed',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: OutlookShape,
      errors: ['scoring.round_unit_not_found'],
    },
    ({ db, actor, scope, params, language }) => exploreWhatIf(db, actor, scope, params.id, language),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/scores',
      operationId: 'scoreItem',
      summary: 'Declare or choose for one item; the points are computed',
      access: 'scoring.self_score',
      params: IdParams,
      body: SelfScoreBody,
      status: 201,
      response: ScoredShape,
      errors: [...partErrors, ...inputErrors, 'scoring.score_changed', 'scoring.phase_over'],
    },
    ({ db, actor, scope, params, body }) => giveScore(db, actor, scope, params.id, { ...body, stage: 'self' }),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/steps',
      operationId: 'moveScoreSheet',
      summary: 'Hand the self-score to the leader, approve and lock it, give it back, lock it after its deadline, unlock it',
      access: 'scoring.move_sheet',
      params: IdParams,
      body: StepBody,
      response: SheetShape,
      errors: [
        ...partErrors,
        'platform.stale',
        'scoring.phase_over',
        'scoring.not_overdue',
        'scoring.sheet_incomplete',
        'scoring.move_reason_missing',
      ],
    },
    async ({ db, actor, scope, params, body, language }) => {
      await takeSheetStep(db, actor, scope, params.id, body);
      return readSheet(db, actor, scope, params.id, language);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/evidence',
      operationId: 'addScoreEvidence',
      summary: 'Attach a file or a document of the registers to an item',
      access: 'scoring.self_score',
      params: IdParams,
      body: EvidenceBody,
      status: 201,
      response: done,
      errors: [...partErrors, 'scoring.phase_over', 'scoring.item_unknown', 'scoring.evidence_unknown'],
    },
    ({ db, actor, scope, params, body }) => addEvidence(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/evidence/withdraw',
      operationId: 'withdrawScoreEvidence',
      summary: 'Take evidence back, with a reason; the row stays',
      access: 'scoring.self_score',
      params: IdParams,
      body: WithdrawBody,
      status: 204,
      errors: [...partErrors, 'scoring.phase_over', 'scoring.evidence_not_found'],
    },
    async ({ db, actor, scope, params, body, reply }) => {
      await withdrawEvidence(db, actor, scope, params.id, body);
      return reply.status(204).send();
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/extensions',
      operationId: 'extendScoringTime',
      summary: 'Give one unit more time in the phase that runs',
      access: 'scoring.organise',
      params: IdParams,
      body: ExtendBody,
      response: SheetShape,
      errors: [...partErrors, 'scoring.phase_dates_reversed'],
    },
    async ({ db, actor, scope, params, body, language }) => {
      await extendTime(db, actor, scope, params.id, body);
      return readSheet(db, actor, scope, params.id, language);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/appraisals',
      operationId: 'appraiseItem',
      summary: 'Appraise one item; a score that differs gives its reason',
      access: 'scoring.appraise',
      params: IdParams,
      body: AppraisalBody,
      status: 201,
      response: ScoredShape,
      errors: [
        ...partErrors,
        'scoring.own_unit',
        ...inputErrors,
        'scoring.score_changed',
        'scoring.not_your_field',
        'scoring.reason_missing',
      ],
    },
    ({ db, actor, scope, params, body }) => giveScore(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/appraisals/accept',
      operationId: 'acceptSelfScores',
      summary: "Take over the unit's scores for the items of the own fields that are not appraised yet",
      access: 'scoring.appraise',
      params: IdParams,
      response: z.object({ accepted: z.number().int(), left: z.number().int() }),
      errors: [...partErrors, 'scoring.own_unit'],
    },
    ({ db, actor, scope, params }) => acceptRest(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/decisions',
      operationId: 'decideItem',
      summary: 'Enter what the council or the leader decided on one item',
      access: 'scoring.organise',
      params: IdParams,
      body: SelfScoreBody,
      status: 201,
      response: ScoredShape,
      errors: [...partErrors, 'scoring.own_unit', ...inputErrors, 'scoring.score_changed', 'scoring.reason_missing'],
    },
    ({ db, actor, scope, params, body }) => giveScore(db, actor, scope, params.id, { ...body, stage: 'council' }),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/round-units/:id/objections',
      operationId: 'objectToScore',
      summary: 'Explain an item or object to its appraised score, within the time',
      access: 'scoring.self_score',
      params: IdParams,
      body: ObjectionBody,
      status: 201,
      response: done,
      errors: [...partErrors, 'scoring.phase_over', 'scoring.item_unknown', 'scoring.item_not_scored_here'],
    },
    ({ db, actor, scope, params, body }) => objectTo(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/objections/:id/answer',
      operationId: 'answerScoreObjection',
      summary: 'Answer an objection, once',
      access: 'scoring.appraise',
      params: IdParams,
      body: AnswerBody,
      status: 204,
      errors: [...partErrors, 'scoring.own_unit', 'scoring.objection_not_found', 'scoring.not_your_field', 'scoring.objection_answered'],
    },
    async ({ db, actor, scope, params, body, reply }) => {
      await answerObjection(db, actor, scope, params.id, body);
      return reply.status(204).send();
    },
  ),
];
