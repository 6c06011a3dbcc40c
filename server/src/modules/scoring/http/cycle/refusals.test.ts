// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
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
const [prompt, silent] = [await aUnit(db, { parentId: district.id }), await aUnit(db, { parentId: district.id })];
const organiser = as(anActor('par_officer', district.id));
const officer = as(anActor('unit_officer', prompt.id));
const silentOfficer = as(anActor('unit_officer', silent.id));
const leader = as(anActor('unit_leader', prompt.id));
const [appraiser, other] = [
  as(anActor('par_officer', district.id, ['procedures'])),
  as(anActor('par_officer', district.id, ['procedures'])),
];

const longAgo = '2026-02-02';
const sheets = new Map<string, string>();
let round = '';

const open = { opensOn: null, closesOn: null, workingDays: null };
const version = async () => (await organiser('GET', `/api/scoring/rounds/${round}`)).json().round.version;
const move = async (to: string) => organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version: await version() });
const setClosing = async (phase: string) =>
  organiser('PUT', `/api/scoring/rounds/${round}/dates`, { version: await version(), dates: [{ ...open, phase, closesOn: longAgo }] });
const sheet = (unit: { id: string }, rest = '') => `/api/scoring/round-units/${sheets.get(unit.id)}${rest}`;
type Send = typeof officer;
async function step(send: Send, unit: { id: string }, name: string, reason: string | null = null) {
  const seen = (await send('GET', sheet(unit))).json().unit.version;
  return send('POST', sheet(unit, '/steps'), { step: name, version: seen, reason });
}
const ratio = (numerator: string) => ({ kind: 'ratio', numerator, denominator: '40' });

beforeAll(async () => {
  const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
  const groups = [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [prompt.id, silent.id] }];
  const made = await organiser('POST', '/api/scoring/rounds', {
    year: 2026,
    title: 'Chấm điểm năm 2026',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups,
    dates: [],
  });
  round = made.json().id;
  for (const unit of (await organiser('GET', `/api/scoring/rounds/${round}`)).json().groups[0].units) sheets.set(unit.unitId, unit.id);
  await move('self_scoring');
});

test('a peer group is named by a word that may name a file of the data package', async () => {
  const group = { code: '../../x', name: 'UBND cấp xã', setId: district.id, unitIds: [prompt.id] };
  const body = { year: 2026, title: 'Thử', organisingUnitId: district.id, asOf: '2026-01-31', groups: [group], dates: [] };

  expect((await organiser('POST', '/api/scoring/rounds', body)).statusCode).toBe(422);
});

test('a group or a phase sent twice is told by its place, and nothing is made', async () => {
  const group = { code: 'xa', name: 'UBND cấp xã', setId: district.id, unitIds: [prompt.id] };
  const twice = { ...open, phase: 'self_scoring' };
  const body = { year: 2026, title: 'Thử', organisingUnitId: district.id, asOf: '2026-01-31' };
  const answers = [
    await organiser('POST', '/api/scoring/rounds', { ...body, groups: [group, { ...group, unitIds: [silent.id] }], dates: [] }),
    await organiser('POST', '/api/scoring/rounds', { ...body, groups: [group, { ...group, code: 'XA', unitIds: [silent.id] }], dates: [] }),
    await organiser('POST', '/api/scoring/rounds', { ...body, groups: [group], dates: [twice, twice] }),
    await organiser('PUT', `/api/scoring/rounds/${round}/dates`, { version: await version(), dates: [twice, twice] }),
  ];

  expect(answers.map((one) => [one.statusCode, one.json().fields])).toEqual([
    [422, [{ path: 'groups.1', message: 'mã nhóm này đã gửi ở trên' }]],
    [422, [{ path: 'groups.1', message: 'mã nhóm này đã gửi ở trên' }]],
    [422, [{ path: 'dates.1', message: 'giai đoạn này đã gửi ở trên' }]],
    [422, [{ path: 'dates.1', message: 'giai đoạn này đã gửi ở trên' }]],
  ]);
});

test('a round is not opened with a version of a set that another one has replaced', async () => {
  const [old, newer] = [
    await aPublishedSet(db, aSet(nodesOfEveryMethod(), { year: 2031 })),
    await aPublishedSet(db, aSet(nodesOfEveryMethod(), { year: 2032 })),
  ];
  await sql`update scoring.criteria_set set state = 'superseded', superseded_by = ${newer} where id = ${old}`.execute(db);
  const body = {
    year: 2031,
    title: 'Thử',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId: old, unitIds: [prompt.id] }],
    dates: [],
  };

  const answer = await organiser('POST', '/api/scoring/rounds', body);

  expect([answer.statusCode, answer.json().code]).toEqual([422, 'scoring.round_set_unusable']);
});

test('a specialist of one field at the organiser opens no round there, whatever else is granted to them elsewhere', async () => {
  const body = {
    year: 2026,
    title: 'Thử',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId: district.id, unitIds: [prompt.id] }],
    dates: [],
  };
  const specialist = anActor('par_officer', district.id, ['procedures']);
  const elsewhere = { role: 'par_officer', unitId: silent.id, reformFields: null } as const;

  const answer = await as({ ...specialist, grants: [...specialist.grants, elsewhere] })('POST', '/api/scoring/rounds', body);

  expect([answer.statusCode, answer.json().code]).toEqual([403, 'scoring.not_your_part']);
});

describe('a round whose unit never scores itself', () => {
  test('refuses points above the maximum and a numerator above its denominator, and keeps nothing of them', async () => {
    const above = await officer('POST', sheet(prompt, '/scores'), { itemCode: '1', input: ratio('41'), note: 'Báo cáo', seen: 0 });
    expect([above.statusCode, above.json().code]).toEqual([422, 'scoring.numerator_above_denominator']);

    for (const [itemCode, input] of [
      ['1', ratio('40')],
      ['2', { kind: 'option', option: 'A' }],
    ])
      expect((await officer('POST', sheet(prompt, '/scores'), { itemCode, input, note: 'Báo cáo', seen: 0 })).statusCode).toBe(201);
    await step(officer, prompt, 'hand_in');
    expect((await step(leader, prompt, 'approve')).json().unit.state).toBe('approved');
  });

  test('is not held up: after the deadline the organiser locks the sheet as it stands, with a reason', async () => {
    expect((await step(organiser, silent, 'lock_overdue', 'Không chấm')).json().code).toBe('scoring.not_overdue');
    expect((await move('appraisal')).json().code).toBe('scoring.units_not_ready');
    expect((await setClosing('self_scoring')).statusCode).toBeLessThan(300);
    const late = await silentOfficer('POST', sheet(silent, '/scores'), { itemCode: '1', input: ratio('40'), note: 'Muộn', seen: 0 });
    expect([late.statusCode, late.json().code]).toEqual([409, 'scoring.phase_over']);
    expect((await step(silentOfficer, silent, 'lock_overdue', 'Tự khóa')).json().code).toBe('scoring.not_your_part');
    expect((await step(organiser, silent, 'lock_overdue')).json().code).toBe('scoring.move_reason_missing');

    expect((await step(organiser, silent, 'lock_overdue', 'Quá hạn, không nộp')).json().unit.state).toBe('approved');
    expect((await move('appraisal')).statusCode).toBe(200);
  });

  test('takes one of two appraisers who save the same item at once, and tells the other', async () => {
    const appraisal = { itemCode: '1', stage: 'appraised_1', input: ratio('38'), note: 'Trừ hai hồ sơ', seen: 0 };

    const answers = await Promise.all([appraiser, other].map((send) => send('POST', sheet(prompt, '/appraisals'), appraisal)));

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('scoring.score_changed');
    const above = { ...appraisal, input: { kind: 'decided', points: '6.5' }, seen: 1 };
    expect((await appraiser('POST', sheet(prompt, '/appraisals'), above)).json().code).toBe('scoring.above_maximum');
  });

  test('that goes back lets nothing stand that was appraised before the unit corrected itself', async () => {
    const back = async (to: string) =>
      organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version: await version(), reason: 'Số liệu sai' });
    expect((await back('self_scoring')).statusCode).toBe(200);
    expect((await organiser('PUT', `/api/scoring/rounds/${round}/dates`, { version: await version(), dates: [] })).statusCode).toBeLessThan(
      300,
    );
    await step(organiser, prompt, 'unlock', 'Đơn vị đính chính');
    const again = await officer('POST', sheet(prompt, '/scores'), { itemCode: '1', input: ratio('20'), note: 'Đính chính', seen: 1 });
    expect(again.json().points).toBe('3');
    await step(officer, prompt, 'hand_in');
    await step(leader, prompt, 'approve');

    expect((await move('appraisal')).statusCode).toBe(200);
    const counting = async () =>
      (await organiser('GET', sheet(prompt))).json().items.find(({ code }: { code: string }) => code === '1').counting;
    expect(await counting()).toMatchObject({ stage: 'self', points: '3' });
    expect((await appraiser('POST', sheet(prompt, '/appraisals/accept'))).json().accepted).toBe(1);
    expect(await counting()).toMatchObject({ stage: 'appraised_1', sequence: 2, points: '3' });
  });

  test('refuses an objection after its deadline with a sentence that names the day', async () => {
    const steering = as(anActor('par_officer', district.id, ['steering']));
    await appraiser('POST', sheet(prompt, '/appraisals/accept'));
    await steering('POST', sheet(prompt, '/appraisals/accept'));
    const none = { stage: 'appraised_1', note: 'Đơn vị không chấm', seen: 0 };
    for (const unit of [prompt, silent])
      await appraiser('POST', sheet(unit, '/appraisals'), { ...none, itemCode: '3', input: { kind: 'cases', cases: '0' } });
    await appraiser('POST', sheet(silent, '/appraisals'), { ...none, itemCode: '1', input: ratio('0') });
    await steering('POST', sheet(silent, '/appraisals'), { ...none, itemCode: '2', input: { kind: 'option', option: 'C' } });
    expect((await move('explanation')).statusCode).toBe(200);
    await setClosing('explanation');

    const late = await officer('POST', sheet(prompt, '/objections'), { itemCode: '1', text: 'Hai hồ sơ đó đúng hạn.' });

    expect([late.statusCode, late.json().code]).toEqual([409, 'scoring.phase_over']);
    expect(late.json().detail).toContain('02/02/2026');
  });
});
