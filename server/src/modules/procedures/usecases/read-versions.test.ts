// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { findProcedureByCode, onlineLevelOn, versionNumbered, versionOn, versionsInForce } from './read-versions.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province' });
const old = await aProcedure(db, { unitId: province.id, code: '1.004873.000.00.00.H18', validTo: '2022-06-30' });
await sql`insert into procedures.version (procedure_id, number, name, sector_id, level, limit_amount, limit_unit, valid_from, recorded_by)
  values (${old.id}, 2, 'Tên mới', ${old.sectorId}, 'commune', 2.5, 'hours', '2022-07-01', 'thử')`.execute(db);
const online = await aProcedure(db, {
  unitId: province.id,
  code: 'BTP-277',
  limit: null,
  online: { regime: 'tt32_2017', level: 'level_4', validTo: '2022-08-14' },
});

test('the version of a day is the one in force on it, to its last day included', async () => {
  expect(await versionOn(db, old.id, '2022-06-30')).toMatchObject({ number: 1, limit: { amount: 5, unit: 'working_days' } });
  expect(await versionOn(db, old.id, '2022-07-01')).toMatchObject({ number: 2, limit: { amount: 2.5, unit: 'hours' }, level: 'commune' });
  expect(await versionOn(db, old.id, '2018-12-31')).toBeUndefined();
  expect(await versionNumbered(db, old.id, 1)).toMatchObject({ number: 1, validTo: '2022-06-30', sectorCode: 'LV_THU' });
});

test('a code is found with or without the suffix of the province, and older codes as they are', async () => {
  expect((await findProcedureByCode(db, '1.004873'))?.id).toBe(old.id);
  expect((await findProcedureByCode(db, ' 1.004873.000.00.00.h18'))?.id).toBe(old.id);
  expect((await findProcedureByCode(db, 'btp-277'))?.id).toBe(online.id);
  expect(await findProcedureByCode(db, '1.004874')).toBeUndefined();
  expect(await findProcedureByCode(db, '?')).toBeUndefined();
});

test('a range gives every version that governs one of its days', async () => {
  const rows = await versionsInForce(db, { from: '2022-06-01', to: '2022-12-31' });

  expect(rows.map(({ code, nationalCode, number, limit }) => [code, nationalCode, number, limit])).toEqual([
    ['1.004873.000.00.00.H18', '1.004873', 1, { amount: 5, unit: 'working_days' }],
    ['1.004873.000.00.00.H18', '1.004873', 2, { amount: 2.5, unit: 'hours' }],
    ['BTP-277', null, 1, null],
  ]);
});

test('the online level is told in the words of the regime of the day', async () => {
  expect(await onlineLevelOn(db, online.id, '2022-08-14')).toMatchObject({ regime: 'tt32_2017', levelName: 'Mức độ 4', canSubmit: true });
  expect(await onlineLevelOn(db, online.id, '2022-08-15')).toBeUndefined();
});

test('the database keeps a recorded version as it is, and no two on one day', async () => {
  const renamed = sql`update procedures.version set name = 'Khác' where procedure_id = ${old.id}`.execute(db);
  await expect(renamed).rejects.toMatchObject({ constraint: 'version_recorded' });
  await expect(sql`delete from procedures.version where procedure_id = ${old.id}`.execute(db)).rejects.toMatchObject({
    constraint: 'version_recorded',
  });
  const overlapping = sql`update procedures.version set valid_to = '2022-07-01' where procedure_id = ${old.id} and number = 1`.execute(db);
  await expect(overlapping).rejects.toMatchObject({ constraint: 'version_in_force' });

  await sql`update procedures.version set valid_to = '2022-06-29' where procedure_id = ${old.id} and number = 1`.execute(db);
});
