// SPDX-License-Identifier: Apache-2.0
import { contentDisposition } from '#platform/files/file-name';
import { type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { exportNationalTable } from '../usecases/service-index/export-national-table.ts';
import { exportUnitIndex } from '../usecases/service-index/export-unit-index.ts';
import { listIndexUnits } from '../usecases/service-index/list-index-units.ts';
import { readNationalTable } from '../usecases/service-index/read-national-table.ts';
import { readOwnMeasure } from '../usecases/service-index/read-own-measure.ts';
import { readUnitIndex } from '../usecases/service-index/read-unit-index.ts';
import { indexVersions } from '../usecases/service-index/rules-data.ts';
import {
  NationalAnswer,
  NationalQuery,
  OwnAnswer,
  OwnQuery,
  PortalUnitParams,
  RuleVersions,
  UnitIndexAnswer,
  UnitIndexQuery,
  UnitsAnswer,
  UnitsQuery,
} from './service-index.schema.ts';

const unitErrors = ['scoring.index_portal_unit_not_found', 'scoring.index_period_wrong'];

/** The service index of Decision 766/QĐ-TTg, as published and as computed. */
export const serviceIndexRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/provinces',
      operationId: 'readNationalIndexTable',
      summary: 'The provinces with ranks in total and in each group, and the gaps to the best',
      access: 'scoring.read_service_index',
      query: NationalQuery,
      response: NationalAnswer,
      errors: ['scoring.index_table_not_found'],
    },
    async ({ db, query }) => ({ table: (await readNationalTable(db, query.table)) ?? null }),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/provinces.xlsx',
      operationId: 'exportNationalIndexTable',
      summary: 'The table of provinces as .xlsx',
      access: 'scoring.read_service_index',
      query: NationalQuery,
      errors: ['scoring.index_table_not_found'],
      perMinute: 60,
    },
    async ({ db, query, reply }) => sendWorkbook(reply, await exportNationalTable(db, query.table)),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/rules',
      operationId: 'listIndexRules',
      summary: 'The versions of the rules of the index with their validity, groups, metrics and operands',
      access: 'scoring.read_service_index',
      response: RuleVersions,
    },
    async () => indexVersions,
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/units',
      operationId: 'listIndexUnits',
      summary: 'The units of the own province with their points in a period',
      access: 'scoring.read_service_index',
      query: UnitsQuery,
      response: UnitsAnswer,
      errors: ['scoring.index_period_wrong'],
    },
    ({ db, scope, query }) => listIndexUnits(db, scope, query.period),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/units/:key',
      operationId: 'readUnitIndex',
      summary: 'Groups and metrics of a unit: published beside computed points, and what is missing for full ones',
      access: 'scoring.read_service_index',
      params: PortalUnitParams,
      query: UnitIndexQuery,
      response: UnitIndexAnswer,
      errors: unitErrors,
    },
    ({ db, scope, params, query }) => readUnitIndex(db, scope, params.key, query.period),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/units/:key/sheet.xlsx',
      operationId: 'exportUnitIndex',
      summary: 'Groups and metrics of a unit as .xlsx',
      access: 'scoring.read_service_index',
      params: PortalUnitParams,
      query: UnitIndexQuery,
      errors: unitErrors,
      perMinute: 60,
    },
    async ({ db, scope, params, query, reply }) => sendWorkbook(reply, await exportUnitIndex(db, scope, params.key, query.period)),
  ),
  route(
    {
      method: 'GET',
      path: '/scoring/service-index/own',
      operationId: 'readOwnIndexMeasure',
      summary: 'What the dossiers of this installation give for the index',
      access: 'scoring.read_service_index',
      query: OwnQuery,
      response: OwnAnswer,
      errors: ['units.not_found', 'scoring.index_period_wrong'],
    },
    ({ db, scope, query }) => readOwnMeasure(db, scope, query.unitId, query.period),
  ),
];

function sendWorkbook(reply: RouteContext['reply'], { name, content }: { readonly name: string; readonly content: Uint8Array }) {
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', contentDisposition(name))
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(content));
}
