// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anAccountsServer, cookiesOf } from '../../../test/accounts-server.ts';
import { aDatabase } from '../../../test/database.ts';
import { anAccount } from '../../../test/factories/account.ts';
import { aUnit } from '../../../test/factories/unit.ts';

const database = await aDatabase();
const { db } = database;
const { app, authentication, session } = await anAccountsServer(database);
const province = await aUnit(db, { level: 'province' });
const password = 'mat-khau-thu-1';
const hash = await authentication.hashPassword(password);

const from =
  (address: string) =>
  (email: string, given: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email, password: given },
      // A proxy on this machine names the address of the browser.
      headers: { host: 'localhost:8080', origin: 'http://localhost:8080', 'x-forwarded-for': address, ...headers },
    });
const anybody = () => anAccount(db, { role: 'reader', unitId: province.id, hash });
const statuses = async (answers: Promise<{ statusCode: number }>[]) =>
  (await Promise.all(answers)).map((answer) => answer.statusCode).sort();
const times = <T>(count: number, work: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => work(index));

test('after twenty guesses from everywhere even the right password waits, except where the holder works', async () => {
  const { email } = await anybody();
  const cookie = cookiesOf(await from('192.0.2.7')(email, password));

  const guesses = await statuses(times(22, (index) => from(`198.51.100.${index}`)(email, `mat-khau-sai-${index}`)));
  const elsewhere = await from('198.51.100.200')(email.toUpperCase(), password);
  const office = await from('192.0.2.7')(email, password);

  expect(guesses).toEqual([...Array(20).fill(401), 429, 429]);
  expect(elsewhere.json()).toMatchObject({ code: 'platform.too_many_requests', detail: expect.stringContaining('Chờ') });
  expect(Number(elsewhere.headers['retry-after'])).toBeGreaterThan(600);
  expect([office.statusCode, (await session(cookie)).statusCode]).toEqual([200, 200]);
});

test('the address is the connection’s own, whatever the browser claims', async () => {
  const { email } = await anybody();
  const claimed = { 'x-tuongminh-address': '9.9.9.9', 'x-real-ip': '9.9.9.9', forwarded: 'for=9.9.9.9' };

  await from('9.9.9.9, 203.0.113.50')(email, password, claimed);

  const { rows } = await sql<{ ip: string }>`
    select distinct s.ip_address as ip from identity.session s join identity.account a on a.id = s.account_id where a.email = ${email}`.execute(
    db,
  );
  expect(rows).toEqual([{ ip: '203.0.113.50' }]);
});

test.each([
  ['nothing', 'null'],
  ['a list', '[]'],
  ['an address that is an object', '{"email":{"$gt":""},"password":"x"}'],
  ['a text that is no JSON', '{"email"'],
])('%s instead of an address and a password is told in words', async (_what, payload) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload,
    headers: { host: 'localhost:8080', 'content-type': 'application/json' },
  });

  expect(answer.json()).toMatchObject({ status: 422, code: 'platform.unreadable' });
});

test('a session number that somebody else has chosen is not the one of the sign-in', async () => {
  const { email } = await anybody();
  const chosen = 'tuongminh.session_token=chosen-by-another.c2lnbmF0dXJl';

  const answer = await from('192.0.2.99')(email, password, { cookie: chosen });

  expect(cookiesOf(answer)).not.toContain('chosen-by-another');
  expect((await session(chosen)).statusCode).toBe(401);
});
