// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { contentDisposition } from '#platform/files/file-name';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { type PrintedTable, printSheet, printSummary, tableFormats } from '../../usecases/printing/print-scores.ts';

const FormatQuery = z.object({ format: z.enum(tableFormats).default('docx') });

/** Score tables on paper: of one unit in the official columns, and of all units by rank. */
export const printingRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/round-units/:id/score-table',
      operationId: 'printScoreTable',
      summary: 'The score table of a unit in the official columns as .docx, .pdf or .xlsx',
      access: 'scoring.read_rounds',
      params: IdParams,
      query: FormatQuery,
      errors: ['scoring.round_unit_not_found'],
      perMinute: 60,
    },
    async ({ db, actor, scope, params, query, reply }) => send(reply, await printSheet(db, actor, scope, params.id, query.format)),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/score-table',
      operationId: 'printScoreSummary',
      summary: 'All units of a round by rank as .docx, .pdf or .xlsx',
      access: 'scoring.read_rounds',
      params: IdParams,
      query: FormatQuery,
      errors: ['scoring.round_not_found'],
      perMinute: 60,
    },
    async ({ db, actor, scope, params, query, reply }) => send(reply, await printSummary(db, actor, scope, params.id, query.format)),
  ),
];

function send(reply: FastifyReply, { name, mediaType, content }: PrintedTable) {
  return reply
    .header('content-disposition', contentDisposition(name))
    .header('cache-control', 'private, no-store')
    .type(mediaType)
    .send(Buffer.from(content));
}
