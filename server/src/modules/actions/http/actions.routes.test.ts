// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { storeFile } from '#platform/files/file-records';
import { createFileStore } from '#platform/files/file-store';
import { aDatabase } from '../../../../test/database.ts';
import { aRecommendation } from '../../../../test/factories/recommendation.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { actionsModule } from '../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [actionsModule()] });
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-actions-'));
const files = createFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let province: UnitGiven;
let district: UnitGiven;
let other: UnitGiven;

beforeAll(async () => {
  province = await aUnit(db, { level: 'province' });
  district = await aUnit(db, { level: 'district', parentId: province.id, authorityName: 'UBND huyện Điện Biên' });
  other = await aUnit(db, { level: 'district', parentId: province.id });
});

const officer = () => anActor('unit_officer', district.id);
const follower = () => anActor('par_officer', province.id);
const path = (id: string, what = ''): string => `/api/actions/recommendations/${id}${what}`;

describe('the life of a recommendation', () => {
  test('runs from the unit’s start over its report to the acceptance, with one row of history each', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id });
    const file = await storeFile(db, systemActor, files, { name: 'minh-chung.txt', unitId: district.id, content: Buffer.from('Đã làm') });
    const more = await storeFile(db, systemActor, files, { name: 'bo-sung.txt', unitId: district.id, content: Buffer.from('Danh sách') });

    await as(officer())('POST', path(id, '/start'), { version: 1 });
    await as(officer())('POST', path(id, '/report'), { version: 2, text: 'Đã khắc phục', evidenceFileIds: [file.id] });
    const refused = await as(follower())('POST', path(id, '/follow-up'), { version: 3, move: 'refuse', note: 'Thiếu danh sách' });
    await as(officer())('POST', path(id, '/report'), { version: 4, text: 'Đã bổ sung', evidenceFileIds: [more.id] });
    const accepted = await as(follower())('POST', path(id, '/follow-up'), { version: 5, move: 'accept' });

    expect(refused.json()).toMatchObject({ state: 'not_accepted', isOverdue: true, moves: ['carry_over'] });
    expect(accepted.json()).toMatchObject({ state: 'accepted', isOverdue: false, evidenceCount: 2, reportText: 'Đã bổ sung' });
    expect(accepted.json().events.map((event: { toState: string }) => event.toState)).toEqual([
      'open',
      'in_progress',
      'reported',
      'not_accepted',
      'reported',
      'accepted',
    ]);
    expect(await verifyAudit(db)).toMatchObject({ intact: true });
  });

  test('its deadline does not lie before the day on which it was made', async () => {
    await expect(aRecommendation(db, { unitId: district.id, madeOn: '2026-03-02', dueOn: '2020-12-31' })).rejects.toMatchObject({
      code: 'actions.due_before_made',
    });
    const { id } = await aRecommendation(db, { unitId: district.id, madeOn: '2026-03-02', dueOn: '2026-03-02' });

    const refused = await as(follower())('PATCH', path(id), { version: 1, dueOn: '2020-12-31' });

    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { code: 'actions.due_before_made', params: { due: '31/12/2020', made: '02/3/2026' } },
    ]);
    expect((await as(follower())('GET', path(id))).json()).toMatchObject({ dueOn: '2026-03-02', madeOn: '2026-03-02' });
  });

  test('an acceptance without evidence needs its ground', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id });
    await as(officer())('POST', path(id, '/report'), { version: 1, text: 'Đã khắc phục' });

    const bare = await as(follower())('POST', path(id, '/follow-up'), { version: 2, move: 'accept' });

    expect(bare.statusCode).toBe(422);
    expect(bare.json()).toMatchObject({ code: 'actions.evidence_missing' });
  });

  test('what was refused is not accepted on the same evidence again', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id });
    const file = await storeFile(db, systemActor, files, { name: 'cu.txt', unitId: district.id, content: Buffer.from('Bản cũ') });
    await as(officer())('POST', path(id, '/report'), { version: 1, text: 'Đã khắc phục', evidenceFileIds: [file.id] });
    await as(follower())('POST', path(id, '/follow-up'), { version: 2, move: 'refuse', note: 'Chưa đủ' });
    await as(officer())('POST', path(id, '/report'), { version: 3, text: 'Như cũ' });

    const bare = await as(follower())('POST', path(id, '/follow-up'), { version: 4, move: 'accept' });
    const withGround = await as(follower())('POST', path(id, '/follow-up'), { version: 4, move: 'accept', note: 'Đã xem tại chỗ' });

    expect(bare.json()).toMatchObject({ status: 422, code: 'actions.evidence_missing' });
    expect(withGround.json()).toMatchObject({ state: 'accepted' });
  });

  test('a recommendation that the unit has been given keeps its former words in the history', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id, text: 'Cập nhật danh mục' });

    const edited = await as(follower())('PATCH', path(id), { version: 1, text: 'Cập nhật đủ danh mục' });

    expect(edited.json().events.at(-1)).toMatchObject({ note: 'Sửa nội dung. Nội dung trước đó: “Cập nhật danh mục”' });
  });

  test('a changed deadline is a row of the history; a settled one is fixed', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id, dueOn: null });

    const edited = await as(follower())('PATCH', path(id), { version: 1, dueOn: '2023-03-31' });
    await as(follower())('POST', path(id, '/follow-up'), { version: 2, move: 'carry_over', note: 'Chuyển sang đợt sau' });
    const late = await as(follower())('PATCH', path(id), { version: 3, text: 'Lời khác' });

    expect(edited.json().events.map((event: { dueOn: string | null }) => event.dueOn)).toEqual([null, '2023-03-31']);
    expect([late.statusCode, late.json().code]).toEqual([409, 'actions.settled']);
  });
});

describe('two people at once', () => {
  test('the second is told who was quicker, and nothing of theirs is kept', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id });

    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((text) => as(follower())('PATCH', path(id), { version: 1, text })));
    const stale = answers.filter((answer) => answer.statusCode === 409);

    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
    expect(stale.map((answer) => [answer.json().code, answer.json().params.by])).toEqual(
      Array(3).fill(['platform.stale', 'Người giữ vai trò par_officer']),
    );
    expect((await as(follower())('GET', path(id))).json().version).toBe(2);
  });
});

describe('outside the own units', () => {
  test('there is nothing: 404 for every operation, and an empty list', async () => {
    const { id } = await aRecommendation(db, { unitId: other.id });

    for (const answer of [
      await as(officer())('GET', path(id)),
      await as(officer())('POST', path(id, '/report'), { version: 1, text: 'x' }),
      await as(officer())('POST', path(id, '/start'), { version: 1 }),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'actions.recommendation_not_found']);
    }
    const { rows } = (await as(officer())('GET', '/api/actions/recommendations?limit=500')).json();
    expect(rows.every((row: { unitId: string }) => row.unitId === district.id)).toBe(true);
  });

  test('a recommendation that is still drafted is not there for the unit, and is for those who follow up', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id, released: false, text: 'Còn soạn thảo' });

    expect((await as(officer())('GET', path(id))).statusCode).toBe(404);
    expect((await as(officer())('POST', path(id, '/report'), { version: 1, text: 'x' })).statusCode).toBe(404);
    expect((await as(officer())('GET', '/api/actions/recommendations?search=soan%20thao')).json().total).toBe(0);
    expect((await as(follower())('GET', path(id))).json()).toMatchObject({ state: 'open', isReleased: false });
  });

  test('a foreign file is no evidence', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id });
    const foreign = await storeFile(db, systemActor, files, { name: 'khac.txt', unitId: other.id, content: Buffer.from('Khác') });

    const answer = await as(officer())('POST', path(id, '/report'), { version: 1, text: 'x', evidenceFileIds: [foreign.id] });

    expect([answer.statusCode, answer.json().code]).toEqual([422, 'actions.file_unknown']);
    expect((await as(officer())('GET', path(id))).json()).toMatchObject({ state: 'open', version: 1 });
  });
});

test('the list is ordered by deadline and finds words without diacritics, in text and unit', async () => {
  await aRecommendation(db, { unitId: district.id, text: 'Niêm yết thủ tục đất đai', dueOn: '2022-11-30' });
  await aRecommendation(db, { unitId: district.id, text: 'Niêm yết thủ tục hộ tịch', dueOn: '2022-10-31' });

  const found = (await as(follower())('GET', '/api/actions/recommendations?search=niem%20yet%20dien%20bien')).json();

  expect(found.rows.map((row: { dueOn: string }) => row.dueOn)).toEqual(['2022-10-31', '2022-11-30']);
  expect(
    (await as(follower())('GET', '/api/actions/recommendations?overdue=true'))
      .json()
      .rows.every((row: { isOverdue: boolean }) => row.isOverdue),
  ).toBe(true);
});
