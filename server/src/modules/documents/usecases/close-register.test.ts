// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aDraft } from '../../../../test/factories/document.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { documentsModule } from '../module.ts';
import { closeRegister } from './close-register.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [documentsModule()] });
let unit: UnitGiven;

beforeAll(async () => {
  unit = await aUnit(db, { level: 'district' });
});

type Row = { id: string; year: number; direction: string; nextNumber: number; closedAt: string | null; closings: { action: string }[] };
const officer = () => anActor('par_officer', unit.id);
const administrator = () => anActor('administrator', unit.id);
const issue = async (issuedOn: string) => {
  const { id } = await aDraft(db, { unitId: unit.id });
  return as(officer())('POST', `/api/documents/${id}/issue`, { version: 1, issuedOn });
};
const registers = async (): Promise<Row[]> => (await as(officer())('GET', '/api/documents/registers')).json();
const registerOf = async (year: number, direction = 'outgoing'): Promise<Row> => {
  const found = (await registers()).find((one) => one.year === year && one.direction === direction);
  if (!found) throw new Error('no register');
  return found;
};

test('a closed register gives no number: nothing is issued in its year, and the sentence says why', async () => {
  await issue('2023-12-20');
  const register = await registerOf(2023);

  const closed = await as(officer())('POST', `/api/documents/registers/${register.id}/close`, {});
  const refused = await issue('2023-12-29');

  expect([closed.statusCode, closed.json().closedAt]).toEqual([200, expect.any(String)]);
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    { code: 'documents.register_closed', params: { name: 'Sổ đăng ký văn bản đi năm 2023' } },
  ]);
  expect((await registerOf(2023)).nextNumber).toBe(2);
  expect((await issue('2024-01-02')).statusCode).toBe(200);
});

test('nor does an incoming document arrive in it, nor is a sequence of its own opened beside it', async () => {
  const arrive = () =>
    as(officer())('POST', '/api/documents/incoming', {
      unitId: unit.id,
      receivedOn: '2023-12-29',
      issuerName: 'Bộ Nội vụ',
      subject: 'Thử',
    });
  await arrive();
  await as(officer())('POST', `/api/documents/registers/${(await registerOf(2023, 'incoming')).id}/close`, { note: 'Hết năm' });

  expect((await arrive()).json()).toMatchObject({ code: 'documents.register_closed' });
  const own = { unitId: unit.id, direction: 'outgoing', year: 2023, typeCode: 'plan' };
  expect((await as(officer())('POST', '/api/documents/registers', own)).json()).toMatchObject({ code: 'documents.register_closed' });
});

test('it is closed once, and not before 31 December', async () => {
  const register = await registerOf(2024);

  await expect(closeRegister(db, officer(), { roots: [unit.id] }, register.id, {}, '2024-12-30')).rejects.toMatchObject({
    code: 'documents.register_year_running',
    params: { year: '2024' },
  });
  await closeRegister(db, officer(), { roots: [unit.id] }, register.id, {}, '2024-12-31');
  await expect(closeRegister(db, officer(), { roots: [unit.id] }, register.id)).rejects.toMatchObject({
    code: 'documents.register_closed',
  });
});

test('only the administrator opens it again, with a reason that stays with it', async () => {
  const { id } = await registerOf(2023);
  const path = `/api/documents/registers/${id}/reopen`;

  expect((await as(officer())('POST', path, { reason: 'Sót một văn bản' })).statusCode).toBe(403);
  expect((await as(administrator())('POST', path, { reason: ' ' })).statusCode).toBe(422);
  expect((await as(anActor('administrator', (await aUnit(db)).id))('POST', path, { reason: 'Sót' })).statusCode).toBe(404);
  const opened = await as(administrator())('POST', path, { reason: 'Sót một văn bản' });

  expect(opened.json()).toMatchObject({
    closedAt: null,
    closings: [
      { action: 'closed', reason: null },
      { action: 'reopened', reason: 'Sót một văn bản' },
    ],
  });
  expect((await issue('2023-12-29')).statusCode).toBe(200);
  expect((await as(administrator())('POST', path, { reason: 'Nữa' })).json()).toMatchObject({ code: 'documents.register_open' });
});

test('a closing waits for who is numbering at that moment: no number lies behind it', async () => {
  await issue('2022-12-20');
  const { id } = await registerOf(2022);
  const drafts = await Promise.all(Array.from({ length: 8 }, () => aDraft(db, { unitId: unit.id })));

  const answers = await Promise.all([
    ...drafts.map((draft) => as(officer())('POST', `/api/documents/${draft.id}/issue`, { version: 1, issuedOn: '2022-12-29' })),
    as(officer())('POST', `/api/documents/registers/${id}/close`, {}),
  ]);

  const issued = answers.slice(0, -1).filter((answer) => answer.statusCode === 200);
  expect((await registerOf(2022)).nextNumber).toBe(2 + issued.length);
  expect(answers.slice(0, -1).every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBe(true);
});
