// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seedHolidays } from '#modules/calendar';
import { systemActor } from '#platform/auth/actor';
import { createPermissions } from '#platform/permissions/permissions';
import { aDatabase } from '../../../../../test/database.ts';
import { anAccount } from '../../../../../test/factories/account.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { dossiersModule } from '../../module.ts';
import { loadClock } from '../clock/load-clock.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import { readDossier } from '../desk/read-dossier.ts';
import { assignDossier, listAssignable } from './assign-dossier.ts';
import { readWorkList, type WorkAsked } from './read-work-list.ts';

const { db } = await aDatabase();
await seedHolidays(db);
await seedClockRules(db);
const province = await aUnit(db, { level: 'province', code: 'H18' });
const commune = await aUnit(db, { parentId: province.id });
const other = await aUnit(db, { parentId: province.id });
const procedure = await aProcedure(db, { unitId: province.id, name: 'Đăng ký khai sinh' });
const permissions = createPermissions([dossiersModule().permissions]);
const inCommune = { roots: [commune.id], reformFields: null };
// A Friday: the next working day is Monday the 19th.
const now = new Date('2022-09-16T10:00:00+07:00');

const open = (unitId: string, name: string, dueAt: string | null, status = 4) =>
  aDossier(db, { unitId, procedureId: procedure.id, applicantName: name, dueAt, status, receivedAt: '2022-09-01T08:00:00+07:00' });
const late = await open(commune.id, 'Lò Thị Xuân', '2022-09-15T23:59:00+07:00');
const soon = await open(commune.id, 'Nguyễn Văn Đông', '2022-09-19T23:59:00+07:00');
const far = await open(commune.id, 'Quàng Thị Hạ', '2022-09-30T23:59:00+07:00');
const paused = await open(commune.id, 'Mùa A Thu', null, 5);
const submitted = await open(commune.id, 'Vàng Thị Mới', null, 1);
const elsewhere = await open(other.id, 'Người Khác', '2022-09-10T23:59:00+07:00');
await open(commune.id, 'Bị Từ Chối', null, 3);
await aDossier(db, { unitId: commune.id, procedureId: procedure.id, finishedAt: '2022-09-15T08:00:00+07:00' });

const work = (asked: Partial<WorkAsked> = {}, scope = inCommune) => readWorkList(db, scope, { limit: 50, ...asked }, now);
const codes = async (asked: Partial<WorkAsked>) => (await work(asked)).rows.map(({ code }) => code);

test('the list holds the open dossiers of the scope by the time left, each with its state in words', async () => {
  const { rows, next } = await work();
  expect(rows.map(({ code, state }) => [code, state])).toEqual([
    [late.code, 'overdue'],
    [soon.code, 'due_soon'],
    [far.code, 'in_time'],
    [paused.code, 'paused'],
    [submitted.code, 'new'],
  ]);
  expect(rows[0]).toMatchObject({ procedureName: 'Đăng ký khai sinh', stateName: { vi: 'Quá hạn' } });
  expect(next).toBeNull();
  const all = await work({}, { roots: [province.id], reformFields: null });
  expect(all.rows[0]?.code).toBe(elsewhere.code);
  await expect(work({ unitId: other.id })).rejects.toMatchObject({ code: 'units.not_found' });
});

test('states, names without diacritics and parts of the code narrow the list', async () => {
  expect(await codes({ state: 'overdue' })).toEqual([late.code]);
  expect(await codes({ state: 'due_soon' })).toEqual([soon.code]);
  expect(await codes({ state: 'in_time' })).toEqual([far.code]);
  expect(await codes({ state: 'paused' })).toEqual([paused.code]);
  expect(await codes({ state: 'new' })).toEqual([submitted.code]);
  expect(await codes({ search: 'nguyen van dong' })).toEqual([soon.code]);
  expect(await codes({ search: far.code.slice(-4) })).toEqual([far.code]);
  expect(await codes({ search: '%' })).toEqual([]);
  expect(await codes({ procedureId: province.id })).toEqual([]);
});

test('pages follow one another without a gap or a double, also from dated to undated dossiers', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await work({ limit: 2, after });
    seen.push(...page.rows.map(({ code }) => code));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toEqual([late.code, soon.code, far.code, paused.code, submitted.code]);
});

test('a dossier is given to somebody who may handle it there, and to nobody else', async () => {
  const handler = await anAccount(db, { role: 'unit_officer', unitId: commune.id });
  const stranger = await anAccount(db, { role: 'unit_officer', unitId: other.id });
  const assign = (handlerId: string | null, version: number) =>
    assignDossier(db, systemActor, inCommune, permissions, { code: late.code, version, handlerId }, now);
  await expect(assign(stranger.id, 1)).rejects.toMatchObject({ code: 'dossiers.handler_unfit' });
  expect(await assign(handler.id, 1)).toEqual({ version: 2 });
  await expect(assign(null, 1)).rejects.toMatchObject({ code: 'platform.stale' });
  expect(await codes({ handler: handler.id })).toEqual([late.code]);
  expect(await codes({ handler: 'none' })).not.toContain(late.code);
  expect((await work()).rows[0]).toMatchObject({ handlerId: handler.id, handlerName: expect.stringMatching(/^Người thử/) });
  const { steps } = await readDossier(db, inCommune, late.code, now);
  expect(steps.map(({ event, status }) => [event, status])).toEqual([['assigned', 4]]);
  await expect(
    assignDossier(db, systemActor, { roots: [other.id], reformFields: null }, permissions, {
      code: late.code,
      version: 2,
      handlerId: null,
    }),
  ).rejects.toMatchObject({ code: 'dossiers.not_found' });
  await assign(null, 2);
  expect(await codes({ handler: 'none' })).toContain(late.code);
});

test('those who may be given a dossier are named, with the work that each has, and nobody of another unit', async () => {
  const leader = await anAccount(db, { role: 'unit_leader', unitId: province.id });
  const reader = await anAccount(db, { role: 'reader', unitId: commune.id });
  const stranger = await anAccount(db, { role: 'unit_officer', unitId: other.id });
  const disabled = await anAccount(db, { role: 'unit_officer', unitId: commune.id });
  await sql`update identity.account set disabled_at = now() where id = ${disabled.id}`.execute(db);
  await assignDossier(db, systemActor, inCommune, permissions, { code: far.code, version: 1, handlerId: leader.id }, now);

  const { rows } = await listAssignable(db, inCommune, permissions, soon.code);

  expect(rows.find(({ id }) => id === leader.id)).toMatchObject({ position: 'Chuyên viên', open: 1 });
  expect(rows.filter(({ id }) => [reader.id, stranger.id, disabled.id].includes(id))).toEqual([]);
  await expect(listAssignable(db, { roots: [other.id], reformFields: null }, permissions, soon.code)).rejects.toMatchObject({
    code: 'dossiers.not_found',
  });
});

test('the ground of the clock is built once and anew as soon as a rule, the hours or a year change', async () => {
  const first = await loadClock(db);
  expect(await loadClock(db)).toBe(first);
  await sql`update dossiers.clock_rule set enabled = not enabled where code = 'transfer_moves'`.execute(db);
  const second = await loadClock(db);
  expect(second).not.toBe(first);
  await sql`update calendar.year set version = version + 1 where year = 2022`.execute(db);
  const third = await loadClock(db);
  expect(third).not.toBe(second);
  await sql`delete from calendar.working_hours where weekday = 5`.execute(db);
  expect(await loadClock(db)).not.toBe(third);
});
