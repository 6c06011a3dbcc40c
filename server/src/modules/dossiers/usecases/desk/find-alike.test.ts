// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { seedHolidays } from '#modules/calendar';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import { findAlike } from './find-alike.ts';
import { moveDossier } from './move-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { turnAway } from './turn-away.ts';

const { db } = await aDatabase();
await seedHolidays(db);
await seedClockRules(db);
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province', code: 'H18' });
const commune = await aUnit(db, { parentId: province.id, code: 'H18.21' });
const other = await aUnit(db, { parentId: province.id, code: 'H18.22' });
const procedure = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' }, papers: [] });
const second = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' }, papers: [] });
const xuan = { name: 'Lò Thị Xuân', kind: 1, identityNumber: '011190004321' };
const from = { unitId: commune.id, procedureId: procedure.id, channel: 1, papers: [] };
const at = (day: string) => new Date(`${day}T09:00:00+07:00`);
const receive = (applicant: typeof xuan | { name: string; kind: number }, day: string, more = {}) =>
  receiveDossier(db, systemActor, everywhere, { ...from, ...more, applicant }, at(day));
const alike = async (applicant: { name: string; identityNumber?: string | null }, more = {}, day = '2022-09-14') =>
  (await findAlike(db, everywhere, { ...from, ...more, applicant }, at(day))).map(({ code, status, by }) => [code, status, by]);

const vang = { name: 'Vàng A Chứ', kind: 1, identityNumber: '011090004399' };
const old = await receive(vang, '2022-08-10');
const open = await receive({ ...xuan, identityNumber: '0111 9000 4321' }, '2022-09-12');
const done = await receive(xuan, '2022-09-09');
await moveDossier(db, systemActor, everywhere, { code: done.code, move: 'withdraw', version: 1, reason: 'Rút hồ sơ' }, at('2022-09-12'));
const nameOnly = await receive({ name: 'LÒ THỊ XUÂN', kind: 1 }, '2022-09-13');
const sentBack = await turnAway(
  db,
  systemActor,
  everywhere,
  { ...from, applicant: xuan, outcome: 'supplement_requested', reason: 'Thiếu giấy tờ' },
  at('2022-09-14'),
);
await turnAway(
  db,
  systemActor,
  everywhere,
  { ...from, applicant: xuan, outcome: 'rejected', reason: 'Không thuộc thẩm quyền' },
  at('2022-09-13'),
);
const byNumber = [
  [sentBack.code, 5, 'number'],
  [open.code, 2, 'number'],
  [done.code, 7, 'number'],
];

test('the same number within thirty days, however it is written, and the same name where one bears no number; refused ones do not count', async () => {
  expect(await alike(xuan)).toEqual([byNumber[0], [nameOnly.code, 2, 'name'], byNumber[1]]);
  expect(await alike({ name: 'Người khác', identityNumber: ' 0111 9000 4321 ' })).toEqual(byNumber);
  expect(await alike(vang, {}, '2022-09-08')).toEqual([[old.code, 2, 'number']]);
  expect(await alike(vang, {}, '2022-09-14')).toEqual([]);
});

test('without a number the same name without accents and capitals', async () => {
  expect(await alike({ name: 'Lo Thi Xuan' })).toEqual([
    [sentBack.code, 5, 'name'],
    [nameOnly.code, 2, 'name'],
    [open.code, 2, 'name'],
  ]);
  expect(await alike({ name: 'Lò Thị Xuyến' })).toEqual([]);
});

test('another procedure, another unit and another number are no double', async () => {
  expect(await alike(xuan, { procedureId: second.id })).toEqual([]);
  expect(await alike(xuan, { unitId: other.id })).toEqual([]);
  expect(await alike({ ...xuan, identityNumber: '011190004322' })).toEqual([[nameOnly.code, 2, 'name']]);
  expect(await alike({ name: 'Người khác', identityNumber: '011190004322' })).toEqual([]);
});

test('who may not see the unit is told that there is none', async () => {
  const elsewhere = { roots: [other.id], reformFields: null };
  await expect(findAlike(db, elsewhere, { ...from, applicant: xuan })).rejects.toMatchObject({ code: 'units.not_found' });
  await expect(findAlike(db, everywhere, { ...from, unitId: newId(), applicant: xuan })).rejects.toMatchObject({ code: 'units.not_found' });
});
