// SPDX-License-Identifier: Apache-2.0
import { geoIdentity, geoPath } from 'd3-geo';
import type { UnitMap } from './units.api.ts';

export type Shape = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly path: string;
  readonly center: readonly [number, number];
  readonly width: number;
};

type Geometry = UnitMap['features'][number]['geometry'];

/** Degrees of longitude are shorter than those of latitude: each is drawn as long as it is in the middle of the map. */
function flattened(geometry: Geometry, shrink: number): Geometry {
  const ring = (points: readonly (readonly number[])[]) => points.map((point) => [(point[0] ?? 0) * shrink, point[1] ?? 0]);
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(ring)) };
}

function middleLatitude(features: UnitMap['features']): number {
  let [low, high] = [90, -90];
  const points = features
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()))
    .flat();
  for (const [, latitude = 0] of points) {
    low = Math.min(low, latitude);
    high = Math.max(high, latitude);
  }
  return (low + high) / 2;
}

/**
 * The units of a map as flat SVG paths that fill a box. The plane is Cartesian, so that the direction in which a
 * file draws its rings does not matter.
 */
export function shapesOf(features: UnitMap['features'], width: number, height: number): readonly Shape[] {
  const shrink = Math.cos((middleLatitude(features) * Math.PI) / 180);
  const flat = features.map((feature) => ({ ...feature, geometry: flattened(feature.geometry, shrink) }));
  // d3's types want mutable coordinates; the generated ones of the API are read-only.
  const collection = JSON.parse(JSON.stringify({ type: 'FeatureCollection', features: flat })) as GeoJSON.FeatureCollection<
    GeoJSON.Polygon | GeoJSON.MultiPolygon,
    UnitMap['features'][number]['properties']
  >;
  const path = geoPath(
    geoIdentity()
      .reflectY(true)
      .fitExtent(
        [
          [4, 4],
          [width - 4, height - 4],
        ],
        collection,
      ),
  );
  return collection.features.map((feature) => {
    const [[left], [right]] = path.bounds(feature);
    return {
      id: feature.properties.unitId,
      name: feature.properties.name,
      code: feature.properties.code,
      path: path(feature) ?? '',
      center: path.centroid(feature),
      width: right - left,
    };
  });
}
