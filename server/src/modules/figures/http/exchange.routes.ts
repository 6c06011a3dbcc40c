// SPDX-License-Identifier: Apache-2.0
import { contentDisposition } from '#platform/files/file-name';
import type { Language } from '#platform/http/problem';
import { IdParams, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { sheetNames } from '../domain/exchange/sheet-form.ts';
import { exportSheet } from '../usecases/exchange/export-sheet.ts';
import { receiveSheet } from '../usecases/exchange/receive-sheet.ts';
import { type ImportReview, listImports, reviewImport } from '../usecases/exchange/review-import.ts';
import { confirmImport, discardImport } from '../usecases/exchange/settle-import.ts';
import { AcrossQuery, SheetImportReview, SheetImportSaved, SheetImports } from './exchange.schema.ts';
import { sentenceOf } from './figures.routes.ts';

const mostBytes = 10 * 1_048_576;
const openErrors = ['figures.import_not_found', 'figures.import_settled'];

/** The entry sheet out as a workbook and in again; every difference is shown before anything is recorded. */
export const exchangeRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/figures/units/:id/sheet.xlsx',
      operationId: 'exportFigureSheet',
      summary: 'The entry sheet as .xlsx, which can be filled and brought back; cells that are not entered are locked',
      access: 'figures.enter',
      params: IdParams,
      query: AcrossQuery,
      errors: ['units.not_found', 'figures.period_unknown'],
      perMinute: 60,
    },
    async ({ db, scope, params, query, reply }) => {
      const file = await exportSheet(db, scope, { unitId: params.id, ...query });
      return reply
        .header('content-disposition', contentDisposition(file.name))
        .header('cache-control', 'private, no-store')
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .send(Buffer.from(file.content));
    },
  ),
  route(
    {
      method: 'GET',
      path: '/figures/imports',
      operationId: 'listFigureImports',
      summary: 'Filled sheets that wait for a decision',
      access: 'figures.enter',
      response: SheetImports,
    },
    async ({ db, scope }) => ({ rows: await listImports(db, scope) }),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/imports',
      operationId: 'receiveFigureSheet',
      summary: 'Send a filled sheet; it is compared cell by cell, nothing is recorded yet',
      access: 'figures.enter',
      uploadMaxBytes: mostBytes,
      status: 201,
      response: SheetImportReview,
      errors: [
        'figures.unit_not_found',
        'figures.period_unknown',
        'figures.import_unreadable',
        'figures.import_not_exported',
        'figures.import_too_long',
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
    async ({ db, actor, scope, files, language, request }) => {
      const { name, bytes } = await readUpload(request, mostBytes);
      const { id } = await receiveSheet(db, actor, scope, files, { name, bytes });
      return told(await reviewImport(db, actor, scope, id), language);
    },
  ),
  route(
    {
      method: 'GET',
      path: '/figures/imports/:id',
      operationId: 'reviewFigureImport',
      summary: 'What recording the file would change now, cell by cell, and what keeps it from being recorded',
      access: 'figures.enter',
      params: IdParams,
      response: SheetImportReview,
      errors: openErrors,
    },
    async ({ db, actor, scope, params, language }) => told(await reviewImport(db, actor, scope, params.id), language),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/imports/:id/confirm',
      operationId: 'confirmFigureImport',
      summary: 'Record every changed cell of the file, or none',
      access: 'figures.enter',
      params: IdParams,
      response: SheetImportSaved,
      errors: [...openErrors, 'figures.import_changes_nothing', 'figures.import_has_faults'],
    },
    ({ db, actor, scope, params }) => confirmImport(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'POST',
      path: '/figures/imports/:id/discard',
      operationId: 'discardFigureImport',
      summary: 'Put the file aside',
      access: 'figures.enter',
      params: IdParams,
      status: 204,
      errors: openErrors,
    },
    async ({ db, actor, scope, params, reply }: RouteContext & { params: { id: string } }) => {
      await discardImport(db, actor, scope, params.id);
      return reply.status(204).send();
    },
  ),
];

function told({ faults, ...review }: ImportReview, language: Language) {
  return {
    ...review,
    faults: faults.map(({ cell, value, ...why }) => ({ sheet: sheetNames.figures, cell, value, sentence: sentenceOf(why, language) })),
  };
}
