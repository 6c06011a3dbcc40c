// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { anInspection, type InspectionGiven } from '../../../../../test/factories/inspection.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { inspectionsModule } from '../../module.ts';
import { getRound } from '../rounds/get-round.ts';
import { withdrawDeadlineRule } from './deadline-rules.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [inspectionsModule()] });
const path = '/api/inspections/deadline-rules';
let given: InspectionGiven;
let administrator: Actor;

beforeAll(async () => {
  given = await anInspection(db, { step: 'planned' });
  administrator = anActor('administrator', given.province.id);
});

type Row = { id: string; code: string; validFrom: string; validTo: string | null; state: string; version: number; citation: string };
const rules = async (): Promise<Row[]> => (await as(given.actors.reader)('GET', path)).json<{ rows: Row[] }>().rows;
const conclusion = async (): Promise<Row> => {
  const found = (await rules()).filter((rule) => rule.code === 'conclusion');
  const first = found.at(-1);
  if (!first) throw new Error('no rule');
  return first;
};
const add = (body: object, actor: Actor = administrator) =>
  as(actor)('POST', path, { code: 'conclusion', dayCount: 10, dayKind: 'working', citation: 'Quyết định thử, Điều 4', ...body });
const end = (id: string, body: object, actor: Actor = administrator) =>
  as(actor)('POST', `${path}/${id}/end`, { reason: 'Có quy định mới', ...body });

describe('time limits of law', () => {
  test('are listed with value, citation and validity for everyone who takes part', async () => {
    expect(await rules()).toMatchObject([
      {
        code: 'conclusion',
        name: 'Ban hành thông báo kết luận',
        dayCount: 15,
        dayKind: 'working',
        state: 'in_force',
        citation: 'Thông tư 02/2017/TT-VPCP, Điều 46',
      },
      { code: 'remediation_report', dayCount: 15, dayKind: 'calendar', certainty: 'background' },
    ]);
  });

  test('an overlap is refused with the version that is in the way', async () => {
    const answer = await add({ validFrom: '2022-09-01' });

    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      {
        code: 'inspections.rule_overlaps',
        params: { from: '15/12/2017', to: 'nay', citation: 'Thông tư 02/2017/TT-VPCP, Điều 46' },
      },
    ]);
    expect(await rules()).toHaveLength(2);
  });

  test('a version ends and the next begins: each inspection keeps the rule of its own day', async () => {
    const before = await conclusion();
    expect((await end(before.id, { version: before.version, validTo: '2017-01-01' })).json()).toMatchObject({
      code: 'inspections.rule_reversed',
    });
    expect((await end(before.id, { version: before.version, validTo: '2022-09-12' })).statusCode).toBe(200);
    const added = await add({ validFrom: '2022-09-13' });

    expect(added.statusCode).toBe(201);
    expect((await getRound(db, systemActor, { roots: null }, given.roundId, '2022-09-20')).deadline).toMatchObject({
      from: '2022-09-13',
      dueOn: '2022-09-27',
      rule: { dayCount: 10, citation: 'Quyết định thử, Điều 4' },
    });
    expect((await end(before.id, { version: before.version + 1, validTo: '2022-09-13' })).json()).toMatchObject({
      code: 'inspections.rule_overlaps',
    });
    const { rows } = await sql<{ action: string }>`select action from audit.entry where subject_type = 'deadline_rule'
      order by sequence`.execute(db);
    expect(rows.map((row) => row.action)).toEqual(['inspections.deadline_rule_ended', 'inspections.deadline_rule_added']);
  });

  test('a mistaken version is withdrawn before it begins, never after', async () => {
    const old = await conclusion();
    const scope = { roots: [given.province.id] };
    const body = { code: 'remediation_report', validTo: null };
    const open = (await rules()).find((rule) => rule.code === 'remediation_report');
    await end(open?.id ?? '', { version: 1, validTo: '2098-12-31' });
    const { id } = (await add({ ...body, validFrom: '2099-01-01' })).json<{ id: string }>();

    await withdrawDeadlineRule(db, administrator, scope, id, { version: 1, reason: 'Nhập nhầm' });
    expect((await rules()).find((rule) => rule.id === id)).toMatchObject({ state: 'withdrawn', endReason: 'Nhập nhầm' });
    expect((await add({ ...body, validFrom: '2099-01-01' })).statusCode).toBe(201);
    await expect(withdrawDeadlineRule(db, administrator, scope, old.id, { version: old.version, reason: 'Nhầm' })).rejects.toMatchObject({
      code: 'inspections.rule_in_force',
    });
    expect((await end(id, { version: 2, validTo: '2099-12-31' })).json()).toMatchObject({ code: 'inspections.rule_withdrawn' });
  });

  test('are changed by an administrator of the whole province, on the page as it stands', async () => {
    const rule = await conclusion();

    expect((await add({ validFrom: '2030-01-01' }, anActor('administrator', given.district.id))).json()).toMatchObject({
      code: 'inspections.rules_of_province',
    });
    expect((await add({ validFrom: '2030-01-01' }, given.actors.organiser)).statusCode).toBe(403);
    expect((await end(rule.id, { version: 99, validTo: '2022-09-12' })).json()).toMatchObject({ code: 'platform.stale' });
    expect((await end(given.roundId, { version: 1, validTo: '2022-09-12' })).statusCode).toBe(404);
  });
});
