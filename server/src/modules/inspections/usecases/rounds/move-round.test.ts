// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { listRecommendations, moveRecommendation, reportRemediation } from '#modules/actions';
import { verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { anInspection, answerEverything, versionOf } from '../../../../../test/factories/inspection.ts';
import { conclusion, inspectionSteps, scopeOf } from '../../../../../test/factories/inspection-steps.ts';
import { makeStatements } from '../field-work/make-statements.ts';
import { recommend } from '../field-work/recommend.ts';
import { addVisit, withdrawVisit } from '../visits/set-visits.ts';
import { handInReport, recordOpinion } from '../visits/unit-report.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const { reading, take, takeVisit } = inspectionSteps(db);

describe('a round from its plan to its end', () => {
  test('is carried by those whose step it is, one row of history each', async () => {
    const given = await anInspection(db, { step: 'planned' });
    const { organiser, head, secretary, leader } = given.actors;

    await take(given, organiser, 'decided');
    await take(given, secretary, 'announced');
    await handInReport(db, leader, scopeOf(leader), given.visitId, {
      version: await versionOf(db, given.visitId),
      text: 'Kiểm tra 07/21 xã (đạt 30%).',
      fileId: null,
    });
    await takeVisit(given, leader, 'unit_reported');
    await takeVisit(given, head, 'on_site');
    await answerEverything(db, given.visitId, secretary);
    const { id } = await recommend(db, head, scopeOf(head), given.visitId, {
      text: 'Khắc phục tồn tại.',
      reformField: 'procedures',
      dueOn: '2022-10-31',
    });
    await takeVisit(given, secretary, 'minutes_agreed');
    await recordOpinion(db, leader, scopeOf(leader), given.visitId, { version: await versionOf(db, given.visitId), opinion: 'Nhất trí.' });
    await takeVisit(given, head, 'minutes_signed', null, '2022-09-14');
    await take(given, secretary, 'team_report');
    await makeStatements(db, head, scopeOf(head), { roundId: given.roundId }, [conclusion]);
    await take(given, organiser, 'conclusion_issued', null, '2022-10-03');
    await take(given, organiser, 'remediation');
    await reportRemediation(db, leader, scopeOf(leader), id, { version: 1, text: 'Đã khắc phục.', evidenceFileIds: [] });
    await moveRecommendation(db, organiser, scopeOf(organiser), id, 'accept', { version: 2, note: 'Đã kiểm tra lại' });
    await take(given, organiser, 'closed');

    const round = await reading(given);
    expect(round).toMatchObject({
      step: 'closed',
      conclusionIssuedOn: '2022-10-03',
      deadline: { dueOn: '2022-10-04', state: 'met', doneOn: '2022-10-03' },
    });
    expect(round.history.filter((row) => row.visitId === null).map((row) => row.toStep)).toEqual([
      'planned',
      'decided',
      'announced',
      'unit_reported',
      'on_site',
      'minutes_agreed',
      'minutes_signed',
      'team_report',
      'conclusion_issued',
      'remediation',
      'closed',
    ]);
    expect(round.history.find((row) => row.toStep === 'decided')).toMatchObject({ actorName: organiser.name, fromStep: 'planned' });
    expect(await verifyAudit(db)).toMatchObject({ intact: true });
  });

  test('is refused to those whose step it is not, and nothing is saved', async () => {
    const given = await anInspection(db, { step: 'planned' });

    await expect(take(given, given.actors.head, 'decided')).rejects.toMatchObject({ kind: 'forbidden', code: 'inspections.not_your_step' });
    await expect(take(given, given.actors.reader, 'decided')).rejects.toMatchObject({ kind: 'forbidden' });

    expect(await reading(given)).toMatchObject({ step: 'planned' });
    expect((await reading(given)).history.filter((row) => row.visitId === null)).toHaveLength(1);
  });

  test('cannot close while a recommendation is open, nor conclude without a deadline', async () => {
    const given = await anInspection(db, { step: 'minutes_signed' });
    await take(given, given.actors.head, 'team_report');
    await makeStatements(db, systemActor, everywhere, { roundId: given.roundId }, [conclusion]);
    await recommend(db, given.actors.head, scopeOf(given.actors.head), given.visitId, {
      text: 'Khắc phục.',
      reformField: null,
      dueOn: null,
    });

    await expect(take(given, given.actors.organiser, 'conclusion_issued', null, '2022-10-03')).rejects.toMatchObject({
      code: 'inspections.recommendation_without_deadline',
      params: { count: 1 },
    });
    expect((await reading(given)).steps.find((step) => step.to === 'conclusion_issued')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'inspections.recommendation_without_deadline' }],
    });
  });

  test('needs its paper, or the day on which it was signed on paper', async () => {
    const given = await anInspection(db, { step: 'minutes_agreed' });
    await recordOpinion(db, systemActor, everywhere, given.visitId, { version: await versionOf(db, given.visitId), opinion: 'Nhất trí.' });

    await expect(takeVisit(given, given.actors.head, 'minutes_signed')).rejects.toMatchObject({ code: 'inspections.issue_first' });
  });

  test('goes back with a reason, and follows its slowest unit back', async () => {
    const given = await anInspection(db, { step: 'minutes_agreed' });

    await expect(takeVisit(given, given.actors.head, 'on_site')).rejects.toMatchObject({ code: 'inspections.reason_missing' });
    await takeVisit(given, given.actors.head, 'on_site', 'Thiếu một nội dung');

    const round = await reading(given);
    expect(round.step).toBe('on_site');
    expect(round.history.find((row) => row.visitId === given.visitId && row.fromStep === 'minutes_agreed')).toMatchObject({
      toStep: 'on_site',
      reason: 'Thiếu một nội dung',
    });
  });
});

describe('units of a round', () => {
  test('are there once, and leave only before the field work, with a reason', async () => {
    const given = await anInspection(db, { step: 'announced' });
    const { organiser } = given.actors;
    const again = {
      unitId: given.district.id,
      kind: 'main',
      visitOn: '2022-09-07',
      visitTo: null,
      place: null,
      reformFields: null,
      illustrative: false,
    } as const;

    await expect(addVisit(db, organiser, scopeOf(organiser), given.roundId, again)).rejects.toMatchObject({
      code: 'inspections.unit_twice',
    });
    await expect(
      withdrawVisit(db, organiser, scopeOf(organiser), given.visitId, { version: await versionOf(db, given.visitId), reason: ' ' }),
    ).rejects.toMatchObject({ code: 'inspections.reason_missing' });
    await withdrawVisit(db, organiser, scopeOf(organiser), given.visitId, {
      version: await versionOf(db, given.visitId),
      reason: 'Đơn vị vừa sáp nhập',
    });
    const { id } = await addVisit(db, organiser, scopeOf(organiser), given.roundId, again);

    expect((await reading(given)).visits.map((visit) => visit.id)).toEqual([id]);
  });
});

test('the recommendations of a round are found by their origin', async () => {
  const given = await anInspection(db);
  await recommend(db, given.actors.secretary, scopeOf(given.actors.secretary), given.visitId, {
    text: 'Khắc phục.',
    reformField: null,
    dueOn: null,
  });

  expect(
    await listRecommendations(db, everywhere, { origin: { module: 'inspections', id: given.roundId, partId: given.visitId } }),
  ).toMatchObject({ total: 1, rows: [{ unitId: given.district.id }] });
});
