// SPDX-License-Identifier: Apache-2.0
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aDatabase } from '../../../test/database.ts';
import { anActor, aServer } from '../../../test/server.ts';
import { newId } from '../../kernel/ids.ts';
import { PageQuery, route } from './route.ts';

const { db } = await aDatabase();
const Body = z.strictObject({ text: z.string().max(200) });
const { app, as } = await aServer({
  db,
  modules: [
    {
      permissions: { 'thing.write': ['unit_officer'] },
      errors: {},
      routes: [
        route(
          { method: 'POST', path: '/thing', operationId: 'postThing', summary: 'x', access: 'thing.write', body: Body, response: Body },
          async ({ body }) => body,
        ),
        route(
          {
            method: 'GET',
            path: '/thing/seldom',
            operationId: 'getSeldom',
            summary: 'x',
            access: 'thing.write',
            perMinute: 3,
            response: z.object({}),
          },
          async () => ({}),
        ),
        route(
          {
            method: 'GET',
            path: '/thing',
            operationId: 'getThing',
            summary: 'x',
            access: 'thing.write',
            query: PageQuery,
            response: PageQuery,
          },
          async ({ query }) => query,
        ),
      ],
    },
  ],
});
const officer = anActor('unit_officer', newId());
const host = 'cchc.example';
const post = (payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/thing',
    payload,
    headers: { host, 'content-type': 'application/json', 'x-test-actor': officer.id, ...headers },
  });
await as(officer)('GET', '/api/thing');

describe('a change from another site', () => {
  test.each([
    ['its own origin', { origin: 'https://evil.example' }],
    ['no origin to show', { origin: 'null' }],
    ['the host repeated by a header', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['a longer name', { origin: `http://${host}.evil.example` }],
    ['the host as its user', { origin: `http://${host}@evil.example` }],
    ['another scheme', { origin: `https://${host}` }],
    ['another port', { origin: `http://${host}:81` }],
  ])('with %s is refused', async (_what, headers) => {
    expect((await post('{"text":"a"}', headers)).json()).toMatchObject({ status: 403, code: 'platform.foreign_origin' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])(
    'as a form (%s) does nothing even where no origin is sent',
    async (type) => {
      expect((await post('{"text":"a"}', { 'content-type': type })).statusCode).toBe(422);
    },
  );

  test('while the site itself is let in', async () => {
    expect((await post('{"text":"a"}', { origin: `http://${host}` })).statusCode).toBe(200);
  });
});

test.each([
  ['lists in lists, 200.000 deep', `{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['objects in objects, 200.000 deep', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
  ['200.000 keys', `{${Array.from({ length: 200_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ['a prototype', '{"__proto__":{"admin":true},"text":"a"}'],
  ['a constructor', '{"constructor":{"prototype":{"admin":true}},"text":"a"}'],
  ['a field that nobody asked for', '{"text":"a","role":"administrator"}'],
  ['a text that goes on', `{"text":"${'a'.repeat(100_000)}"}`],
  ['more than 4 MB', `{"text":"${'a'.repeat(5_000_000)}"}`],
])('a body of %s is refused soon', async (_what, payload) => {
  const before = process.cpuUsage();

  const answer = await post(payload);

  expect([answer.statusCode, answer.headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8']);
  // Work, not the clock: other programs on the machine are none of the answer's doing.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(5_000);
  expect('admin' in {}).toBe(false);
});

test.each([
  ['a search of 12.000 letters', `search=${'a'.repeat(12_000)}`],
  ['a search given twice', 'search=a&search=b'],
  ['a page beyond all', 'offset=99999999999999999999'],
  ['a page of everything', 'limit=100000'],
  ['a number that is none', 'limit=NaN'],
])('a query with %s is refused in words', async (_what, query) => {
  expect((await as(officer)('GET', `/api/thing?${query}`)).json()).toMatchObject({ status: 422, code: 'platform.invalid' });
});

test('a limit counts one person, not all who share the address', async () => {
  const colleague = anActor('unit_officer', newId());
  const statuses: number[] = [];
  for (const actor of [officer, officer, officer, officer, colleague])
    statuses.push((await as(actor)('GET', '/api/thing/seldom')).statusCode);

  expect(statuses).toEqual([200, 200, 200, 429, 200]);
});

test('answers are kept by nobody', async () => {
  const answers = [await as(officer)('GET', '/api/thing'), await as(null)('GET', '/api/thing'), await as(null)('GET', '/api/nothing')];

  expect(answers.map(({ headers }) => headers['cache-control'])).toEqual(Array(3).fill('no-store'));
});

describe('on the wire', () => {
  let port = 0;
  beforeAll(async () => {
    port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  });

  /** Sends bytes as they are and gives everything that comes back until the server ends the connection. */
  const send = (text: string): Promise<string> =>
    new Promise((done) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
      socket.on('error', () => undefined).on('close', () => done(answer));
      socket.write(text);
    });

  test.each([
    ['no request at all', 'nonsense\r\n\r\n', 400],
    ['two lengths at once', 'POST /api/thing HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['two different lengths', 'POST /api/thing HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n', 400],
    ['a header of 20 kB', `GET /api/thing HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s gets a problem with a sentence, and the connection ends', async (_what, bytes, status) => {
    const [head = '', body = ''] = (await send(bytes)).split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code: 'platform.unreadable', detail: expect.stringContaining('Không đọc được') });
  });

  test('two hundred senders who never finish keep nobody waiting', async () => {
    const slow = Array.from({ length: 200 }, (_, index) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      const body = `POST /api/thing HTTP/1.1\r\nHost: x\r\nx-test-actor: ${officer.id}\r\nContent-Type: application/json\r\nContent-Length: 4000000\r\n\r\n{`;
      socket.write(index % 2 ? body : 'GET /api/thing HTTP/1.1\r\nX: ');
      return socket;
    });
    await Promise.all(slow.map((socket) => new Promise((done) => socket.once('connect', done))));
    const started = performance.now();

    const answer = await fetch(`http://127.0.0.1:${port}/api/thing`, { headers: { 'x-test-actor': officer.id } });

    expect(answer.status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const socket of slow) socket.destroy();
  });
});
