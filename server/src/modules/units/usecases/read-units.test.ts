// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { findUnitByCode, getUnit, listUnits, requireUnitInForce, unitTree } from './read-units.ts';

const { db } = await aDatabase();
const all = { roots: null };
let province: UnitGiven;
let district: UnitGiven;
let other: UnitGiven;
let commune: UnitGiven;
let late: UnitGiven;

beforeAll(async () => {
  province = await aUnit(db, { level: 'province', code: '11', name: 'Tỉnh Điện Biên' });
  district = await aUnit(db, { level: 'district', code: '100', name: 'Huyện Điện Biên', parentId: province.id, validTo: '2025-06-30' });
  other = await aUnit(db, { level: 'district', code: '097', name: 'Huyện Mường Chà', parentId: province.id, validTo: '2025-06-30' });
  commune = await aUnit(db, { code: '03256', name: 'Xã Mường Pồn', parentId: district.id, validTo: '2025-06-30' });
  late = await aUnit(db, { code: '03256', name: 'Xã Mường Pồn', parentId: province.id, validFrom: '2025-07-01' });
});

describe('reading units', () => {
  test('finds Điện Biên by "dien bien", each word anywhere', async () => {
    const { rows } = await listUnits(db, all, { asOf: '2022-09-14', search: 'bien dien' });

    expect(rows.map((unit) => unit.name)).toEqual(['Tỉnh Điện Biên', 'Huyện Điện Biên']);
  });

  test('takes the signs % and _ of a search as written', async () => {
    expect(await listUnits(db, all, { asOf: '2022-09-14', search: '%' })).toEqual({ rows: [], total: 0 });
  });

  test('shows the tree as it was and as it is', async () => {
    const before = await unitTree(db, all, '2022-09-14');
    const after = await unitTree(db, all, '2025-07-01');

    expect(before.map((row) => [row.name, row.depth])).toEqual([
      ['Tỉnh Điện Biên', 0],
      ['Huyện Điện Biên', 1],
      ['Xã Mường Pồn', 2],
      ['Huyện Mường Chà', 1],
    ]);
    expect(after.map((row) => row.id)).toEqual([province.id, late.id]);
  });

  test('keeps to the subtree of the scope', async () => {
    const scope = { roots: [district.id] };

    expect((await listUnits(db, scope, { asOf: '2022-09-14' })).rows.map((unit) => unit.id)).toEqual([district.id, commune.id]);
    await expect(getUnit(db, scope, other.id)).rejects.toMatchObject({ kind: 'not_found', code: 'units.not_found' });
    expect(await listUnits(db, { roots: [] }, { asOf: '2022-09-14' })).toEqual({ rows: [], total: 0 });
  });

  test('tells apart two units that had the same code', async () => {
    expect(await findUnitByCode(db, '03256', '2022-09-14')).toMatchObject({ id: commune.id });
    expect(await findUnitByCode(db, '03256', '2025-07-01')).toMatchObject({ id: late.id });
    expect(await findUnitByCode(db, '03256')).toMatchObject({ id: late.id });
    expect(await findUnitByCode(db, '99999')).toBeUndefined();
  });

  test('refuses a unit on a day on which it does not exist', async () => {
    expect(await requireUnitInForce(db, district.id, '2025-06-30')).toMatchObject({ code: '100' });
    await expect(requireUnitInForce(db, district.id, '2025-07-01')).rejects.toMatchObject({
      code: 'units.not_in_force',
      params: { name: 'Huyện Điện Biên', day: '01/7/2025' },
    });
  });

  test('pages, with the count of all', async () => {
    const page = await listUnits(db, all, { asOf: '2022-09-14', offset: 1, limit: 2 });

    expect(page.total).toBe(4);
    expect(page.rows.map((unit) => unit.name)).toEqual(['Huyện Điện Biên', 'Huyện Mường Chà']);
  });
});
