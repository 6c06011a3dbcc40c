// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { anAccountsServer, cookiesOf } from '../../../test/accounts-server.ts';
import { aDatabase } from '../../../test/database.ts';
import { anAccount } from '../../../test/factories/account.ts';
import { aUnit } from '../../../test/factories/unit.ts';
import { resetPassword } from './usecases/manage-accounts.ts';

const database = await aDatabase();
const { db } = database;
const { app, authentication, get, post, session, signIn } = await anAccountsServer(database);
const province = await aUnit(db, { level: 'province' });
const password = 'mat-khau-thu-1';
const hash = await authentication.hashPassword(password);
const everywhere = { roots: null, reformFields: null };
const admin = { id: 'admin', name: 'Quản trị', position: null, grants: [] };

async function aSignedIn(role: 'reader' | 'administrator' = 'reader') {
  const account = await anAccount(db, { role, unitId: province.id, hash });
  return { ...account, cookie: cookiesOf(await signIn(account.email, password)) };
}

/** Somebody whose password was given by an administrator and who has just signed in with it. */
async function aNewcomer(role: 'reader' | 'administrator' = 'administrator') {
  const account = await anAccount(db, { role, unitId: province.id, hash });
  const given = (await resetPassword(db, admin, everywhere, authentication.hashPassword, account.id)).password;
  return { ...account, given, cookie: cookiesOf(await signIn(account.email, given)) };
}

test('a session that has run out opens nothing', async () => {
  const { id, cookie } = await aSignedIn();
  await sql`update identity.session set expires_at = now() - interval '1 minute' where account_id = ${id}`.execute(db);

  expect((await session(cookie)).statusCode).toBe(401);
});

test('a session in daily use is prolonged', async () => {
  const { id, cookie } = await aSignedIn();
  await sql`update identity.session set expires_at = now() + interval '2 days' where account_id = ${id}`.execute(db);

  await session(cookie);

  const { rows } = await sql<{ days: number }>`
    select extract(day from expires_at - now())::int as days from identity.session where account_id = ${id}`.execute(db);
  expect(rows[0]?.days).toBeGreaterThanOrEqual(6);
});

test('a disabled account is told so when it signs in with its right password, and gets no session', async () => {
  const { id, email } = await aSignedIn();
  await sql`update identity.account set disabled_at = now() where id = ${id}`.execute(db);

  const right = await signIn(email, password);
  const wrong = await signIn(email, 'mat-khau-sai-9');

  expect([right.json().code, right.cookies]).toEqual(['identity.account_disabled', []]);
  expect(wrong.statusCode).toBe(401);
});

describe('a password that was given by an administrator', () => {
  test('must be changed before anything else answers', async () => {
    const { cookie } = await aNewcomer();

    const list = await get('identity/accounts', cookie);
    const opened = await session(cookie);
    const secondFactor = await post('two-factor/enable', { password }, cookie);

    expect(list.json()).toMatchObject({ status: 403, code: 'identity.password_change_needed' });
    expect(list.json().detail).toContain('đổi mật khẩu');
    expect(opened.json()).toMatchObject({ mustChangePassword: true });
    expect(secondFactor.json()).toMatchObject({ status: 403, code: 'identity.password_change_needed' });
  });

  test('opens everything once it is changed, ends the other sessions and is written into the log', async () => {
    const { id, email, given, cookie } = await aNewcomer();
    const elsewhere = cookiesOf(await signIn(email, given));

    const changed = await post('change-password', { currentPassword: given, newPassword: 'mot-mat-khau-moi' }, cookie);
    const list = await get('identity/accounts', cookiesOf(changed));
    const { rows } = await sql`select 1 from audit.entry where action = 'identity.password_changed' and subject_id = ${id}`.execute(db);

    expect([changed.statusCode, list.statusCode, (await session(elsewhere)).statusCode, rows.length]).toEqual([200, 200, 401, 1]);
    expect((await signIn(email, 'mot-mat-khau-moi')).statusCode).toBe(200);
  });

  test('stays to be changed where the change is refused', async () => {
    const { email, given, cookie } = await aNewcomer();
    const change = (newPassword: string, currentPassword = given) => post('change-password', { currentPassword, newPassword }, cookie);

    const [same, short, address, wrong] = [
      await change(given),
      await change('ngan'),
      await change(email.toUpperCase()),
      await change('mot-mat-khau-moi', 'khong-phai-no'),
    ];

    expect([same.json().code, short.json().code, address.json().code, wrong.json().code]).toEqual([
      'identity.password_unchanged',
      'identity.password_weak',
      'identity.password_weak',
      'INVALID_PASSWORD',
    ]);
    expect((await get('identity/accounts', cookie)).json().code).toBe('identity.password_change_needed');
  });
});

const visitor = await aSignedIn();

test.each([
  ['POST', 'update-user', { name: 'Chủ tịch tỉnh' }],
  ['POST', 'delete-user', {}],
  ['POST', 'change-email', { newEmail: 'khac@thu.example' }],
  ['POST', 'sign-up/email', { email: 'la@thu.example', password, name: 'Lạ' }],
  ['POST', 'update-session', {}],
  ['POST', 'sign-in/email/', { email: 'a@b.c', password }],
  ['GET', 'list-sessions', undefined],
  ['GET', 'list-accounts', undefined],
  ['GET', 'get-session', undefined],
  ['GET', 'error?error=x', undefined],
  ['GET', 'ok', undefined],
] as const)('nothing that the screens do not need answers: %s %s', async (method, path, payload) => {
  const { cookie } = visitor;

  const answer = await app.inject({
    method,
    url: `/api/auth/${path}`,
    headers: { host: 'localhost:8080', origin: 'http://localhost:8080', cookie },
    ...(payload ? { payload } : {}),
  });

  expect(answer.json()).toMatchObject({ status: 404, code: 'platform.not_found' });
  expect((await session(cookie)).json().account.name).toMatch(/^Người thử/);
});

test.each(['[', 'a b', 'localhost:99999', 'localhost@evil.example'])('a nonsense host name %j is told in words', async (host) => {
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: {}, headers: { host } });

  expect(answer.json()).toMatchObject({ status: 422, code: 'platform.unreadable' });
});

test('behind HTTPS the cookie travels by HTTPS only', async () => {
  const { email } = await anAccount(db, { role: 'reader', unitId: province.id, hash });

  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password },
    headers: { host: 'cchc.example', origin: 'https://cchc.example', 'x-forwarded-proto': 'https' },
  });

  expect(answer.statusCode).toBe(200);
  expect(answer.headers['set-cookie']?.toString()).toMatch(/; Secure/);
});

test('the session’s secret is in the cookie only, never in an answer that scripts can read', async () => {
  const { email } = await anAccount(db, { role: 'reader', unitId: province.id, hash });

  const answer = await signIn(email, password);
  const token = decodeURIComponent(cookiesOf(answer)).split('=')[1]?.split('.')[0] ?? '';

  expect(token.length).toBeGreaterThan(20);
  expect(answer.body).not.toContain(token);
});
