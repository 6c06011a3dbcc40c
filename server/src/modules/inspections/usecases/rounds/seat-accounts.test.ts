// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { anAccount } from '../../../../../test/factories/account.ts';
import { anInspection, type InspectionGiven } from '../../../../../test/factories/inspection.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { inspectionsModule } from '../../module.ts';
import { getRound } from './get-round.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [inspectionsModule()] });
let given: InspectionGiven;
let head: { id: string };
let member: { id: string };

beforeAll(async () => {
  given = await anInspection(db, { step: 'decided' });
  await sql`update inspections.team_member set account_id = null`.execute(db);
  await sql`update identity.account set disabled_at = now()`.execute(db);
  head = await anAccount(db, { role: 'inspection_head', unitId: given.province.id });
  member = await anAccount(db, { role: 'inspection_member', unitId: given.province.id });
  await anAccount(db, { role: 'unit_officer', unitId: given.district.id });
});

const path = (what: string): string => `/api/inspections/rounds/${given.roundId}/team/${what}`;
const sheet = () => getRound(db, systemActor, { roots: null }, given.roundId);
const candidates = async (actor: Actor, query = '') =>
  (await as(actor)('GET', path(`candidates?${query}`))).json<{ rows: { id: string }[] }>();
const put = async (actor: Actor, body: { seatId: string; accountId: string | null; version?: number }) =>
  as(actor)('PUT', path('account'), { version: (await sheet()).version, ...body });
const seatId = async (role: string): Promise<string> => (await sheet()).team.find((seat) => seat.role === role)?.id ?? '';

describe('who could take a seat', () => {
  test('is found by words without diacritics, with nothing but name, position and unit', async () => {
    const { rows } = await candidates(given.actors.organiser, 'role=head&search=chuyen%20vien%20tinh');

    expect(rows).toEqual([{ id: head.id, name: expect.any(String), position: 'Chuyên viên', unitName: 'UBND tỉnh Thử' }]);
  });

  test('needs a role that works from the seat: a member cannot lead, an officer of a unit sits in no team', async () => {
    expect((await candidates(given.actors.organiser, 'role=head')).rows.map(({ id }) => id)).toEqual([head.id]);
    expect((await candidates(given.actors.organiser)).rows.map(({ id }) => id).sort()).toEqual([head.id, member.id].sort());
  });

  test('is told to organisers alone, within their units, a few at a time', async () => {
    expect(await candidates({ ...given.actors.head, id: given.roundId })).toMatchObject({ code: 'inspections.not_your_part' });
    expect(await candidates(anActor('par_officer', given.otherDistrict.id))).toMatchObject({ code: 'inspections.round_not_found' });
    expect((await as(given.actors.organiser)('GET', path('candidates?limit=21'))).statusCode).toBe(422);
    expect((await candidates(given.actors.organiser, 'search=thu.example')).rows).toEqual([]);
  });

  test('is nobody whose account is disabled', async () => {
    const gone = await anAccount(db, { role: 'inspection_head', unitId: given.province.id });
    await sql`update identity.account set disabled_at = now() where id = ${gone.id}`.execute(db);

    expect((await candidates(given.actors.organiser, 'role=head')).rows.map(({ id }) => id)).toEqual([head.id]);
    expect((await put(given.actors.organiser, { seatId: await seatId('head'), accountId: gone.id })).json()).toMatchObject({
      code: 'inspections.account_not_for_seat',
    });
  });
});

describe('the account of a seat', () => {
  test('is set and unset by the organiser; the seat as it was stays, and the log tells it', async () => {
    const before = await seatId('head');

    const set = await put(given.actors.organiser, { seatId: before, accountId: head.id });
    const taken = set.json<{ team: { role: string; accountId: string; accountName: string }[] }>();
    expect([set.statusCode, taken.team.find((seat) => seat.role === 'head')]).toMatchObject([
      200,
      { accountId: head.id, accountName: expect.stringContaining('Người thử') },
    ]);
    const unset = await put(given.actors.organiser, { seatId: await seatId('head'), accountId: null });
    expect(unset.json().team.find((seat: { role: string }) => seat.role === 'head')).toMatchObject({ accountId: null, accountName: null });

    const { rows } = await sql<{ account_id: string | null }>`select account_id from inspections.team_member
      where round_id = ${given.roundId} and role = 'head' order by withdrawn_at nulls last`.execute(db);
    expect(rows.map((row) => row.account_id)).toEqual([null, head.id, null]);
    const { rows: log } = await sql<{ to: string | null }>`select data::json->>'to' as "to" from audit.entry
      where action = 'inspections.seat_given' order by sequence`.execute(db);
    expect(log.map((entry) => entry.to)).toEqual([head.id, null]);
  });

  test('is one person’s only once in a team', async () => {
    await put(given.actors.organiser, { seatId: await seatId('member'), accountId: head.id });

    const twice = await put(given.actors.organiser, { seatId: await seatId('head'), accountId: head.id });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'inspections.account_seated']);
    await put(given.actors.organiser, { seatId: await seatId('member'), accountId: null });
  });

  test('is refused to a member as head, on a stale page, and in a seat that is gone', async () => {
    const head = await seatId('head');

    expect((await put(given.actors.organiser, { seatId: head, accountId: member.id })).json()).toMatchObject({
      code: 'inspections.account_not_for_seat',
    });
    expect((await put(given.actors.organiser, { seatId: head, accountId: null, version: 1 })).json()).toMatchObject({
      code: 'platform.stale',
    });
    expect((await put(given.actors.organiser, { seatId: given.roundId, accountId: null })).json()).toMatchObject({
      code: 'inspections.seat_not_found',
    });
    expect((await put(given.actors.secretary, { seatId: head, accountId: null })).statusCode).toBe(403);
  });

  test('is not told to the inspected unit', async () => {
    await put(given.actors.organiser, { seatId: await seatId('head'), accountId: head.id });
    await sql`update inspections.round set step = 'announced' where id = ${given.roundId}`.execute(db);

    const seen = (await as(given.actors.officer)('GET', `/api/inspections/rounds/${given.roundId}`)).json();
    expect(seen.team.map((seat: { accountId: null; accountName: null }) => [seat.accountId, seat.accountName])).toEqual(
      Array.from({ length: 3 }, () => [null, null]),
    );
  });
});

describe('replacing the whole team', () => {
  test('the head changes positions and fields, not who sits where; the organiser seats only who can work there', async () => {
    const fresh = await anInspection(db, { step: 'decided' });
    const url = `/api/inspections/rounds/${fresh.roundId}/team`;
    const { team, version } = await getRound(db, systemActor, { roots: null }, fresh.roundId);
    const members = team.map(({ role, position, accountId, name, unitId, reformFields, illustrative }) => ({
      role,
      position: `${position} (sửa)`,
      accountId,
      name,
      unitId,
      reformFields,
      illustrative,
    }));
    const withHead = (accountId: string | null) => members.map((one) => (one.role === 'head' ? { ...one, accountId } : one));

    const kept = await as(fresh.actors.head)('PUT', url, { version, members });
    expect([kept.statusCode, kept.json().team[0].position]).toEqual([200, 'Trưởng đoàn (sửa)']);
    expect((await as(fresh.actors.head)('PUT', url, { version: version + 1, members: withHead(null) })).json()).toMatchObject({
      code: 'inspections.seats_by_organiser',
    });
    expect((await as(fresh.actors.organiser)('PUT', url, { version: version + 1, members: withHead(member.id) })).json()).toMatchObject({
      code: 'inspections.account_not_for_seat',
    });
    expect(
      (await as(fresh.actors.organiser)('PUT', url, { version: version + 1, members: withHead(fresh.actors.member.id) })).json(),
    ).toMatchObject({ code: 'inspections.account_seated' });
  });
});
