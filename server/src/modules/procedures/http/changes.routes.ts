// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { changeOnlineLevel } from '../usecases/change-online-level.ts';
import { createProcedure } from '../usecases/create-procedure.ts';
import { endProcedure, withdrawVersion } from '../usecases/end-procedure.ts';
import { publishVersion } from '../usecases/publish-version.ts';
import { ChangeOnlineBody, CreateProcedureBody, EndProcedureBody, PublishVersionBody, WithdrawVersionBody } from './changes.schema.ts';
import { ProcedureSheet } from './procedures.schema.ts';
import { sheetOf } from './sheet-of.ts';

const opening = ['procedures.procedure_not_found', 'platform.stale'];
const contentErrors = [
  'procedures.sector_unknown',
  'procedures.paper_code_twice',
  'procedures.competent_unit_unknown',
  'procedures.basis_unknown',
  'procedures.form_file_unknown',
];

/** Changes of the catalogue: what was recorded stays, what is new begins on a day. */
export const changeRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/procedures',
      operationId: 'createProcedure',
      summary: 'Add a procedure with its first version',
      access: 'procedures.manage',
      body: CreateProcedureBody,
      status: 201,
      response: ProcedureSheet,
      errors: ['procedures.code_invalid', 'procedures.code_taken', 'procedures.unit_not_found', ...contentErrors],
    },
    async (context) => {
      const { id } = await createProcedure(context.db, context.actor, context.scope, context.body);
      return sheetOf(context, id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/:id/versions',
      operationId: 'publishProcedureVersion',
      summary: 'Add a version from a day on',
      access: 'procedures.manage',
      params: IdParams,
      body: PublishVersionBody,
      status: 201,
      response: ProcedureSheet,
      errors: [
        ...opening,
        ...contentErrors,
        'procedures.version_not_later',
        'procedures.late_reason_missing',
        'procedures.nothing_changed',
      ],
    },
    async (context) => {
      await publishVersion(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheetOf(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/:id/versions/withdraw',
      operationId: 'withdrawProcedureVersion',
      summary: 'Withdraw the last version before it begins',
      access: 'procedures.manage',
      params: IdParams,
      body: WithdrawVersionBody,
      response: ProcedureSheet,
      errors: [...opening, 'procedures.nothing_to_withdraw'],
    },
    async (context) => {
      await withdrawVersion(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheetOf(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/:id/end',
      operationId: 'endProcedure',
      summary: 'Abolish a procedure after a last day',
      access: 'procedures.manage',
      params: IdParams,
      body: EndProcedureBody,
      response: ProcedureSheet,
      errors: [...opening, 'procedures.not_in_force', 'procedures.end_before_begin', 'procedures.late_reason_missing'],
    },
    async (context) => {
      await endProcedure(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheetOf(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/:id/online',
      operationId: 'changeOnlineLevel',
      summary: 'Change the online level from a day on',
      access: 'procedures.manage',
      params: IdParams,
      body: ChangeOnlineBody,
      response: ProcedureSheet,
      errors: [
        ...opening,
        'procedures.regime_missing',
        'procedures.online_level_unknown',
        'procedures.justification_missing',
        'procedures.online_unchanged',
        'procedures.late_reason_missing',
      ],
    },
    async (context) => {
      await changeOnlineLevel(context.db, context.actor, context.scope, context.params.id, context.body);
      return sheetOf(context, context.params.id);
    },
  ),
];
