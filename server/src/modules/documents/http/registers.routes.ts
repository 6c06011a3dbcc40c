// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { contentDisposition } from '#platform/files/file-name';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { closeRegister, reopenRegister } from '../usecases/close-register.ts';
import { exportRegister } from '../usecases/export-register.ts';
import { createRegister, listRegisters } from '../usecases/registers.ts';
import {
  CloseRegisterBody,
  Register,
  RegisterCreateBody,
  RegisterExportQuery,
  RegisterQuery,
  ReopenRegisterBody,
} from './documents.schema.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const registerRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/documents/registers',
      operationId: 'listRegisters',
      summary: 'Registers of the units in reach',
      access: 'documents.read',
      query: RegisterQuery,
      response: z.array(Register),
    },
    ({ db, scope, query }) => listRegisters(db, scope, query),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/registers',
      operationId: 'createRegister',
      summary: 'Open a register, for all types or for one',
      access: 'documents.issue',
      body: RegisterCreateBody,
      status: 201,
      response: Register,
      errors: [
        'units.not_found',
        'documents.type_unknown',
        'documents.register_there',
        'documents.register_scope_in_use',
        'documents.register_incoming_is_one',
        'documents.register_closed',
      ],
    },
    ({ db, actor, scope, body }) => createRegister(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/registers/:id/close',
      operationId: 'closeRegister',
      summary: 'Close a register at the end of its year',
      access: 'documents.issue',
      params: IdParams,
      body: CloseRegisterBody,
      response: Register,
      errors: ['documents.register_not_found', 'documents.register_closed', 'documents.register_year_running'],
    },
    ({ db, actor, scope, params, body }) => closeRegister(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/registers/:id/reopen',
      operationId: 'reopenRegister',
      summary: 'Open a closed register again, with a reason',
      access: 'documents.reopen_register',
      params: IdParams,
      body: ReopenRegisterBody,
      response: Register,
      errors: ['documents.register_not_found', 'documents.register_open', 'documents.reopen_reason_missing'],
    },
    ({ db, actor, scope, params, body }) => reopenRegister(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'GET',
      path: '/documents/register.xlsx',
      operationId: 'exportRegister',
      summary: 'A register in the ten columns of Decree 30/2020, annex IV',
      access: 'documents.read',
      query: RegisterExportQuery,
      errors: ['documents.register_not_found'],
      perMinute: 60,
    },
    async ({ db, scope, query, reply }) => {
      const { name, content } = await exportRegister(db, scope, query.registerId);
      return reply
        .header('content-disposition', contentDisposition(name))
        .header('cache-control', 'private, no-store')
        .type(xlsx)
        .send(Buffer.from(content));
    },
  ),
];
