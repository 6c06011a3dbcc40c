// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { getUnitSheet } from '../usecases/read-successions.ts';
import { listUnits, unitTree } from '../usecases/read-units.ts';
import { getMap, putMap } from '../usecases/units-map.ts';
import { AsOfQuery, MapQuery, MapReport, UnitMap, UnitPage, UnitSheet, UnitsQuery } from './units.schema.ts';

const mapMaxBytes = 10 * 1_048_576;
const mapErrors = [
  'units.map_unreadable',
  'units.map_not_collection',
  'units.map_bad_shape',
  'units.map_not_wgs84',
  'units.map_too_detailed',
  'units.map_twice',
  'units.map_nothing_matched',
];

/** Reading the units of any day, and their map. */
export const unitsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/units',
      operationId: 'listUnits',
      summary: 'Units of a day: as a tree (whole, each after its parent) or as a page of a flat list with search',
      access: 'units.read',
      query: UnitsQuery,
      response: UnitPage,
    },
    async ({ db, scope, query }) => {
      const asOf = query.asOf ?? todayInVietnam();
      if (query.view === 'tree') {
        const rows = await unitTree(db, scope, asOf);
        return { asOf, total: rows.length, rows };
      }
      const { rows, total } = await listUnits(db, scope, { ...query, asOf });
      return { asOf, total, rows: rows.map((row) => ({ ...row, depth: 0, childCount: 0 })) };
    },
  ),
  route(
    {
      method: 'GET',
      path: '/units/map',
      operationId: 'getUnitMap',
      summary: 'Shapes of the units of a day, as GeoJSON',
      access: 'units.read',
      query: AsOfQuery,
      response: UnitMap,
    },
    async ({ db, scope, query }) => {
      const { asOf, map, shapes } = await getMap(db, scope, query.asOf);
      const features = shapes.map(({ geometry, ...unit }) => ({ type: 'Feature' as const, id: unit.unitId, properties: unit, geometry }));
      return { asOf, map, type: 'FeatureCollection' as const, features };
    },
  ),
  route(
    {
      method: 'PUT',
      path: '/units/map',
      operationId: 'putUnitMap',
      summary: 'Send a GeoJSON file (polygons with code or name in WGS 84) for the units of a day; dryRun only reports',
      access: 'units.manage',
      query: MapQuery,
      uploadMaxBytes: mapMaxBytes,
      response: MapReport,
      errors: [...mapErrors, 'platform.file_missing_in_request', 'platform.file_too_large', 'platform.file_empty'],
      perMinute: 30,
    },
    async ({ db, actor, scope, query, request }) => {
      const { name, bytes } = await readUpload(request, mapMaxBytes);
      return putMap(db, actor, scope, {
        fileName: name.slice(-255) || 'map.geojson',
        bytes,
        asOf: query.asOf,
        dryRun: query.dryRun === 'true',
      });
    },
  ),
  route(
    {
      method: 'GET',
      path: '/units/:id',
      operationId: 'getUnit',
      summary: 'A unit with its parents, predecessors and successors',
      access: 'units.read',
      params: IdParams,
      query: AsOfQuery,
      response: UnitSheet,
      errors: ['units.not_found'],
    },
    ({ db, scope, params, query }) => getUnitSheet(db, scope, params.id, query.asOf),
  ),
];
