// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { addDays, todayInVietnam } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import { aDatabase } from '../../../../test/database.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { proceduresModule } from '../module.ts';

const { db } = await aDatabase();
const { app, as } = await aServer({ db, modules: [proceduresModule()] });
const province = await aUnit(db, { level: 'province' });
const district = await aUnit(db, { level: 'district', parentId: province.id });
await aProcedure(db, { unitId: province.id, code: '1.000001', name: 'Thủ tục một', sectorCode: 'HT' });
await aProcedure(db, { unitId: province.id, code: '1.000002', name: 'Thủ tục hai', sectorCode: 'HT', level: 'commune' });
const officer = anActor('par_officer', province.id);
const tomorrow = addDays(todayInVietnam(), 1);

async function upload(actor: Actor, name: string, content: string | Buffer, unitId = province.id) {
  await as(actor)('GET', '/healthz');
  const head = `--b\r\ncontent-disposition: form-data; name="unitId"\r\n\r\n${unitId}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: `/api/procedures/imports?day=${tomorrow}`,
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=b', 'x-test-actor': actor.id },
  });
}

test('the catalogue goes out as a file that can be opened, and comes in without a difference', async () => {
  for (const format of ['xlsx', 'csv']) {
    const file = await as(officer)('GET', `/api/procedures/export.${format}`);
    expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, expect.stringContaining(`.${format}`)]);

    const answer = await upload(officer, `danh-muc.${format}`, file.rawPayload);

    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json()).toMatchObject({ rowCount: 2, unchanged: 2, changes: [], errors: [] });
  }
});

test('a file is shown, confirmed with what was seen, and then settled', async () => {
  const { draft, fingerprint, changes } = (await upload(officer, 'mot.csv', 'Mã thủ tục;Tên thủ tục\n1.000001;Tên mới\n')).json();
  expect(changes).toMatchObject([
    { kind: 'changed', row: 2, code: '1.000001', fields: [{ column: 'name', from: 'Thủ tục một', to: 'Tên mới' }] },
    { kind: 'missing', row: null, code: '1.000002', fields: [] },
  ]);
  const path = `/api/procedures/imports/${draft.id}`;
  const waiting = (await as(officer)('GET', '/api/procedures/imports')).json();
  expect(waiting.map((one: { id: string }) => one.id)).toContain(draft.id);
  const old = await as(officer)('POST', `${path}/confirm`, { day: tomorrow, fingerprint: '0'.repeat(64) });
  expect(old.json().code).toBe('procedures.import_overtaken');

  const saved = await as(officer)('POST', `${path}/confirm`, { day: tomorrow, fingerprint });

  expect(saved.json()).toEqual({ created: 0, changed: 1, online: 0, ended: 0 });
  expect((await as(officer)('GET', path)).json()).toMatchObject({ draft: { state: 'saved' }, result: { changed: 1 } });
  expect((await as(officer)('POST', `${path}/discard`)).json().code).toBe('procedures.import_settled');
});

test('a file of the province is not found from below it, and nobody imports for a unit outside their own', async () => {
  const below = anActor('par_officer', district.id);
  const { draft } = (await upload(officer, 'hai.csv', 'Mã thủ tục\n1.000002\n')).json();
  const path = `/api/procedures/imports/${draft.id}`;

  expect((await as(below)('GET', path)).statusCode).toBe(404);
  expect((await as(below)('POST', `${path}/discard`)).statusCode).toBe(404);
  expect((await upload(below, 'ba.csv', 'Mã thủ tục\n1.000002\n')).json().code).toBe('procedures.unit_not_found');
  expect((await as(anActor('reader', province.id))('GET', '/api/procedures/imports')).statusCode).toBe(403);
  expect((await as(officer)('POST', `${path}/discard`)).statusCode).toBe(204);
});
