// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { procedureNames } from './procedure-names.repo.ts';

const { db } = await aDatabase();
const { id: unitId } = await aUnit(db);
const { id } = await aProcedure(db, { unitId });

const renamed = (name: string, number: number, from: string) => sql`
  insert into procedures.version (procedure_id, number, name, sector_id, level, valid_from, recorded_by)
  select procedure_id, ${number}::int, ${name}, sector_id, level, ${from}::date, 'x' from procedures.version
  where procedure_id = ${id} and number = 1`;
const nameOn = async (day: string, handle = db) => (await procedureNames(handle, day)).find((one) => one.id === id)?.name;

test('names are kept until the catalogue grows, and each day has its own', async () => {
  const before = await procedureNames(db, '2026-03-15');
  expect(await procedureNames(db, '2026-03-15')).toBe(before);

  const added = await aProcedure(db, { unitId });
  expect((await procedureNames(db, '2026-03-15')).map((one) => one.id).sort()).toEqual([id, added.id].sort());

  await sql`update procedures.version set valid_to = '2026-03-14' where procedure_id = ${id}`.execute(db);
  await renamed('Tên từ ngày 15', 2, '2026-03-15').execute(db);
  expect(await nameOn('2026-03-15')).toBe('Tên từ ngày 15');
  expect(await nameOn('2026-03-14')).toBe(before[0]?.name);
});

test('a name that a transaction took back is not shown for the next one', async () => {
  await sql`update procedures.version set valid_to = '2026-03-31' where procedure_id = ${id} and number = 2`.execute(db);
  const attempt = db.transaction().execute(async (transaction) => {
    await renamed('Không còn', 3, '2026-04-01').execute(transaction);
    expect(await nameOn('2026-04-01', transaction)).toBe('Không còn');
    throw new Error('taken back');
  });
  await expect(attempt).rejects.toThrow('taken back');
  expect(await nameOn('2026-04-01')).toBe('Tên từ ngày 15');

  await renamed('Tên tháng tư', 3, '2026-04-01').execute(db);
  expect(await nameOn('2026-04-01')).toBe('Tên tháng tư');
});
