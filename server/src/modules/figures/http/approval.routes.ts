// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { approveFigures, readApproval } from '../usecases/approve-figures.ts';
import { publishFigure } from '../usecases/publish-figure.ts';
import { Approval, ApproveBody, PeriodQuery, PublishBody, Published } from './figures.schema.ts';

/** Figures approved up the tree, and published by another authority. */
export const approvalRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/figures/units/:id/approval',
      operationId: 'readFigureApproval',
      summary: 'How the approval of a unit and period stands: what has changed since the last one, and the units below',
      access: 'figures.read',
      params: IdParams,
      query: PeriodQuery,
      response: Approval,
      errors: ['units.not_found', 'figures.period_unknown'],
    },
    ({ db, scope, params, query }) => readApproval(db, scope, params.id, query.period),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/units/:id/approval',
      operationId: 'approveFigures',
      summary: 'Approve the figures of a unit and period as they stand, and pin them',
      access: 'figures.approve',
      params: IdParams,
      body: ApproveBody,
      status: 201,
      response: Published,
      errors: [
        'units.not_found',
        'figures.period_unknown',
        'figures.nothing_to_approve',
        'figures.not_your_field',
        'figures.approval_overtaken',
        'figures.already_approved',
        'figures.below_not_approved',
      ],
    },
    ({ db, actor, scope, params, body }) => approveFigures(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/official',
      operationId: 'publishFigure',
      summary: 'Record a value that another authority has published; without numbers it is taken back',
      access: 'figures.publish',
      body: PublishBody,
      status: 201,
      response: Published,
      errors: [
        'figures.unit_not_found',
        'figures.period_unknown',
        'figures.indicator_not_found',
        'figures.not_your_field',
        'figures.period_kind_not_used',
        'figures.number_unreadable',
        'figures.part_missing',
        'figures.nothing_to_withdraw',
      ],
    },
    ({ db, actor, scope, body }) => publishFigure(db, actor, scope, body),
  ),
];
