// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { anAccount } from '../../../../test/factories/account.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { identityModule } from '../module.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const district = await aUnit(db, { level: 'district', parentId: province.id });
const other = await aUnit(db, { level: 'district', parentId: province.id });
const { as } = await aServer({ db, modules: [identityModule(async (password) => `hash:${password}`)] });
const administrator = anActor('administrator', district.id);

const grantAt = (unitId: string, role = 'unit_officer') => ({ unitId, role, reformFields: null, validFrom: '2022-01-01', validTo: null });
const aBody = (email: string, unitId = district.id) => ({
  name: 'Nguyễn Văn Ắng',
  email,
  positions: [{ unitId, title: 'Chuyên viên', validFrom: '2022-01-01', validTo: null }],
  grants: [grantAt(unitId)],
});

test('an administrator makes an account and is told its generated password once', async () => {
  const made = await as(administrator)('POST', '/api/identity/accounts', aBody('moi@thu.example'));
  const read = await as(administrator)('GET', `/api/identity/accounts/${made.json().id}`);

  expect(made.statusCode).toBe(201);
  expect(made.json().password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  expect(read.json()).toMatchObject({
    email: 'moi@thu.example',
    mustChangePassword: true,
    grants: [{ role: 'unit_officer', unitName: `UBND ${district.name}` }],
  });
  expect(read.body).not.toContain('hash:');
});

test('refuses a second account with the same address, whatever its capitals', async () => {
  await as(administrator)('POST', '/api/identity/accounts', aBody('trung@thu.example'));

  const second = await as(administrator)('POST', '/api/identity/accounts', aBody('TRUNG@thu.example'));

  expect(second.statusCode).toBe(409);
  expect(second.json()).toMatchObject({ code: 'identity.email_taken', detail: expect.stringContaining('đã thuộc một tài khoản khác') });
});

test('a right outside the administrator’s units is refused, and nothing is half-saved', async () => {
  const refused = await as(administrator)('POST', '/api/identity/accounts', { ...aBody('ngoai@thu.example'), grants: [grantAt(other.id)] });
  const list = await as(administrator)('GET', '/api/identity/accounts?search=ngoai@thu');

  expect(refused.statusCode).toBe(403);
  expect(list.json().total).toBe(0);
});

test('an account of another district is not found, and a shared one is not changed', async () => {
  const foreign = await anAccount(db, { role: 'unit_officer', unitId: other.id });
  const shared = await as(anActor('administrator', province.id))('POST', '/api/identity/accounts', {
    ...aBody('chung@thu.example'),
    grants: [grantAt(district.id), grantAt(other.id)],
  });

  const found = await as(administrator)('GET', `/api/identity/accounts/${foreign.id}`);
  const changed = await as(administrator)('PUT', `/api/identity/accounts/${shared.json().id}`, {
    name: 'Đổi',
    version: 1,
    disabled: false,
    positions: [],
    grants: [],
  });

  expect(found.statusCode).toBe(404);
  expect(changed.json()).toMatchObject({ status: 403, code: 'identity.account_shared' });
});

test('two administrators at once: the second is told so and loses nothing', async () => {
  const { id } = await anAccount(db, { role: 'unit_officer', unitId: district.id });
  const change = { name: 'Tên mới', version: 1, disabled: false, positions: [], grants: [grantAt(district.id)] };

  const answers = await Promise.all([
    as(administrator)('PUT', `/api/identity/accounts/${id}`, change),
    as(administrator)('PUT', `/api/identity/accounts/${id}`, change),
  ]);

  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
});

test('search finds names without diacritics', async () => {
  await as(administrator)('POST', '/api/identity/accounts', aBody('tim@thu.example'));

  const found = await as(administrator)('GET', '/api/identity/accounts?search=nguyen van ang');

  expect(found.json().rows[0].name).toBe('Nguyễn Văn Ắng');
});

test('an administrator cannot disable or demote themself', async () => {
  const me = await anAccount(db, { role: 'administrator', unitId: district.id });
  const actor = { ...administrator, id: me.id };

  const disabled = await as(actor)('PUT', `/api/identity/accounts/${me.id}`, {
    name: 'Tôi',
    version: 1,
    disabled: true,
    positions: [],
    grants: [grantAt(district.id, 'administrator')],
  });
  const demoted = await as(actor)('PUT', `/api/identity/accounts/${me.id}`, {
    name: 'Tôi',
    version: 1,
    disabled: false,
    positions: [],
    grants: [grantAt(district.id, 'reader')],
  });

  expect([disabled.json().code, demoted.json().code]).toEqual(['identity.own_account', 'identity.own_account']);
});

test.each([
  ['an end before the beginning', { grants: [{ ...grantAt(district.id), validTo: '2021-01-01' }] }, 'identity.dates_reversed'],
  ['a day that does not exist', { grants: [{ ...grantAt(district.id), validFrom: '2022-02-30' }] }, 'platform.invalid'],
  ['an unknown role', { grants: [grantAt(district.id, 'chairman')] }, 'platform.invalid'],
  ['an empty name', { name: '  ' }, 'platform.invalid'],
  ['a field nobody asked for', { isAdmin: true }, 'platform.invalid'],
])('refuses %s with a sentence', async (_name, change, code) => {
  const refused = await as(administrator)('POST', '/api/identity/accounts', { ...aBody(`sai${code}@thu.example`), ...change });

  expect(refused.statusCode).toBe(422);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.json().code).toBe(code);
  expect(refused.json().detail.length).toBeGreaterThan(20);
});
