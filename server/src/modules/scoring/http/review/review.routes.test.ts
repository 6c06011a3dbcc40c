// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
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
const { as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const units = [await aUnit(db, { parentId: district.id }), await aUnit(db, { parentId: district.id })];
const [first, second] = units as [(typeof units)[number], (typeof units)[number]];
const organiser = as(anActor('par_officer', district.id));
const ofProcedures = as(anActor('par_officer', district.id, ['procedures']));
const ofSteering = as(anActor('par_officer', district.id, ['steering']));
const officer = as(anActor('unit_officer', first.id));

let round = '';
const sheets = new Map<string, string>();
const url = (unit: { id: string }, rest = '') => `/api/scoring/round-units/${sheets.get(unit.id)}${rest}`;
const read = async (rest: string, send = organiser) => (await send('GET', `/api/scoring/rounds/${round}${rest}`)).json();
async function move(to: string, over: object = {}) {
  const { version } = (await read('')).round;
  return organiser('POST', `/api/scoring/rounds/${round}/move`, { to, version, ...over });
}

/** A round of a year with both units, scored by themselves: the first did `late` of 40 dossiers late. */
async function aRound(year: number, late: number): Promise<void> {
  const setId = await aPublishedSet(db, { ...aSet(nodesOfEveryMethod()), year });
  const made = await organiser('POST', '/api/scoring/rounds', {
    year,
    title: `Chấm điểm năm ${year}`,
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: units.map(({ id }) => id) }],
    dates: [],
  });
  round = made.json().id;
  for (const unit of (await read('')).groups[0].units) sheets.set(unit.unitId, unit.id);
  await move('self_scoring');
  for (const unit of units) {
    const numerator = String(unit === first ? 40 - late : 38);
    const inputs = [
      ['1', { kind: 'ratio', numerator, denominator: '40' }],
      ['2', { kind: 'option', option: 'A' }],
    ] as const;
    const send = as(anActor('unit_officer', unit.id));
    for (const [itemCode, input] of inputs) await send('POST', url(unit, '/scores'), { itemCode, input, note: 'Báo cáo', seen: 0 });
    const step = async (who: typeof send, name: string) => {
      const { version } = (await who('GET', url(unit))).json().unit;
      return who('POST', url(unit, '/steps'), { step: name, version });
    };
    await step(send, 'hand_in');
    await step(as(anActor('unit_leader', unit.id)), 'approve');
  }
  await move('appraisal');
}

async function appraise(lowered: boolean): Promise<void> {
  if (lowered)
    await ofSteering('POST', url(first, '/appraisals'), {
      itemCode: '2',
      stage: 'appraised_1',
      input: { kind: 'option', option: 'B' },
      note: 'Chậm',
      seen: 0,
    });
  for (const unit of units) {
    await ofProcedures('POST', url(unit, '/appraisals'), {
      itemCode: '3',
      stage: 'appraised_1',
      input: { kind: 'cases', cases: '0' },
      seen: 0,
    });
    await ofProcedures('POST', url(unit, '/appraisals/accept'));
    await ofSteering('POST', url(unit, '/appraisals/accept'));
  }
}

beforeAll(async () => {
  await aRound(2025, 0);
  await appraise(false);
  for (const to of ['explanation', 'second_appraisal', 'council']) await move(to);
  const { id } = await recordDocument(db, systemActor, {
    unitId: district.id,
    code: '1/QĐ-UBND',
    issuedOn: '2026-01-15',
    subject: 'Phê duyệt Chỉ số CCHC năm 2025',
  });
  expect((await move('published', { decisionDocumentId: id, reason: 'Năm 2025 không điều tra' })).statusCode).toBe(200);
  await aRound(2026, 10);
});

describe('a second year under appraisal', () => {
  test('says in words what the next phase waits for, and an input is tried without being kept', async () => {
    const { moves } = await read('');
    expect(moves.find((one: { to: string }) => one.to === 'explanation').obstacle).toContain('còn 6 mục chưa thẩm định ở 2 đơn vị');

    const tried = await officer('POST', url(first, '/try'), {
      itemCode: '1',
      input: { kind: 'ratio', numerator: '20', denominator: '40' },
    });
    expect(tried.json()).toMatchObject({ points: '3', sentence: expect.stringContaining('20/40') });
    const above = await officer('POST', url(first, '/try'), {
      itemCode: '1',
      input: { kind: 'ratio', numerator: '41', denominator: '40' },
    });
    expect(above.json().code).toBe('scoring.numerator_above_denominator');
    expect((await officer('GET', url(first))).json().results.self.total).toBe('8.5');
  });

  test('the queue holds the items of the own fields and shrinks as they are appraised', async () => {
    const before = await read('/queue', ofProcedures);
    expect(before).toMatchObject({ stage: 'appraised_1', progress: { done: 0, all: 4 }, total: 4 });
    expect(before.rows[0]).toMatchObject({ itemCode: '1', selfPoints: '4.5', isExplained: true, papers: 0, isOpen: true });
    expect((await read('/queue?itemCode=3', ofProcedures)).total).toBe(2);

    await appraise(true);

    expect(await read('/queue', ofProcedures)).toMatchObject({ progress: { done: 4, all: 4 }, total: 0, rows: [] });
    expect((await read('/queue?state=done', ofSteering)).rows.map((row: { appraisedPoints: string }) => row.appraisedPoints)).toEqual([
      '2',
      '4',
    ]);
    const unitOfficer = await officer('GET', `/api/scoring/rounds/${round}/queue`);
    expect(unitOfficer.statusCode).toBe(403);
  });

  test('bars of consistency open to the items behind them', async () => {
    const { lines, contested } = await read('/consistency');
    expect(
      lines.map((line: { field: string; items: number; meanDifference: string }) => [line.field, line.items, line.meanDifference]),
    ).toEqual([
      ['procedures', 2, '0'],
      ['steering', 2, '1'],
    ]);
    expect(contested).toEqual([]);
    const behind = await read('/judged?field=steering&change=lowered_much');
    expect(behind.rows).toEqual([
      expect.objectContaining({ itemCode: '2', difference: '2', appraised: expect.objectContaining({ points: '2', note: 'Chậm' }) }),
    ]);
    const [{ itemName }] = behind.rows;
    const named = (name: string) => read(`/judged?itemCode=2&itemName=${encodeURIComponent(name)}`);
    expect([(await named(itemName)).total, (await named('Mục khác cùng mã')).total]).toEqual([(await read('/judged?itemCode=2')).total, 0]);
    const years = await read('/years');
    const own = years.find(({ unitId }: { unitId: string }) => unitId === first.id);
    expect(own.years.map((one: { year: number; difference: string }) => [one.year, one.difference])).toEqual([
      [2025, '0'],
      [2026, '2'],
    ]);
  });

  test('an objection waits first, with its points; once accepted it waits for the second appraisal', async () => {
    await move('explanation');
    const made = await officer('POST', url(first, '/objections'), { itemCode: '2', text: 'Ban hành đúng hạn.' });
    await move('second_appraisal');
    const { rows } = await read('/objections', ofSteering);
    expect(rows).toEqual([
      expect.objectContaining({ itemCode: '2', selfPoints: '4', appraisedPoints: '2', secondPoints: null, mayAnswer: true }),
    ]);
    expect((await read('/objections', officer)).rows[0].mayAnswer).toBe(false);
    expect((await read('/objections', ofProcedures)).rows[0].mayAnswer).toBe(false);

    await ofSteering('POST', `/api/scoring/objections/${made.json().id}/answer`, { accepted: true, text: 'Đúng' });
    expect(await read('/queue', ofSteering)).toMatchObject({ stage: 'appraised_2', progress: { done: 0, all: 1 } });
    await ofSteering('POST', url(first, '/appraisals'), {
      itemCode: '2',
      stage: 'appraised_2',
      input: { kind: 'option', option: 'A' },
      note: 'Chấp nhận giải trình',
      seen: 0,
    });
    expect(await read('/queue', ofSteering)).toMatchObject({ progress: { done: 1, all: 1 }, total: 0 });
  });

  test('the ranking tells where each unit stood in the published year before', async () => {
    const { groups } = await read('/ranking');
    const own = groups[0].rows.find(({ sheetId }: { sheetId: string }) => sheetId === sheets.get(first.id));
    expect(own).toMatchObject({ rank: 2, before: { year: 2025, rank: 1, of: 2 } });
    const other = groups[0].rows.find(({ sheetId }: { sheetId: string }) => sheetId === sheets.get(second.id));
    expect(other).toMatchObject({ rank: 1, before: { year: 2025, rank: 2, of: 2 } });
  });

  test('who appraises which field is told from the rights of accounts to those who organise', async () => {
    expect((await organiser('GET', `/api/scoring/appraisers?unitId=${district.id}`)).json()).toEqual([]);
    expect((await officer('GET', `/api/scoring/appraisers?unitId=${district.id}`)).statusCode).toBe(403);
  });
});
