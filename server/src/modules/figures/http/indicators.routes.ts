// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { listPeriods } from '../usecases/get-period.ts';
import { addIndicatorVersion, createIndicator, getIndicator, listIndicators } from '../usecases/manage-indicators.ts';
import { listMeasures } from '../usecases/measures.ts';
import { AddVersionBody, CreateIndicatorBody, Indicators, Measures, Periods, YearQuery } from './indicators.schema.ts';

/** What is measured, of which periods, and by which measures of other modules. */
export const indicatorRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/figures/indicators',
      operationId: 'listIndicators',
      summary: 'Every version of every indicator, by code',
      access: 'figures.read',
      response: Indicators,
    },
    async ({ db }) => ({ rows: await listIndicators(db) }),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/indicators',
      operationId: 'createIndicator',
      summary: 'A new indicator with its first version',
      access: 'figures.manage',
      body: CreateIndicatorBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: [
        'figures.unit_not_found',
        'figures.whole_tree_needed',
        'figures.not_your_field',
        'figures.indicator_unsound',
        'figures.indicator_code_taken',
      ],
    },
    ({ db, actor, scope, body }) => createIndicator(db, actor, scope, body),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/indicators/:id',
      operationId: 'getIndicator',
      summary: 'The versions of one indicator',
      access: 'figures.read',
      params: IdParams,
      response: Indicators,
      errors: ['figures.indicator_not_found'],
    },
    async ({ db, params }) => ({ rows: await getIndicator(db, params.id) }),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/indicators/:id/versions',
      operationId: 'addIndicatorVersion',
      summary: 'Another version of an indicator from a day on',
      access: 'figures.manage',
      params: IdParams,
      body: AddVersionBody,
      status: 201,
      response: z.object({ number: z.number().int() }),
      errors: [
        'figures.indicator_not_found',
        'figures.whole_tree_needed',
        'figures.not_your_field',
        'figures.indicator_unsound',
        'figures.version_not_later',
        'figures.version_before_approved',
      ],
    },
    ({ db, actor, scope, params, body }) => addIndicatorVersion(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/measures',
      operationId: 'listMeasures',
      summary: 'What the modules below can count for an indicator',
      access: 'figures.read',
      response: Measures,
    },
    async () => ({ rows: listMeasures() }),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/periods',
      operationId: 'listFigurePeriods',
      summary: 'The periods of a year, the reporting periods with their own cut-off days first',
      access: 'figures.read',
      query: YearQuery,
      response: Periods,
    },
    async ({ db, query }) => ({ rows: await listPeriods(db, query.year) }),
  ),
];
