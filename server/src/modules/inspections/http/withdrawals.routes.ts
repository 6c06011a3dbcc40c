// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { withdrawRoundBasis } from '../usecases/rounds/withdraw-basis.ts';
import { withdrawVisitFile } from '../usecases/visits/withdraw-file.ts';
import { roundErrors, roundSheet } from './rounds.routes.ts';
import { RoundSheet } from './rounds.schema.ts';
import { BasisWithdrawalBody } from './team.schema.ts';
import { visitErrors, visitSheet } from './visits.routes.ts';
import { FileWithdrawalBody, VisitSheet } from './visits.schema.ts';

const linkErrors = ['inspections.link_not_there', 'inspections.withdrawal_reason_missing'];

/** Taking off what was linked by mistake: plan and decision of a round, files of a visit. */
export const withdrawalsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/inspections/rounds/:id/bases/withdraw',
      operationId: 'withdrawRoundBasis',
      summary: 'Take a plan or decision off that was linked by mistake',
      access: 'inspections.organise',
      params: IdParams,
      body: BasisWithdrawalBody,
      response: RoundSheet,
      errors: [...roundErrors, ...linkErrors, 'inspections.basis_fixed'],
    },
    async (context) => {
      await withdrawRoundBasis(context.db, context.actor, context.scope, context.params.id, context.body);
      return roundSheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/inspections/visits/:id/files/withdraw',
      operationId: 'withdrawVisitFile',
      summary: 'Take a file off that was linked by mistake: the report, or evidence of a checklist item',
      access: 'inspections.contribute',
      params: IdParams,
      body: FileWithdrawalBody,
      response: VisitSheet,
      errors: [
        ...visitErrors,
        ...linkErrors,
        'inspections.report_handed_in',
        'inspections.field_not_yours',
        'inspections.item_not_on_checklist',
      ],
    },
    async (context) => {
      await withdrawVisitFile(context.db, context.actor, context.scope, context.params.id, context.body);
      return visitSheet(context, context.params.id);
    },
  ),
];
