// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { anIndicator, entered } from '../../../../test/factories/indicator.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { unitsModule } from '../../units/module.ts';
import { figuresModule } from '../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), figuresModule()] });
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Một' });
const count = await anIndicator(db, { unitId: province.id, ...entered });
const officer = as(anActor('unit_officer', commune.id));

test('a cell sent twice in one request is told by its place, and neither is recorded', async () => {
  const cell = { unitId: commune.id, indicatorId: count.id, numerator: '1', denominator: null, seen: 0 };
  const answer = await officer('POST', '/api/figures/cells', { period: '2022', cells: [cell, { ...cell, numerator: '2' }] });

  expect([answer.statusCode, answer.json().fields]).toEqual([
    422,
    [{ path: 'cells.1', message: 'ô này đã gửi ở trên trong cùng lần ghi; giữ lại một số' }],
  ]);
  expect((await officer('POST', '/api/figures/cells', { period: '2022', cells: [cell] })).json().saved).toHaveLength(1);
});

test('what stands on the sheet of every unit is not made by the administrator of one', async () => {
  const [version] = (await officer('GET', `/api/figures/indicators/${count.id}`)).json().rows;
  const { indicatorId: _id, code: _code, unitId: _unit, number: _number, validFrom: _from, validTo: _to, ...content } = version;
  const body = { code: 'XA.1', unitId: commune.id, validFrom: '2022-01-01', content };
  const ofCommune = await as(anActor('administrator', commune.id))('POST', '/api/figures/indicators', body);
  const ofProvince = await as(anActor('administrator', province.id))('POST', '/api/figures/indicators', body);

  expect([ofCommune.statusCode, ofCommune.json().code]).toEqual([403, 'figures.whole_tree_needed']);
  expect(ofProvince.statusCode).toBe(201);
  const own = await as(anActor('par_officer', commune.id))('POST', `/api/figures/indicators/${ofProvince.json().id}/versions`, {
    validFrom: '2023-01-01',
    content,
  });
  expect([own.statusCode, own.json().code]).toEqual([403, 'figures.whole_tree_needed']);
});

test('a rule is made over the whole tree, judges what is entered with its law, and ends after a day', async () => {
  const rule = {
    code: 'R9',
    sentence: 'Số tin không quá 100',
    left: [{ indicator: count.code, part: 'numerator' }],
    operator: '<=',
    right: [{ number: '100' }],
    importance: 'error',
    legalBasis: 'Kế hoạch 12/KH-UBND',
  };
  const keeper = as(anActor('par_officer', province.id));
  const enter = async (period: string) => {
    const cells = [{ unitId: commune.id, indicatorId: count.id, numerator: '101', denominator: null, seen: 0 }];
    return (await officer('POST', '/api/figures/cells', { period, cells })).json();
  };
  const refused = [
    await as(anActor('par_officer', commune.id))('POST', '/api/figures/rules', { rule, validFrom: '2020-01-01' }),
    await keeper('POST', '/api/figures/rules', { rule: { ...rule, left: [{ number: '1' }] }, validFrom: '2020-01-01' }),
    await keeper('POST', '/api/figures/rules', {
      rule: { ...rule, left: [{ indicator: count.code, part: 'denominator' }] },
      validFrom: '2020-01-01',
    }),
  ];
  expect(refused.map((one) => one.json().code)).toEqual(['figures.whole_tree_needed', 'figures.rule_unsound', 'figures.rule_unsound']);

  const { id } = (await keeper('POST', '/api/figures/rules', { rule, validFrom: '2020-01-01' })).json();
  expect((await keeper('POST', '/api/figures/rules', { rule, validFrom: '2020-01-01' })).json().code).toBe('figures.rule_code_taken');
  expect((await enter('2020')).refused[0].sentence).toContain('101 ≤ 100 không đúng; căn cứ: Kế hoạch 12/KH-UBND');

  expect((await keeper('POST', `/api/figures/rules/${id}/end`, { lastDay: '2019-12-31' })).json().code).toBe('figures.rule_end_too_early');
  expect((await keeper('POST', `/api/figures/rules/${id}/end`, { lastDay: '2020-12-31' })).statusCode).toBe(204);
  expect((await enter('2021')).saved).toHaveLength(1);
  expect((await officer('GET', '/api/figures/rules')).json().rows).toMatchObject([{ code: 'R9', validTo: '2020-12-31' }]);
});

test('a right over one unit opens no reform field of another one', async () => {
  const two = anActor('unit_officer', commune.id);
  const both = as({ ...two, grants: [...two.grants, { role: 'par_officer', unitId: province.id, reformFields: ['procedures'] }] });
  const other = await aUnit(db, { parentId: province.id, name: 'Xã Hai' });
  const cellOf = (unitId: string) => ({ unitId, indicatorId: count.id, numerator: '3', denominator: null, seen: 0 });

  const answer = await both('POST', '/api/figures/cells', { period: '2019', cells: [cellOf(commune.id), cellOf(other.id)] });

  expect(answer.json().saved).toMatchObject([{ unitId: commune.id }]);
  expect(answer.json().refused).toMatchObject([{ unitId: other.id, code: 'figures.not_your_field' }]);
});

test('figures of a field that somebody does not hold are not approved by them, and no rule that speaks of it is made or ended', async () => {
  const unit = await aUnit(db, { parentId: province.id, name: 'Xã Ba' });
  const cells = [{ unitId: unit.id, indicatorId: count.id, numerator: '3', denominator: null, seen: 0 }];
  await as(anActor('unit_officer', unit.id))('POST', '/api/figures/cells', { period: '2022', cells });
  const [others, mine] = [as(anActor('par_officer', province.id, ['procedures'])), as(anActor('par_officer', province.id, ['steering']))];
  const approval = `/api/figures/units/${unit.id}/approval`;
  const { fingerprint } = (await others('GET', `${approval}?period=2022`)).json();
  const sentence = 'Số tin không quá 50';
  const rule = { code: 'R10', sentence, operator: '<=', right: [{ number: '50' }], importance: 'warning', legalBasis: null };
  const body = { rule: { ...rule, left: [{ indicator: count.code, part: 'numerator' }] }, validFrom: '2020-01-01' };

  expect((await others('POST', approval, { period: '2022', fingerprint })).json().code).toBe('figures.not_your_field');
  expect((await others('POST', '/api/figures/rules', body)).json().code).toBe('figures.not_your_field');
  const { id } = (await mine('POST', '/api/figures/rules', body)).json();
  expect((await others('POST', `/api/figures/rules/${id}/end`, { lastDay: '2030-12-31' })).json().code).toBe('figures.not_your_field');
  expect((await mine('POST', `/api/figures/rules/${id}/end`, { lastDay: '2030-12-31' })).statusCode).toBe(204);
  expect((await mine('POST', approval, { period: '2022', fingerprint })).statusCode).toBe(201);
});
