// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { listClockRules } from '../../data/clock-rules.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { rulesOn } from '../../domain/clock/rules.ts';
import { dossiersModule } from '../../module.ts';
import { listRuleVersions } from './change-clock-rules.ts';
import { seedClockRules } from './seed-clock-rules.ts';

const { db } = await aDatabase();
await seedClockRules(db);
const province = await aUnit(db, { level: 'province' });
const commune = await aUnit(db, { parentId: province.id });
const { as } = await aServer({ db, modules: [dossiersModule()] });
const administrator = anActor('administrator', province.id);
const path = '/api/dossiers/clock-rules';
const change = {
  code: 'transfer_after_15h',
  value: 960,
  enabled: true,
  validFrom: '2099-01-01',
  citation: 'Quyết định thử của tỉnh',
  reason: 'Tỉnh nhận hồ sơ đến 16 giờ',
};
const post = (body: object, actor = administrator, at = path) => as(actor)('POST', at, body);
const versions = async (code: string) => (await listRuleVersions(db, '2026-10-01')).rows.filter((row) => row.code === code);
const valueOn = async (day: string) => rulesOn(await listClockRules(dossiersDb(db)), day).get('transfer_after_15h')?.value;

test('a province changes a rule from a day on: days before keep theirs, and the change can be withdrawn until it begins', async () => {
  const { id } = (await post(change)).json();
  expect([await valueOn('2098-12-31'), await valueOn('2099-01-01')]).toEqual([900, 960]);
  expect((await versions('transfer_after_15h'))[0]).toMatchObject({ id, state: 'coming', reason: 'Tỉnh nhận hồ sơ đến 16 giờ' });
  expect((await post({ ...change, value: 930 })).json()).toMatchObject({ code: 'dossiers.clock_rule_coming' });

  const withdrawn = await post({ version: 1, reason: 'Chưa ban hành' }, administrator, `${path}/${id}/withdraw`);

  expect(withdrawn.statusCode).toBe(200);
  expect([await valueOn('2099-01-01'), await valueOn('2199-01-01')]).toEqual([900, 900]);
  expect((await versions('transfer_after_15h')).map(({ state, endReason }) => [state, endReason])).toEqual([
    ['withdrawn', 'Chưa ban hành'],
    ['in_force', null],
    ['ended', null],
  ]);
  const { rows } = await sql<{
    action: string;
  }>`select action from audit.entry where subject_type = 'clock_rule' order by sequence`.execute(db);
  expect(rows.map(({ action }) => action)).toEqual(['dossiers.clock_rule_changed', 'dossiers.clock_rule_withdrawn']);
});

test('a rule that is switched off holds no more from that day on', async () => {
  expect((await post({ ...change, code: 'one_extension', value: true, enabled: false })).statusCode).toBe(201);
  const rules = await listClockRules(dossiersDb(db));
  expect(['2098-12-31', '2099-01-01'].map((day) => rulesOn(rules, day).has('one_extension'))).toEqual([true, false]);
});

test.each([
  ['a day that has come', { validFrom: '2022-01-01' }, 'dossiers.clock_rule_past'],
  ['a value of another kind', { value: 'end_of_day' }, 'dossiers.clock_rule_value'],
  ['a minute beyond the day', { value: 1_440 }, 'dossiers.clock_rule_value'],
])('%s is refused', async (_what, part, code) => {
  expect((await post({ ...change, code: 'day_is_8_hours', ...part })).json()).toMatchObject({ code });
});

test('what holds already is no change, and a rule in force is not withdrawn', async () => {
  const rule = (await versions('day_is_8_hours'))[0];
  const same = { ...change, code: 'day_is_8_hours', value: rule?.value, citation: rule?.citation, mark: rule?.mark };
  expect((await post(same)).json()).toMatchObject({ code: 'dossiers.clock_rule_same' });
  expect((await post({ version: 1, reason: 'Nhầm' }, administrator, `${path}/${rule?.id}/withdraw`)).json()).toMatchObject({
    code: 'dossiers.clock_rule_begun',
  });
});

test('only an administrator of the whole province changes rules; whoever handles dossiers reads them', async () => {
  expect((await post(change, anActor('administrator', commune.id))).json()).toMatchObject({ code: 'dossiers.clock_rules_of_province' });
  expect((await post(change, anActor('unit_officer', province.id))).statusCode).toBe(403);
  expect((await as(anActor('unit_officer', commune.id))('GET', path)).statusCode).toBe(200);
});
