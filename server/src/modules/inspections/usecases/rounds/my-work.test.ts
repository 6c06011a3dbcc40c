// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { anInspection, answerEverything, type InspectionGiven, versionOf } from '../../../../../test/factories/inspection.ts';
import { inspectionSteps, scopeOf } from '../../../../../test/factories/inspection-steps.ts';
import { recommend } from '../field-work/recommend.ts';
import { recordOpinion } from '../visits/unit-report.ts';
import { listMyWork } from './my-work.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const { take, takeVisit } = inspectionSteps(db);

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
