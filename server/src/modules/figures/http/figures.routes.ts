// SPDX-License-Identifier: Apache-2.0
import { fill } from '#platform/http/problem';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { figuresErrors } from '../domain/errors.ts';
import { computeUnitFigures } from '../usecases/compute-unit-figures.ts';
import { enterFigures, type RefusedCell } from '../usecases/enter-figures.ts';
import { listFigureRecords, openFigure } from '../usecases/open-figure.ts';
import { readGrid } from '../usecases/read-grid.ts';
import { listUnitPeriods, readUnitFigures } from '../usecases/read-unit-figures.ts';
import { AcrossQuery } from './exchange.schema.ts';
import {
  ComputeAnswer,
  ComputeBody,
  EnterAnswer,
  EnterBody,
  FigureParams,
  Grid,
  OpenedFigure,
  PeriodQuery,
  Records,
  RecordsQuery,
  UnitFigures,
  UnitPeriods,
} from './figures.schema.ts';

/** Figures of units: read, opened down to their records, computed and entered. */
export const figureRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/figures/units/:id',
      operationId: 'readUnitFigures',
      summary: 'The figures of a unit in a period, each with the sentence that explains it',
      access: 'figures.read',
      params: IdParams,
      query: PeriodQuery,
      response: UnitFigures,
      errors: ['units.not_found', 'figures.period_unknown'],
    },
    ({ db, scope, params, query }) => readUnitFigures(db, scope, params.id, query.period),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/units/:id/periods',
      operationId: 'listUnitPeriods',
      summary: 'The periods in which a unit has figures, latest first',
      access: 'figures.read',
      params: IdParams,
      response: UnitPeriods,
      errors: ['units.not_found'],
    },
    async ({ db, scope, params }) => ({ rows: await listUnitPeriods(db, scope, params.id) }),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/units/:id/indicators/:itemId',
      operationId: 'openFigure',
      summary: 'One figure opened: formula, both parts with their records, units added up, every revision',
      access: 'figures.read',
      params: FigureParams,
      query: PeriodQuery,
      response: OpenedFigure,
      errors: ['units.not_found', 'figures.period_unknown', 'figures.indicator_not_found'],
    },
    ({ db, scope, params, query }) => openFigure(db, scope, params.id, params.itemId, query.period),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/units/:id/grid',
      operationId: 'readFigureGrid',
      summary: 'The sheet into which people enter: a unit and those directly below it in a period, or one unit in all periods like it',
      access: 'figures.enter',
      params: IdParams,
      query: AcrossQuery,
      response: Grid,
      errors: ['units.not_found', 'figures.period_unknown'],
    },
    ({ db, scope, params, query }) => readGrid(db, scope, { unitId: params.id, ...query }),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/records',
      operationId: 'listFigureRecords',
      summary: 'The records that one part of a figure counts',
      access: 'figures.read',
      query: RecordsQuery,
      response: Records,
      errors: ['units.not_found', 'figures.period_unknown', 'figures.indicator_not_found', 'figures.figure_not_found'],
    },
    ({ db, actor, scope, permissions, query }) => listFigureRecords(db, scope, query, (needed) => permissions.find(actor, needed)),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/cells',
      operationId: 'enterFigures',
      summary: 'Record typed numbers, each judged on its own: what is refused comes back with its reason and what stands there now',
      access: 'figures.enter',
      body: EnterBody,
      response: EnterAnswer,
      errors: ['figures.period_unknown', 'figures.unit_not_found', 'figures.indicator_not_found'],
    },
    async ({ db, actor, scope, body, language }) => {
      const { saved, refused, warnings } = await enterFigures(db, actor, scope, body);
      return { saved, warnings, refused: refused.map((cell) => ({ ...cell, sentence: sentenceOf(cell, language) })) };
    },
  ),
  route(
    {
      method: 'POST',
      path: '/figures/units/:id/compute',
      operationId: 'computeUnitFigures',
      summary: 'Compute the figures of a unit and all below it from the records of the other modules',
      access: 'figures.enter',
      params: IdParams,
      body: ComputeBody,
      response: ComputeAnswer,
      errors: ['units.not_found', 'figures.period_unknown'],
      perMinute: 30,
    },
    ({ db, actor, scope, params, body }) => computeUnitFigures(db, actor, scope, params.id, body.period),
  ),
];

/** Why a cell was refused, in the reader's language. */
export function sentenceOf({ code, params }: Pick<RefusedCell, 'code' | 'params'>, language: 'vi' | 'en'): string {
  const sentence = figuresErrors[code]?.[language];
  return sentence ? fill(sentence, params) : code;
}
