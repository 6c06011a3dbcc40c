// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { recordDocument } from '../../../documents/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { unitsModule } from '../../../units/module.ts';
import { scoringModule } from '../../module.ts';

const { db } = await aDatabase();
const { app, as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const unit = await aUnit(db, { parentId: district.id, name: 'Xã Một' });
const organiserActor = anActor('par_officer', district.id);
const organiser = as(organiserActor);
const officer = as(anActor('unit_officer', unit.id));
const leader = as(anActor('unit_leader', unit.id));

const third = { itemCode: '3', stage: 'appraised_1', input: { kind: 'cases', cases: '2' }, note: 'Hai hồ sơ trễ', seen: 0 };
let round = '';
let sheet = '';
const version = async () => (await organiser('GET', `/api/scoring/rounds/${round}`)).json().round.version;
const move = async (to: string, over: object = {}) =>
  organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version: await version(), ...over });
const itemOf = async (code: string) => (await officer('GET', sheet)).json().items.find((item: { code: string }) => item.code === code);
async function sendSurvey(text: string) {
  const payload = `--rg\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--rg--\r\n`;
  return app.inject({
    method: 'POST',
    url: `/api/scoring/rounds/${round}/survey/imports`,
    headers: { 'x-test-actor': organiserActor.id, 'content-type': 'multipart/form-data; boundary=rg' },
    payload,
  });
}

beforeAll(async () => {
  const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
  const made = await organiser('POST', '/api/scoring/rounds', {
    year: 2026,
    title: 'Chấm điểm năm 2026',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [unit.id] }],
    dates: [],
  });
  round = made.json().id;
  sheet = `/api/scoring/round-units/${(await organiser('GET', `/api/scoring/rounds/${round}`)).json().groups[0].units[0].id}`;
  await move('self_scoring');
  for (const [itemCode, input] of [
    ['1', { kind: 'ratio', numerator: '38', denominator: '40' }],
    ['2', { kind: 'option', option: 'A' }],
  ])
    await officer('POST', `${sheet}/scores`, { itemCode, input, note: 'Báo cáo', seen: 0 });
  for (const [send, step] of [
    [officer, 'hand_in'],
    [leader, 'approve'],
  ] as const)
    await send('POST', `${sheet}/steps`, { step, version: (await officer('GET', sheet)).json().unit.version });
  await move('appraisal');
});

test('a group that comes in a file of its own cannot be had from the sheet by subtraction', async () => {
  const groups = ['dan', 'dn'].map((code) => ({ code, name: `Nhóm ${code}`, population: 100, errorPermille: 100 }));
  await organiser('PUT', `/api/scoring/rounds/${round}/survey/groups`, { groups });
  expect((await sendSurvey('Nhóm,Đơn vị,Mục,A,B\ndan,Xã Một,4,6,2')).json().outcome).toBe('imported');
  expect((await sendSurvey('Nhóm,Đơn vị,Mục,A,B\ndn,Xã Một,4,0,2')).json().outcome).toBe('imported');

  const { scores, counting } = await itemOf('4');

  expect(counting.input.counts).toEqual({ A: '6', B: '4', C: '0', D: '0' });
  expect(scores.map(({ input, points }: { input: object; points: string }) => [input, points])).toEqual([
    [{ kind: 'answers', counts: {} }, '4.5'],
    [{ kind: 'answers', counts: { A: '6', B: '4', C: '0', D: '0' } }, '4.2'],
  ]);
  expect(scores[0].sentence).toContain('không hiện');
});

test('evidence that the unit takes back stays readable beside its item, with who took it back and why', async () => {
  await organiser('POST', `${sheet}/appraisals/accept`);
  await organiser('POST', `${sheet}/appraisals`, third);
  expect((await move('explanation')).statusCode).toBe(200);
  const paper = await recordDocument(db, systemActor, {
    unitId: unit.id,
    code: '12/BC-UBND',
    issuedOn: '2026-11-02',
    subject: 'Báo cáo năm',
    source: 'illustrative',
    sourceNote: 'thử',
  });
  const { id } = (await officer('POST', `${sheet}/evidence`, { itemCode: '1', documentId: paper.id })).json();
  await officer('POST', `${sheet}/evidence/withdraw`, { evidenceId: id, reason: 'Nhầm kỳ báo cáo' });

  expect(await itemOf('1')).toMatchObject({
    papers: [],
    withdrawnPapers: [
      {
        id,
        documentId: paper.id,
        name: '12/BC-UBND – Báo cáo năm',
        reason: 'Nhầm kỳ báo cáo',
        withdrawnBy: 'Người giữ vai trò unit_officer',
      },
    ],
  });
});

test('a unit explains itself also while the last day lies in a year whose calendar is not confirmed yet', async () => {
  const dates = [{ phase: 'explanation', opensOn: null, closesOn: null, workingDays: 250 }];
  await organiser('PUT', `/api/scoring/rounds/${round}/dates`, { version: await version(), dates });

  const answer = await officer('POST', `${sheet}/objections`, { itemCode: '1', text: 'Hai hồ sơ đó đúng hạn.' });

  expect(answer.statusCode).toBe(201);
  expect((await itemOf('1')).objections).toMatchObject([{ dueOn: null }]);
  await organiser('POST', `/api/scoring/objections/${answer.json().id}/answer`, { accepted: false, text: 'Đã kiểm tra.' });
});

test('an objection that was accepted keeps the round until its item is appraised again', async () => {
  const { id } = (await officer('POST', `${sheet}/objections`, { itemCode: '3', text: 'Chỉ một hồ sơ trễ.' })).json();
  await move('second_appraisal', { reason: 'Đơn vị đã giải trình xong' });
  await organiser('POST', `/api/scoring/objections/${id}/answer`, { accepted: true, text: 'Đúng, một hồ sơ.' });

  const early = await move('council');
  const again = { ...third, stage: 'appraised_2', input: { kind: 'cases', cases: '1' }, note: 'Theo giải trình' };
  expect((await organiser('POST', `${sheet}/appraisals`, again)).statusCode).toBe(201);
  const after = await move('council');

  expect([early.statusCode, early.json().code, early.json().params]).toEqual([
    409,
    'scoring.items_not_appraised',
    { count: 1, units: 1, example: 'UBND Xã Một' },
  ]);
  expect(after.statusCode).toBe(200);
});

test('an objection of a later turn keeps the round as well, though the item was appraised again after an earlier one', async () => {
  await move('second_appraisal', { reason: 'Đơn vị có văn bản' });
  await move('explanation', { reason: 'Đơn vị có văn bản' });
  const { id } = (await officer('POST', `${sheet}/objections`, { itemCode: '3', text: 'Hồ sơ còn lại cũng đúng hạn.' })).json();
  await move('second_appraisal', { reason: 'Đơn vị đã giải trình xong' });
  await organiser('POST', `/api/scoring/objections/${id}/answer`, { accepted: true, text: 'Đúng.' });
  const queue = async () => (await organiser('GET', `/api/scoring/rounds/${round}/queue`)).json();

  expect((await queue()).rows).toMatchObject([{ itemCode: '3', isOpen: true }]);
  expect((await move('council')).json().code).toBe('scoring.items_not_appraised');
  const again = { ...third, stage: 'appraised_2', input: { kind: 'cases', cases: '0' }, note: 'Theo giải trình', seen: 1 };
  expect((await organiser('POST', `${sheet}/appraisals`, again)).statusCode).toBe(201);
  expect((await queue()).progress).toMatchObject({ done: 2, all: 2 });
  expect((await move('council')).statusCode).toBe(200);
});
