// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aDatabase } from '../../../test/database.ts';
import { anActor, aServer } from '../../../test/server.ts';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { DayText, route } from './route.ts';
import { readUpload } from './upload.ts';

const { db } = await aDatabase();
const Body = z.strictObject({ day: DayText, count: z.number().int().min(1) });
const { app, as } = await aServer({
  db,
  modules: [
    {
      permissions: { 'thing.write': ['unit_officer'] },
      errors: { 'thing.refused': { kind: 'conflict', vi: 'Đã có {count} việc, không nhận thêm.', en: 'There are {count} already.' } },
      routes: [
        route(
          {
            method: 'POST',
            path: '/thing',
            operationId: 'postThing',
            summary: 'x',
            access: 'thing.write',
            body: Body,
            response: z.object({ ok: z.boolean() }),
          },
          async ({ body }) => {
            if (body.count === 7) throw new AppError('conflict', 'thing.refused', { count: body.count });
            if (body.count === 8) throw new Error('bí mật của máy chủ');
            if (body.count === 9) throw failure;
            return { ok: true, secret: 'không được ra ngoài' };
          },
        ),
        route(
          {
            method: 'POST',
            path: '/thing/file',
            operationId: 'postFile',
            summary: 'x',
            access: 'thing.write',
            uploadMaxBytes: 1_000,
            response: z.object({ name: z.string(), size: z.number() }),
          },
          async ({ request }) => {
            const { name, bytes } = await readUpload(request, 1_000);
            return { name, size: bytes.length };
          },
        ),
      ],
    },
  ],
});
const officer = anActor('unit_officer', newId());
let failure: Error;
const good = { day: '2022-09-14', count: 1 };

test('an answer holds only what its schema declares', async () => {
  const answer = await as(officer)('POST', '/api/thing', good);

  expect(answer.json()).toEqual({ ok: true });
});

test('who is nobody gets 401 and who lacks the right 403, before the body is looked at', async () => {
  const [nobody, reader] = await Promise.all([
    as(null)('POST', '/api/thing', { nonsense: 1 }),
    as(anActor('reader', newId()))('POST', '/api/thing', { nonsense: 1 }),
  ]);

  expect([nobody.statusCode, reader.statusCode]).toEqual([401, 403]);
  expect(reader.json().detail).toContain('không có quyền');
});

test('a refusal is a problem with a sentence in the reader’s language', async () => {
  const vi = await as(officer)('POST', '/api/thing', { ...good, count: 7 });
  const en = await app.inject({
    method: 'POST',
    url: '/api/thing',
    payload: { ...good, count: 7 },
    headers: { 'x-test-actor': officer.id, 'accept-language': 'en-GB,vi;q=0.5' },
  });

  expect(vi.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(vi.json()).toMatchObject({ status: 409, code: 'thing.refused', detail: 'Đã có 7 việc, không nhận thêm.', params: { count: 7 } });
  expect(en.json().detail).toBe('There are 7 already.');
});

test('what nobody expected says an id and nothing else', async () => {
  const answer = await as(officer)('POST', '/api/thing', { ...good, count: 8 });

  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('bí mật');
  expect(answer.json().detail).toContain(answer.json().requestId);
});

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  ['a database that is away', withCode('ECONNREFUSED'), 503, 'platform.database_unavailable'],
  ['a connection lost in the middle', new Error('Connection terminated unexpectedly'), 503, 'platform.database_unavailable'],
  ['a loss that a library wrapped', new Error('Failed', { cause: withCode('ECONNRESET') }), 503, 'platform.database_unavailable'],
  ['all addresses refused', new AggregateError([withCode('ECONNREFUSED')]), 503, 'platform.database_unavailable'],
  ['too many connections', withCode('53300'), 503, 'platform.database_unavailable'],
  ['a lock held by somebody else', withCode('55P03'), 503, 'platform.busy'],
  ['two who wait for each other', withCode('40P01'), 503, 'platform.busy'],
  ['a full disk of the database', withCode('53100'), 503, 'platform.disk_full'],
  ['a value no column takes', withCode('22021'), 422, 'platform.unreadable'],
])('%s is told in words', async (_name, error, status, code) => {
  failure = error;
  const answer = await as(officer)('POST', '/api/thing', { ...good, count: 9 });

  expect(answer.json()).toMatchObject({ status, code });
});

test('a path that is no path is told in words, under the same headers as everything else', async () => {
  const answer = await app.inject({ method: 'GET', url: '/api/thing/%ff' });

  expect(answer.json()).toMatchObject({ status: 422, code: 'platform.unreadable' });
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});

test('each wrong field is named', async () => {
  const answer = await as(officer)('POST', '/api/thing', { day: '2022-02-30', count: 0 });

  expect(answer.json()).toMatchObject({
    status: 422,
    code: 'platform.invalid',
    fields: [{ path: 'day' }, { path: 'count', message: 'phải từ 1 trở lên' }],
  });
});

test.each([
  ['broken JSON', '{"day":', 'application/json'],
  ['a type nobody reads', '<a/>', 'application/xml'],
])('%s is told in words', async (_name, payload, type) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/thing',
    payload,
    headers: { 'x-test-actor': officer.id, 'content-type': type },
  });

  expect(answer.json()).toMatchObject({ status: 422, code: 'platform.unreadable' });
});

const multipart = (content: string, name = 'Báo cáo số 1.txt') => ({
  payload: `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--b--\r\n`,
  headers: { 'x-test-actor': officer.id, 'content-type': 'multipart/form-data; boundary=b' },
});

test.each([
  ['a file', multipart('đủ'), 200, undefined],
  ['a file over the limit', multipart('x'.repeat(1_001)), 422, 'platform.file_too_large'],
  ['an empty file', multipart(''), 422, 'platform.file_empty'],
  ['a request without a file', { payload: '--b--\r\n', headers: multipart('').headers }, 422, 'platform.file_missing_in_request'],
])('an upload of %s is answered in words', async (_name, request, status, code) => {
  const answer = await app.inject({ method: 'POST', url: '/api/thing/file', ...request });

  expect(answer.statusCode).toBe(status);
  expect(answer.json().code).toBe(code);
});

test('pages carry a strict content security policy and no framing', async () => {
  const { headers } = await as(officer)('POST', '/api/thing', good);

  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});
