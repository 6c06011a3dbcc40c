// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { changeClockRule, listRuleVersions, withdrawClockRule } from '../usecases/clock/change-clock-rules.ts';
import { ClockRuleChange, ClockRules, ClockRuleWithdrawal } from './clock-rules.schema.ts';

/** The rules by which time limits are counted, as data: every version with its citation and validity. */
export const clockRuleRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/dossiers/clock-rules',
      operationId: 'listClockRules',
      summary: 'Rules of counting time limits, every version',
      access: 'dossiers.read_clock_rules',
      response: ClockRules,
    },
    ({ db }) => listRuleVersions(db),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/clock-rules',
      operationId: 'changeClockRule',
      summary: 'Switch or change a rule of counting from a coming day on, for every unit',
      access: 'dossiers.manage_clock_rules',
      body: ClockRuleChange,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: [
        'dossiers.clock_rules_of_province',
        'dossiers.clock_rule_past',
        'dossiers.clock_rule_coming',
        'dossiers.clock_rule_value',
        'dossiers.clock_rule_same',
      ],
    },
    ({ db, actor, scope, body }) => changeClockRule(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/clock-rules/:id/withdraw',
      operationId: 'withdrawClockRule',
      summary: 'Take back a change of a rule that has not begun',
      access: 'dossiers.manage_clock_rules',
      params: IdParams,
      body: ClockRuleWithdrawal,
      response: ClockRules,
      errors: ['dossiers.clock_rules_of_province', 'dossiers.clock_rule_not_found', 'dossiers.clock_rule_begun', 'platform.stale'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawClockRule(db, actor, scope, params.id, body);
      return listRuleVersions(db);
    },
  ),
];
