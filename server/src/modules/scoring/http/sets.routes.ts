// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { tellFaults, tellRules, tryRule } from '../usecases/sets/check-content.ts';
import { compareSets } from '../usecases/sets/compare-sets.ts';
import { discardDraft, saveDraft, startDraft } from '../usecases/sets/edit-draft.ts';
import { publishSet } from '../usecases/sets/publish-set.ts';
import { listSets } from '../usecases/sets/read-sets.ts';
import {
  CheckAnswer,
  CheckBody,
  CompareQuery,
  Comparison,
  PublishSetBody,
  SaveDraftBody,
  SetList,
  SetSheet,
  StartDraftBody,
  TryAnswer,
  TryBody,
} from './sets.schema.ts';
import { mayManage, sheetOf } from './sheet-of.ts';

const changeErrors = ['scoring.set_not_found', 'scoring.set_published', 'scoring.whole_tree_needed', 'platform.stale'];

/** Criteria sets: read by all, edited as drafts, fixed once published. */
export const setsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/sets',
      operationId: 'listCriteriaSets',
      summary: 'Versions of the criteria sets',
      access: 'scoring.read',
      response: SetList,
    },
    async (context) => ({ rows: await listSets(context.db), mayManage: await mayManage(context) }),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/sets',
      operationId: 'startCriteriaDraft',
      summary: 'Start a draft of a level and year',
      access: 'scoring.manage_sets',
      body: StartDraftBody,
      status: 201,
      response: SetSheet,
      errors: ['scoring.set_not_found', 'scoring.draft_exists', 'scoring.whole_tree_needed'],
    },
    async (context) => {
      const { id } = await startDraft(context.db, context.actor, context.scope, context.body);
      return sheetOf(context, id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/sets/check',
      operationId: 'checkCriteriaSet',
      summary: 'Faults of a set and its rules in words; nothing is saved',
      access: 'scoring.manage_sets',
      body: CheckBody,
      response: CheckAnswer,
    },
    async ({ body, language }) => ({ faults: tellFaults(body.content, language), rules: tellRules(body.content, language) }),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/sets/try',
      operationId: 'tryCriteriaRule',
      summary: 'Points that a rule gives for an input, step by step; nothing is saved',
      access: 'scoring.read',
      body: TryBody,
      response: TryAnswer,
      errors: [
        'scoring.not_applicable_refused',
        'scoring.input_kind',
        'scoring.input_number',
        'scoring.option_unknown',
        'scoring.answer_unknown',
        'scoring.numerator_without_denominator',
        'scoring.numerator_above_denominator',
        'scoring.above_maximum',
        'scoring.not_a_step',
      ],
    },
    async ({ body, language }) => tryRule(body.node, body.conventions, body.input ?? undefined, language),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/sets/:id',
      operationId: 'getCriteriaSet',
      summary: 'One version with its conventions, rows and grades',
      access: 'scoring.read',
      params: IdParams,
      response: SetSheet,
      errors: ['scoring.set_not_found'],
    },
    (context) => sheetOf(context, context.params.id),
  ),
  route(
    {
      method: 'PUT',
      path: '/scoring/sets/:id',
      operationId: 'saveCriteriaDraft',
      summary: 'Save a draft',
      access: 'scoring.manage_sets',
      params: IdParams,
      body: SaveDraftBody,
      response: SetSheet,
      errors: [...changeErrors, 'scoring.draft_kept_apart'],
    },
    async (context) => {
      await saveDraft(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheetOf(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/sets/:id/publish',
      operationId: 'publishCriteriaSet',
      summary: 'Publish a draft without faults',
      access: 'scoring.manage_sets',
      params: IdParams,
      body: PublishSetBody,
      response: SetSheet,
      errors: [...changeErrors, 'scoring.set_faulty'],
    },
    async (context) => {
      await publishSet(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheetOf(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/sets/:id/discard',
      operationId: 'discardCriteriaDraft',
      summary: 'Discard a draft',
      access: 'scoring.manage_sets',
      params: IdParams,
      body: PublishSetBody,
      status: 204,
      errors: changeErrors,
    },
    async ({ db, actor, scope, params, body, reply }) => {
      await discardDraft(db, actor, scope, params.id, body.version);
      return reply.status(204).send();
    },
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/sets/:id/compare',
      operationId: 'compareCriteriaSets',
      summary: 'What changed from another version or year, and which rows carry on',
      access: 'scoring.read',
      params: IdParams,
      query: CompareQuery,
      response: Comparison,
      errors: ['scoring.set_not_found'],
    },
    ({ db, params, query }) => compareSets(db, query.with, params.id),
  ),
];
