// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import { contentDisposition } from '#platform/files/file-name';
import { workbookMediaType } from '#platform/files/table-workbook';
import { type RouteDefinition, route } from '#platform/http/route';
import { crossWorkbook } from '../usecases/pivot/cross-workbook.ts';
import { readCrossTable } from '../usecases/pivot/read-cross-table.ts';
import { CrossFileQuery, CrossQuery, CrossTable } from './pivot.schema.ts';

const errors = [
  'units.not_found',
  'figures.period_unknown',
  'figures.indicator_not_found',
  'figures.figure_not_found',
  'figures.cross_unsound',
] as const;

/** Figures of units, indicators and periods crossed two by two. */
export const pivotRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/figures/cross-table',
      operationId: 'readCrossTable',
      summary: 'Figures of units, indicators and periods crossed two by two, a window of rows and columns, as they are in use now',
      access: 'figures.read',
      query: CrossQuery,
      response: CrossTable,
      errors,
    },
    ({ db, scope, query }) => readCrossTable(db, scope, query, query),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/cross-table.xlsx',
      operationId: 'exportCrossTable',
      summary: 'The whole of a cross table as .xlsx, with the count of its rows at the end',
      access: 'figures.read',
      query: CrossFileQuery,
      errors,
      perMinute: 60,
    },
    async ({ db, scope, query, reply }) => {
      const { name, content } = await crossWorkbook(db, scope, query);
      return reply.type(workbookMediaType).header('content-disposition', contentDisposition(name)).send(Readable.from(content));
    },
  ),
];
