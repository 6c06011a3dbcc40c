// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import { contentDisposition } from '#platform/files/file-name';
import { type RouteDefinition, route, WrittenAnswer } from '#platform/http/route';
import { exportForm06a } from '../usecases/statistics/export-form-06a.ts';
import { openNumber } from '../usecases/statistics/open-number.ts';
import { printForm06a } from '../usecases/statistics/print-form-06a.ts';
import { readStatistics } from '../usecases/statistics/read-statistics.ts';
import { Asked, NumberAnswer, NumberQuery, StatisticsAnswer, StatisticsQuery } from './statistics.schema.ts';

const errors = ['units.not_found', 'dossiers.period_reversed', 'dossiers.period_too_long'];

/** A whole catalogue of procedures is thousands of rows: their type holds the shape, looking at each again costs as much as reading them. */
const written = (answer: z.input<typeof StatisticsAnswer>): WrittenAnswer => new WrittenAnswer(Buffer.from(JSON.stringify(answer)));

/** Counts of dossiers and the dossiers behind each. */
export const statisticsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/dossiers/statistics',
      operationId: 'readDossierStatistics',
      summary: 'Dossiers received, solved early, on time and late, open and overdue, of a unit and all below it',
      access: 'dossiers.read_statistics',
      query: StatisticsQuery,
      response: StatisticsAnswer,
      errors,
    },
    async ({ db, scope, query }) => {
      return written(await readStatistics(db, scope, query, new Date(), query));
    },
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/statistics/dossiers',
      operationId: 'openDossierNumber',
      summary: 'The dossiers that one number of the statistics counts',
      access: 'dossiers.read',
      query: NumberQuery,
      response: NumberAnswer,
      errors: ['units.not_found', 'dossiers.period_reversed', 'dossiers.page_unknown'],
    },
    async ({ db, scope, query }) => openNumber(db, scope, query),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/statistics/form-06a.xlsx',
      operationId: 'exportForm06a',
      summary: 'Form II.06a/VPCP of a unit and a period as .xlsx, its sums as formulas',
      access: 'dossiers.read_statistics',
      query: Asked,
      errors,
      perMinute: 60,
    },
    async ({ db, scope, query, reply }) => {
      const { name, content } = await exportForm06a(db, scope, query);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', contentDisposition(name))
        .send(Buffer.from(content));
    },
  ),
  ...(['docx', 'pdf'] as const).map((format) =>
    route(
      {
        method: 'GET',
        path: `/dossiers/statistics/form-06a.${format}`,
        operationId: format === 'docx' ? 'exportForm06aDocx' : 'exportForm06aPdf',
        summary: `Form II.06a/VPCP of a unit and a period as ${format === 'docx' ? 'Word file' : 'PDF'}, with the proof of its sums`,
        access: 'dossiers.read_statistics',
        query: Asked,
        errors,
        perMinute: 60,
      },
      async ({ db, scope, query, reply }) => {
        const { name, mediaType, bytes } = await printForm06a(db, scope, query, format);
        return reply.type(mediaType).header('content-disposition', contentDisposition(name)).send(Buffer.from(bytes));
      },
    ),
  ),
];
