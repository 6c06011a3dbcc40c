// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { anAccountsServer, cookiesOf } from '../../../test/accounts-server.ts';
import { aDatabase } from '../../../test/database.ts';
import { anAccount } from '../../../test/factories/account.ts';
import { aUnit } from '../../../test/factories/unit.ts';
import { changeAccount, createAccount, getAccount, resetPassword } from './usecases/manage-accounts.ts';
import { positionHeader } from './usecases/resolve-actor.ts';

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

describe('a person with two positions', () => {
  async function aDouble() {
    const district = await aUnit(db, { level: 'district', parentId: province.id });
    const dates = { validFrom: '2022-01-01', validTo: null };
    const email = `hai-chuc-vu-${district.code.toLowerCase()}@thu.example`;
    const { id } = await createAccount(db, admin, everywhere, async () => hash, {
      name: 'Người hai chức vụ',
      email,
      password,
      positions: [
        { key: 'a', unitId: province.id, title: 'Phó Giám đốc', ...dates },
        { key: 'b', unitId: district.id, title: 'Phó Chủ tịch', ...dates },
      ],
      grants: [
        { unitId: province.id, role: 'administrator', reformFields: null, positionKey: 'a', ...dates },
        { unitId: district.id, role: 'unit_leader', reformFields: null, positionKey: 'b', ...dates },
        { unitId: district.id, role: 'reader', reformFields: null, ...dates },
      ],
    });
    const cookie = cookiesOf(await signIn(email, password));
    const asked = async (position?: string) =>
      app.inject({
        method: 'GET',
        url: '/api/identity/session',
        headers: { host: 'localhost:8080', cookie, ...(position ? { [positionHeader]: position } : {}) },
      });
    const { positions } = (await asked()).json();
    const idOf = (title: string): string => positions.find((one: { title: string }) => one.title === title).id;
    return { id, cookie, asked, idOf };
  }
  const rolesOf = (answer: { json(): { grants: { role: string }[] } }): string[] =>
    answer
      .json()
      .grants.map((one) => one.role)
      .sort();

  test('holds all rights until one is chosen, then those of that position and the person’s own', async () => {
    const { asked, idOf } = await aDouble();
    const all = await asked();
    const chosen = await asked(idOf('Phó Chủ tịch'));

    expect(rolesOf(all)).toEqual(['administrator', 'reader', 'unit_leader']);
    expect(all.json()).toMatchObject({ chosenPositionId: null, permissions: ['identity.manage'] });
    expect(rolesOf(chosen)).toEqual(['reader', 'unit_leader']);
    expect(chosen.json()).toMatchObject({
      chosenPositionId: idOf('Phó Chủ tịch'),
      account: { position: 'Phó Chủ tịch' },
      permissions: [],
      positions: [{}, {}],
    });
  });

  test('is refused in one position what only the other may do', async () => {
    const { cookie, idOf } = await aDouble();
    const list = (position: string) =>
      app.inject({ method: 'GET', url: '/api/identity/accounts', headers: { host: 'localhost:8080', cookie, [positionHeader]: position } });

    expect((await list(idOf('Phó Chủ tịch'))).statusCode).toBe(403);
    expect((await list(idOf('Phó Giám đốc'))).statusCode).toBe(200);
  });

  test('gains nothing by naming a position that is not theirs', async () => {
    const [one, two] = [await aDouble(), await aDouble()];
    const foreign = await one.asked(two.idOf('Phó Giám đốc'));

    expect(foreign.json().chosenPositionId).toBe(null);
    expect(rolesOf(foreign)).toEqual(['administrator', 'reader', 'unit_leader']);
  });

  test('loses the rights of a position with it', async () => {
    const { id, asked, idOf } = await aDouble();
    await sql`update identity.position set valid_to = '2023-01-01' where id = ${idOf('Phó Giám đốc')}`.execute(db);

    expect(rolesOf(await asked())).toEqual(['reader', 'unit_leader']);
    expect(id).toBeTruthy();
  });

  test('keeps positions that an administrator leaves as they are, and their rights', async () => {
    const { id, asked, idOf } = await aDouble();
    const account = await getAccount(db, everywhere, id);
    const positions = account.positions.map(({ id: key, unitId, validFrom, validTo, title }) => ({
      key,
      unitId,
      validFrom,
      validTo,
      title: title === 'Phó Giám đốc' ? 'Giám đốc' : title,
    }));
    const grants = account.grants.map(({ positionId, unitId, role, reformFields, validFrom, validTo }) => ({
      unitId,
      role,
      reformFields,
      validFrom,
      validTo,
      positionKey: positionId,
    }));
    const kept = idOf('Phó Chủ tịch');
    await changeAccount(db, admin, everywhere, id, { version: 1, name: account.name, disabled: false, positions, grants });
    const now = (await asked(kept)).json();
    const director = now.positions.find((one: { title: string }) => one.title === 'Giám đốc');

    expect(now.chosenPositionId).toBe(kept);
    expect(rolesOf(await asked(director.id))).toEqual(['administrator', 'reader']);
    await expect(
      changeAccount(db, admin, everywhere, id, { version: 2, name: account.name, disabled: false, positions: [], grants }),
    ).rejects.toMatchObject({ code: 'identity.position_unknown' });
  });
});
