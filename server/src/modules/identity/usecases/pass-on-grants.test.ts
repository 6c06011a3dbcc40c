// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { anAccount } from '../../../../test/factories/account.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { unitsModule } from '../../units/module.ts';
import { identityModule } from '../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), identityModule(async () => 'x')] });
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const administrator = as(anActor('administrator', province.id));

type Row = { grantId: string; account: { id: string }; unit: { id: string }; heirs: { id: string; name: string }[] };
const waitingAt = async (unitId: string): Promise<Row[]> =>
  (await administrator('GET', '/api/identity/ended-grants')).json().rows.filter((row: Row) => row.unit.id === unitId);
const passOn = (ask: typeof administrator, grantId: string, unitId: string) =>
  ask('POST', '/api/identity/ended-grants/pass-on', { items: [{ grantId, unitId }] });

let made = 0;
const newUnit = (name: string) => {
  made += 1;
  return { code: `M${made}`, name, authorityName: `UBND ${name}`, documentSymbol: 'UBND' };
};
async function merged(units: readonly UnitGiven[], name: string): Promise<string> {
  const body = { unitIds: units.map((unit) => unit.id), onDay: '2025-07-01', into: { unit: newUnit(name), parentId: province.id } };
  return (await administrator('POST', '/api/units/merge', body)).json().begins[0].id;
}

describe('rights at a merged unit', () => {
  let old: UnitGiven;
  let heir: string;
  let officer: { id: string };

  beforeAll(async () => {
    old = await aUnit(db, { parentId: province.id, name: 'Xã Cũ' });
    const beside = await aUnit(db, { parentId: province.id, name: 'Xã Bên' });
    officer = await anAccount(db, { role: 'unit_officer', unitId: old.id });
    heir = await merged([old, beside], 'Xã Mới');
  });

  test('wait with the unit that took over, for administrators of its units only', async () => {
    expect(await waitingAt(old.id)).toMatchObject([
      { account: { id: officer.id }, role: 'unit_officer', heirs: [{ id: heir, name: 'Xã Mới' }] },
    ]);
    const foreign = await aUnit(db, { parentId: province.id });
    expect((await as(anActor('administrator', foreign.id))('GET', '/api/identity/ended-grants')).json().rows).toEqual([]);
    expect((await as(anActor('par_officer', province.id))('GET', '/api/identity/ended-grants')).statusCode).toBe(403);
  });

  test('are not given to a stranger of the merger, nor taken by the administrator of one part alone', async () => {
    const [waiting] = await waitingAt(old.id);
    const other = await aUnit(db, { parentId: province.id });
    const stranger = await passOn(administrator, waiting?.grantId ?? '', other.id);
    const ofOnePart = await passOn(as(anActor('administrator', old.id)), waiting?.grantId ?? '', heir);

    expect([stranger.statusCode, stranger.json().code]).toEqual([422, 'identity.not_an_heir']);
    expect([ofOnePart.statusCode, ofOnePart.json().code]).toEqual([403, 'identity.grant_outside']);
  });

  test('pass to the heir in one step: the old right stays for the old papers, the log says who did it, the list is empty', async () => {
    const [waiting] = await waitingAt(old.id);
    const done = await passOn(administrator, waiting?.grantId ?? '', heir);
    const account = (await administrator('GET', `/api/identity/accounts/${officer.id}`)).json();
    const { rows } = await sql<{ data: string }>`select data from audit.entry where action = 'identity.grant_passed_on'`.execute(db);

    expect(done.statusCode).toBe(200);
    expect(await waitingAt(old.id)).toEqual([]);
    expect(account.grants.map((grant: { unitId: string }) => grant.unitId).sort()).toEqual([old.id, heir].sort());
    expect(account.version).toBe(2);
    expect(rows.map((row) => JSON.parse(row.data))).toMatchObject([{ role: 'unit_officer', toUnit: 'Xã Mới' }]);
    expect((await passOn(administrator, waiting?.grantId ?? '', heir)).json().code).toBe('identity.grant_not_ended');
  });
});

test('of two administrators who press at once one passes the right on, the other is told', async () => {
  const old = await aUnit(db, { parentId: province.id });
  const officer = await anAccount(db, { role: 'unit_leader', unitId: old.id });
  const heir = await merged([old], 'Xã Hai');
  const [waiting] = await waitingAt(old.id);

  const answers = await Promise.all([1, 2].map(() => passOn(administrator, waiting?.grantId ?? '', heir)));

  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
  expect((await administrator('GET', `/api/identity/accounts/${officer.id}`)).json().grants).toHaveLength(2);
});

test('a unit that was only renamed keeps its own administrator', async () => {
  const old = await aUnit(db, { parentId: province.id, name: 'Xã Đổi' });
  await anAccount(db, { role: 'administrator', unitId: old.id });
  const rename = { change: 'rename', version: 1, onDay: '2025-07-01', name: 'Phường Đổi', authorityName: 'UBND phường Đổi' };
  const heir = (await administrator('PATCH', `/api/units/${old.id}`, rename)).json().unit.id;
  const [waiting] = await waitingAt(old.id);

  expect((await passOn(as(anActor('administrator', old.id)), waiting?.grantId ?? '', heir)).statusCode).toBe(200);
});

test('after a dissolution the new unit is chosen freely, and the right waits no longer', async () => {
  const old = await aUnit(db, { parentId: province.id });
  const next = await aUnit(db, { parentId: province.id });
  await anAccount(db, { role: 'unit_officer', unitId: old.id });
  await administrator('POST', `/api/units/${old.id}/dissolve`, { onDay: '2025-07-01' });
  const [waiting] = await waitingAt(old.id);

  expect(waiting?.heirs).toEqual([]);
  expect((await passOn(administrator, waiting?.grantId ?? '', next.id)).statusCode).toBe(200);
  expect(await waitingAt(old.id)).toEqual([]);
});
