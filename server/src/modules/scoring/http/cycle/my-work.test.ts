// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
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
const [first, second] = [
  await aUnit(db, { parentId: district.id, name: 'Xã Một' }),
  await aUnit(db, { parentId: district.id, name: 'Xã Hai' }),
];
type Send = ReturnType<typeof as>;
const organiser = as(anActor('par_officer', district.id));
const steering = as(anActor('par_officer', district.id, ['steering']));
const [officer, leader] = [as(anActor('unit_officer', first.id)), as(anActor('unit_leader', first.id))];
const stranger = as(anActor('par_officer', (await aUnit(db, { level: 'district', name: 'Huyện Khác' })).id));
const workOf = async (send: Send) => (await send('GET', '/api/scoring/my-work')).json().rows;

const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
const made = await organiser('POST', '/api/scoring/rounds', {
  ...{ year: 2026, title: 'Chấm điểm năm 2026', organisingUnitId: district.id, asOf: '2026-01-31' },
  groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [first.id, second.id] }],
  dates: [
    { phase: 'self_scoring', opensOn: null, closesOn: '2090-01-10', workingDays: null },
    { phase: 'second_appraisal', opensOn: null, closesOn: '2020-01-10', workingDays: null },
  ],
});
const round: string = made.json().id;
const sheets = new Map<string, string>();
for (const unit of (await organiser('GET', `/api/scoring/rounds/${round}`)).json().groups[0].units) sheets.set(unit.unitId, unit.id);
const url = (unit: { id: string }, rest = '') => `/api/scoring/round-units/${sheets.get(unit.id)}${rest}`;

async function move(to: string) {
  const { version } = (await organiser('GET', `/api/scoring/rounds/${round}`)).json().round;
  expect((await organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version, reason: 'Các đơn vị đã xong' })).statusCode).toBe(
    200,
  );
}
async function step(send: Send, unit: { id: string }, name: string) {
  const { version } = (await send('GET', url(unit))).json().unit;
  expect((await send('POST', url(unit, '/steps'), { step: name, version })).statusCode).toBe(200);
}
async function score(send: Send, unit: { id: string }, itemCode: string, input: object) {
  expect((await send('POST', url(unit, '/scores'), { itemCode, input, note: 'Báo cáo', seen: 0 })).statusCode).toBe(201);
}

test('each person is told of their own sheets and items, phase by phase, until there is nothing left to do', async () => {
  expect(await workOf(officer)).toEqual([]);
  await move('self_scoring');
  const own = { roundTitle: 'Chấm điểm năm 2026', unitName: 'UBND Xã Một', dueOn: '2090-01-10', isOverdue: false };

  expect(await workOf(officer)).toEqual([
    { ...own, kind: 'self_score', sheets: 1, items: 2, link: `/scoring/sheets/${sheets.get(first.id)}` },
  ]);
  expect(await workOf(leader)).toEqual([]);
  await score(officer, first, '1', { kind: 'ratio', numerator: '38', denominator: '40' });
  expect(await workOf(officer)).toMatchObject([{ items: 1 }]);
  await score(officer, first, '2', { kind: 'option', option: 'A' });
  await step(officer, first, 'hand_in');

  expect(await workOf(officer)).toEqual([]);
  expect(await workOf(leader)).toMatchObject([{ ...own, kind: 'approve', sheets: 1, items: 2 }]);
  await step(leader, first, 'approve');
  expect(await workOf(leader)).toEqual([]);

  const others = [as(anActor('unit_officer', second.id)), as(anActor('unit_leader', second.id))] as const;
  expect(await workOf(others[0])).toMatchObject([{ unitName: 'UBND Xã Hai', items: 2 }]);
  await score(others[0], second, '1', { kind: 'ratio', numerator: '38', denominator: '40' });
  await score(others[0], second, '2', { kind: 'option', option: 'A' });
  await step(others[0], second, 'hand_in');
  await step(others[1], second, 'approve');

  expect(await workOf(organiser)).toEqual([]);
  await move('appraisal');
  const { progress } = (await organiser('GET', `/api/scoring/rounds/${round}/queue?state=open`)).json();
  const queue = { kind: 'appraise', unitName: 'UBND Huyện Thử', sheets: null, link: `/scoring/rounds/${round}/queue` };
  expect(await workOf(organiser)).toMatchObject([{ ...queue, items: progress.all - progress.done }]);
  expect(await workOf(steering)).toMatchObject([{ ...queue, items: 2 }]);
  expect(await workOf(stranger)).toEqual([]);
  for (const unit of [first, second]) {
    const third = { itemCode: '3', stage: 'appraised_1', input: { kind: 'cases', cases: '0' }, seen: 0 };
    expect((await organiser('POST', url(unit, '/appraisals'), third)).statusCode).toBe(201);
    await organiser('POST', url(unit, '/appraisals/accept'));
  }
  expect(await workOf(steering)).toEqual([]);

  await move('explanation');
  const objected = await officer('POST', url(first, '/objections'), { itemCode: '2', text: 'Đã ban hành đúng hạn.' });
  const answering = {
    kind: 'answer_objection',
    items: 1,
    dueOn: '2020-01-10',
    isOverdue: true,
    link: `/scoring/rounds/${round}/objections`,
  };
  expect(await workOf(steering)).toMatchObject([answering]);
  expect(await workOf(as(anActor('par_officer', district.id, ['procedures'])))).toEqual([]);
  const answer = { accepted: true, text: 'Đồng ý.' };
  expect((await steering('POST', `/api/scoring/objections/${objected.json().id}/answer`, answer)).statusCode).toBe(204);
  expect(await workOf(steering)).toEqual([]);

  await move('second_appraisal');
  expect(await workOf(steering)).toMatchObject([{ kind: 'appraise_again', items: 1, link: `/scoring/rounds/${round}/queue` }]);
});

test('of more sheets than can be told one by one a person is told how many there are', async () => {
  const units = [];
  for (const number of [1, 2, 3, 4, 5, 6]) units.push((await aUnit(db, { parentId: district.id, name: `Xã Thêm ${number}` })).id);
  const more = await organiser('POST', '/api/scoring/rounds', {
    ...{ year: 2025, title: 'Chấm điểm năm 2025', organisingUnitId: district.id, asOf: '2026-01-31', dates: [] },
    groups: [
      { code: 'xa', name: 'UBND cấp xã', setId: await aPublishedSet(db, aSet(nodesOfEveryMethod(), { year: 2025 })), unitIds: units },
    ],
  });
  const id = more.json().id;
  const { version } = (await organiser('GET', `/api/scoring/rounds/${id}`)).json().round;
  await organiser('POST', `/api/scoring/rounds/${id}/move`, { to: 'self_scoring', version });

  expect(await workOf(as(anActor('unit_officer', district.id)))).toEqual([
    {
      ...{ kind: 'self_score', roundTitle: 'Chấm điểm năm 2025', unitName: 'UBND Huyện Thử', sheets: 6, items: null },
      ...{ dueOn: null, isOverdue: false, link: `/scoring/rounds/${id}` },
    },
  ]);
});
