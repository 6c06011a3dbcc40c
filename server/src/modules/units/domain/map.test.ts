// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { readMap } from './map.ts';
import { matchShapes } from './match-shapes.ts';
import type { Unit } from './unit.ts';

const ring = [
  [103, 21],
  [103.1, 21],
  [103.1, 21.1],
  [103, 21],
];
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const feature = (properties: object, coordinates: unknown = [ring], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]) => bytes({ type: 'FeatureCollection', features });
const refusal = (content: Uint8Array) => {
  try {
    return readMap(content, 'map.geojson');
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const aUnit = (code: string, name: string): Unit => ({
  id: `${code}-${name}`,
  code,
  name,
  level: 'commune',
  authorityName: name,
  documentSymbol: 'UBND',
  agencyCode: null,
  validFrom: '2025-07-01',
  validTo: null,
  startKnown: true,
  mark: null,
  note: null,
  decision: null,
  version: 1,
});

describe('reading a map file', () => {
  test('keeps geometry, code and name, and drops heights', () => {
    const high = ring.map((position) => [...position, 900]);

    expect(readMap(collection(feature({ MA_XA: 3127, ten: ' Phường Điện Biên Phủ ', dan_so: 1 }, [high])), 'a')).toEqual([
      { code: '3127', name: 'Phường Điện Biên Phủ', geometry: { type: 'Polygon', coordinates: [ring] } },
    ]);
    expect(readMap(collection(feature({}, [[ring], [ring]], 'MultiPolygon')), 'a')).toHaveLength(1);
  });

  test.each([
    ['a file cut off', bytes('{"type":"FeatureCollection","features":[{'), 'units.map_unreadable'],
    ['bytes that are not UTF-8', new Uint8Array([0xff, 0xfe, 0x22]), 'units.map_unreadable'],
    ['brackets nested without end', bytes('['.repeat(200_000)), 'units.map_unreadable'],
    ['another GeoJSON', bytes({ type: 'Feature' }), 'units.map_not_collection'],
    ['a list', bytes([1, 2]), 'units.map_not_collection'],
    ['no feature', collection(), 'units.map_not_collection'],
    ['a point', collection(feature({}, [103, 21], 'Point')), 'units.map_bad_shape'],
    ['an open ring', collection(feature({}, [ring.slice(0, 3).concat([[1, 1]])])), 'units.map_bad_shape'],
    ['a ring of three points', collection(feature({}, [ring.slice(1)])), 'units.map_bad_shape'],
    [
      'text for numbers',
      collection(
        feature({}, [
          [
            ['1', '2'],
            ['1', '3'],
            ['2', '3'],
            ['1', '2'],
          ],
        ]),
      ),
      'units.map_bad_shape',
    ],
    ['no geometry', collection({ type: 'Feature', properties: {}, geometry: null }), 'units.map_bad_shape'],
    ['metres of VN-2000', collection(feature({}, [ring.map(([x = 0, y = 0]) => [x * 5_000, y * 100_000])])), 'units.map_not_wgs84'],
  ])('refuses %s', (_what, content, code) => {
    expect(refusal(content)).toBe(code);
  });
});

describe('binding shapes to units', () => {
  const units = [
    aUnit('03127', 'Phường Điện Biên Phủ'),
    aUnit('03256', 'Xã Mường Pồn'),
    aUnit('03999', 'Xã Thanh An'),
    aUnit('03998', 'Phường Thanh An'),
  ];
  const bind = (...shapes: { code?: string; name?: string }[]) =>
    matchShapes(
      shapes.map(({ code = null, name = null }) => ({ code, name, geometry: { type: 'Polygon', coordinates: [] } })),
      units,
    );

  test('goes by code, also where zeros were lost, and by name without diacritics or rank', () => {
    expect(bind({ code: '03127' }, { code: '3256', name: 'Xã Mường Pồn' }).matched.map((one) => one.unit.code)).toEqual(['03127', '03256']);
    expect(bind({ name: 'muong pon' }, { name: 'xã thanh an' }).matched.map((one) => one.unit.code)).toEqual(['03256', '03999']);
  });

  test('does not trust a code whose name is another unit’s, nor a name that two units bear', () => {
    expect(bind({ code: '03127', name: 'Phường Him Lam' }, { name: 'Thanh An' })).toEqual({
      matched: [],
      unmatched: [
        { code: '03127', name: 'Phường Him Lam' },
        { code: null, name: 'Thanh An' },
      ],
    });
  });

  test('refuses two shapes for one unit', () => {
    expect(() => bind({ code: '03127' }, { name: 'Điện Biên Phủ' })).toThrow('units.map_twice');
  });
});
