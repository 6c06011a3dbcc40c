// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { seedHolidays } from '#modules/calendar';
import { verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { openDatabase } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import type { Reception } from './begin-entry.ts';
import { forgetEntryRequests } from './enter-once.ts';
import { receiveDossier } from './receive-dossier.ts';
import { turnAway } from './turn-away.ts';

const { db, url } = await aDatabase({ max: 30 });
await seedHolidays(db);
await seedClockRules(db);
const province = await aUnit(db, { level: 'province', code: 'H18' });
const unit = await aUnit(db, { parentId: province.id, code: 'H18.21' });
const procedure = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' } });
const everywhere = { roots: null, reformFields: null };
const applicant = { name: 'Lò Thị Xuân', kind: 1, email: 'xuan@example.vn' };

const asked = (more: Partial<Reception> = {}): Reception => ({
  ...{ unitId: unit.id, procedureId: procedure.id, channel: 1, applicant, papers: [], requestId: newId() },
  ...more,
});
const receive = (reception: Reception, day: string, handle = db) =>
  receiveDossier(handle, systemActor, everywhere, reception, new Date(`${day}T08:30:00+07:00`));

async function countOf(day: string): Promise<{ dossiers: number; mails: number; entries: number }> {
  const { rows } = await sql<{ dossiers: number; mails: number; entries: number }>`
    with made as (select code from dossiers.dossier where code like ${`%-${day}-%`})
    select (select count(*)::int from made) as dossiers,
      (select count(*)::int from platform.mail m where exists (select from made where strpos(m.subject || m.body, made.code) > 0)) as mails,
      (select count(*)::int from audit.entry e where e.subject_id in (select code from made)) as entries`.execute(db);
  return rows[0] ?? { dossiers: -1, mails: -1, entries: -1 };
}

test('a reception that is sent again is the same dossier, with one mail and one audit entry', async () => {
  const reception = asked();
  const first = await receive(reception, '2022-10-10');

  expect(await receive(reception, '2022-10-10')).toEqual({ ...first, dueAt: expect.any(String) });
  expect(new Date((await receive(reception, '2022-10-11')).dueAt ?? '')).toEqual(new Date(first.dueAt ?? ''));
  expect(await verifyAudit(db)).toMatchObject({ intact: true });
  expect(await countOf('221010')).toEqual({ dossiers: 1, mails: 1, entries: 1 });
  expect((await receive(asked(), '2022-10-10')).code).toBe('000.00.21.H18-221010-0002');
});

test('the same reception ten times at once is one dossier, and the next serial follows', async () => {
  for (const email of [undefined, 'xuan@example.vn']) {
    const reception = asked({ applicant: { ...applicant, email } });
    const codes = await Promise.all(Array.from({ length: 10 }, () => receive(reception, '2022-10-12').then(({ code }) => code)));
    expect(new Set(codes).size).toBe(1);
  }
  expect(await countOf('221012')).toMatchObject({ dossiers: 2, mails: 1 });
  expect((await receive(asked(), '2022-10-12')).code).toBe('000.00.21.H18-221012-0003');
});

test('sent again until it is acknowledged over connections that are killed, every reception is there once', async () => {
  const other = openDatabase(`${url}?application_name=killed_once`, { max: 25 });
  const untilAcknowledged = async (reception: Reception): Promise<string> => {
    for (;;) {
      const received = await receive(reception, '2022-10-13', other.db).catch(() => null);
      if (received) return received.code;
    }
  };
  const attempts = Promise.all(Array.from({ length: 80 }, () => untilAcknowledged(asked())));
  let isOver = false;
  void attempts.then(() => {
    isOver = true;
  });
  let killed = 0;
  while (killed < 40 && !isOver) {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'killed_once' and random() < 0.2`.execute(db);
    killed += rows.length;
    await new Promise((done) => setTimeout(done, 5));
  }
  const codes = await attempts;
  await other.close();

  expect(killed).toBeGreaterThan(0);
  const expected = Array.from({ length: 80 }, (_, index) => `000.00.21.H18-221013-${String(index + 1).padStart(4, '0')}`);
  expect(codes.toSorted()).toEqual(expected);
  expect(await verifyAudit(db)).toMatchObject({ intact: true });
  expect(await countOf('221013')).toMatchObject({ dossiers: 80, entries: 80, mails: 80 });
});

test('a request that was used for something else is refused with the code of what it entered', async () => {
  const reception = asked();
  const { code } = await receive(reception, '2022-10-14');

  await expect(receive({ ...reception, subject: 'Khác' }, '2022-10-14')).rejects.toMatchObject({
    ...{ code: 'dossiers.request_used_otherwise', params: { code } },
  });
  const away = { ...reception, outcome: 'rejected', reason: 'Không đúng thẩm quyền' } as const;
  await expect(turnAway(db, systemActor, everywhere, away)).rejects.toMatchObject({ code: 'dossiers.request_used_otherwise' });
});

test('what was entered before is answered even where it would be refused by now; what was not is refused', async () => {
  const reception = asked();
  const first = await receive(reception, '2022-10-18');
  const gone = await receive(reception, '1999-01-01');
  expect(gone.code).toBe(first.code);

  await expect(receive(asked(), '1999-01-01')).rejects.toMatchObject({ code: expect.stringMatching(/not_in_force/) });
  await expect(receive({ ...reception, subject: 'Khác' }, '1999-01-01')).rejects.toMatchObject({
    code: expect.stringMatching(/not_in_force/),
  });
});

test('turning away is done once too, and other units and later weeks know nothing of the request', async () => {
  const away = { ...asked(), outcome: 'rejected', reason: 'Không đúng thẩm quyền' } as const;
  const now = new Date('2022-10-17T08:30:00+07:00');
  const first = await turnAway(db, systemActor, everywhere, away, now);
  expect(await turnAway(db, systemActor, everywhere, away, now)).toEqual(first);

  const elsewhere = await aUnit(db, { parentId: province.id, code: 'H18.22' });
  expect((await turnAway(db, systemActor, everywhere, { ...away, unitId: elsewhere.id }, now)).code).not.toBe(first.code);

  await forgetEntryRequests(db);
  expect(await turnAway(db, systemActor, everywhere, away, now)).toEqual(first);
  await sql`update dossiers.entry_request set at = at - interval '8 days'`.execute(db);
  await forgetEntryRequests(db);
  expect((await turnAway(db, systemActor, everywhere, away, now)).code).not.toBe(first.code);
});
