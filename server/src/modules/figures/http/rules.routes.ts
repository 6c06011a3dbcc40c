// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { readRecomputation } from '../usecases/recompute/read-recomputation.ts';
import { listRules } from '../usecases/rules/list-rules.ts';
import { createRule, endRule } from '../usecases/rules/manage-rules.ts';
import { CreateRuleBody, EndRuleBody, Recomputation, Rules } from './rules.schema.ts';

/** The rules by which entries are judged, and when the program last counted by itself. */
export const ruleRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/figures/rules',
      operationId: 'listFigureRules',
      summary: 'Every rule by which entries are or were judged',
      access: 'figures.read',
      response: Rules,
    },
    async ({ db }) => ({ rows: await listRules(db) }),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/rules',
      operationId: 'createFigureRule',
      summary: 'A new rule from a day on',
      access: 'figures.manage',
      body: CreateRuleBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: ['figures.whole_tree_needed', 'figures.not_your_field', 'figures.rule_unsound', 'figures.rule_code_taken'],
    },
    ({ db, actor, scope, body }) => createRule(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/rules/:id/end',
      operationId: 'endFigureRule',
      summary: 'End a rule after a day; later periods are no longer judged by it',
      access: 'figures.manage',
      params: IdParams,
      body: EndRuleBody,
      status: 204,
      errors: ['figures.whole_tree_needed', 'figures.not_your_field', 'figures.rule_not_found', 'figures.rule_end_too_early'],
    },
    async ({ db, actor, scope, params, body, reply }: RouteContext & { params: { id: string }; body: { lastDay: string } }) => {
      await endRule(db, actor, scope, params.id, body.lastDay);
      return reply.status(204).send();
    },
  ),
  route(
    {
      method: 'GET',
      path: '/figures/recomputation',
      operationId: 'readFigureRecomputation',
      summary: 'When the program last counted the open periods by itself',
      access: 'figures.read',
      response: Recomputation,
    },
    async ({ db }) => ({ last: await readRecomputation(db) }),
  ),
];
