// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { listPortalRuns } from '#modules/dossiers';
import { type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { importIndexAnswer, indexFileMaxBytes } from '../usecases/service-index/import-answer.ts';
import { importPortalRun } from '../usecases/service-index/import-portal-run.ts';
import { listIndexSources } from '../usecases/service-index/list-index-sources.ts';
import { FromRunBody, ImportResult, PortalRunRow, SourceRow } from './service-index.schema.ts';

const fileErrors = [
  'scoring.whole_tree_needed',
  'scoring.index_day_ahead',
  'scoring.index_answer_not_json',
  'scoring.index_answer_not_ok',
  'scoring.index_answer_shape',
  'scoring.index_answer_number',
  'scoring.index_answer_unit',
  'scoring.index_period_missing',
  'scoring.index_period_wrong',
  'scoring.index_period_differs',
];

/** Published figures as they come in; rows are only ever added. */
export const indexImportRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/imports',
      operationId: 'listIndexSources',
      summary: 'Answers and files that figures of the index were read from, and runs of the portal connector',
      access: 'scoring.import_service_index',
      response: z.object({ rows: z.array(SourceRow), runs: z.array(PortalRunRow) }),
    },
    async ({ db, scope }) => ({ rows: await listIndexSources(db, scope), runs: await listPortalRuns(db, scope) }),
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/service-index/imports',
      operationId: 'importIndexAnswer',
      summary: "Add the rows of a JSON file: the portal's answer, with or without its request, or a table of all provinces",
      access: 'scoring.import_service_index',
      uploadMaxBytes: indexFileMaxBytes,
      status: 201,
      response: ImportResult,
      errors: [
        ...fileErrors,
        'scoring.index_unit_missing',
        'units.not_found',
        'platform.file_missing_in_request',
        'platform.file_too_large',
        'platform.file_empty',
      ],
      perMinute: 60,
    },
    async ({ db, files, actor, scope, request }) => {
      const { name, bytes, fields } = await readUpload(request, indexFileMaxBytes);
      const given = (key: string) => (fields[key] ? fields[key] : undefined);
      const unitId = z.uuid().optional().safeParse(given('unitId'));
      if (!unitId.success) throw new AppError('invalid', 'scoring.index_unit_missing');
      const asOf = z.iso.date().safeParse(given('asOf'));
      return importIndexAnswer(db, files, actor, scope, {
        name,
        content: bytes,
        unitId: unitId.data,
        period: given('period'),
        procedure: given('procedure')?.slice(0, 100),
        asOf: asOf.success ? asOf.data : undefined,
      });
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/service-index/imports/from-run',
      operationId: 'importIndexRun',
      summary: 'Add the rows of all answers that a run of the portal connector kept',
      access: 'scoring.import_service_index',
      body: FromRunBody,
      status: 201,
      response: z.array(ImportResult),
      errors: [...fileErrors, 'platform.not_found', 'platform.file_missing'],
      perMinute: 10,
    },
    ({ db, files, actor, scope, body }) => importPortalRun(db, files, actor, scope, body.runId),
  ),
];
