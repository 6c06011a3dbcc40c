// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aNode, aSet, itemOf } from '../../../../test/factories/criteria-set.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { scoringModule } from '../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [scoringModule()] });
const province = await aUnit(db, { code: '11', level: 'province' });
const district = await aUnit(db, { code: '094', parentId: province.id });
const officer = anActor('par_officer', province.id);
const content = aSet([itemOf('1', '10', { kind: 'leader_score', step: '0.5' })]);
let id = '';

beforeAll(async () => {
  id = (await as(officer)('POST', '/api/scoring/sets', { fromId: null, content })).json().id;
});

test('an officer of the whole tree keeps sets, one of a district only reads them', async () => {
  const list = await as(anActor('par_officer', district.id))('GET', '/api/scoring/sets');
  const refused = await as(anActor('par_officer', district.id))('POST', '/api/scoring/sets', {
    fromId: id,
    content: { ...content, year: 2027 },
  });
  const sheet = await as(officer)('GET', `/api/scoring/sets/${id}`);

  expect(list.json()).toMatchObject({ mayManage: false, rows: [{ id, state: 'draft', itemCount: 1 }] });
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'scoring.whole_tree_needed']);
  expect(sheet.json()).toMatchObject({ mayManage: true, faults: [], rules: ['Lãnh đạo cho điểm từ 0 đến 10, theo bước 0,5'] });
});

test('a draft with faults is saved, its faults stand beside their rows, and it is not published', async () => {
  const faulty = { ...content, nodes: [...content.nodes, aNode({ code: '2', maximum: 'mười' })] };
  const saved = await as(officer)('PUT', `/api/scoring/sets/${id}`, { version: 1, content: faulty });
  const refused = await as(officer)('POST', `/api/scoring/sets/${id}/publish`, { version: 2 });

  expect(saved.json().faults).toEqual([
    { row: 1, nodeCode: '2', path: 'maximum', sentence: expect.stringContaining('"mười" không phải số') },
  ]);
  expect([refused.statusCode, refused.json().detail]).toEqual([422, expect.stringContaining('còn 1 lỗi')]);
});

test('a rule is tried: points with every step, a refusal with its sentence', async () => {
  const ratio = { numerator: 'đúng hạn', denominator: 'đã nhận', whenZero: 'full', whenAbove: 'refuse' };
  const node = itemOf('3.1', '2', { kind: 'proportional', ratio } as never);
  const tried = (numerator: string) =>
    as(officer)('POST', '/api/scoring/sets/try', {
      node,
      conventions: content.conventions,
      input: { kind: 'ratio', numerator, denominator: '3' },
    });

  expect((await tried('2')).json().explanation).toEqual({
    result: { code: '3.1', outcome: 'scored', points: '1.33', exact: '133/100' },
    steps: [
      { step: 'rate', numerator: '2', denominator: '3', rate: '2/3' },
      { step: 'before_rounding', points: '4/3' },
      { step: 'rounded', mode: 'half_up', decimals: 2, points: '1.33' },
    ],
    sentence: 'Tỷ lệ 2/3 ≈ 66,67 %; điểm chính xác 4/3; kết quả 1,33/2 điểm.',
  });
  expect((await tried('4')).json()).toMatchObject({
    code: 'scoring.numerator_above_denominator',
    detail: expect.stringContaining('lớn hơn mẫu số 3'),
  });
});

test('a draft is discarded by who saw its latest state; a new one may be started then', async () => {
  const stale = await as(officer)('POST', `/api/scoring/sets/${id}/discard`, { version: 1 });
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'platform.stale']);

  expect((await as(officer)('POST', `/api/scoring/sets/${id}/discard`, { version: 2 })).statusCode).toBe(204);

  expect((await as(officer)('GET', `/api/scoring/sets/${id}`)).statusCode).toBe(404);
  const again = await as(officer)('POST', '/api/scoring/sets', { fromId: null, content });
  expect([again.statusCode, again.json().number]).toEqual([201, 1]);
});
