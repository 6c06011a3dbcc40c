// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { anAccount } from '../../../../../test/factories/account.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { unitsModule } from '../../../units/module.ts';
import { scoringModule } from '../../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const own = await aUnit(db, { parentId: district.id, name: 'Xã Một' });
const other = await aUnit(db, { parentId: district.id, name: 'Xã Hai' });
const organiser = as(anActor('par_officer', district.id));
/** Appraises procedures for the district, and besides holds one more right. */
function withRight(role: 'unit_officer' | 'unit_leader', unitId: string): Actor {
  const appraiser = anActor('par_officer', district.id, ['procedures']);
  return { ...appraiser, grants: [...appraiser.grants, { role, unitId, reformFields: null }] };
}
const both = as(withRight('unit_leader', own.id));

let round = '';
const sheets = new Map<string, string>();
const url = (unit: { id: string }, rest = '') => `/api/scoring/round-units/${sheets.get(unit.id)}${rest}`;
const third = { itemCode: '3', stage: 'appraised_1', input: { kind: 'cases', cases: '0' }, seen: 0 };
async function move(to: string) {
  const { version } = (await organiser('GET', `/api/scoring/rounds/${round}`)).json().round;
  expect((await organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version })).statusCode).toBe(200);
}

beforeAll(async () => {
  const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
  const made = await organiser('POST', '/api/scoring/rounds', {
    ...{ year: 2026, title: 'Chấm điểm năm 2026', organisingUnitId: district.id, asOf: '2026-01-31', dates: [] },
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [own.id, other.id] }],
  });
  round = made.json().id;
  for (const unit of (await organiser('GET', `/api/scoring/rounds/${round}`)).json().groups[0].units) sheets.set(unit.unitId, unit.id);
  await move('self_scoring');
  for (const unit of [own, other]) {
    const [officer, leader] = [as(anActor('unit_officer', unit.id)), as(anActor('unit_leader', unit.id))];
    for (const [itemCode, input] of [
      ['1', { kind: 'ratio', numerator: '38', denominator: '40' }],
      ['2', { kind: 'option', option: 'A' }],
    ])
      await officer('POST', url(unit, '/scores'), { itemCode, input, note: 'Báo cáo', seen: 0 });
    for (const [send, step] of [
      [officer, 'hand_in'],
      [leader, 'approve'],
    ] as const)
      await send('POST', url(unit, '/steps'), { step, version: (await send('GET', url(unit))).json().unit.version });
  }
  await move('appraisal');
});

test('an appraiser who may score for a unit does not appraise it, and is told what to do', async () => {
  const answers = [await both('POST', url(own, '/appraisals'), third), await both('POST', url(own, '/appraisals/accept'))];

  expect(answers.map((one) => [one.statusCode, one.json().code])).toEqual([
    [403, 'scoring.own_unit'],
    [403, 'scoring.own_unit'],
  ]);
  expect(answers[0]?.json().detail).toContain('Đề nghị người thẩm định khác');
  const sheet = (await both('GET', url(own))).json();
  expect(sheet.acts).not.toContain('appraise_1');
  expect(sheet.isOwn).toBe(true);
  expect(sheet.items.some(({ mayAppraise }: { mayAppraise: boolean }) => mayAppraise)).toBe(false);
});

test('the queue holds the other units alone, and those are appraised as ever', async () => {
  const queue = (await both('GET', `/api/scoring/rounds/${round}/queue`)).json();

  expect(queue.units.map(({ unitName }: { unitName: string }) => unitName)).toEqual(['UBND Xã Hai']);
  expect((await both('POST', url(other, '/appraisals'), third)).statusCode).toBe(201);
  expect((await both('POST', url(other, '/appraisals/accept'))).json()).toMatchObject({ accepted: 1, left: 0 });
});

test('a right that was left in another position binds as well', async () => {
  const { id } = await anAccount(db, { role: 'unit_officer', unitId: own.id });
  const elsewhere = as({ ...anActor('par_officer', district.id, ['procedures']), id });

  expect((await elsewhere('POST', url(own, '/appraisals'), third)).json().code).toBe('scoring.own_unit');
  expect((await elsewhere('GET', `/api/scoring/rounds/${round}/queue`)).json().units).toHaveLength(1);
});

test('a right to score at the organiser, over every unit alike, binds to none', async () => {
  const overAll = as(withRight('unit_officer', district.id));

  expect((await overAll('POST', url(own, '/appraisals'), third)).statusCode).toBe(201);
});

test('who may score for the unit does not answer its objection either', async () => {
  await organiser('POST', url(own, '/appraisals/accept'));
  await organiser('POST', url(other, '/appraisals/accept'));
  await move('explanation');
  const made = await as(anActor('unit_officer', own.id))('POST', url(own, '/objections'), {
    itemCode: '1',
    text: 'Hai hồ sơ đó đúng hạn.',
  });
  const answer = { accepted: true, text: 'Đồng ý.' };

  const { rows } = (await both('GET', `/api/scoring/rounds/${round}/objections`)).json();
  expect(rows).toMatchObject([{ mayAnswer: false }]);
  expect((await both('POST', `/api/scoring/objections/${made.json().id}/answer`, answer)).json().code).toBe('scoring.own_unit');
  expect((await organiser('POST', `/api/scoring/objections/${made.json().id}/answer`, answer)).statusCode).toBe(204);
});

test('who may score for the unit does not write down what the council decided on it, though they organise the round', async () => {
  await move('second_appraisal');
  const again = {
    itemCode: '1',
    stage: 'appraised_2',
    input: { kind: 'ratio', numerator: '39', denominator: '40' },
    note: 'Đã đối chiếu',
    seen: 0,
  };
  expect((await organiser('POST', url(own, '/appraisals'), again)).statusCode).toBe(201);
  await move('council');
  const grants = [
    { role: 'par_officer', unitId: district.id, reformFields: null },
    { role: 'unit_leader', unitId: own.id, reformFields: null },
  ] as const;
  const organisesToo = as({ ...anActor('par_officer', district.id), grants });
  const decided = { itemCode: '5', input: { kind: 'points', points: '1' }, note: 'Hội đồng họp', seen: 0 };

  const answer = await organisesToo('POST', url(own, '/decisions'), decided);

  expect([answer.statusCode, answer.json().code]).toEqual([403, 'scoring.own_unit']);
  expect(answer.json().detail).toContain('không ghi kết quả của hội đồng cho đơn vị');
  expect((await organisesToo('GET', url(own))).json().acts).not.toContain('decide');
  expect((await organisesToo('POST', url(other, '/decisions'), decided)).statusCode).toBe(201);
  expect((await organiser('POST', url(own, '/decisions'), decided)).statusCode).toBe(201);
});
