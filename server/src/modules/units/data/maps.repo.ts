// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Geometry } from '../domain/map.ts';
import type { MatchedShape } from '../domain/match-shapes.ts';
import { withinScope } from './scope.ts';
import type { UnitsDb } from './tables.ts';
import { covers } from './units.repo.ts';

export type StoredMap = {
  readonly id: string;
  readonly asOf: Day;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
};

export type StoredShape = { readonly unitId: string; readonly code: string; readonly name: string; readonly geometry: Geometry };

export async function insertMap(db: UnitsDb, map: Omit<StoredMap, 'uploadedAt'>, shapes: readonly MatchedShape[]): Promise<void> {
  const { id, asOf, fileName, sha256, sizeBytes, uploadedBy } = map;
  await db
    .insertInto('units.map')
    .values({ id, as_of: asOf, file_name: fileName, sha256, size_bytes: sizeBytes, uploaded_by: uploadedBy })
    .execute();
  const rows = JSON.stringify(shapes.map(({ unit, shape }) => ({ unit_id: unit.id, geometry: shape.geometry })));
  await sql`insert into units.map_feature (map_id, unit_id, geometry)
    select ${id}::uuid, shape.unit_id, shape.geometry from jsonb_to_recordset(${rows}::jsonb) as shape (unit_id uuid, geometry jsonb)`.execute(
    db,
  );
}

/** The newest map that shows any unit of that day. */
export async function findMap(db: UnitsDb, asOf: Day): Promise<StoredMap | undefined> {
  const row = await db
    .selectFrom('units.map as map')
    .selectAll()
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('units.map_feature as feature')
          .innerJoin('units.unit as unit', 'unit.id', 'feature.unit_id')
          .select('feature.unit_id')
          .whereRef('feature.map_id', '=', 'map.id')
          .where(covers('unit', asOf)),
      ),
    )
    .orderBy('map.uploaded_at', 'desc')
    .orderBy('map.id', 'desc')
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      asOf: row.as_of,
      fileName: row.file_name,
      sha256: row.sha256,
      sizeBytes: row.size_bytes,
      uploadedAt: row.uploaded_at,
      uploadedBy: row.uploaded_by,
    }
  );
}

export async function listShapes(db: UnitsDb, scope: Pick<UnitScope, 'roots'>, mapId: string, asOf: Day): Promise<StoredShape[]> {
  const rows = await db
    .selectFrom('units.map_feature as feature')
    .innerJoin('units.unit as unit', 'unit.id', 'feature.unit_id')
    .select(['unit.id', 'unit.code', 'unit.name', 'feature.geometry'])
    .where('feature.map_id', '=', mapId)
    .where(covers('unit', asOf))
    .where(withinScope('unit.id', scope))
    .orderBy('unit.code')
    .execute();
  // Only insertMap writes geometries, and it takes them from readMap.
  return rows.map((row) => ({ unitId: row.id, code: row.code, name: row.name, geometry: row.geometry as Geometry }));
}
