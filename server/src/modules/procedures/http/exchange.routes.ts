// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { contentDisposition } from '#platform/files/file-name';
import { IdParams, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { exportCatalogue } from '../usecases/exchange/export-catalogue.ts';
import { listImports, reviewImport } from '../usecases/exchange/review-import.ts';
import { confirmImport, discardImport, uploadCatalogue } from '../usecases/exchange/save-import.ts';
import { ConfirmImportBody, DraftHead, ImportResult, ImportReview, ReviewQuery } from './exchange.schema.ts';
import { ProcedureFilterQuery } from './procedures.schema.ts';

const mostBytes = 10 * 1_048_576;
const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;

const exporting = (format: 'xlsx' | 'csv'): RouteDefinition =>
  route(
    {
      method: 'GET',
      path: `/procedures/export.${format}`,
      operationId: format === 'xlsx' ? 'exportProceduresXlsx' : 'exportProceduresCsv',
      summary: `The catalogue as of a day as .${format}, which can be edited and brought back`,
      access: 'procedures.read',
      query: ProcedureFilterQuery,
      perMinute: 60,
    },
    async ({ db, query: { asOf, standing, ...query }, reply }) => {
      const file = await exportCatalogue(db, format, {
        ...query,
        ...(asOf === undefined ? {} : { day: asOf }),
        standing: standing === 'all' ? undefined : standing,
      });
      return reply
        .header('content-disposition', contentDisposition(file.name))
        .header('cache-control', 'private, no-store')
        .type(mediaTypes[format])
        .send(Buffer.from(file.content));
    },
  );

/** The catalogue out as a file and in again, with its differences shown before anything is saved. */
export const exchangeRoutes: readonly RouteDefinition[] = [
  exporting('xlsx'),
  exporting('csv'),
  route(
    {
      method: 'GET',
      path: '/procedures/imports',
      operationId: 'listProcedureImports',
      summary: 'Files that wait for a decision',
      access: 'procedures.manage',
      response: z.array(DraftHead),
    },
    ({ db, scope }) => listImports(db, scope),
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/imports',
      operationId: 'uploadProcedures',
      summary: 'Send an .xlsx or .csv catalogue; it is checked and compared, nothing is saved yet',
      access: 'procedures.manage',
      query: ReviewQuery,
      uploadMaxBytes: mostBytes,
      status: 201,
      response: ImportReview,
      errors: [
        'procedures.unit_not_found',
        'procedures.import_unreadable',
        'procedures.import_encoding',
        'procedures.import_columns',
        'procedures.import_too_long',
        'procedures.import_empty',
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
    async ({ db, actor, scope, query, request }) => {
      const { name, bytes, fields } = await readUpload(request, mostBytes);
      const { id } = await uploadCatalogue(db, actor, scope, { name, bytes, unitId: keeperOf(fields) });
      return reviewImport(db, scope, id, query.day);
    },
  ),
  route(
    {
      method: 'GET',
      path: '/procedures/imports/:id',
      operationId: 'reviewProcedureImport',
      summary: 'What saving the file from a day on would change, and its wrong cells',
      access: 'procedures.manage',
      params: IdParams,
      query: ReviewQuery,
      response: ImportReview,
      errors: ['procedures.import_not_found'],
    },
    ({ db, scope, params, query }) => reviewImport(db, scope, params.id, query.day),
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/imports/:id/confirm',
      operationId: 'confirmProcedureImport',
      summary: 'Save the reviewed file as new versions, all or nothing',
      access: 'procedures.manage',
      params: IdParams,
      body: ConfirmImportBody,
      response: ImportResult,
      errors: [
        'procedures.import_not_found',
        'procedures.import_settled',
        'procedures.import_has_errors',
        'procedures.import_overtaken',
        'procedures.import_changes_nothing',
        'procedures.late_reason_missing',
      ],
    },
    ({ db, actor, scope, params, body }) => confirmImport(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/imports/:id/discard',
      operationId: 'discardProcedureImport',
      summary: 'Put the file aside',
      access: 'procedures.manage',
      params: IdParams,
      status: 204,
      errors: ['procedures.import_not_found', 'procedures.import_settled'],
    },
    async ({ db, actor, scope, params, reply }: RouteContext & { params: { id: string } }) => {
      await discardImport(db, actor, scope, params.id);
      return reply.status(204).send();
    },
  ),
];

/** The unit that keeps the entries, sent as a text field before the file. */
function keeperOf(fields: Readonly<Record<string, string>>): string {
  const unitId = z.uuid().safeParse(fields['unitId']);
  if (!unitId.success) throw new AppError('not_found', 'procedures.unit_not_found');
  return unitId.data;
}
