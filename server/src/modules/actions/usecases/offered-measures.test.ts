// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../test/database.ts';
import { aRecommendation } from '../../../../test/factories/recommendation.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import {
  editRecommendation,
  judgeRemediation,
  moveRecommendation,
  reportRemediation,
  withdrawRecommendation,
} from './manage-recommendations.ts';
import { actionMeasures } from './offered-measures.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const province = await aUnit(db, { level: 'province' });
const district = await aUnit(db, { level: 'district', parentId: province.id });
const other = await aUnit(db, { level: 'district', parentId: province.id });
const december = { from: '2022-12-01', to: '2022-12-31' };

/** A recommendation whose history has the steps on the days given; the clock of the history is set back to them. */
async function withHistory(
  unitId: string,
  dueOn: string,
  days: Partial<Record<'made' | 'report' | 'refuse' | 'again' | 'accept', string>>,
): Promise<string> {
  const { id } = await aRecommendation(db, { unitId, dueOn, madeOn: days.made ?? '2022-09-14' });
  let version = 1;
  const steps: string[] = [days.made ?? '2022-09-14'];
  const step = async (day: string | undefined, act: () => Promise<unknown>): Promise<void> => {
    if (day === undefined) return;
    await act();
    version += 1;
    steps.push(day);
  };
  const report = () => reportRemediation(db, systemActor, everywhere, id, { version, text: 'Đã khắc phục', evidenceFileIds: [] });
  const judge = (accepted: boolean) => judgeRemediation(db, systemActor, everywhere, id, { version, accepted, note: 'Đã xem hồ sơ' });
  await step(days.report, report);
  await step(days.refuse, () => judge(false));
  await step(days.again, report);
  await step(days.accept, () => judge(true));
  await sql`
    update actions.recommendation_event e set at = (day || 'T10:00:00+07:00')::timestamptz
    from (select id, row_number() over (order by at, id) as place from actions.recommendation_event where recommendation_id = ${id}) as ordered
    join unnest(${steps}::text[]) with ordinality as given (day, place) using (place)
    where ordered.id = e.id`.execute(db);
  return id;
}

const counted = async (unitId: string, span: { from: string; to: string }, today = '2026-01-05') =>
  (await actionMeasures.read(db, { unitIds: [unitId], ...span }, today)).get(unitId);

const listed = async (code: string, unitId: string, span: { from: string; to: string }, page = { offset: 0, limit: 50 }) =>
  (await actionMeasures.measures.find((one) => one.code === code)?.listRecords(db, { unitId, ...span }, page))?.map(({ id }) => id);

let inTime: string;
let reportedLate: string;
let refusedThenAccepted: string;
let untouched: string;
let refused: string;
let reportedOnly: string;

beforeAll(async () => {
  inTime = await withHistory(district.id, '2022-12-10', { report: '2022-12-10', accept: '2022-12-28' });
  reportedLate = await withHistory(district.id, '2022-12-11', { report: '2022-12-12', accept: '2022-12-28' });
  refusedThenAccepted = await withHistory(district.id, '2022-12-12', {
    report: '2022-12-01',
    refuse: '2022-12-05',
    again: '2022-12-20',
    accept: '2022-12-31',
  });
  untouched = await withHistory(district.id, '2022-12-13', {});
  refused = await withHistory(other.id, '2022-11-30', { report: '2022-11-29', refuse: '2022-12-02' });
  reportedOnly = await withHistory(other.id, '2022-12-31', { report: '2022-12-30', accept: '2023-01-03' });
});

describe('recommendations as a measure', () => {
  test('are due, accepted and accepted in time by the history up to the end of the period', async () => {
    expect(await counted(province.id, december)).toEqual({
      'actions.due': 5,
      'actions.due_accepted': 3,
      'actions.due_accepted_in_time': 1,
      'actions.overdue': 2,
    });
    expect(await counted(other.id, december)).toEqual({
      'actions.due': 1,
      'actions.due_accepted': 0,
      'actions.due_accepted_in_time': 0,
      'actions.overdue': 1,
    });
  });

  test('of a period that ends later are those that were accepted later too', async () => {
    const untilJanuary = { from: '2022-12-01', to: '2023-01-31' };

    expect(await counted(other.id, untilJanuary)).toMatchObject({ 'actions.due_accepted': 1, 'actions.due_accepted_in_time': 1 });
    expect(await counted(other.id, { from: '2022-11-01', to: '2022-11-30' })).toMatchObject({ 'actions.due': 1, 'actions.overdue': 0 });
  });

  test('open to the same recommendations, the latest deadline first, page by page', async () => {
    expect(await listed('actions.due', province.id, december)).toEqual([
      reportedOnly,
      untouched,
      refusedThenAccepted,
      reportedLate,
      inTime,
    ]);
    expect(await listed('actions.due', province.id, december, { offset: 3, limit: 1 })).toEqual([reportedLate]);
    expect(await listed('actions.due_accepted', district.id, december)).toEqual([refusedThenAccepted, reportedLate, inTime]);
    expect(await listed('actions.due_accepted_in_time', district.id, december)).toEqual([inTime]);
    expect(await listed('actions.overdue', province.id, december)).toEqual([untouched, refused]);
  });

  test('are neither due nor overdue while the deadline’s day still runs', async () => {
    expect(await counted(district.id, december, '2022-12-13')).toMatchObject({ 'actions.due': 3, 'actions.overdue': 0 });
    expect(await counted(district.id, december, '2022-12-14')).toMatchObject({ 'actions.due': 4, 'actions.overdue': 1 });
  });

  test('leave out what is still drafted, what was taken back, and what has no deadline', async () => {
    const before = await counted(district.id, december);
    await aRecommendation(db, { unitId: district.id, dueOn: '2022-12-15', released: false });
    await aRecommendation(db, { unitId: district.id, dueOn: null });
    const { id } = await aRecommendation(db, { unitId: district.id, dueOn: '2022-12-15' });
    await withdrawRecommendation(db, systemActor, everywhere, id, { version: 1, reason: 'Trùng nội dung' });

    expect(await counted(district.id, { from: '2022-12-01', to: '2022-12-31' })).toEqual(before);
  });

  test('of an earlier year that are written down today count there as still waiting', async () => {
    const { id } = await aRecommendation(db, { unitId: district.id, dueOn: '2019-03-31', madeOn: '2019-01-10' });
    const first = { from: '2019-01-01', to: '2019-03-31' };

    expect(await counted(district.id, first)).toMatchObject({ 'actions.due': 1, 'actions.due_accepted': 0, 'actions.overdue': 1 });
    await withdrawRecommendation(db, systemActor, everywhere, id, { version: 1, reason: 'Nhập nhầm' });
    expect(await counted(district.id, first)).toMatchObject({ 'actions.due': 0, 'actions.overdue': 0 });
  });

  test('go with a new deadline, and out of the accepted ones when reopened', async () => {
    const id = await withHistory(other.id, '2021-05-31', { made: '2021-05-01', report: '2021-05-20', accept: '2021-05-25' });
    const may = { from: '2021-05-01', to: '2021-05-31' };
    expect(await counted(other.id, may)).toMatchObject({ 'actions.due': 1, 'actions.due_accepted_in_time': 1 });

    await moveRecommendation(db, systemActor, everywhere, id, 'reopen', { version: 3, note: 'Tái diễn' });
    await editRecommendation(db, systemActor, everywhere, id, { version: 4, dueOn: '2023-06-30' });

    expect(await counted(other.id, may)).toMatchObject({ 'actions.due': 0, 'actions.due_accepted': 0 });
    const untilNow = { from: '2023-06-01', to: '2030-12-31' };
    expect(await counted(other.id, untilNow, '2026-12-31')).toMatchObject({
      'actions.due': 1,
      'actions.due_accepted': 0,
      'actions.overdue': 2,
    });
  });
});
