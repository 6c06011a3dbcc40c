// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/dates';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { countedDossiers, countedNow, countedOneByOne } from '../../../../../test/factories/counted-dossiers.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { rebuildTally } from '../../data/tally/fold.repo.ts';
import { type Counts, form06aRow } from '../../domain/statistics/form-06a.ts';
import { openNumber } from './open-number.ts';
import { readStatistics } from './read-statistics.ts';

const { db } = await aDatabase();
const { province, district, communes, dossiers } = await countedDossiers(db);
const now = countedNow;
const everywhere = { roots: null, reformFields: null };

const ask = (question: Partial<Parameters<typeof readStatistics>[2]>) =>
  readStatistics(db, everywhere, { unitId: province.id, from: '2025-10-01', to: '2026-02-28', by: 'total', ...question }, now);

await inTransaction(db, rebuildTally);

test('where a unit has moved, the stocks still open to exactly their dossiers, each where its unit stood then', async () => {
  const of = sql`ancestor_id = ${district.id} and descendant_id = ${communes[0]?.id}`;
  await sql`update units.lineage_span set valid_to = '2025-12-31' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);

  const inside = (day: string) => dossiers.filter((one) => [1, 3].includes(one.place) || (one.place === 0 && day < '2026-01-01'));
  for (const [from, to] of [
    ['2025-11-01', '2025-12-31'],
    ['2025-12-12', '2026-01-31'],
    ['2026-01-10', '2026-02-20'],
    ['2026-02-01', '2026-03-31'],
  ] as const) {
    const { total } = await ask({ unitId: district.id, from, to });
    // All procedures together come from sums of days, single ones from half months and dossiers.
    expect((await ask({ unitId: district.id, from, to, by: 'procedure' })).total).toEqual(total);
    expect(total.carried).toBe(countedOneByOne(inside(from), from, to).carried);
    if (to < '2026-03-01') expect(total.open).toBe(countedOneByOne(inside(addDays(to, 1)), from, to).open);
    for (const measure of ['carried', 'open', 'overdue'] as const) {
      const { rows } = await openNumber(db, everywhere, { unitId: district.id, from, to, measure, limit: 500 }, now);
      expect({ measure, from, count: rows.length }).toEqual({ measure, from, count: total[measure] });
    }
  }
  await sql`update units.lineage_span set valid_to = 'infinity' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);
});

test('the row of a unit itself opens to what a unit received before it came below another one', async () => {
  const of = sql`ancestor_id = ${district.id} and descendant_id = ${communes[0]?.id}`;
  await sql`update units.lineage_span set valid_from = '2026-01-01' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);

  for (const [from, to] of [
    ['2025-11-20', '2026-02-10'],
    ['2026-01-10', '2026-02-20'],
    ['2026-02-01', '2026-03-31'],
    ['2026-03-25', '2026-04-20'],
  ] as const) {
    const { rows } = await ask({ unitId: province.id, from, to, by: 'unit' });
    const counts = rows.find(({ key }) => key === province.id)?.counts;
    for (const measure of ['early', 'late', 'carried', 'open', 'overdue'] as const) {
      const opened = await openNumber(db, everywhere, { unitId: province.id, from, to, measure, own: true, limit: 500 }, now);
      expect({ measure, from, count: opened.rows.length }).toEqual({ measure, from, count: counts?.[measure] });
    }
  }
  await sql`update units.lineage_span set valid_from = '-infinity' where ${of}`.execute(db);
  await inTransaction(db, rebuildTally);
});

test('each number opens to exactly the dossiers that it counts, page after page, newest first', async () => {
  const question = { unitId: district.id, from: '2025-11-10', to: '2026-01-20' };
  const { total } = await ask(question);
  const countOf = {
    early: 'early',
    on_time: 'onTime',
    late: 'late',
    closed: 'closed',
    carried: 'carried',
    open: 'open',
    overdue: 'overdue',
  } as const;
  for (const [measure, key] of Object.entries(countOf) as [keyof typeof countOf, keyof Counts][]) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await openNumber(db, everywhere, { ...question, measure, after, limit: 7 }, now);
      seen.push(...page.rows.map((row) => row.code));
      expect(page.rows.every((row, index) => index === 0 || row.moment <= (page.rows[index - 1]?.moment ?? ''))).toBe(true);
      after = page.next ?? undefined;
    } while (after);
    expect({ measure, count: seen.length }).toEqual({ measure, count: total[key] });
    expect(new Set(seen).size).toBe(seen.length);
  }
  const sums = {
    handled: form06aRow(total)[3],
    received_offline: form06aRow(total)[5],
    solved: form06aRow(total)[7],
    on_time_or_closed: form06aRow(total)[9],
    in_time: form06aRow(total)[12],
  } as const;
  for (const [measure, count] of Object.entries(sums) as [keyof typeof sums, number][]) {
    const { rows } = await openNumber(db, everywhere, { ...question, measure, limit: 500 }, now);
    expect({ measure, count: rows.length }).toEqual({ measure, count });
  }
  const online = await openNumber(db, everywhere, { ...question, measure: 'received', channel: 2, limit: 500 }, now);
  expect(online.rows).toHaveLength(total.receivedOnline);
});

test('what the unit itself received, beside the units below it, opens to those alone', async () => {
  const above = await aUnit(db, { level: 'province' });
  const below = await aUnit(db, { parentId: above.id });
  const of = dossiers.slice(0, 90).map((dossier, index) => ({ ...dossier, unitId: index % 3 === 0 ? above.id : below.id }));
  for (const dossier of of) await aDossier(db, dossier);
  await inTransaction(db, rebuildTally);
  const question = { unitId: above.id, from: '2025-10-01', to: '2026-02-28' };

  const { rows } = await ask({ ...question, by: 'unit' });
  const own = rows.find((row) => row.key === above.id)?.counts;
  expect(own).toEqual(
    countedOneByOne(
      of.filter(({ unitId }) => unitId === above.id),
      question.from,
      question.to,
    ),
  );
  const counts = { early: own?.early, late: own?.late, carried: own?.carried, open: own?.open, overdue: own?.overdue };
  for (const [measure, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
    const opened = await openNumber(db, everywhere, { ...question, measure, own: true, limit: 500 }, now);
    expect({ measure, count: opened.rows.length }).toEqual({ measure, count });
    expect(opened.rows.every(({ unitId }) => unitId === above.id)).toBe(true);
  }
});

test('periods and pages beyond what days can be counted in are refused', async () => {
  const question = { unitId: district.id, from: '2025-11-10', to: '2026-01-20', measure: 'late', limit: 7 } as const;

  for (const to of ['9999-12-31', '2025-11-09', 'mai'])
    await expect(openNumber(db, everywhere, { ...question, to }, now)).rejects.toMatchObject({ code: 'dossiers.period_reversed' });
  await expect(openNumber(db, everywhere, { ...question, after: '0001-01-01T00:00:00+07:00 X' }, now)).rejects.toMatchObject({
    code: 'dossiers.page_unknown',
  });
  expect(
    (await openNumber(db, everywhere, { ...question, from: '0001-01-01', to: '9998-12-31', limit: 500 }, now)).rows.length,
  ).toBeGreaterThan(0);
});
