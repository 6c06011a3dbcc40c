// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { seedHolidays } from '#modules/calendar';
import { seedDemoProcedures } from '#modules/procedures';
import { findUnitByCode, seedUnits } from '#modules/units';
import { aDatabase } from '../../../../../test/database.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import { brokenIdentities, form06aRow } from '../../domain/statistics/form-06a.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import { openNumber } from '../statistics/open-number.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { seedDemoDossiers } from './seed-demo-dossiers.ts';

const { db } = await aDatabase();
await seedUnits(db);
await seedHolidays(db);
await seedClockRules(db);
await seedDemoProcedures(db);
await seedDemoDossiers(db);
const everywhere = { roots: null, reformFields: null };
const idOf = async (code: string): Promise<string> => (await findUnitByCode(db, code, '2022-09-01'))?.id ?? '';

test('the generated dossiers of huyện Điện Biên add up to what its inspection published', async () => {
  const unitId = await idOf('100');
  const { total } = await readStatistics(db, everywhere, { unitId, from: '2022-01-01', to: '2022-09-05', by: 'total' });
  expect(total).toEqual({
    receivedDirect: 5369 - 4242,
    receivedOnline: 4242,
    receivedPostal: 0,
    carried: 0,
    early: 5126,
    onTime: 0,
    late: 64,
    closed: 0,
    open: 179,
    overdue: 0,
  });
  expect(brokenIdentities(form06aRow(total))).toEqual([]);
  const { rows } = await openNumber(db, everywhere, { unitId, from: '2022-01-01', to: '2022-09-05', measure: 'late', limit: 100 });
  expect(rows).toHaveLength(64);
  expect(rows.every((row) => row.generated && row.procedureName !== '')).toBe(true);
});

test('those of huyện Mường Chà add up to 25.718, and a second seeding changes nothing', async () => {
  await seedDemoDossiers(db);
  const unitId = await idOf('097');
  const { total } = await readStatistics(db, everywhere, { unitId, from: '2022-01-01', to: '2022-10-31', by: 'total' });
  expect(total).toMatchObject({ early: 7139, onTime: 18254, late: 231, open: 94, overdue: 0 });
  expect(total.receivedDirect + total.receivedOnline).toBe(25718);
  expect(await differingCells(db, 5)).toEqual([]);
});
