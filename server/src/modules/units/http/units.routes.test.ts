// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { unitsModule } from '../module.ts';

const { db } = await aDatabase();
const { app, as } = await aServer({ db, modules: [unitsModule()] });

let province: UnitGiven;
let district: UnitGiven;
let commune: UnitGiven;
let foreign: UnitGiven;

beforeAll(async () => {
  province = await aUnit(db, { level: 'province', name: 'Tỉnh Điện Biên' });
  district = await aUnit(db, { level: 'district', name: 'Huyện Điện Biên', parentId: province.id, validTo: '2025-06-30' });
  foreign = await aUnit(db, { level: 'district', name: 'Huyện Mường Chà', parentId: province.id, validTo: '2025-06-30' });
  commune = await aUnit(db, { name: 'Xã Mường Pồn', parentId: district.id, validTo: '2025-06-30' });
});

const names = { code: 'N1', name: 'Xã Mới', authorityName: 'UBND xã Mới', documentSymbol: 'UBND' };

describe('GET /units', () => {
  test('answers the tree of a day and a searched page', async () => {
    const ask = as(anActor('par_officer', province.id));
    const tree = (await ask('GET', '/api/units?view=tree&asOf=2022-09-14')).json();
    const page = (await ask('GET', '/api/units?asOf=2022-09-14&search=muong&limit=1')).json();

    expect(tree.rows.map((row: { name: string; depth: number }) => [row.name, row.depth])).toEqual([
      ['Tỉnh Điện Biên', 0],
      ['Huyện Điện Biên', 1],
      ['Xã Mường Pồn', 2],
      ['Huyện Mường Chà', 1],
    ]);
    expect(page).toMatchObject({ asOf: '2022-09-14', total: 2, rows: [{ name: 'Huyện Mường Chà', parentId: province.id }] });
    expect(page.rows[0]).not.toHaveProperty('search');
  });

  test('refuses a day that does not exist, in Vietnamese', async () => {
    const response = await as(anActor('reader', province.id))('GET', '/api/units?asOf=2022-02-30');

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      code: 'platform.invalid',
      detail: 'Có 1 mục nhập chưa đúng: asOf: ngày chưa đúng, cần dạng năm-tháng-ngày có thật',
    });
  });

  test('answers 404 for a unit outside the subtree, and says which neighbours can be opened', async () => {
    const ask = as(anActor('unit_officer', district.id));

    expect((await ask('GET', `/api/units/${foreign.id}`)).statusCode).toBe(404);
    const sheet = (await ask('GET', `/api/units/${commune.id}?asOf=2022-09-14`)).json();
    expect(sheet.ancestors).toMatchObject([
      { id: district.id, reachable: true },
      { id: province.id, reachable: false },
    ]);
  });
});

describe('changing the tree', () => {
  test('is for administrators only', async () => {
    const response = await as(anActor('par_officer', province.id))('POST', '/api/units', {
      ...names,
      level: 'commune',
      parentId: district.id,
      validFrom: '2024-01-01',
    });

    expect(response.statusCode).toBe(403);
  });

  test('creates, renames by dry run, corrects, refuses the stale', async () => {
    const ask = as(anActor('administrator', province.id));
    const created = await ask('POST', '/api/units', { ...names, level: 'commune', parentId: province.id, validFrom: '2025-07-01' });
    const { id } = created.json();

    expect(created.statusCode).toBe(201);
    const rename = {
      change: 'rename',
      version: 1,
      onDay: '2026-01-01',
      name: 'Phường Mới',
      authorityName: 'UBND phường Mới',
      dryRun: true,
    };
    expect((await ask('PATCH', `/api/units/${id}`, rename)).json()).toMatchObject({
      unit: null,
      plan: {
        dryRun: true,
        lastDay: '2025-12-31',
        ends: [{ name: 'Xã Mới' }],
        begins: [{ id: null, name: 'Phường Mới', parentName: 'Tỉnh Điện Biên' }],
      },
    });
    const correct = { change: 'correct', version: 1, reason: 'Gõ nhầm', name: 'Xã Mới Lập' };
    expect((await ask('PATCH', `/api/units/${id}`, { ...correct, dryRun: true })).json()).toEqual({
      unit: null,
      plan: null,
      changes: [{ field: 'name', from: 'Xã Mới', to: 'Xã Mới Lập' }],
    });
    expect((await ask('PATCH', `/api/units/${id}`, correct)).json()).toMatchObject({
      unit: { name: 'Xã Mới Lập', version: 2 },
      plan: null,
    });
    const stale = await ask('PATCH', `/api/units/${id}`, correct);
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'platform.stale']);
  });

  test('previews a unit before it begins, with the sentence that the creation would give', async () => {
    const ask = as(anActor('administrator', province.id));
    const body = { ...names, code: 'N9', name: 'Xã Thử Trước', level: 'commune', parentId: province.id, validFrom: '2026-02-01' };

    const preview = await ask('POST', '/api/units/preview', { ...body, decision: 'Nghị quyết 5/NQ' });
    const late = await ask('POST', '/api/units/preview', { ...body, parentId: district.id, validFrom: '2025-01-01' });

    expect([preview.statusCode, preview.json()]).toEqual([
      200,
      expect.objectContaining({ name: 'Xã Thử Trước', decision: 'Nghị quyết 5/NQ' }),
    ]);
    expect((await ask('GET', '/api/units?asOf=2026-02-01&search=thu truoc')).json().total).toBe(0);
    expect(late.json()).toMatchObject({
      code: 'units.outlasts_parent',
      detail: expect.stringContaining('Huyện Điện Biên kết thúc ngày 30/6/2025'),
    });
  });

  test('previews a merger and then does it', async () => {
    const ask = as(anActor('administrator', province.id));
    const [one, two] = [await aUnit(db, { parentId: province.id }), await aUnit(db, { parentId: province.id })];
    const body = {
      unitIds: [one.id, two.id],
      onDay: '2026-01-01',
      into: { unit: { ...names, code: 'N2' }, parentId: province.id },
      dryRun: true,
    };

    const preview = await ask('POST', '/api/units/merge', body);
    const done = await ask('POST', '/api/units/merge', { ...body, dryRun: false });

    expect(preview.json()).toMatchObject({ dryRun: true, kind: 'merge', ends: [{ id: one.id }, { id: two.id }], begins: [{ id: null }] });
    expect(done.statusCode).toBe(200);
    expect((await ask('GET', `/api/units/${one.id}`)).json().successors).toMatchObject([{ unit: { id: done.json().begins[0].id } }]);
    expect((await ask('POST', '/api/units/merge', body)).json()).toMatchObject({ status: 409, code: 'units.already_ends' });
  });
});

describe('the map', () => {
  const send = (bytes: string, actorId: string) => {
    const boundary = 'ranh';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="bản đồ.geojson"\r\ncontent-type: application/geo+json\r\n\r\n${bytes}\r\n--${boundary}--\r\n`;
    return app.inject({
      method: 'PUT',
      url: '/api/units/map?asOf=2022-09-14',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-test-actor': actorId },
      payload,
    });
  };

  test('is empty with a word, then sent, then shown', async () => {
    const administrator = anActor('administrator', province.id);
    const ask = as(administrator);
    expect((await ask('GET', '/api/units/map?asOf=2022-09-14')).json()).toEqual({
      asOf: '2022-09-14',
      map: null,
      type: 'FeatureCollection',
      features: [],
    });

    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [103, 21],
          [103.1, 21],
          [103.1, 21.1],
          [103, 21],
        ],
      ],
    };
    const sent = await send(
      JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Xã Mường Pồn' }, geometry }] }),
      administrator.id,
    );

    expect(sent.json()).toMatchObject({ stored: true, matched: 1 });
    expect((await ask('GET', '/api/units/map?asOf=2022-09-14')).json()).toMatchObject({
      map: { fileName: 'bản đồ.geojson' },
      features: [{ id: commune.id, geometry }],
    });
    expect((await ask('GET', '/api/units/map?asOf=2025-07-01')).json()).toMatchObject({ map: null, features: [] });
    expect((await send('{', administrator.id)).json()).toMatchObject({ status: 422, code: 'units.map_unreadable' });
    expect((await ask('PUT', '/api/units/map', {})).json()).toMatchObject({ code: 'platform.file_missing_in_request' });
  });
});
