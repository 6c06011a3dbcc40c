// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { listRecommendations, moveRecommendation, reportRemediation } from '#modules/actions';
import { verifyAudit } from '#platform/audit/audit';
import { type Actor, systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aDocument } from '../../../../../test/factories/document.ts';
import { anInspection, answerEverything, type InspectionGiven, versionOf } from '../../../../../test/factories/inspection.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import type { RoundStep, VisitStep } from '../../domain/vocabulary.ts';
import { makeStatements } from '../field-work/make-statements.ts';
import { recommend, reviseRecommendation } from '../field-work/recommend.ts';
import { moveVisit } from '../visits/move-visit.ts';
import { addVisit, planVisit, withdrawVisit } from '../visits/set-visits.ts';
import { handInReport, recordOpinion } from '../visits/unit-report.ts';
import { getRound } from './get-round.ts';
import { moveRound } from './move-round.ts';
import { listMyWork } from './my-work.ts';
import { editRound } from './save-round.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const scopeOf = (actor: Actor) => ({ roots: actor.grants.map((grant) => grant.unitId) });

const take = async (
  given: InspectionGiven,
  actor: Actor,
  to: RoundStep,
  reason: string | null = null,
  paperIssuedOn: string | null = null,
) => moveRound(db, actor, scopeOf(actor), given.roundId, { to, reason, paperIssuedOn, version: (await reading(given)).version });
const takeVisit = async (
  given: InspectionGiven,
  actor: Actor,
  to: VisitStep,
  reason: string | null = null,
  paperSignedOn: string | null = null,
) => moveVisit(db, actor, scopeOf(actor), given.visitId, { to, reason, paperSignedOn, version: await versionOf(db, given.visitId) });
const reading = (given: InspectionGiven, actor: Actor = systemActor) =>
  getRound(db, actor, actor === systemActor ? everywhere : scopeOf(actor), given.roundId, '2022-09-20');

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

const conclusion = {
  kind: 'conclusion' as const,
  text: 'Công tác được quan tâm.',
  reformField: null,
  cause: null,
  severity: null,
  itemId: null,
  paragraph: null,
  addressedTo: null,
};

describe('days', () => {
  test('no visit lies before the decision, neither planned nor moved there by another decision', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { secretary, organiser } = given.actors;
    const later = await aDocument(db, { unitId: given.province.id, issuedOn: '2022-09-10' });
    const other = {
      unitId: given.otherDistrict.id,
      kind: 'main',
      visitTo: null,
      place: null,
      reformFields: null,
      illustrative: false,
    } as const;

    await expect(planVisit(db, secretary, scopeOf(secretary), given.visitId, { version: 1, visitOn: '2022-08-08' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'inspections.before_decision',
      params: { day: '08/8/2022', decision: '09/8/2022' },
    });
    await expect(addVisit(db, organiser, scopeOf(organiser), given.roundId, { ...other, visitOn: '2022-08-08' })).rejects.toMatchObject({
      code: 'inspections.before_decision',
    });
    await expect(
      editRound(db, organiser, scopeOf(organiser), given.roundId, {
        ...(await reading(given)),
        decisionDocumentId: later.id,
        startsOn: '2022-09-12',
      }),
    ).rejects.toMatchObject({ code: 'inspections.before_decision' });
    expect((await reading(given)).decisionDocumentId).toBe(given.decisionId);
  });

  test('a unit that does not exist on the day is refused, with its name and the day', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { organiser, secretary } = given.actors;
    const late = await aUnit(db, {
      level: 'district',
      parentId: given.province.id,
      validFrom: '2023-01-01',
      authorityName: 'UBND huyện Mới',
    });

    await expect(
      addVisit(db, organiser, scopeOf(organiser), given.roundId, {
        unitId: late.id,
        kind: 'main',
        visitOn: '2022-09-06',
        visitTo: null,
        place: null,
        reformFields: null,
        illustrative: false,
      }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      code: 'inspections.unit_not_in_force',
      params: { unit: 'UBND huyện Mới', day: '06/9/2022' },
    });
    await expect(planVisit(db, secretary, scopeOf(secretary), given.visitId, { version: 1, visitOn: '2025-07-01' })).rejects.toMatchObject({
      code: 'inspections.unit_not_in_force',
    });
  });

  test('a visit is not begun before its day', async () => {
    const given = await anInspection(db, { step: 'unit_reported', visitOn: '2022-09-06' });

    await expect(
      moveVisit(
        db,
        given.actors.head,
        scopeOf(given.actors.head),
        given.visitId,
        { to: 'on_site', version: await versionOf(db, given.visitId), reason: null },
        '2022-09-05',
      ),
    ).rejects.toMatchObject({ code: 'inspections.visit_in_future' });
  });

  test('reversed days are refused', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { organiser, secretary } = given.actors;

    await expect(
      editRound(db, organiser, scopeOf(organiser), given.roundId, { ...(await reading(given)), endsOn: '2022-09-01' }),
    ).rejects.toMatchObject({ code: 'inspections.dates_reversed' });
    await expect(planVisit(db, secretary, scopeOf(secretary), given.visitId, { version: 1, visitTo: '2022-09-01' })).rejects.toMatchObject({
      code: 'inspections.dates_reversed',
    });
  });
});

describe('days of the results', () => {
  test('the meeting lies neither before the decision nor before the inspection began', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { organiser } = given.actors;
    const meet = async (meetingOn: string) =>
      editRound(db, organiser, scopeOf(organiser), given.roundId, { ...(await reading(given)), meetingOn });

    await expect(meet('2022-08-01')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'inspections.before_decision',
      params: { day: '01/8/2022', decision: '09/8/2022' },
    });
    await expect(meet('2022-09-05')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'inspections.before_start',
      params: { day: '05/9/2022', start: '06/9/2022' },
    });
    await meet('2022-09-14');
    expect(await reading(given)).toMatchObject({ meetingOn: '2022-09-14' });
  });

  test('minutes name no hour before the visit, and keep the day of a visit that has begun', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { secretary } = given.actors;
    const plan = async (change: object) =>
      planVisit(db, secretary, scopeOf(secretary), given.visitId, { version: await versionOf(db, given.visitId), ...change });

    await expect(plan({ openedAt: '2022-08-01T01:00:00Z' })).rejects.toMatchObject({ code: 'inspections.before_decision' });
    await expect(plan({ openedAt: '2022-09-05T01:00:00Z' })).rejects.toMatchObject({ code: 'inspections.before_start' });
    await expect(plan({ visitOn: null })).rejects.toMatchObject({ code: 'inspections.timetable_missing' });
    await plan({ openedAt: '2022-09-06T01:00:00Z', closedAt: '2022-09-06T04:00:00Z' });
  });

  test('minutes of the main unit are not signed before the meeting they tell of, a conclusion not before it either', async () => {
    const given = await anInspection(db, { step: 'minutes_agreed' });
    const { organiser, head } = given.actors;
    await editRound(db, organiser, scopeOf(organiser), given.roundId, { ...(await reading(given)), meetingOn: '2022-09-14' });
    await recordOpinion(db, systemActor, everywhere, given.visitId, { version: await versionOf(db, given.visitId), opinion: 'Nhất trí.' });

    await expect(takeVisit(given, head, 'minutes_signed', null, '2022-09-13')).rejects.toMatchObject({
      code: 'inspections.paper_before_meeting',
      params: { day: '13/9/2022', meeting: '14/9/2022' },
    });
    await expect(takeVisit(given, head, 'minutes_signed', null, '2022-08-01')).rejects.toMatchObject({
      code: 'inspections.before_decision',
    });
    await takeVisit(given, head, 'minutes_signed', null, '2022-09-14');
  });

  test('a decided round keeps plan, decision and period', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { organiser } = given.actors;
    const edit = async (change: object) =>
      editRound(db, organiser, scopeOf(organiser), given.roundId, { ...(await reading(given)), ...change });

    await expect(edit({ decisionDocumentId: null })).rejects.toMatchObject({ code: 'inspections.decision_missing' });
    await expect(edit({ planDocumentId: null })).rejects.toMatchObject({ code: 'inspections.plan_missing' });
    await expect(edit({ startsOn: null, endsOn: null })).rejects.toMatchObject({ code: 'inspections.period_missing' });
  });

  test('a recommendation is due on the day of the inspection at the earliest, when made and when revised', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { head } = given.actors;
    const body = { text: 'Khắc phục.', reformField: null };

    await expect(recommend(db, head, scopeOf(head), given.visitId, { ...body, dueOn: '2020-12-31' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'actions.due_before_made',
      params: { due: '31/12/2020', made: '06/9/2022' },
    });
    const { id } = await recommend(db, head, scopeOf(head), given.visitId, { ...body, dueOn: '2022-09-06' });
    await expect(reviseRecommendation(db, head, scopeOf(head), id, { version: 1, dueOn: '2022-09-05' })).rejects.toMatchObject({
      code: 'actions.due_before_made',
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

describe('my work', () => {
  test('names what waits for each, and nothing that waits for others', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    await recommend(db, given.actors.head, scopeOf(given.actors.head), given.visitId, {
      text: 'Khắc phục.',
      reformField: null,
      dueOn: '2022-10-31',
    });
    const work = async (actor: Actor) => {
      const scope = { ...scopeOf(actor), reformFields: null };
      const isUnit = actor === given.actors.officer || actor === given.actors.stranger;
      const { rows } = await listMyWork(
        db,
        actor,
        { read: scope, manage: isUnit ? undefined : scope, report: isUnit ? scope : undefined },
        '2022-09-20',
      );
      return rows.map((row) => [row.kind, row.dueOn]);
    };

    expect(await work(given.actors.member)).toEqual([['answers', '2022-09-06']]);
    expect(await work(given.actors.officer)).toEqual([]);
    expect(await work(given.actors.stranger)).toEqual([]);
    await answerEverything(db, given.visitId);
    expect(await work(given.actors.secretary)).toEqual([['visit_step', '2022-09-06']]);
    await takeVisit(given, given.actors.head, 'minutes_agreed');
    expect(await work(given.actors.officer)).toEqual([['visit_step', '2022-09-06']]);
    await recordOpinion(db, systemActor, everywhere, given.visitId, { version: await versionOf(db, given.visitId), opinion: 'Nhất trí.' });
    await takeVisit(given, given.actors.head, 'minutes_signed', null, '2022-09-14');
    expect(await work(given.actors.officer)).toEqual([['recommendation_report', '2022-10-31']]);
  });

  test('names what is held up by its own content: the report that is missing, the conclusion that nobody wrote', async () => {
    const titles = async (given: InspectionGiven, actor: Actor) => {
      const scope = { ...scopeOf(actor), reformFields: null };
      return (await listMyWork(db, actor, { read: scope, manage: undefined, report: undefined }, '2022-09-20')).rows
        .filter((row) => row.link.includes(given.roundId))
        .map((row) => [row.title, row.dueOn]);
    };
    const announced = await anInspection(db, { step: 'announced' });
    const signed = await anInspection(db, { step: 'minutes_signed' });
    await take(signed, signed.actors.secretary, 'team_report');

    expect(await titles(announced, announced.actors.officer)).toEqual([['Nộp báo cáo, số liệu theo đề cương', '2022-09-06']]);
    expect(await titles(signed, signed.actors.organiser)).toEqual([['Chuẩn bị bước: Đã ban hành kết luận', '2022-10-04']]);
    expect(await titles(signed, signed.actors.member)).toEqual([]);
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
