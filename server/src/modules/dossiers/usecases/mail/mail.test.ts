// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seedHolidays } from '#modules/calendar';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import type { DeskMove } from '../../domain/desk/moves.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import type { Reception } from '../desk/begin-entry.ts';
import { type MoveAsked, moveDossier } from '../desk/move-dossier.ts';
import { readDossier } from '../desk/read-dossier.ts';
import { receiveDossier } from '../desk/receive-dossier.ts';
import { turnAway } from '../desk/turn-away.ts';
import { printForm } from '../forms/print-form.ts';
import { apologiseLate } from './apologise-late.ts';

const { db } = await aDatabase();
await seedHolidays(db);
await seedClockRules(db);
const province = await aUnit(db, { level: 'province', code: 'H18' });
const commune = await aUnit(db, { parentId: province.id, code: 'H18.21', authorityName: 'UBND xã Mường Phăng' });
const everywhere = { roots: null, reformFields: null };
const paper = { code: 'TK', name: 'Tờ khai', originals: 1, copies: 0, form: null, formFileId: null, condition: null };
const procedure = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' }, papers: [paper] });
const at = (text: string): Date => new Date(`${text}:00+07:00`);

const reception = (email: string | null, handed = true): Reception => ({
  unitId: commune.id,
  procedureId: procedure.id,
  channel: 1,
  applicant: { name: 'Lò Thị Xuân', kind: 1, email },
  papers: [{ code: 'TK', originals: 1, copies: 0, handed }],
});

async function move(code: string, name: DeskMove, when: string, more: Partial<MoveAsked> = {}): Promise<void> {
  const { dossier } = await readDossier(db, everywhere, code, at(when));
  await moveDossier(db, systemActor, everywhere, { code, move: name, version: dossier.version, ...more }, at(when));
}

const mailsAbout = async (code: string): Promise<{ recipient: string; subject: string; body: string }[]> =>
  (
    await sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from platform.mail where subject like ${`%${code})`} order by id`.execute(db)
  ).rows;
const subjects = async (code: string): Promise<string[]> =>
  (await mailsAbout(code)).map(({ subject }) => subject.replace(` (${code})`, ''));

test('an applicant with an address is told of reception, missing papers, a new appointment and the result', async () => {
  const { code } = await receiveDossier(db, systemActor, everywhere, reception('xuan@example.com'), at('2022-09-12T09:00'));
  await move(code, 'process', '2022-09-12T10:00');
  await move(code, 'request_supplement', '2022-09-13T10:00', { reason: 'Tờ khai chưa ký' });
  await move(code, 'supplement', '2022-09-14T09:00');
  await move(code, 'extend', '2022-09-15T09:00', { reason: 'Chờ xác minh', newDueOn: '2022-09-28' });
  await move(code, 'finish', '2022-09-20T16:00');
  expect(await subjects(code)).toEqual([
    'Hồ sơ đã được tiếp nhận',
    'Đề nghị bổ sung hồ sơ',
    'Xin lỗi và hẹn lại ngày trả kết quả',
    'Hồ sơ đã có kết quả',
  ]);
  const mails = await mailsAbout(code);
  expect(mails[0]?.body).toContain('Hẹn trả kết quả chậm nhất hết ngày 19/9/2022.');
  expect(mails[1]?.body).toContain('Nội dung: Tờ khai chưa ký');
  expect(mails[2]?.body).toContain('ngày 28/9/2022');
});

test('an applicant without an address gets no mail, and a refused step sends none', async () => {
  const { code } = await receiveDossier(db, systemActor, everywhere, reception(null), at('2022-09-12T09:00'));
  expect(await subjects(code)).toEqual([]);
  const { code: other } = await receiveDossier(db, systemActor, everywhere, reception('a@example.com'), at('2022-09-12T09:00'));
  await expect(move(other, 'finish', '2022-09-12T10:00')).rejects.toMatchObject({ code: 'dossiers.move_not_allowed' });
  expect(await subjects(other)).toEqual(['Hồ sơ đã được tiếp nhận']);
});

test('a late dossier brings one apology for each appointment that was not kept', async () => {
  const { code } = await receiveDossier(db, systemActor, everywhere, reception('tre@example.com'), at('2022-10-03T09:00'));
  await apologiseLate(db, at('2022-10-10T12:00'));
  expect(await subjects(code)).toEqual(['Hồ sơ đã được tiếp nhận']);
  await apologiseLate(db, at('2022-10-11T08:00'));
  await apologiseLate(db, at('2022-10-11T09:00'));
  expect(await subjects(code)).toEqual(['Hồ sơ đã được tiếp nhận', 'Xin lỗi vì hồ sơ quá hạn']);
});

test('a dossier refused at the desk has a code, a refusal to print and a mail, and counts nowhere', async () => {
  const asked = { ...reception('tu-choi@example.com', false), outcome: 'rejected', reason: 'Không thuộc thẩm quyền' } as const;
  const { code } = await turnAway(db, systemActor, everywhere, asked, at('2022-10-04T09:00'));
  const { dossier, steps, moves } = await readDossier(db, everywhere, code, at('2022-10-04T10:00'));
  expect([dossier.status, dossier.receivedAt, moves, steps.map(({ event }) => event)]).toEqual([3, null, [], ['submitted', 'rejected']]);
  expect(await subjects(code)).toEqual(['Hồ sơ không được tiếp nhận']);
  const file = await printForm(db, everywhere, { code, form: '03', format: 'docx' }, at('2022-10-04T10:00'));
  expect(file.name).toBe(`mau-03-${code}.docx`);
  expect(await differingCells(db, 5)).toEqual([]);
});

test('a dossier sent back for papers is received when they come, and its clock starts then', async () => {
  const asked = { ...reception('thieu@example.com', false), outcome: 'supplement_requested', reason: 'Thiếu tờ khai' } as const;
  const { code } = await turnAway(db, systemActor, everywhere, asked, at('2022-10-05T09:00'));
  const { moves } = await readDossier(db, everywhere, code, at('2022-10-05T10:00'));
  expect(moves.map((one) => one.move)).toEqual(['accept', 'reject', 'withdraw']);
  await expect(move(code, 'supplement', '2022-10-06T09:00')).rejects.toMatchObject({ code: 'dossiers.move_not_allowed' });
  const brought = (paperCode: string) => [{ code: paperCode, originals: 1, copies: 0, handed: true }];
  await expect(move(code, 'accept', '2022-10-06T09:00', { papers: brought('XX') })).rejects.toMatchObject({
    code: 'dossiers.paper_unknown',
  });
  await move(code, 'accept', '2022-10-06T09:00', { papers: brought('TK') });
  expect((await readDossier(db, everywhere, code)).papers.map(({ handed }) => handed)).toEqual([true]);
  const { dossier } = await readDossier(db, everywhere, code, at('2022-10-06T10:00'));
  expect(dossier).toMatchObject({ status: 2, receivedAt: '2022-10-06T09:00:00+07:00', dueAt: '2022-10-13T23:59:00+07:00' });
  await expect(move(code, 'accept', '2022-10-06T11:00')).rejects.toMatchObject({ code: 'dossiers.move_not_allowed' });
  expect(await differingCells(db, 5)).toEqual([]);
});
