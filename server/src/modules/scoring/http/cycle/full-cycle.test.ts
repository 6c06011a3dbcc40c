// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import { anIndicator, entered } from '../../../../../test/factories/indicator.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit, type UnitGiven } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { recordDocument } from '../../../documents/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { enterFigures } from '../../../figures/index.ts';
import { unitsModule } from '../../../units/module.ts';
import { scoringModule } from '../../module.ts';
import { openDataPackage } from '../../usecases/package/read-package.ts';
import { replayPackage } from '../../usecases/package/replay-package.ts';

const { db } = await aDatabase();
const { app, as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const communes: UnitGiven[] = [];
for (let n = 0; n < 21; n += 1) communes.push(await aUnit(db, { parentId: district.id }));
const agencies: UnitGiven[] = [];
for (let n = 0; n < 11; n += 1) agencies.push(await aUnit(db, { level: 'department', name: `Phòng Thử ${n}`, parentId: district.id }));
const units = [...communes, ...agencies];

const organiser = anActor('par_officer', district.id);
const ofProcedures = anActor('par_officer', district.id, ['procedures']);
const ofSteering = anActor('par_officer', district.id, ['steering']);
const officers = new Map(units.map((unit) => [unit.id, anActor('unit_officer', unit.id)]));
const leaders = new Map(units.map((unit) => [unit.id, anActor('unit_leader', unit.id)]));
const officerOf = (unit: UnitGiven) => as(officers.get(unit.id) ?? null);
const leaderOf = (unit: UnitGiven) => as(leaders.get(unit.id) ?? null);

const closed = { opensOn: null, closesOn: null, workingDays: null };
let roundId = '';
const sheetOf = new Map<string, string>();
const url = (unit: UnitGiven, rest = '') => `/api/scoring/round-units/${sheetOf.get(unit.id)}${rest}`;

async function move(to: string, over: object = {}) {
  const { round } = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}`)).json();
  return as(organiser)('POST', `/api/scoring/rounds/${roundId}/move`, { to, version: round.version, ...over });
}
async function step(unit: UnitGiven, name: string, who: 'officer' | 'leader') {
  const send = who === 'officer' ? officerOf(unit) : leaderOf(unit);
  const { unit: seen } = (await send('GET', url(unit))).json();
  return send('POST', url(unit, '/steps'), { step: name, version: seen.version });
}
const rankingOf = async () => (await as(organiser)('GET', `/api/scoring/rounds/${roundId}/ranking`)).json();

const indicator = await anIndicator(db, { unitId: district.id, ...entered });
const figure = { kind: 'figure', indicatorCode: indicator.code, period: '2026' };
async function enter(unit: UnitGiven, numerator: string, seen: number) {
  const cell = { unitId: unit.id, indicatorId: indicator.id, numerator, denominator: null, seen };
  expect((await enterFigures(db, systemActor, { roots: null }, { period: '2026', cells: [cell] })).refused).toEqual([]);
}

/** A system item by cases: three for each commune at first. */
const systemItem = itemOf(
  '6',
  '4',
  { kind: 'per_case_bonus', unit: 'sáng kiến', perCase: '1', most: null },
  { method: 'system', measure: `figure:${indicator.code}`, appraiserField: 'procedures' },
);

/** Sends a file as a form does. */
async function sendSurvey(text: string, name = 'ket-qua-dieu-tra.csv') {
  const boundary = 'ranh-gioi';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  await as(organiser)('GET', `/api/scoring/rounds/${roundId}`);
  return app.inject({
    method: 'POST',
    url: `/api/scoring/rounds/${roundId}/survey/imports`,
    headers: { 'x-test-actor': organiser.id, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}

/** The n-th unit did n of 40 dossiers late, so that ranks are known beforehand; two neighbours tie. */
const onTime = (index: number): number => 40 - 2 * Math.floor(index / 2);

beforeAll(async () => {
  for (const unit of communes) await enter(unit, '3', 0);
  const communeSet = await aPublishedSet(db, aSet([...nodesOfEveryMethod(), systemItem]));
  const departmentSet = await aPublishedSet(db, aSet(nodesOfEveryMethod(), { level: 'department' }));
  const made = await as(organiser)('POST', '/api/scoring/rounds', {
    year: 2026,
    title: 'Chấm điểm năm 2026',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [
      { code: 'xa', name: 'UBND cấp xã', setId: communeSet, unitIds: communes.map(({ id }) => id) },
      { code: 'phong', name: 'Cơ quan chuyên môn', setId: departmentSet, unitIds: agencies.map(({ id }) => id) },
    ],
    dates: [{ ...closed, phase: 'explanation', workingDays: 5 }],
  });
  roundId = made.json().id;
  const { groups } = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}`)).json();
  for (const group of groups) for (const unit of group.units) sheetOf.set(unit.unitId, unit.id);
});

describe('a year of 21 communes and 11 agencies', { timeout: 120_000 }, () => {
  test('units score themselves; what is not proven is not handed in', async () => {
    expect((await move('self_scoring')).statusCode).toBe(200);
    for (const [index, unit] of units.entries()) {
      const send = officerOf(unit);
      const place = index < 21 ? index : index - 21;
      const declared = { kind: 'ratio', numerator: String(onTime(place)), denominator: '40' };
      const first = await send('POST', url(unit, '/scores'), { itemCode: '1', input: declared, note: 'Theo báo cáo năm', seen: 0 });
      expect(first.json().points).toBe(String((6 * onTime(place)) / 40));
      await send('POST', url(unit, '/scores'), {
        itemCode: '2',
        input: { kind: 'option', option: 'A' },
        note: index === 0 ? null : 'Kế hoạch số 1',
        seen: 0,
      });
    }
    const filled = (await officerOf(communes[0] as UnitGiven)('GET', url(communes[0] as UnitGiven))).json().items[5];
    expect(filled.counting).toMatchObject({ stage: 'system', points: '3', state: 'counts', origin: figure });
    const early = await step(communes[0] as UnitGiven, 'hand_in', 'officer');
    expect([early.statusCode, early.json().code]).toEqual([409, 'scoring.sheet_incomplete']);
    expect(early.json().detail).toContain('mục 2');
    await officerOf(communes[0] as UnitGiven)('POST', url(communes[0] as UnitGiven, '/scores'), {
      itemCode: '2',
      input: { kind: 'option', option: 'A' },
      note: 'Kế hoạch số 1',
      seen: 1,
    });
    for (const unit of units) expect((await step(unit, 'hand_in', 'officer')).json().unit.state).toBe('handed_in');
    const tooEarly = await move('appraisal');
    expect([tooEarly.statusCode, tooEarly.json().code]).toEqual([409, 'scoring.units_not_ready']);
    for (const unit of units) expect((await step(unit, 'approve', 'leader')).json().unit.state).toBe('approved');
    const locked = await officerOf(units[3] as UnitGiven)('POST', url(units[3] as UnitGiven, '/scores'), {
      itemCode: '1',
      input: { kind: 'ratio', numerator: '40', denominator: '40' },
      seen: 1,
    });
    expect(locked.json().code).toBe('scoring.unit_not_there');
  });

  /** Sends the round back for one unit, which attaches one old paper to two items. */
  async function reopenFor(unit: UnitGiven, documentId: string) {
    await move('self_scoring', { reason: 'Bổ sung tài liệu' });
    const { unit: seen } = (await as(organiser)('GET', url(unit))).json();
    await as(organiser)('POST', url(unit, '/steps'), { step: 'unlock', version: seen.version, reason: 'Bổ sung tài liệu' });
    for (const itemCode of ['1', '2'])
      expect((await officerOf(unit)('POST', url(unit, '/evidence'), { itemCode, documentId })).statusCode).toBe(201);
    await step(unit, 'hand_in', 'officer');
    await step(unit, 'approve', 'leader');
    const flagged = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}/flagged-evidence`)).json();
    expect(
      flagged.rows.map((row: { itemCode: string; flags: { kind: string }[] }) => [row.itemCode, row.flags.map(({ kind }) => kind)]),
    ).toEqual([
      ['1', ['many_items', 'outside_year']],
      ['2', ['many_items', 'outside_year']],
    ]);
  }

  test('the owner of each field appraises; departing from the self-score needs a reason', async () => {
    const { id: documentId } = await recordDocument(db, systemActor, {
      unitId: communes[1]?.id ?? '',
      code: '5/KH-UBND',
      issuedOn: '2025-12-20',
      subject: 'Kế hoạch CCHC',
    });
    await move('appraisal');
    await reopenFor(communes[1] as UnitGiven, documentId);
    const moved = await move('appraisal');
    expect([moved.statusCode, moved.json()]).toEqual([200, { publicationId: null, apartFromFigures: 0 }]);
    for (const [index, unit] of units.entries()) {
      expect((await as(ofProcedures)('POST', url(unit, '/appraisals/accept'))).json()).toEqual({ accepted: index < 21 ? 2 : 1, left: 1 });
      await as(ofProcedures)('POST', url(unit, '/appraisals'), {
        itemCode: '3',
        stage: 'appraised_1',
        input: { kind: 'cases', cases: '2' },
        seen: 0,
      });
    }
    const foreign = await as(ofProcedures)('POST', url(units[0] as UnitGiven, '/appraisals'), {
      itemCode: '2',
      stage: 'appraised_1',
      input: { kind: 'option', option: 'B' },
      note: 'Chậm 5 ngày',
      seen: 0,
    });
    expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'scoring.not_your_field']);
    const silent = { itemCode: '2', stage: 'appraised_1', input: { kind: 'option', option: 'B' }, seen: 0 };
    expect((await as(ofSteering)('POST', url(units[0] as UnitGiven, '/appraisals'), silent)).json().code).toBe('scoring.reason_missing');
    const told = await as(ofSteering)('POST', url(units[0] as UnitGiven, '/appraisals'), { ...silent, note: 'Ban hành chậm 5 ngày' });
    expect(told.json()).toEqual({ sequence: 1, points: '2' });
    expect((await move('explanation')).json().code).toBe('scoring.items_not_appraised');
    for (const unit of units) await as(ofSteering)('POST', url(unit, '/appraisals/accept'));
    expect((await move('explanation')).statusCode).toBe(200);
  });

  test('the unit objects in time, the appraiser answers once, the second appraisal follows', async () => {
    const unit = units[0] as UnitGiven;
    const made = await officerOf(unit)('POST', url(unit, '/objections'), {
      itemCode: '2',
      text: 'Kế hoạch ban hành ngày 15/01, đúng hạn.',
    });
    expect(made.statusCode).toBe(201);
    expect((await move('second_appraisal')).json().code).toBe('scoring.time_left');
    await move('second_appraisal', { reason: 'Các đơn vị khác không giải trình' });
    expect((await move('council')).json().code).toBe('scoring.objections_open');
    const answer = { accepted: true, text: 'Đã kiểm tra số đến, đúng hạn.' };
    const path = `/api/scoring/objections/${made.json().id}/answer`;
    expect((await as(ofProcedures)('POST', path, answer)).json().code).toBe('scoring.not_your_field');
    expect((await as(ofSteering)('POST', path, answer)).statusCode).toBe(204);
    expect((await as(ofSteering)('POST', path, answer)).json().code).toBe('scoring.objection_answered');
    const again = await as(ofSteering)('POST', url(unit, '/appraisals'), {
      itemCode: '2',
      stage: 'appraised_2',
      input: { kind: 'option', option: 'A' },
      note: 'Chấp nhận giải trình',
      seen: 0,
    });
    expect(again.json().points).toBe('4');
    expect((await move('council')).statusCode).toBe(200);
  });

  test('answers of a survey are read in once, all or nothing, and count as the mean of the answers', async () => {
    const groups = [
      { code: '01', name: 'Người dân', population: 1000, errorPermille: 50 },
      { code: '02', name: 'Cán bộ', population: 12, errorPermille: 50 },
    ];
    const asked = await as(organiser)('PUT', `/api/scoring/rounds/${roundId}/survey/groups`, { groups });
    expect(asked.json().groups.map(({ sample, isReached }: { sample: number; isReached: boolean }) => [sample, isReached])).toEqual([
      [286, false],
      [12, false],
    ]);
    const head = 'Nhóm;Đơn vị;Mục;A;B;C;D\n';
    const lines = sheetLines('01;{unit};4;5;4;0;0\n02;{unit};4;1;0;0;0\n');
    const faulty = await sendSurvey(`${head}${lines}01;Xã không có;4;9;0;0;0\n`);
    expect(faulty.json()).toMatchObject({ outcome: 'faulty', faultsFound: 1, scores: 0 });
    expect(faulty.json().faults[0]).toMatchObject({ row: 66, column: 'Đơn vị' });

    expect((await sendSurvey(head + lines)).json()).toMatchObject({ outcome: 'imported', number: 1, answers: 320, scores: 32 });
    expect((await sendSurvey(head + lines)).json()).toMatchObject({ outcome: 'repeated', number: 1, scores: 0 });

    const survey = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}/survey`)).json();
    expect(survey.groups).toMatchObject([
      { code: '01', received: 288, isReached: true },
      { code: '02', received: 32, isReached: true },
    ]);
    // One answer alone would tell who gave it, and the other group would tell it by subtraction.
    expect(survey.units[0].items[0]).toMatchObject({ points: '4.2', answers: 10, groups: [{ counts: null }, { counts: null }] });
    const { items } = (await officerOf(communes[0] as UnitGiven)('GET', url(communes[0] as UnitGiven))).json();
    expect(items[3].counting).toMatchObject({ stage: 'survey', points: '4.2', origin: { kind: 'survey', number: 1 } });
    expect(items[3].counting.source).toContain('ket-qua-dieu-tra.csv');
  });

  test('a figure that changes after it was judged replaces nothing, and is told', async () => {
    await enter(communes[2] as UnitGiven, '1', 1);
    await move('second_appraisal', { reason: 'Kiểm tra số liệu' });
    const answer = await as(ofProcedures)('POST', `/api/scoring/rounds/${roundId}/fill-system`);

    expect(answer.json()).toMatchObject({ filled: 0, unchanged: 20, judgedOtherwise: [{ itemCode: '6', judged: '3', filled: '1' }] });
    expect((await move('council')).statusCode).toBe(200);
  });

  test('a unit sees what it could still win and by what; its rank stays with the organiser until publication', async () => {
    const unit = communes[4] as UnitGiven;
    const path = url(unit, '/what-if');
    const own = (await officerOf(unit)('GET', path)).json();
    const first = own.possibilities.find(({ itemCode }: { itemCode: string }) => itemCode === '1');
    expect(first.steps).toMatchObject([
      { points: '5.55', gain: '0.15', takes: 'Cần thêm 1 «Số hồ sơ đúng hạn»: từ 36 lên 37 trên 40.', rank: null },
      { points: '6', gain: '0.6', takes: 'Cần thêm 4 «Số hồ sơ đúng hạn»: từ 36 lên 40 trên 40.', rank: null },
    ]);
    expect([own.now.rank, own.peers]).toEqual([null, null]);

    const all = (await as(organiser)('GET', path)).json();
    expect([all.now.rank, all.peers]).toEqual([5, 21]);
    expect(all.possibilities.find(({ itemCode }: { itemCode: string }) => itemCode === '1').steps.at(-1).rank).toBe(1);
  });

  function sheetLines(template: string): string {
    return units.map(({ code }) => template.replaceAll('{unit}', code)).join('');
  }

  test('the council decides, the result is published and ranked 1-1-3-3 within each peer group', async () => {
    for (const unit of units)
      expect(
        (await as(organiser)('POST', url(unit, '/decisions'), { itemCode: '5', input: { kind: 'points', points: '1.5' }, seen: 0 }))
          .statusCode,
      ).toBe(201);
    expect((await move('published')).json().code).toBe('scoring.decision_missing');
    const decision = await aDecision('100/QĐ-UBND');
    expect((await move('published', { decisionDocumentId: decision })).statusCode).toBe(200);
    const { groups, publication } = await rankingOf();
    expect(publication.number).toBe(1);
    expect(groups[0].rows.map((row: { rank: number }) => row.rank).slice(0, 6)).toEqual([1, 1, 3, 3, 5, 5]);
    expect(groups[1].rows.length).toBe(11);
    // 6 + 4 + (3 − 2 × 0,5) + 4,2 + 1,5 + 3 of 24; agencies without the last of 20.
    expect(groups[0].rows[0]).toMatchObject({ total: '20.7', index: '86.25', selfTotal: '10' });
    expect(groups[1].rows[0]).toMatchObject({ total: '17.7', index: '88.5' });
    const asUnit = (await officerOf(communes[20] as UnitGiven)('GET', `/api/scoring/rounds/${roundId}/ranking`)).json();
    expect(asUnit.groups[0].rows.length).toBe(21);
  });

  test('the published result is computed again from its open data package to the same digits', async () => {
    const [first] = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}`)).json().publications;
    const folder = mkdtempSync(join(tmpdir(), 'tuongminh-published-'));
    const path = join(folder, 'package.zip');

    const answer = await as(organiser)('GET', `/api/scoring/publications/${first.id}/package.zip`);
    writeFileSync(path, answer.rawPayload);
    const files = await openDataPackage(path);
    const replayed = await replayPackage(files, first.sha256);
    const inputs = JSON.parse((await files('inputs.json'))?.toString() ?? '{}');
    rmSync(folder, { recursive: true });

    expect(replayed).toMatchObject({
      units: 32,
      changedFiles: [],
      difference: null,
      belonging: { carried: first.sha256, foreignFiles: [] },
    });
    expect(inputs.xa[communes[0]?.code ?? '']).toMatchObject({
      final: { '4': { kind: 'answers', counts: { A: '6', B: '4', C: '0', D: '0' } }, '6': { kind: 'cases', cases: '3' } },
      stages: { '4': 'survey', '6': 'appraised_1' },
      sources: { '4': expect.stringContaining('Điều tra XHH'), '6': expect.stringContaining(indicator.code) },
    });
  });

  test('a round re-opened after publication keeps the published version byte for byte', async () => {
    const [first] = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}`)).json().publications;
    const before = await as(organiser)('GET', `/api/scoring/publications/${first.id}/content.json`);
    expect(createHash('sha256').update(before.rawPayload).digest('hex')).toBe(first.sha256);
    expect((await move('council')).json().code).toBe('scoring.move_reason_missing');
    expect((await move('council', { reason: 'Tính lại điểm lãnh đạo' })).statusCode).toBe(200);
    const unit = communes[5] as UnitGiven;
    await as(organiser)('POST', url(unit, '/decisions'), {
      itemCode: '5',
      input: { kind: 'points', points: '2' },
      note: 'Bổ sung',
      seen: 1,
    });
    expect((await move('published', { decisionDocumentId: await aDecision('101/QĐ-UBND') })).statusCode).toBe(200);

    const after = await as(organiser)('GET', `/api/scoring/publications/${first.id}/content.json`);
    expect(after.rawPayload.equals(before.rawPayload)).toBe(true);
    const { publications } = (await as(organiser)('GET', `/api/scoring/rounds/${roundId}`)).json();
    expect(publications.map((one: { number: number }) => one.number)).toEqual([2, 1]);
    await expect(sql`update scoring.publication set content = 'x' where id = ${first.id}`.execute(db)).rejects.toThrow('only added to');
  });

  test('every score keeps who, when and why; nothing was overwritten', async () => {
    const { items } = (await as(organiser)('GET', url(communes[0] as UnitGiven))).json();
    const second = items.find((item: { code: string }) => item.code === '2');
    expect(
      second.scores.map((score: { stage: string; sequence: number; note: string | null }) => [score.stage, score.sequence, score.note]),
    ).toEqual([
      ['self', 1, null],
      ['self', 2, 'Kế hoạch số 1'],
      ['appraised_1', 1, 'Ban hành chậm 5 ngày'],
      ['appraised_2', 1, 'Chấp nhận giải trình'],
    ]);
  });
});

async function aDecision(code: string): Promise<string> {
  const { id } = await recordDocument(db, systemActor, {
    unitId: district.id,
    code,
    issuedOn: '2026-03-31',
    subject: 'Phê duyệt Chỉ số CCHC',
  });
  return id;
}
