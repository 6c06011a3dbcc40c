// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { contentDisposition } from '#platform/files/file-name';
import { type RouteDefinition, route } from '#platform/http/route';
import { exportRegister } from '../usecases/export-register.ts';
import { createRegister, listRegisters } from '../usecases/registers.ts';
import { Register, RegisterCreateBody, RegisterExportQuery, RegisterQuery } from './documents.schema.ts';

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
      ],
    },
    ({ db, actor, scope, body }) => createRegister(db, actor, scope, body),
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
