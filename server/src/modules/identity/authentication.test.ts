// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { anAccountsServer, cookiesOf } from '../../../test/accounts-server.ts';
import { aDatabase } from '../../../test/database.ts';
import { anAccount } from '../../../test/factories/account.ts';
import { aUnit } from '../../../test/factories/unit.ts';
import { changeAccount, resetPassword } from './usecases/manage-accounts.ts';

const database = await aDatabase();
const { db } = database;
const { app, authentication, post, session, ...server } = await anAccountsServer(database);
const province = await aUnit(db, { level: 'province' });
const password = 'mat-khau-thu-1';
const hash = await authentication.hashPassword(password);
const everywhere = { roots: null, reformFields: null };
const signIn = (email: string, given = password) => server.signIn(email, given);

test('signs in with the right password only, and the cookie opens the session', async () => {
  const { email } = await anAccount(db, { role: 'par_officer', unitId: province.id, hash });

  const wrong = await signIn(email, 'mat-khau-sai-9');
  const right = await signIn(email);
  const opened = await session(cookiesOf(right));

  expect(wrong.statusCode).toBe(401);
  expect(right.statusCode).toBe(200);
  expect(right.headers['set-cookie']?.toString()).toMatch(/HttpOnly.*SameSite=Lax/i);
  expect(opened.json()).toMatchObject({ account: { email, position: 'Chuyên viên' }, permissions: [], grants: [{ role: 'par_officer' }] });
});

test('without a session the answer is 401 with a sentence', async () => {
  const answer = await session('');

  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toMatchObject({ code: 'platform.unauthenticated', detail: expect.stringContaining('đăng nhập') });
});

test('nobody signs up by themself', async () => {
  const answer = await post('sign-up/email', { email: 'la@thu.example', password, name: 'Lạ' });

  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
});

test('a change from a foreign site is refused', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email: 'a@b.c', password },
    headers: { host: 'localhost:8080', origin: 'https://evil.example' },
  });

  expect(answer.json()).toMatchObject({ status: 403, code: 'platform.foreign_origin' });
});

test('disabling an account or resetting its password ends its sessions at once', async () => {
  const disabled = await anAccount(db, { role: 'reader', unitId: province.id, hash });
  const reset = await anAccount(db, { role: 'reader', unitId: province.id, hash });
  const admin = { id: 'admin', name: 'Quản trị', position: null, grants: [] };
  const [one, two] = [cookiesOf(await signIn(disabled.email)), cookiesOf(await signIn(reset.email))];

  const positions = [{ unitId: province.id, title: 'Chuyên viên', validFrom: '2022-01-01', validTo: null }];
  await changeAccount(db, admin, everywhere, disabled.id, { version: 1, name: 'Nghỉ', disabled: true, positions, grants: [] });
  const { password: fresh } = await resetPassword(db, admin, everywhere, authentication.hashPassword, reset.id);

  expect([(await session(one)).statusCode, (await session(two)).statusCode]).toEqual([401, 401]);
  expect((await session(cookiesOf(await signIn(reset.email, fresh)))).json()).toMatchObject({ mustChangePassword: true });
});

test('a second factor, once enabled, is asked for at the next sign-in', async () => {
  const { email } = await anAccount(db, { role: 'reader', unitId: province.id, hash });
  const cookie = cookiesOf(await signIn(email));

  const enabled = await post('two-factor/enable', { password }, cookie);
  const secret = new URL(enabled.json().totpURI).searchParams.get('secret') ?? '';
  const verified = await post('two-factor/verify-totp', { code: totp(secret) }, cookie);
  const asked = await signIn(email);
  const half = await session(cookiesOf(asked));
  const wrong = await post('two-factor/verify-totp', { code: '000000' }, cookiesOf(asked));
  const done = await post('two-factor/verify-totp', { code: totp(secret) }, cookiesOf(asked));

  expect(verified.statusCode).toBe(200);
  expect(asked.json()).toMatchObject({ twoFactorRedirect: true });
  expect(half.statusCode).toBe(401);
  expect(wrong.statusCode).toBe(401);
  expect((await session(cookiesOf(done))).json()).toMatchObject({ account: { email }, twoFactorEnabled: true });
});

/** Time-based one-time password, RFC 6238 with SHA-1, six digits, thirty seconds. */
function totp(base32: string): string {
  const bits = [...base32.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}
