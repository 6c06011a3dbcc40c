// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { isReadRecord } from './read-record.ts';

export type Position = [longitude: number, latitude: number];
export type Geometry = { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

/** One shape of a map file with what it says about its unit. */
export type MapShape = { readonly code: string | null; readonly name: string | null; readonly geometry: Geometry };

const mostFeatures = 20_000;
const mostPoints = 1_000_000;
const codeKeys = ['code', 'ma', 'ma_xa', 'maxa', 'ma_dvhc', 'gso_code'];
const nameKeys = ['name', 'ten', 'ten_xa', 'tenxa', 'ten_dvhc'];

/**
 * Reads a GeoJSON file (RFC 7946): a FeatureCollection of closed polygons in longitude and latitude.
 * Only geometry, code and name are kept; heights and other properties are dropped.
 *
 * @throws AppError `units.map_unreadable`, `units.map_not_collection`, `units.map_bad_shape`, `units.map_not_wgs84`, `units.map_too_detailed`
 */
export function readMap(bytes: Uint8Array, fileName: string): MapShape[] {
  const file = parseJson(bytes, fileName);
  const features = isReadRecord(file) && file['type'] === 'FeatureCollection' ? file['features'] : undefined;
  if (!Array.isArray(features) || features.length === 0 || features.length > mostFeatures) {
    throw new AppError('invalid', 'units.map_not_collection', { name: fileName, most: mostFeatures });
  }
  const budget = { points: mostPoints };
  return features.map((feature: unknown, index) => readFeature(feature, index + 1, budget));
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('invalid', 'units.map_unreadable', { name });
  }
}

type Place = { readonly number: number; readonly label: string };

function readFeature(feature: unknown, number: number, budget: { points: number }): MapShape {
  const properties = isReadRecord(feature) && isReadRecord(feature['properties']) ? feature['properties'] : {};
  const code = propertyOf(properties, codeKeys);
  const name = propertyOf(properties, nameKeys);
  const place = { number, label: name ?? code ?? '?' };
  const geometry = isReadRecord(feature) && feature['type'] === 'Feature' ? feature['geometry'] : undefined;
  if (!isReadRecord(geometry) || !Array.isArray(geometry['coordinates'])) throw badShape(place);
  const coordinates: readonly unknown[] = geometry['coordinates'];
  if (geometry['type'] === 'Polygon')
    return { code, name, geometry: { type: 'Polygon', coordinates: readPolygon(coordinates, place, budget) } };
  if (geometry['type'] !== 'MultiPolygon' || coordinates.length === 0) throw badShape(place);
  const polygons = coordinates.map((polygon) => {
    if (!Array.isArray(polygon)) throw badShape(place);
    return readPolygon(polygon, place, budget);
  });
  return { code, name, geometry: { type: 'MultiPolygon', coordinates: polygons } };
}

function readPolygon(rings: readonly unknown[], place: Place, budget: { points: number }): Position[][] {
  if (rings.length === 0) throw badShape(place);
  return rings.map((ring) => {
    if (!Array.isArray(ring) || ring.length < 4) throw badShape(place);
    budget.points -= ring.length;
    if (budget.points < 0) throw new AppError('invalid', 'units.map_too_detailed', { most: mostPoints });
    const positions = ring.map((position: unknown) => readPosition(position, place));
    const [first, last] = [positions[0], positions[positions.length - 1]];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw badShape(place);
    return positions;
  });
}

function readPosition(position: unknown, place: Place): Position {
  if (!Array.isArray(position)) throw badShape(place);
  const [longitude, latitude]: readonly unknown[] = position;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw badShape(place);
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new AppError('invalid', 'units.map_not_wgs84', { ...place });
  return [longitude, latitude];
}

function badShape(place: Place): AppError {
  return new AppError('invalid', 'units.map_bad_shape', { ...place });
}

function propertyOf(properties: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  for (const [key, value] of Object.entries(properties)) {
    if (!keys.includes(key.toLowerCase())) continue;
    if (typeof value === 'string' && value.trim() !== '') return value.trim().normalize('NFC').slice(0, 200);
    if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  }
  return null;
}
