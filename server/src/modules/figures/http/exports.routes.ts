// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { platformFileErrors } from '#platform/files/errors';
import { contentDisposition } from '#platform/files/file-name';
import { workbookMediaType } from '#platform/files/table-workbook';
import { platformErrors } from '#platform/http/errors';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { figuresErrors } from '../domain/errors.ts';
import { cancelExport, getExport, listExports, openExport, startExport } from '../usecases/export/manage-exports.ts';
import { FigureExport, FigureExports, StartExportBody } from './exports.schema.ts';

type Language = 'vi' | 'en';

/** Large tables of figures, written in the background and fetched by the one who asked for them. */
export const exportRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/figures/exports',
      operationId: 'startFigureExport',
      summary: 'Ask for the whole table of figures of a unit and all below it as .xlsx, written in the background',
      access: 'figures.read',
      body: StartExportBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: ['units.not_found', 'figures.period_unknown', 'figures.export_too_many'],
      perMinute: 20,
    },
    ({ db, actor, scope, body }) => startExport(db, actor, scope, body),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/exports',
      operationId: 'listFigureExports',
      summary: 'What the reader has exported, newest first, with its progress',
      access: 'figures.read',
      response: FigureExports,
    },
    async ({ db, actor, language }) => ({ rows: (await listExports(db, actor)).map((one) => told(one, language)) }),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/exports/:id',
      operationId: 'getFigureExport',
      summary: 'State and progress of an export',
      access: 'figures.read',
      params: IdParams,
      response: FigureExport,
      errors: ['figures.export_not_found'],
    },
    async ({ db, actor, params, language }) => told(await getExport(db, actor, params.id), language),
  ),
  route(
    {
      method: 'GET',
      path: '/figures/exports/:id/file.xlsx',
      operationId: 'downloadFigureExport',
      summary: 'The file of an export, for the one who asked for it',
      access: 'figures.read',
      params: IdParams,
      errors: ['figures.export_not_found', 'figures.export_not_ready', 'units.not_found', 'platform.file_missing'],
    },
    async ({ db, actor, scope, files, params, reply }) => {
      const { name, sizeBytes, content } = await openExport(db, actor, scope, files, params.id);
      return reply
        .type(workbookMediaType)
        .header('content-disposition', contentDisposition(name))
        .header('content-length', String(sizeBytes))
        .header('cache-control', 'private, no-store')
        .send(content);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/figures/exports/:id/cancel',
      operationId: 'cancelFigureExport',
      summary: 'Stop an export that waits or is being written',
      access: 'figures.read',
      params: IdParams,
      status: 204,
      errors: ['figures.export_not_found', 'figures.export_settled'],
    },
    async ({ db, actor, params, reply }) => {
      await cancelExport(db, actor, params.id);
      return reply.status(204).send();
    },
  ),
];

function told<T extends { readonly problem: string | null }>(one: T, language: Language): T {
  return { ...one, problem: one.problem === null ? null : (sentences[one.problem]?.[language] ?? one.problem) };
}

const sentences = { ...platformErrors, ...platformFileErrors, ...figuresErrors };
