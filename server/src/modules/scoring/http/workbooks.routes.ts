// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '#platform/files/file-name';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { exportSet, exportTemplate, reviewWorkbook, type WorkbookFile } from '../usecases/sets/exchange-workbook.ts';
import { ReviewQuery, WorkbookReview } from './sets.schema.ts';

const mostBytes = 4 * 1_048_576;

/** Criteria sets out as workbooks and in again; what a workbook would change is shown, and saved as a draft by the person. */
export const workbooksRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/sets/template.xlsx',
      operationId: 'exportCriteriaTemplate',
      summary: 'An empty workbook with headings, choices and help',
      access: 'scoring.read',
      perMinute: 60,
    },
    async ({ reply }) => send(reply, await exportTemplate()),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/sets/:id/export.xlsx',
      operationId: 'exportCriteriaSet',
      summary: 'A version as .xlsx, which can be edited and brought back',
      access: 'scoring.read',
      params: IdParams,
      errors: ['scoring.set_not_found'],
      perMinute: 60,
    },
    async ({ db, params, reply }) => send(reply, await exportSet(db, params.id)),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/sets/read',
      operationId: 'readCriteriaWorkbook',
      summary: 'Read an .xlsx and tell every difference and fault; nothing is saved',
      access: 'scoring.manage_sets',
      query: ReviewQuery,
      uploadMaxBytes: mostBytes,
      response: WorkbookReview,
      errors: [
        'scoring.set_not_found',
        'scoring.workbook_unreadable',
        'scoring.workbook_columns',
        'scoring.workbook_too_long',
        'platform.file_missing_in_request',
        'platform.file_too_large',
        'platform.file_empty',
        'platform.file_protected',
        'platform.file_unpacks_too_large',
        'platform.too_much_work',
        'platform.busy',
      ],
      perMinute: 30,
    },
    async ({ db, query, language, request }) => {
      const { bytes } = await readUpload(request, mostBytes);
      return reviewWorkbook(db, bytes, query.against ?? null, language);
    },
  ),
];

function send(reply: FastifyReply, file: WorkbookFile) {
  return reply
    .header('content-disposition', contentDisposition(file.name))
    .header('cache-control', 'private, no-store')
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(Buffer.from(file.content));
}
