// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seedHolidays } from '#modules/calendar';
import { verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { openDatabase } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import { dossierCode } from '../../domain/desk/dossier-code.ts';
import type { DeskMove } from '../../domain/desk/moves.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { type MoveAsked, moveDossier } from './move-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { turnAway } from './turn-away.ts';

const { db, url } = await aDatabase({ max: 50 });
await seedHolidays(db);
await seedClockRules(db);
const province = await aUnit(db, { level: 'province', code: 'H18' });
const commune = await aUnit(db, { parentId: province.id, code: 'H18.21' });
const everywhere = { roots: null, reformFields: null };
const paper = { code: 'TK', name: 'Tờ khai đăng ký khai sinh', originals: 1, copies: 0, form: null, formFileId: null, condition: null };
const copy = { ...paper, code: 'GCS', name: 'Giấy chứng sinh' };
const procedure = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' }, papers: [paper, copy] });
const officer = { ...systemActor, name: 'Cán bộ một cửa' };
const handed = [paper, copy].map(({ code }) => ({ code, originals: 1, copies: 0, handed: true }));
const applicant = { name: 'Lò Thị Xuân', kind: 1, phone: '0912345678' };
const monday = new Date('2022-09-12T09:00:00+07:00');

const receive = (now: Date, papers = handed) =>
  receiveDossier(db, officer, everywhere, { unitId: commune.id, procedureId: procedure.id, channel: 1, applicant, papers }, now);

async function move(code: string, name: DeskMove, at: string, more: Partial<MoveAsked> = {}): Promise<void> {
  const { dossier } = await readDossier(db, everywhere, code, new Date(at));
  await moveDossier(db, officer, everywhere, { code, move: name, version: dossier.version, ...more }, new Date(at));
}

test('fifty receptions at once get fifty codes without a gap or a double', async () => {
  const received = await Promise.all(Array.from({ length: 50 }, () => receive(new Date('2022-10-05T08:30:00+07:00'))));
  const codes = received.map(({ code }) => code).sort();
  expect(codes).toEqual(Array.from({ length: 50 }, (_, index) => `000.00.21.H18-221005-${String(index + 1).padStart(4, '0')}`));
});

test('connections killed in the middle of receptions leave no gap, no half dossier and an unbroken chain', async () => {
  const day = new Date('2022-10-06T08:30:00+07:00');
  const other = openDatabase(`${url}?application_name=killed`, { max: 25 });
  const from = { unitId: commune.id, procedureId: procedure.id, channel: 1, applicant, papers: handed };
  const attempts = Promise.allSettled(Array.from({ length: 100 }, () => receiveDossier(other.db, officer, everywhere, from, day)));
  let isOver = false;
  void attempts.then(() => {
    isOver = true;
  });
  for (let killed = 0; killed < 40 && !isOver; ) {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'killed' and random() < 0.2`.execute(db);
    killed += rows.length;
    await new Promise((done) => setTimeout(done, 5));
  }
  const outcomes = await attempts;
  await other.close();
  const acknowledged = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.code] : []));
  acknowledged.push((await receive(day)).code);

  const { rows } = await sql<{ code: string; whole: boolean }>`
    select d.code, exists (select 1 from dossiers.step s where s.code = d.code and s.unit_id = d.unit_id)
      and exists (select 1 from dossiers.applicant a where a.code = d.code and a.unit_id = d.unit_id) as whole
    from dossiers.dossier d where d.received_at = ${day.toISOString()} order by d.code`.execute(db);
  const codes = rows.map(({ code }) => code);
  const entries = await sql<{ id: string }>`
    select subject_id as id from audit.entry where subject_id = any(${codes}) order by subject_id`.execute(db);
  expect(codes.map((code) => Number(code.slice(-4)))).toEqual(codes.map((_, index) => index + 1));
  expect(rows.every(({ whole }) => whole)).toBe(true);
  expect(entries.rows.map(({ id }) => id)).toEqual(codes);
  expect(acknowledged.filter((code) => !codes.includes(code))).toEqual([]);
  expect(await verifyAudit(db)).toMatchObject({ intact: true });
  expect(await differingCells(db, 5)).toEqual([]);
});

test('a serial above 9999 has five digits', async () => {
  await sql`insert into dossiers.serial (unit_id, day, last) values (${commune.id}, '2022-10-07', 9998)`.execute(db);
  const day = new Date('2022-10-07T08:30:00+07:00');
  expect([(await receive(day)).code, (await receive(day)).code]).toEqual(
    [9999, 10_000].map((serial) => dossierCode('H18.21', '2022-10-07', serial)),
  );
});

test('missing papers are named all at once and nothing is kept', async () => {
  await expect(receive(monday, [])).rejects.toMatchObject({
    code: 'dossiers.papers_missing',
    params: { papers: 'Tờ khai đăng ký khai sinh; Giấy chứng sinh' },
  });
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from dossiers.serial where day = '2022-09-12'`.execute(db);
  expect(rows).toEqual([{ count: 0 }]);
});

test('a dossier goes from reception over a pause to its result; the clock starts from zero after the papers came', async () => {
  const { code, dueAt } = await receive(monday);
  expect(dueAt).toBe('2022-09-19T23:59:00+07:00');
  await move(code, 'process', '2022-09-12T10:00:00+07:00');
  await move(code, 'request_supplement', '2022-09-13T10:00:00+07:00', { reason: 'Giấy chứng sinh mờ, chưa đọc được ngày sinh' });
  expect((await readDossier(db, everywhere, code)).dossier.dueAt).toBeNull();
  await move(code, 'supplement', '2022-09-20T09:00:00+07:00');
  const resumed = await readDossier(db, everywhere, code, new Date('2022-09-20T09:00:00+07:00'));
  expect(resumed.dossier.dueAt).toBe('2022-09-27T23:59:00+07:00');
  expect(resumed.clock?.steps.map((step) => step.kind)).toContain('restarted');
  await move(code, 'finish', '2022-09-26T16:00:00+07:00');
  await move(code, 'return_result', '2022-09-27T08:00:00+07:00');

  const { dossier, steps, moves } = await readDossier(db, everywhere, code);
  expect(dossier).toMatchObject({ status: 10, timeliness: 1, finishedAt: '2022-09-26T16:00:00+07:00', dueAt: '2022-09-27T23:59:00+07:00' });
  expect(steps.map((step) => [step.event, step.fromStatus, step.status])).toEqual([
    ['received', null, 2],
    ['processing', 2, 4],
    ['supplement_requested', 4, 5],
    ['supplemented', 5, 4],
    ['finished', 4, 9],
    ['returned', 9, 10],
  ]);
  expect(moves).toEqual([]);
  const { total } = await readStatistics(db, everywhere, { unitId: province.id, from: '2022-09-01', to: '2022-09-30', by: 'total' });
  expect(total).toMatchObject({ receivedDirect: 1, early: 1, open: 0 });
  expect(await differingCells(db, 5)).toEqual([]);
});

test('of two who take a step at the same time one succeeds and the other is told who was first', async () => {
  const { code } = await receive(new Date('2022-09-14T09:00:00+07:00'));

  // Both have seen the same state, however far the first one is when the second one sends.
  const { version } = (await readDossier(db, everywhere, code)).dossier;

  const outcomes = await Promise.allSettled([1, 2].map(() => move(code, 'process', '2022-09-15T09:00:00+07:00', { version })));

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'platform.stale' });
  expect((await readDossier(db, everywhere, code)).steps.map((step) => step.event)).toEqual(['received', 'processing']);
});

test('steps that the dossier does not allow, without a reason, ahead of time or seen too late are refused', async () => {
  const { code } = await receive(new Date('2022-09-14T09:00:00+07:00'));
  const at = '2022-09-15T09:00:00+07:00';
  await expect(move(code, 'return_result', at)).rejects.toMatchObject({ code: 'dossiers.move_not_allowed' });
  await expect(move(code, 'stop', at)).rejects.toMatchObject({ code: 'dossiers.reason_required' });
  await expect(move(code, 'process', at, { at: '2022-09-16T09:00:00+07:00' })).rejects.toMatchObject({ code: 'dossiers.moment_ahead' });
  await expect(move(code, 'process', at, { at: '2022-09-13T09:00:00+07:00' })).rejects.toMatchObject({
    code: 'dossiers.moment_before_last_step',
  });
  await expect(move(code, 'process', at, { version: 7 })).rejects.toMatchObject({ code: 'platform.stale' });
  await move(code, 'process', at);
  await expect(move(code, 'extend', at, { reason: 'Gõ nhầm năm', newDueOn: '2002-09-28' })).rejects.toMatchObject({
    code: 'dossiers.extension_refused',
    params: { why: 'ngày hẹn mới không muộn hơn hạn đang có' },
  });
  await move(code, 'extend', at, { reason: 'Chờ xác minh', newDueOn: '2022-09-28' });
  expect((await readDossier(db, everywhere, code)).dossier.dueAt).toBe('2022-09-28T23:59:00+07:00');
  await expect(move(code, 'extend', '2022-09-16T09:00:00+07:00', { reason: 'Lần nữa', newDueOn: '2022-09-30' })).rejects.toMatchObject({
    code: 'dossiers.extension_refused',
    params: { why: 'hồ sơ đã được hẹn lại một lần' },
  });
  const elsewhere = { roots: [province.id], reformFields: null };
  const other = await aUnit(db, { level: 'province' });
  await expect(readDossier(db, { ...elsewhere, roots: [other.id] }, code)).rejects.toMatchObject({ code: 'dossiers.not_found' });
  expect(await differingCells(db, 5)).toEqual([]);
});

test('numbers that nobody can have are refused at the desk, received or turned away, and nothing is entered', async () => {
  const at = new Date('2022-10-11T09:00:00+07:00');
  const asked = { unitId: commune.id, procedureId: procedure.id, channel: 1, papers: handed };
  const wrong = { ...asked, applicant: { ...applicant, identityNumber: 'abc' } };
  await expect(receiveDossier(db, officer, everywhere, wrong, at)).rejects.toMatchObject({ code: 'dossiers.identity_number_wrong' });
  const away = { ...asked, applicant: { ...applicant, phone: 'khong co' }, outcome: 'rejected', reason: 'Không đúng thẩm quyền' } as const;
  await expect(turnAway(db, officer, everywhere, away, at)).rejects.toMatchObject({ code: 'dossiers.phone_wrong' });
  const right = { ...asked, applicant: { ...applicant, kind: 2, identityNumber: '5600123456-001', phone: '+84 912.345.678' } };
  expect((await receiveDossier(db, officer, everywhere, right, at)).code).toBe('000.00.21.H18-221011-0001');
});
