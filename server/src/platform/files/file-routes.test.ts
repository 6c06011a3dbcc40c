// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { aPdf, aProgram } from '../../../test/factories/file.ts';
import { aUnit } from '../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../test/server.ts';
import { fileErrors, filePermissions, fileRoutes } from './file-routes.ts';

const { db, pool } = await aDatabase();
const { app, as } = await aServer({ db, modules: [{ routes: fileRoutes, permissions: filePermissions, errors: fileErrors }] });
const province = await aUnit(db, { level: 'province' });
const district = await aUnit(db, { level: 'district', parentId: province.id });
const commune = await aUnit(db, { parentId: district.id });
const officer = anActor('unit_officer', district.id);
const [reader, stranger] = [anActor('reader', district.id), anActor('unit_officer', commune.id)];
for (const actor of [officer, reader, stranger]) await as(actor)('GET', '/api/files/01992f0e-7c1a-7b6e-8f3d-2f5c8f2f6a10');

type Part = readonly [name: string, value: string | { readonly name: string; readonly content: Uint8Array<ArrayBuffer> | string }];

async function send(actor: { id: string }, ...parts: readonly Part[]) {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value.content]), value.name);
  }
  const encoded = new Response(form);
  const headers = { 'x-test-actor': actor.id, 'content-type': encoded.headers.get('content-type') ?? '' };
  return app.inject({ method: 'POST', url: '/api/files', headers, payload: Buffer.from(await encoded.arrayBuffer()) });
}

const pdf = (name: string, body = '') => ({ name, content: new Uint8Array(aPdf(body)) });
const stored = async () => (await pool.query<{ count: number }>('select count(*)::int as count from platform.file')).rows[0]?.count;

describe('a file that is sent', () => {
  it('may come without a name, and a quotation mark in its name harms nobody', async () => {
    const nameless = await send(officer, ['unitId', commune.id], ['file', { name: '', content: 'chữ' }]);
    const quoted = await send(officer, ['unitId', commune.id], ['file', { name: 'Báo cáo "quý".txt', content: 'chữ' }]);

    expect([nameless.statusCode, nameless.json().name]).toEqual([201, 'tep.txt']);
    expect(quoted.json().name).toBe('Báo cáo _quý_.txt');
  });

  it('is stored with the SHA-256 of its content, and comes back byte for byte under its Vietnamese name', async () => {
    const content = aPdf('Điện Biên '.repeat(20_000));
    const name = 'Kết luận kiểm tra huyện Điện Biên (2022).pdf';

    const sent = await send(officer, ['unitId', commune.id], ['file', { name: name.normalize('NFD'), content: new Uint8Array(content) }]);
    const file = sent.json<{ id: string }>();
    const back = await as(reader)('GET', `/api/files/${file.id}`);

    expect(sent.statusCode, sent.body).toBe(201);
    expect(file).toMatchObject({
      name: name.normalize('NFC'),
      mediaType: 'application/pdf',
      sizeBytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      unitId: commune.id,
    });
    expect(back.statusCode).toBe(200);
    expect(back.rawPayload.equals(content)).toBe(true);
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(back.headers['content-disposition']).toContain(`filename*=UTF-8''K%E1%BA%BFt%20lu%E1%BA%ADn`);
  });

  it.each([
    ['trang.html', '<!doctype html><script>alert(document.cookie)</script>'],
    ['../../../../etc/cron.d/evil.txt', 'chữ'],
    ['..\\..\\evil.txt', 'chữ'],
    ['a%22;%20x=%22.html%0D%0ASet-Cookie: a=b.txt', 'chữ'],
    ['hóa đơn \u202Efdp.exe.txt', 'chữ'],
  ])('is only ever saved by a browser, never shown, under a name of one line: %j', async (name, content) => {
    const { id } = (await send(officer, ['unitId', district.id], ['file', { name, content: new TextEncoder().encode(content) }])).json<{
      id: string;
    }>();

    const { headers } = await as(reader)('GET', `/api/files/${id}`);

    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"\\/\r\n\u202e]+"; filename\*=UTF-8''[\w%.~!-]+$/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is recorded in the audit log', async () => {
    const { id } = (await send(officer, ['unitId', district.id], ['file', pdf('a.pdf')])).json<{ id: string }>();

    const { rows } = await pool.query('select action, actor_id, unit_id from audit.entry where subject_id = $1', [id]);
    expect(rows).toEqual([{ action: 'platform.file_stored', actor_id: officer.id, unit_id: district.id }]);
  });

  it('that is refused does not cut off what the browser sends next on the same connection', async () => {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const upload = (sizeBytes: number): Promise<number | string | undefined> =>
      new Promise((done) => {
        const head = `--b\r\ncontent-disposition: form-data; name="unitId"\r\n\r\n${district.id}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`;
        const body = Buffer.concat([Buffer.from(head), Buffer.alloc(sizeBytes, 'a'), Buffer.from('\r\n--b--\r\n')]);
        const headers = { 'x-test-actor': officer.id, 'content-type': 'multipart/form-data; boundary=b', 'content-length': body.length };
        const sent = request(`${address}/api/files`, { method: 'POST', agent, headers }, (answer) =>
          answer.resume().on('end', () => done(answer.statusCode)),
        );
        sent.on('error', (error) => done(error.message)).end(body);
      });

    const answers: unknown[] = [];
    for (const sizeBytes of [55_000_000, 100, 55_000_000, 200]) answers.push(await upload(sizeBytes));

    agent.destroy();
    expect(answers).toEqual([422, 201, 422, 201]);
  });

  it('may be larger than other requests may be', async () => {
    const response = await send(officer, ['unitId', district.id], ['file', pdf('bản quét.pdf', ' '.repeat(6 * 1_048_576))]);

    expect(response.statusCode, response.body).toBe(201);
  });

  it('gets the extension of its content where it has none', async () => {
    expect((await send(officer, ['unitId', district.id], ['file', pdf('quyết định')])).json()).toMatchObject({ name: 'quyết định.pdf' });
  });

  it.each<[string, string, readonly Part[]]>([
    [
      'without a byte',
      'platform.file_empty',
      [
        ['unitId', district.id],
        ['file', { name: 'rỗng.pdf', content: '' }],
      ],
    ],
    [
      'that is a program',
      'platform.file_type_refused',
      [
        ['unitId', district.id],
        ['file', { name: 'báo cáo.pdf', content: new Uint8Array(aProgram()) }],
      ],
    ],
    [
      'that is too large',
      'platform.file_too_large',
      [
        ['unitId', district.id],
        ['file', pdf('lớn.pdf', ' '.repeat(50 * 1_048_576))],
      ],
    ],
    ['without a unit', 'platform.file_not_sent', [['file', pdf('a.pdf')]]],
    [
      'after which the unit comes',
      'platform.file_not_sent',
      [
        ['file', pdf('a.pdf')],
        ['unitId', district.id],
      ],
    ],
    [
      'with a unit that is none',
      'platform.file_not_sent',
      [
        ['unitId', 'huyện'],
        ['file', pdf('a.pdf')],
      ],
    ],
    ['that is missing', 'platform.file_not_sent', [['unitId', district.id]]],
  ])('%s is refused and leaves nothing', async (_, code, parts) => {
    const before = await stored();

    const response = await send(officer, ...parts);

    expect(response.statusCode).toBe(422);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json<{ code: string; detail: string }>()).toMatchObject({ code });
    expect(response.json<{ detail: string }>().detail.length).toBeGreaterThan(20);
    expect(await stored()).toBe(before);
  });

  it('is refused where it is no form', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/files',
      headers: { 'x-test-actor': officer.id },
      payload: { unitId: district.id },
    });

    expect(response.json()).toMatchObject({ status: 422, code: 'platform.file_not_sent' });
  });
});

describe('a form that breaks off', () => {
  const opening = (unitId: string) => `--x\r\ncontent-disposition: form-data; name="unitId"\r\n\r\n${unitId}\r\n`;
  const file = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n%%EOF';

  it.each([
    ['inside the file', (unitId: string) => `${opening(unitId)}${file}`],
    ['before the file', opening],
    ['at once', () => 'không phải biểu mẫu'],
  ])('%s is told, and leaves nothing', async (_, body) => {
    const before = await stored();
    const headers = { 'x-test-actor': officer.id, 'content-type': 'multipart/form-data; boundary=x' };

    const response = await app.inject({ method: 'POST', url: '/api/files', headers, payload: body(district.id) });

    expect(response.json()).toMatchObject({ status: 422, code: 'platform.unreadable' });
    expect(await stored()).toBe(before);
  });
});

describe('rights', () => {
  it('let nobody send a file for a unit outside their reach', async () => {
    expect((await send(officer, ['unitId', province.id], ['file', pdf('a.pdf')])).json()).toMatchObject({
      status: 404,
      code: 'platform.not_found',
    });
    expect((await send(reader, ['unitId', district.id], ['file', pdf('a.pdf')])).statusCode).toBe(403);
    expect((await send({ id: 'unknown' }, ['unitId', district.id], ['file', pdf('a.pdf')])).statusCode).toBe(401);
  });

  it('answer 404 for a file of a unit outside the reach, like for one that is not there', async () => {
    const { id } = (await send(officer, ['unitId', district.id], ['file', pdf('a.pdf')])).json<{ id: string }>();

    expect((await as(stranger)('GET', `/api/files/${id}`)).json()).toMatchObject({ status: 404, code: 'platform.not_found' });
    expect((await as(stranger)('GET', `/api/files/${commune.id}`)).json()).toMatchObject({ status: 404, code: 'platform.not_found' });
    expect((await as(null)('GET', `/api/files/${id}`)).statusCode).toBe(401);
  });
});
