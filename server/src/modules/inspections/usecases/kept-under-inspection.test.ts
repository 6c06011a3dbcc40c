// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { addDays, todayInVietnam } from '#kernel/dates';
import { moveRecommendation } from '#modules/actions';
import { type Actor, systemActor } from '#platform/auth/actor';
import { deliverEvents } from '#platform/events/outbox';
import { aDatabase } from '../../../../test/database.ts';
import { aFigure, anInspection, answerEverything, type InspectionGiven, versionOf } from '../../../../test/factories/inspection.ts';
import { openVisit } from './access/open-round.ts';
import { correctFigure, countFigure, declareFigures } from './field-work/declare-figures.ts';
import { makeStatements } from './field-work/make-statements.ts';
import { recommend } from './field-work/recommend.ts';
import { saveAnswers } from './field-work/save-answers.ts';
import { gatherMinutes } from './outputs/gather-minutes.ts';
import { getRound } from './rounds/get-round.ts';
import { listRounds } from './rounds/list-rounds.ts';
import { moveRound } from './rounds/move-round.ts';
import { reopenRound } from './rounds/reopen-round.ts';
import { editRound } from './rounds/save-round.ts';
import { setTeam } from './rounds/set-team.ts';
import { getVisit } from './visits/get-visit.ts';
import { moveVisit } from './visits/move-visit.ts';
import { handInReport, recordOpinion } from './visits/unit-report.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const scopeOf = (actor: Actor) => ({ roots: actor.grants.map((grant) => grant.unitId) });
const round = (given: InspectionGiven, actor: Actor = systemActor) =>
  getRound(db, actor, actor === systemActor ? everywhere : scopeOf(actor), given.roundId);
const takeVisit = async (
  given: InspectionGiven,
  to: Parameters<typeof moveVisit>[4]['to'],
  more: { paperSignedOn?: string; reason?: string } = {},
) =>
  moveVisit(db, given.actors.head, scopeOf(given.actors.head), given.visitId, {
    to,
    version: await versionOf(db, given.visitId),
    reason: more.reason ?? null,
    paperSignedOn: more.paperSignedOn ?? null,
  });
const take = async (
  given: InspectionGiven,
  to: Parameters<typeof moveRound>[4]['to'],
  more: { paperIssuedOn?: string; reason?: string } = {},
) =>
  moveRound(db, given.actors.organiser, scopeOf(given.actors.organiser), given.roundId, {
    to,
    version: (await round(given)).version,
    reason: more.reason ?? null,
    paperIssuedOn: more.paperIssuedOn ?? null,
  });
const finding = {
  kind: 'finding' as const,
  text: 'Niêm yết chưa đủ.',
  reformField: 'procedures' as const,
  cause: null,
  severity: 'shortcoming' as const,
  itemId: null,
  paragraph: null,
  addressedTo: null,
};

describe('what the unit declared', () => {
  test('is not changed by the unit after it was handed in; the team corrects a slip or gives the report back', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { officer, secretary } = given.actors;
    const sheet = await getVisit(db, officer, scopeOf(officer), given.visitId);
    const { code, label, reformField, kind, denominator, parts, statedText, unitOfMeasure, version, id } = sheet.figures[0]!;
    const better = {
      ...{ code, label, reformField, kind, denominator, parts, statedText, unitOfMeasure, version },
      ...{ numerator: '21', statedPercent: '100', evidenceFileId: null, documentId: null, paragraph: null, note: null },
    };

    const refused = { code: 'inspections.report_handed_in' };
    await expect(correctFigure(db, officer, scopeOf(officer), id, better)).rejects.toMatchObject(refused);
    await expect(declareFigures(db, officer, scopeOf(officer), given.visitId, [aFigure()])).rejects.toMatchObject(refused);
    await expect(
      handInReport(db, officer, scopeOf(officer), given.visitId, { version: sheet.version, text: 'Báo cáo khác', fileId: null }),
    ).rejects.toMatchObject(refused);
    expect(sheet.editable).not.toContain('figures');
    await correctFigure(db, secretary, scopeOf(secretary), id, better);

    const back = await anInspection(db, { step: 'unit_reported' });
    await takeVisit(back, 'awaiting_report', { reason: 'Đơn vị bổ sung số liệu' });
    expect((await declareFigures(db, back.actors.officer, scopeOf(back.actors.officer), back.visitId, [aFigure()])).ids).toHaveLength(1);
  });

  test('stands in the minutes beside the team’s count, each percentage with its own operands', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { secretary } = given.actors;
    const { ids } = await declareFigures(db, secretary, scopeOf(secretary), given.visitId, [aFigure({ code: 'communes' })]);
    await countFigure(db, secretary, scopeOf(secretary), ids[0]!, { numerator: '8', denominator: '21', source: 'Kế hoạch' });

    const { figures } = await gatherMinutes(db, await openVisit(db, systemActor, everywhere, given.visitId), {
      stage: 'draft',
      sequence: null,
      issuedOn: null,
    });

    expect(figures.find((figure) => figure.id === ids[0])).toMatchObject({
      numerator: '7',
      recomputedPercent: '33,33%',
      counted: { numerator: '8', denominator: '21', percent: '38,10%' },
      verdict: 'differs',
    });
  });
});

describe('the day of a paper', () => {
  test('lies neither before the end of the inspection nor in the future, and goes when the minutes are opened again', async () => {
    const given = await anInspection(db, { step: 'minutes_agreed' });
    await recordOpinion(db, systemActor, everywhere, given.visitId, { version: await versionOf(db, given.visitId), opinion: 'Nhất trí.' });

    await expect(takeVisit(given, 'minutes_signed', { paperSignedOn: '2022-09-05' })).rejects.toMatchObject({
      code: 'inspections.paper_too_early',
    });
    await expect(takeVisit(given, 'minutes_signed', { paperSignedOn: addDays(todayInVietnam(), 1) })).rejects.toMatchObject({
      code: 'inspections.paper_in_future',
    });
    await takeVisit(given, 'minutes_signed', { paperSignedOn: '2022-09-14' });
    await takeVisit(given, 'minutes_agreed', { reason: 'Ghi nhầm ngày' });

    expect((await getVisit(db, systemActor, everywhere, given.visitId)).signedOn).toBeNull();
  });

  test('of a conclusion counts only with the step that issues it, and goes when the conclusion is taken back', async () => {
    const given = await anInspection(db, { step: 'minutes_signed' });
    const { officer } = given.actors;
    await makeStatements(db, systemActor, everywhere, { roundId: given.roundId }, [{ ...finding, kind: 'conclusion', severity: null }]);

    await take(given, 'team_report', { paperIssuedOn: '2022-09-20' });
    expect((await round(given)).conclusionIssuedOn).toBeNull();
    expect((await round(given, officer)).statements).toEqual([]);
    await expect(take(given, 'conclusion_issued', { paperIssuedOn: '2022-09-12' })).rejects.toMatchObject({
      code: 'inspections.paper_too_early',
    });
    await take(given, 'conclusion_issued', { paperIssuedOn: '2022-09-20' });
    expect((await round(given, officer)).statements).toHaveLength(1);
    await take(given, 'team_report', { reason: 'Sửa nội dung' });

    expect(await round(given)).toMatchObject({ conclusionIssuedOn: null, deadline: { state: 'overdue', doneOn: null } });
    expect((await round(given, officer)).statements).toEqual([]);
  });
});

describe('what an inspected unit learns', () => {
  test('of a round only when it is announced', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { officer, organiser } = given.actors;

    await expect(round(given, officer)).rejects.toMatchObject({ code: 'inspections.round_not_found' });
    await expect(getVisit(db, officer, scopeOf(officer), given.visitId)).rejects.toMatchObject({ code: 'inspections.visit_not_found' });
    expect((await listRounds(db, officer, scopeOf(officer))).total).toBe(0);
    expect((await listRounds(db, organiser, scopeOf(organiser))).total).toBe(1);
    await take(given, 'announced');

    expect((await round(given, officer)).visits).toHaveLength(1);
  });

  test('of an unannounced inspection only when the team is at its door', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { officer, secretary } = given.actors;
    const before = await round(given);
    await editRound(db, systemActor, everywhere, given.roundId, { ...before, form: 'unannounced' });
    await take(given, 'announced');

    await expect(round(given, officer)).rejects.toMatchObject({ code: 'inspections.round_not_found' });
    expect((await listRounds(db, officer, scopeOf(officer))).total).toBe(0);
    await takeVisit(given, 'on_site');

    expect((await round(given, officer)).visits).toHaveLength(1);
    expect((await declareFigures(db, officer, scopeOf(officer), given.visitId, [aFigure()])).ids).toHaveLength(1);
    expect((await round(given, secretary)).capacities).toContain('secretary');
  });
});

test('a closed round is taken up again when one of its recommendations is', async () => {
  const given = await anInspection(db, { step: 'minutes_signed' });
  const { organiser } = given.actors;
  const { id } = await recommend(db, systemActor, everywhere, given.visitId, {
    text: 'Khắc phục.',
    reformField: null,
    dueOn: '2022-12-31',
  });
  await makeStatements(db, systemActor, everywhere, { roundId: given.roundId }, [{ ...finding, kind: 'conclusion', severity: null }]);
  await take(given, 'team_report');
  await take(given, 'conclusion_issued', { paperIssuedOn: '2022-09-20' });
  await take(given, 'remediation');
  const followUp = async (move: 'carry_over' | 'reopen') =>
    moveRecommendation(db, organiser, scopeOf(organiser), id, move, {
      version: (await round(given)).recommendations[0]!.version,
      note: 'Xem lại',
    });
  await followUp('carry_over');
  await take(given, 'closed');

  await followUp('reopen');
  await deliverEvents(db, new Map([['actions.recommendation_moved', [reopenRound]]]), 1_000);

  const again = await round(given);
  expect(again.step).toBe('remediation');
  expect(again.history.at(-1)).toMatchObject({ fromStep: 'closed', reason: 'Một kiến nghị của đợt được mở lại' });
});

describe('the team', () => {
  test('finds nothing without a reform field, and a member nothing outside the own ones', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { member, head } = given.actors;
    const state = (actor: Actor, change: object) =>
      makeStatements(db, actor, scopeOf(actor), { visitId: given.visitId }, [{ ...finding, ...change }]);

    await expect(state(member, { reformField: null })).rejects.toMatchObject({ code: 'inspections.field_missing' });
    await expect(state(head, { reformField: null })).rejects.toMatchObject({ code: 'inspections.field_missing' });
    await expect(state(member, { reformField: 'steering' })).rejects.toMatchObject({
      code: 'inspections.field_not_yours',
      params: { item: 'Chỉ đạo, điều hành cải cách hành chính' },
    });
    await expect(state(member, { itemId: given.roundId })).rejects.toMatchObject({ code: 'inspections.item_not_on_checklist' });
    expect((await state(member, {})).ids).toHaveLength(1);
  });

  test('does not lose its head or secretary once it is announced', async () => {
    const given = await anInspection(db, { step: 'announced' });
    const { team, version } = await round(given);
    const without = (role: string) => ({ version, members: team.filter((one) => one.role !== role) });

    await expect(setTeam(db, systemActor, everywhere, given.roundId, without('head'))).rejects.toMatchObject({
      code: 'inspections.team_head',
    });
    await expect(setTeam(db, systemActor, everywhere, given.roundId, without('secretary'))).rejects.toMatchObject({
      code: 'inspections.team_secretary',
    });
  });

  test('keeps a note with a number in sight of whoever reads the minutes', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    await answerEverything(db, given.visitId);
    const access = await openVisit(db, systemActor, everywhere, given.visitId);
    const { fields } = await getVisit(db, systemActor, everywhere, given.visitId);
    const item = fields[0]!.items[0]!;
    await saveAnswers(db, systemActor, everywhere, given.visitId, [
      { itemId: item.id, version: item.answer!.version, verdict: 'fails', note: 'Còn 3 biển tên cũ.' },
    ]);

    const minutes = await gatherMinutes(db, access, { stage: 'draft', sequence: null, issuedOn: null });

    expect(minutes.fields[0]).toMatchObject({
      remarks: `Mục ${item.code}: xem ghi chú trên phiếu kiểm tra.`,
      items: { value: 16 },
      met: { value: 15 },
      unmet: { value: 1 },
    });
  });
});
