// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import { type RouteDefinition, route, WrittenAnswer } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { check } from './check-threads.ts';
import { CheckedText, CheckTextBody } from './claims.schema.ts';

const fileMaxBytes = 25 * 1_048_576;
const workErrors = ['platform.too_much_work', 'platform.busy'];
const fileErrors = [
  ...workErrors,
  'claims.file_empty',
  'claims.file_encrypted',
  'claims.file_too_large',
  'claims.file_too_deep',
  'claims.file_unreadable',
  'claims.file_type_unknown',
  'claims.file_no_text',
  'platform.file_too_large',
  'platform.file_empty',
];

/** The figure checker over HTTP; nothing that is sent is kept. */
export const claimsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/claims/check',
      operationId: 'checkText',
      summary: 'Recompute the numeric claims of a text',
      access: 'claims.check',
      body: CheckTextBody,
      response: CheckedText,
      errors: workErrors,
      perMinute: 120,
    },
    async ({ body }) => new WrittenAnswer(await check({ ...body, name: body.name, as: 'json' })),
  ),
  route(
    {
      method: 'POST',
      path: '/claims/check-file',
      operationId: 'checkFile',
      summary: 'Recompute the numeric claims of a .txt, .docx, .pdf or .html file',
      access: 'claims.check',
      uploadMaxBytes: fileMaxBytes,
      response: CheckedText,
      errors: fileErrors,
      perMinute: 30,
    },
    async ({ request }) => {
      const { name, bytes } = await readUpload(request, fileMaxBytes);
      return new WrittenAnswer(await check({ bytes, name, as: 'json' }));
    },
  ),
  route(
    {
      method: 'POST',
      path: '/claims/export.docx',
      operationId: 'exportFindingsDocx',
      summary: 'Findings of a text as a Word document',
      access: 'claims.check',
      body: CheckTextBody,
      errors: ['claims.nothing_found', ...workErrors],
      perMinute: 30,
    },
    async ({ body, reply }) => sendFile(reply, await check({ ...body, name: body.name, as: 'docx' }), 'docx'),
  ),
  route(
    {
      method: 'POST',
      path: '/claims/export.xlsx',
      operationId: 'exportFindingsXlsx',
      summary: 'Findings of a text as an Excel workbook',
      access: 'claims.check',
      body: CheckTextBody,
      errors: ['claims.nothing_found', ...workErrors],
      perMinute: 30,
    },
    async ({ body, reply }) => sendFile(reply, await check({ ...body, name: body.name, as: 'xlsx' }), 'xlsx'),
  ),
];

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function sendFile(reply: FastifyReply, bytes: Uint8Array, format: 'docx' | 'xlsx'): FastifyReply {
  return reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="soat-so-lieu.${format}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
