// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { addDeadlineRule, endDeadlineRule, listDeadlineRules, withdrawDeadlineRule } from '../usecases/rules/deadline-rules.ts';
import { DeadlineRules, EndRuleBody, NewRuleBody, WithdrawRuleBody } from './rules.schema.ts';

const changeErrors = [
  'inspections.rules_of_province',
  'inspections.rule_not_found',
  'inspections.rule_withdrawn',
  'inspections.reason_missing',
  'platform.stale',
];

/** Time limits of law as data: every version with its citation and validity. */
export const rulesRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/inspections/deadline-rules',
      operationId: 'listDeadlineRules',
      summary: 'Time limits of law, every version',
      access: 'inspections.read_rules',
      response: DeadlineRules,
    },
    ({ db }) => listDeadlineRules(db),
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/deadline-rules',
      operationId: 'addDeadlineRule',
      summary: 'Add a version of a time limit',
      access: 'inspections.manage_rules',
      body: NewRuleBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: ['inspections.rules_of_province', 'inspections.rule_reversed', 'inspections.rule_overlaps'],
    },
    ({ db, actor, scope, body }) => addDeadlineRule(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/deadline-rules/:id/end',
      operationId: 'endDeadlineRule',
      summary: 'Give a version of a time limit its last day',
      access: 'inspections.manage_rules',
      params: IdParams,
      body: EndRuleBody,
      response: DeadlineRules,
      errors: [...changeErrors, 'inspections.rule_reversed', 'inspections.rule_overlaps'],
    },
    async ({ db, actor, scope, params, body }) => {
      await endDeadlineRule(db, actor, scope, params.id, body);
      return listDeadlineRules(db);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/deadline-rules/:id/withdraw',
      operationId: 'withdrawDeadlineRule',
      summary: 'Take back a version that has not begun',
      access: 'inspections.manage_rules',
      params: IdParams,
      body: WithdrawRuleBody,
      response: DeadlineRules,
      errors: [...changeErrors, 'inspections.rule_in_force'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawDeadlineRule(db, actor, scope, params.id, body);
      return listDeadlineRules(db);
    },
  ),
];
