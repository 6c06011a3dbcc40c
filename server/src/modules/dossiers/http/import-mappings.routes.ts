// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { createImportMapping, deleteImportMapping, listImportMappings, updateImportMapping } from '../usecases/import/manage-mappings.ts';
import { ImportMapping, MappingBody, NewMappingBody } from './import.schema.ts';

const access = 'dossiers.import';

/** Saved mappings of columns, by name. */
export const importMappingRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/dossiers/import-mappings',
      operationId: 'listDossierImportMappings',
      summary: 'Saved mappings of columns of the units in reach',
      access,
      response: z.object({ rows: z.array(ImportMapping) }),
    },
    async ({ db, scope }) => ({ rows: await listImportMappings(db, scope) }),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/import-mappings',
      operationId: 'createDossierImportMapping',
      summary: 'Save a mapping of columns under a name',
      access,
      body: NewMappingBody,
      status: 201,
      response: ImportMapping,
      errors: ['dossiers.import_mapping_name_taken', 'platform.not_found'],
    },
    async ({ db, actor, scope, body }) => createImportMapping(db, actor, scope, body),
  ),
  route(
    {
      method: 'PUT',
      path: '/dossiers/import-mappings/:id',
      operationId: 'updateDossierImportMapping',
      summary: 'Change a mapping of columns',
      access,
      params: IdParams,
      body: MappingBody,
      response: ImportMapping,
      errors: ['dossiers.import_mapping_name_taken', 'platform.stale', 'platform.not_found'],
    },
    async ({ db, actor, scope, params, body }) => updateImportMapping(db, actor, scope, { id: params.id, ...body }),
  ),
  route(
    {
      method: 'DELETE',
      path: '/dossiers/import-mappings/:id',
      operationId: 'deleteDossierImportMapping',
      summary: 'Remove a mapping of columns',
      access,
      params: IdParams,
      status: 204,
      errors: ['platform.not_found'],
    },
    async ({ db, actor, scope, params, reply }) => {
      await deleteImportMapping(db, actor, scope, params.id);
      return reply.code(204).send();
    },
  ),
];
