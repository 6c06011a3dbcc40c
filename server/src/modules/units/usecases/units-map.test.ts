// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { findUnitByCode } from './read-units.ts';
import { seedUnits } from './seed-units.ts';
import { getMap, putMap } from './units-map.ts';

const { db } = await aDatabase();
const all = { roots: null };
const actor: Actor = { id: 'a', name: 'Quản trị', position: null, grants: [] };
const given = new URL('../../../../../../shared/reference/units/dien-bien-communes-2025.geojson', import.meta.url);

const ring = [
  [103, 21],
  [103.1, 21],
  [103.1, 21.1],
  [103, 21],
];
const file = (...properties: object[]) =>
  new TextEncoder().encode(
    JSON.stringify({
      type: 'FeatureCollection',
      features: properties.map((one) => ({ type: 'Feature', properties: one, geometry: { type: 'Polygon', coordinates: [ring] } })),
    }),
  );
const put = (asOf: string, ...properties: object[]) =>
  putMap(db, actor, all, { fileName: 'ban-do.geojson', bytes: file(...properties), asOf });

beforeAll(async () => {
  await seedUnits(db);
});

describe('the map of the units', () => {
  test('is told as not given before one is sent', async () => {
    expect(await getMap(db, all, '2025-07-01')).toEqual({ asOf: '2025-07-01', map: null, shapes: [] });
  });

  test('binds shapes to the units of its day and names what does not fit', async () => {
    const report = await put('2025-07-01', { code: '03127', name: 'Phường Điện Biên Phủ' }, { name: 'Xã Không Có' });

    expect(report).toMatchObject({ stored: true, matched: 1, unmatched: [{ code: null, name: 'Xã Không Có' }] });
    expect(report.withoutShape).toHaveLength(44);
    const { map, shapes } = await getMap(db, all, '2026-01-01');
    expect(map).toMatchObject({ fileName: 'ban-do.geojson', uploadedBy: 'Quản trị' });
    expect(shapes).toEqual([
      {
        unitId: (await findUnitByCode(db, '03127', '2026-01-01'))?.id,
        code: '03127',
        name: 'Phường Điện Biên Phủ',
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ]);
  });

  test('keeps the map of an older day beside it', async () => {
    await put('2022-09-14', { name: 'Huyện Điện Biên' }, { name: 'Huyện Mường Chà' });

    expect((await getMap(db, all, '2022-09-14')).shapes.map((shape) => shape.name)).toEqual(['Huyện Mường Chà', 'Huyện Điện Biên']);
    expect((await getMap(db, all, '2025-07-01')).shapes.map((shape) => shape.code)).toEqual(['03127']);
  });

  test('shows only the shapes within the scope', async () => {
    const district = await findUnitByCode(db, '097', '2022-09-14');

    expect((await getMap(db, { roots: [district?.id ?? ''] }, '2022-09-14')).shapes.map((shape) => shape.name)).toEqual([
      'Huyện Mường Chà',
    ]);
  });

  test('stores nothing in a dry run and nothing that fits no unit', async () => {
    const dry = await putMap(db, actor, all, { fileName: 'a', bytes: file({ name: 'Xã Mường Pồn' }), asOf: '2025-07-01', dryRun: true });

    expect(dry).toMatchObject({ stored: false, matched: 1 });
    await expect(put('2025-07-01', { name: 'Huyện Điện Biên' })).rejects.toMatchObject({
      code: 'units.map_nothing_matched',
      params: { day: '01/7/2025' },
    });
    expect((await getMap(db, all, '2025-07-01')).shapes).toHaveLength(1);
  });

  test.skipIf(!existsSync(given))('binds all 45 communes of the given map of Điện Biên (skipped where ../shared is absent)', async () => {
    const report = await putMap(db, actor, all, { fileName: 'dien-bien.geojson', bytes: readFileSync(given), asOf: '2025-07-01' });

    expect(report).toMatchObject({ matched: 45, unmatched: [], withoutShape: [] });
    expect((await getMap(db, all, '2025-07-01')).shapes).toHaveLength(45);
  });
});
