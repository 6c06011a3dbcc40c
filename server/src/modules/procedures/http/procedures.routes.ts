// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { todayInVietnam } from '#kernel/dates';
import { contentDisposition } from '#platform/files/file-name';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { createSector } from '../usecases/create-sector.ts';
import { getFormFile } from '../usecases/get-form-file.ts';
import { compareVersions, listOnlineRegimes, listProcedures, listSectors } from '../usecases/read-procedures.ts';
import { CreateSectorBody } from './changes.schema.ts';
import {
  CompareQuery,
  FieldChange,
  OnlineRegime,
  ProcedurePage,
  ProcedureQuery,
  ProcedureSheet,
  Sector,
  SheetQuery,
} from './procedures.schema.ts';
import { sheetOf } from './sheet-of.ts';

const FormParams = IdParams.extend({ fileId: z.uuid() });

/** Reading the catalogue as of any day. */
export const procedureRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/procedures',
      operationId: 'listProcedures',
      summary: 'The catalogue as of a day',
      access: 'procedures.read',
      query: ProcedureQuery,
      response: ProcedurePage,
    },
    ({ db, query: { asOf, standing, ...query } }) =>
      listProcedures(db, { ...query, day: asOf ?? todayInVietnam(), standing: standing === 'all' ? undefined : standing }),
  ),
  route(
    {
      method: 'GET',
      path: '/procedures/sectors',
      operationId: 'listProcedureSectors',
      summary: 'Sectors of the catalogue',
      access: 'procedures.read',
      response: z.array(Sector),
    },
    ({ db }) => listSectors(db),
  ),
  route(
    {
      method: 'POST',
      path: '/procedures/sectors',
      operationId: 'createProcedureSector',
      summary: 'Add a sector',
      access: 'procedures.manage',
      body: CreateSectorBody,
      status: 201,
      response: Sector,
      errors: ['procedures.sector_code_taken'],
    },
    ({ db, actor, body }) => createSector(db, actor, body),
  ),
  route(
    {
      method: 'GET',
      path: '/procedures/online-regimes',
      operationId: 'listOnlineRegimes',
      summary: 'Regimes of online service with their levels',
      access: 'procedures.read',
      response: z.array(OnlineRegime),
    },
    ({ db }) => listOnlineRegimes(db),
  ),
  route(
    {
      method: 'GET',
      path: '/procedures/:id',
      operationId: 'getProcedure',
      summary: 'A procedure with its versions and online levels',
      access: 'procedures.read',
      params: IdParams,
      query: SheetQuery,
      response: ProcedureSheet,
      errors: ['procedures.procedure_not_found'],
    },
    (context) => sheetOf(context, context.params.id, context.query.asOf),
  ),
  route(
    {
      method: 'GET',
      path: '/procedures/:id/compare',
      operationId: 'compareProcedureVersions',
      summary: 'Fields in which two versions differ',
      access: 'procedures.read',
      params: IdParams,
      query: CompareQuery,
      response: z.array(FieldChange),
      errors: ['procedures.procedure_not_found', 'procedures.version_not_found'],
    },
    ({ db, params, query }) => compareVersions(db, params.id, query.from, query.to),
  ),
  route(
    {
      method: 'GET',
      path: '/procedures/:id/forms/:fileId',
      operationId: 'downloadProcedureForm',
      summary: 'Download the form of a paper',
      access: 'procedures.read',
      params: FormParams,
      errors: ['procedures.procedure_not_found', 'platform.not_found', 'platform.file_missing'],
    },
    async ({ db, files, params, reply }) => {
      const file = await getFormFile(db, params.id, params.fileId);
      const content = await files.get(file.sha256);
      return reply
        .header('content-disposition', contentDisposition(file.name))
        .header('content-length', String(file.sizeBytes))
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .type(file.mediaType)
        .send(content);
    },
  ),
];
