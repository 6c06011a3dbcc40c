// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { recallDocument, recordDocument } from '../../../documents/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { unitsModule } from '../../../units/module.ts';
import { scoringModule } from '../../module.ts';
import { openDataPackage } from '../../usecases/package/read-package.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const units = [await aUnit(db, { parentId: district.id, name: 'Xã Một' }), await aUnit(db, { parentId: district.id, name: 'Xã Hai' })];
const organiser = as(anActor('par_officer', district.id));

let round = '';
const sheets: string[] = [];
const read = async () => (await organiser('GET', `/api/scoring/rounds/${round}`)).json();
async function move(to: string, over: object = {}) {
  return organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version: (await read()).round.version, ...over });
}
const gateTo = async (to: string) => (await read()).moves.find((one: { to: string }) => one.to === to);

beforeAll(async () => {
  const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
  const made = await organiser('POST', '/api/scoring/rounds', {
    year: 2026,
    title: 'Chấm điểm năm 2026',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: units.map(({ id }) => id) }],
    dates: [],
  });
  round = made.json().id;
  await move('self_scoring');
  for (const { id, unitId } of (await read()).groups[0].units) {
    sheets.push(id);
    const officer = as(anActor('unit_officer', unitId));
    const leader = as(anActor('unit_leader', unitId));
    for (const [itemCode, input] of [
      ['1', { kind: 'ratio', numerator: '40', denominator: '40' }],
      ['2', { kind: 'option', option: 'A' }],
    ])
      await officer('POST', `/api/scoring/round-units/${id}/scores`, { itemCode, input, note: 'Báo cáo', seen: 0 });
    for (const [send, step] of [
      [officer, 'hand_in'],
      [leader, 'approve'],
    ] as const) {
      const { version } = (await send('GET', `/api/scoring/round-units/${id}`)).json().unit;
      expect((await send('POST', `/api/scoring/round-units/${id}/steps`, { step, version })).statusCode).toBe(200);
    }
  }
  const blank = { phase: 'self_scoring', opensOn: null, closesOn: '2099-01-31', workingDays: null };
  await organiser('PUT', `/api/scoring/rounds/${round}/dates`, { version: (await read()).round.version, dates: [blank] });
  expect((await move('appraisal')).json().code).toBe('scoring.time_left');
  expect((await move('appraisal', { reason: 'Mọi đơn vị đã duyệt xong' })).statusCode).toBe(200);
  for (const id of sheets) {
    const third = { itemCode: '3', stage: 'appraised_1', input: { kind: 'cases', cases: '0' }, seen: 0 };
    await organiser('POST', `/api/scoring/round-units/${id}/appraisals`, third);
    await organiser('POST', `/api/scoring/round-units/${id}/appraisals/accept`);
  }
  expect((await move('explanation')).statusCode).toBe(200);
});

describe('the phase in which units explain themselves', () => {
  const blank = { phase: 'explanation', opensOn: null, closesOn: null, workingDays: null };
  const setDates = async (given: object) => {
    const { version } = (await read()).round;
    return organiser('PUT', `/api/scoring/rounds/${round}/dates`, { version, dates: [{ ...blank, ...given }] });
  };

  test('is not left before its last day without a written reason, and says how many units have time until when', async () => {
    await setDates({ closesOn: '2099-05-20' });

    const answer = await move('second_appraisal');

    expect([answer.statusCode, answer.json().code]).toEqual([409, 'scoring.time_left']);
    expect(answer.json().detail).toContain('chưa hết hạn với 2 đơn vị (ví dụ UBND Xã Hai, đến hết ngày 20/5/2099)');
    expect(await gateTo('second_appraisal')).toMatchObject({ asksReason: true, obstacle: answer.json().detail });
  });

  test('counts a unit whose extension still runs, though the time of the others is over', async () => {
    await setDates({ closesOn: '2026-02-02' });
    expect(await gateTo('second_appraisal')).toMatchObject({ asksReason: false, obstacle: null });
    const extended = { closesOn: '2099-06-01', reason: 'Thiên tai' };
    expect((await organiser('POST', `/api/scoring/round-units/${sheets[1]}/extensions`, extended)).statusCode).toBeLessThan(300);

    expect((await move('second_appraisal')).json().params).toMatchObject({ count: 1, example: 'UBND Xã Một', due: '01/6/2099' });
  });

  test('counts as running while its working days reach into a year whose calendar is not confirmed', async () => {
    await setDates({ workingDays: 250 });

    expect((await move('second_appraisal')).json().params).toMatchObject({ count: 2 });
  });

  test('is left early with a reason, which the history of the round shows', async () => {
    const reason = 'Mọi đơn vị đã có văn bản thống nhất';

    expect((await move('second_appraisal', { reason })).statusCode).toBe(200);
    expect((await read()).history.at(-1)).toMatchObject({ fromState: 'explanation', toState: 'second_appraisal', reason });
  });
});

describe('publication', () => {
  let decisionDocumentId = '';
  const decide = (sheet: string | undefined, itemCode: string, input: object) =>
    organiser('POST', `/api/scoring/round-units/${sheet}/decisions`, { itemCode, input, note: 'Hội đồng họp', seen: 0 });

  beforeAll(async () => {
    expect((await move('council')).statusCode).toBe(200);
    const paper = { unitId: district.id, code: '1/QĐ-UBND', issuedOn: '2026-01-15', subject: 'Phê duyệt kết quả' };
    decisionDocumentId = (await recordDocument(db, systemActor, paper)).id;
  });

  test('is refused while items of the survey and of the leader have no score, and says how many of how many units', async () => {
    const answer = await move('published', { decisionDocumentId });

    expect([answer.statusCode, answer.json().code, answer.json().params]).toEqual([
      409,
      'scoring.items_unsettled',
      { count: 4, units: 2, survey: 2, leader: 2, example: 'UBND Xã Hai, mục 4' },
    ]);
    expect(answer.json().detail).toContain('còn 4 mục của 2 đơn vị chưa có điểm');
    expect(await gateTo('published')).toMatchObject({ asksReason: true, obstacle: answer.json().detail });
  });

  test('is not founded on a decision that was recalled', async () => {
    const paper = { unitId: district.id, code: '2/QĐ-UBND', issuedOn: '2026-01-16', subject: 'Phê duyệt kết quả' };
    const { id } = await recordDocument(db, systemActor, paper);
    await recallDocument(db, systemActor, { roots: null }, { documentId: id, version: 1, reason: 'Sai thể thức' });

    const answer = await move('published', { decisionDocumentId: id, reason: 'Không điều tra' });

    expect([answer.statusCode, answer.json().code]).toEqual([422, 'scoring.round_document_unknown']);
    expect(answer.json().detail).toContain('đã thu hồi');
  });

  test('waits no longer for an item on which the council has decided, be it no points or not applicable', async () => {
    for (const sheet of sheets) expect((await decide(sheet, '5', { kind: 'points', points: '0' })).statusCode).toBe(201);
    await decide(sheets[0], '4', { kind: 'decided', points: '0' });

    const answer = await move('published', { decisionDocumentId });

    expect(answer.json().params).toMatchObject({ count: 1, units: 1, survey: 1, leader: 0 });
  });

  test('of a year without a survey goes on with a written reason, which the history of the round shows', async () => {
    const blank = await move('published', { decisionDocumentId, reason: '  ' });
    expect(blank.json().code).toBe('scoring.items_unsettled');
    const reason = 'Năm 2026 không điều tra xã hội học';

    expect((await move('published', { decisionDocumentId, reason })).statusCode).toBe(200);

    const { history } = await read();
    expect(history.at(-1)).toMatchObject({ fromState: 'council', toState: 'published', reason });
  });

  test('carries that reason, and how many items count nothing, to whoever reads the result, its package or its printed summary', async () => {
    const unsettled = { items: 1, units: 1, reason: 'Năm 2026 không điều tra xã hội học' };
    const reader = as(anActor('unit_officer', units[1]?.id ?? ''));
    const ranking = (await reader('GET', `/api/scoring/rounds/${round}/ranking`)).json();
    const frozen = await reader('GET', `/api/scoring/publications/${ranking.publication.id}/content.json`);
    const folder = mkdtempSync(join(tmpdir(), 'tuongminh-reasons-'));
    writeFileSync(
      join(folder, 'goi.zip'),
      (await reader('GET', `/api/scoring/publications/${ranking.publication.id}/package.zip`)).rawPayload,
    );
    const descriptor = JSON.parse(String(await (await openDataPackage(join(folder, 'goi.zip')))('datapackage.json')));
    rmSync(folder, { recursive: true });

    expect(ranking.unsettled).toEqual(unsettled);
    expect(frozen.json().unsettled).toEqual(unsettled);
    expect(descriptor.tuongminh.unsettled).toEqual(unsettled);
    expect(descriptor.description).toContain('Công bố khi còn 1 mục của 1 đơn vị chưa có điểm; lý do: Năm 2026 không điều tra xã hội học.');
  });

  test('asks for no reason once every item is settled', async () => {
    await move('council', { reason: 'Bổ sung' });
    for (const sheet of sheets.slice(1)) await decide(sheet, '4', { kind: 'decided', points: '3' });

    expect(await gateTo('published')).toMatchObject({ asksReason: false, obstacle: null });
    expect((await move('published', { decisionDocumentId })).statusCode).toBe(200);
    expect((await organiser('GET', `/api/scoring/rounds/${round}/ranking`)).json().unsettled).toBeNull();
  });
});
