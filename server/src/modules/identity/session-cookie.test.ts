// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anAccountsServer, cookiesOf } from '../../../test/accounts-server.ts';
import { aDatabase } from '../../../test/database.ts';
import { anAccount } from '../../../test/factories/account.ts';
import { aUnit } from '../../../test/factories/unit.ts';
import { signedCookie } from './session-cookie.ts';

const database = await aDatabase();
const { authentication, secret, session, signIn } = await anAccountsServer(database);
const unit = await aUnit(database.db, { level: 'province' });
const hash = await authentication.hashPassword('mat-khau-thu-1');
const { email, id } = await anAccount(database.db, { role: 'reader', unitId: unit.id, hash });
const cookie = cookiesOf(await signIn(email, 'mat-khau-thu-1'));
const seal = { name: 'tuongminh.session_token', secret };

test('the token in the cookie of a sign-in is read, and only with its seal', async () => {
  const { rows } = await sql<{ token: string }>`select token from identity.session where account_id = ${id}`.execute(database.db);
  const token = rows[0]?.token ?? '';

  expect(signedCookie(`khac=1; ${cookie}`, seal)).toBe(token);
  expect(signedCookie(cookie, { ...seal, secret: `${secret}x` })).toBeUndefined();
  expect(signedCookie(cookie, { ...seal, name: 'session_token' })).toBeUndefined();
  const forged = [
    `${seal.name}=${token}`,
    `${seal.name}=${token}.`,
    `${seal.name}=${token}.AAAA`,
    `${seal.name}=%E0%A4%A`,
    `${seal.name}=`,
  ];
  expect([null, '', ...forged].map((header) => signedCookie(header, seal))).toEqual([null, '', ...forged].map(() => undefined));
});

test('a token with somebody else’s seal opens nothing', async () => {
  const changed = cookie.replace(/(session_token=.)(.)/, (_, before: string, letter: string) => `${before}${letter === 'a' ? 'b' : 'a'}`);
  expect([(await session(cookie)).statusCode, (await session(changed)).statusCode]).toEqual([200, 401]);
});
