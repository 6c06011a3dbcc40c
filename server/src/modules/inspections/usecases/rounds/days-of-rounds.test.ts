// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aDocument } from '../../../../../test/factories/document.ts';
import { anInspection, versionOf } from '../../../../../test/factories/inspection.ts';
import { inspectionSteps, scopeOf } from '../../../../../test/factories/inspection-steps.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { recommend, reviseRecommendation } from '../field-work/recommend.ts';
import { moveVisit } from '../visits/move-visit.ts';
import { addVisit, planVisit } from '../visits/set-visits.ts';
import { recordOpinion } from '../visits/unit-report.ts';
import { editRound } from './save-round.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const { reading, takeVisit } = inspectionSteps(db);

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
