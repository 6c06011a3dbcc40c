// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { getUnitSheet, successorsOf } from './read-successions.ts';
import { findUnitByCode, listUnits, unitTree } from './read-units.ts';
import { seedUnits } from './seed-units.ts';

const { db } = await aDatabase();
const all = { roots: null };

beforeAll(async () => {
  await seedUnits(db);
});

const countsOn = async (asOf: string) => {
  const rows = await unitTree(db, all, asOf);
  return Object.fromEntries(
    ['province', 'district', 'commune', 'department'].map((level) => [level, rows.filter((row) => row.level === level).length]),
  );
};

describe('tỉnh Điện Biên as it is seeded', () => {
  test('has 10 districts and 129 communes on 14/9/2022', async () => {
    expect(await countsOn('2022-09-14')).toEqual({ province: 1, district: 10, commune: 129, department: 18 });
    expect(await countsOn('2025-06-30')).toMatchObject({ district: 10, commune: 129 });
  });

  test('has no district and 45 communes on 1/7/2025', async () => {
    expect(await countsOn('2025-07-01')).toEqual({ province: 1, district: 0, commune: 45, department: 6 });
  });

  test('gives huyện Điện Biên 21 communes and 11 agencies on 6/9/2022', async () => {
    const district = await findUnitByCode(db, '100', '2022-09-06');
    const below = (level: 'commune' | 'department') =>
      listUnits(db, { roots: [district?.id ?? ''] }, { asOf: '2022-09-06', parentId: district?.id, level, limit: 100 });

    expect(district).toMatchObject({ name: 'Huyện Điện Biên', authorityName: 'UBND huyện Điện Biên', startKnown: false });
    expect((await below('commune')).total).toBe(21);
    const departments = await below('department');
    expect(departments.total).toBe(11);
    expect(
      departments.rows
        .filter((unit) => unit.mark === null)
        .map((unit) => unit.code)
        .sort(),
    ).toEqual(['100/LDTBXH', '100/TCKH', '100/TNMT', '100/VP']);
  });

  test('tells what became of each of the 129 communes', async () => {
    const { rows } = await listUnits(db, all, { asOf: '2025-06-30', level: 'commune', limit: 200 });
    const heirs = new Set<string | undefined>();
    for (const unit of rows) {
      const successors = await successorsOf(db, all, unit.id);
      expect(successors).toHaveLength(1);
      heirs.add(successors[0]?.unit?.id);
    }

    expect(heirs.size).toBe(45);
  });

  test('keeps apart phường Him Lam and phường Điện Biên Phủ, which had one code', async () => {
    const heir = await findUnitByCode(db, '03127', '2025-07-01');
    const sheet = await getUnitSheet(db, all, heir?.id ?? '', '2026-01-01');

    expect(await findUnitByCode(db, '03127', '2025-06-30')).toMatchObject({ name: 'Phường Him Lam' });
    expect(sheet.unit.name).toBe('Phường Điện Biên Phủ');
    expect(sheet.predecessors).toHaveLength(6);
    expect(sheet.ancestors.map((unit) => unit.name)).toEqual(['Tỉnh Điện Biên']);
  });

  test('is written once', async () => {
    expect(await seedUnits(db)).toBe(0);
  });
});
