// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { deliverEvents } from '#platform/events/outbox';
import { aDatabase } from '../../../../test/database.ts';
import { anIndicator, entered } from '../../../../test/factories/indicator.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { mergeUnits } from '../../units/usecases/merge-units.ts';
import { renameUnit } from '../../units/usecases/rename-unit.ts';
import { figuresModule } from '../module.ts';
import { enterFigures } from './enter-figures.ts';
import { figureInUse } from './figures-in-use.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const province = await aUnit(db, { level: 'province' });
const [old, other] = [
  await aUnit(db, { level: 'district', parentId: province.id }),
  await aUnit(db, { level: 'district', parentId: province.id }),
];
const [first, second] = [await aUnit(db, { parentId: old.id }), await aUnit(db, { parentId: other.id })];
const count = await anIndicator(db, { unitId: province.id, ...entered });
const events = new Map(Object.entries(figuresModule().events ?? {}).map(([name, handler]) => [name, [handler]]));
const enter = (period: string, unitId: string, numerator: string) =>
  enterFigures(db, systemActor, everywhere, {
    period,
    cells: [{ unitId, indicatorId: count.id, numerator, denominator: null, seen: 0 }],
  });
const sumOf = async (unitId: string, period: string) =>
  (await figureInUse(db, { indicatorCode: count.code, unitId, period }))?.numerator ?? null;

test('a unit that takes the place of another has the sums of what moved to it, without anybody entering anything', async () => {
  for (const period of ['2023', '2024', '2024-03']) await enter(period, first.id, '7');
  await enter('2024', second.id, '5');
  const { heirs } = await renameUnit(db, systemActor, everywhere, old.id, {
    version: 1,
    onDay: '2024-07-01',
    name: 'Huyện Mới',
    authorityName: 'UBND huyện Mới',
  });
  const heir = heirs[0]?.unit.id ?? '';
  await deliverEvents(db, events, 1_000);

  expect([await sumOf(heir, '2024'), await sumOf(old.id, '2024'), await sumOf(province.id, '2024')]).toEqual(['7', null, '12']);
  expect([await sumOf(old.id, '2023'), await sumOf(old.id, '2024-03'), await sumOf(heir, '2024-03')]).toEqual(['7', '7', null]);

  await mergeUnits(db, systemActor, everywhere, { unitIds: [heir], onDay: '2024-10-01', into: { unitId: other.id } });
  await deliverEvents(db, events, 1_000);

  expect([await sumOf(heir, '2024'), await sumOf(other.id, '2024'), await sumOf(province.id, '2024')]).toEqual([null, '12', '12']);
});
