// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { anIndicator, measuredBy } from '../../../../../test/factories/indicator.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { rebuildTally } from '../../../dossiers/data/tally/fold.repo.ts';
import { figureInUse } from '../figures-in-use.ts';
import { readRecomputation } from './read-recomputation.ts';
import { recomputeOpenPeriods } from './recompute-open.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Một' });
const received = await anIndicator(db, { unitId: province.id, ...measuredBy('dossiers.received') });
const procedure = await aProcedure(db, { unitId: province.id });
const inUse = (unitId: string, period: string) => figureInUse(db, { indicatorCode: received.code, unitId, period });

test('the figures of open periods are counted without anybody asking, closed ones are left alone, and it is said when', async () => {
  for (const day of ['2022-06-20', '2022-09-01'])
    await aDossier(db, { unitId: commune.id, procedureId: procedure.id, receivedAt: `${day}T08:00:00+07:00` });
  await inTransaction(db, rebuildTally);
  expect(await readRecomputation(db)).toBeNull();

  const done = await recomputeOpenPeriods(db, '2022-09-16');

  expect((await inUse(commune.id, '2022-09'))?.numerator).toBe('1');
  expect((await inUse(province.id, '2022'))?.numerator).toBe('2');
  expect(await inUse(commune.id, '2022-06')).toBeUndefined();
  expect(done).toMatchObject({ periods: ['năm 2022', '6 tháng cuối năm 2022', 'quý III/2022', 'tháng 9/2022'], units: 2, changed: 8 });
  expect(await readRecomputation(db)).toEqual(done);
  expect((await recomputeOpenPeriods(db, '2022-09-16')).changed).toBe(0);
});
