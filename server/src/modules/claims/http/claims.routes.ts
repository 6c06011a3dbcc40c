// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import { AppError } from '#kernel/app-error';
import { type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { type CheckedReport, checkReport } from '../usecases/check-report.ts';
import { exportFindingsDocx } from '../usecases/export-findings-docx.ts';
import { exportFindingsXlsx } from '../usecases/export-findings-xlsx.ts';
import { readReportText } from '../usecases/read-report-text.ts';
import { CheckedText, CheckTextBody } from './claims.schema.ts';

const fileMaxBytes = 25 * 1_048_576;
const fileErrors = [
  'claims.file_empty',
  'claims.file_encrypted',
  'claims.file_too_large',
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
      perMinute: 120,
    },
    async ({ body }) => checkReport(body.text, body.name),
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
      perMinute: 60,
    },
    async ({ request }) => {
      const { name, bytes } = await readUpload(request, fileMaxBytes);
      return checkReport(await readReportText(bytes, name), name);
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
      perMinute: 30,
    },
    async ({ body, reply }) => sendFile(reply, checkReport(body.text, body.name), 'docx'),
  ),
  route(
    {
      method: 'POST',
      path: '/claims/export.xlsx',
      operationId: 'exportFindingsXlsx',
      summary: 'Findings of a text as an Excel workbook',
      access: 'claims.check',
      body: CheckTextBody,
      perMinute: 30,
    },
    async ({ body, reply }) => sendFile(reply, checkReport(body.text, body.name), 'xlsx'),
  ),
];

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function sendFile(reply: FastifyReply, report: CheckedReport, format: 'docx' | 'xlsx'): Promise<FastifyReply> {
  if (report.claims.length === 0) throw new AppError('invalid', 'claims.nothing_found');
  const bytes = format === 'docx' ? await exportFindingsDocx(report) : await exportFindingsXlsx(report);
  return reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="soat-so-lieu.${format}"`)
    .send(Buffer.from(bytes));
}
