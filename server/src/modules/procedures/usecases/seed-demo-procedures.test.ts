// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { seedUnits } from '#modules/units';
import { aDatabase } from '../../../../test/database.ts';
import { onlineLevelOn, versionOn, versionsInForce } from './read-versions.ts';
import { seedDemoProcedures } from './seed-demo-procedures.ts';

const { db } = await aDatabase();
let tookMs = 0;

beforeAll(async () => {
  await seedUnits(db);
  const started = performance.now();
  await seedDemoProcedures(db);
  tookMs = performance.now() - started;
});

const onDay = (day: string) => versionsInForce(db, { from: day, to: day });

test('252 procedures are in force on every day of 2021 and 2022, each once', async () => {
  for (const day of ['2021-01-01', '2021-12-31', '2022-09-14', '2022-12-31']) {
    const rows = await onDay(day);
    expect([rows.length, new Set(rows.map((row) => row.code)).size]).toEqual([252, 252]);
  }
  expect(tookMs).toBeLessThan(4_000);
});

test('all of it is marked as illustrative, and no code can be taken for one of the national database', async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from procedures.version v
    join procedures.procedure p on p.id = v.procedure_id join procedures.sector s on s.id = v.sector_id
    where v.mark is distinct from 'illustrative' or p.mark is distinct from 'illustrative' or s.mark is distinct from 'illustrative'
       or p.code not like '9.%'`.execute(db);

  expect(rows).toEqual([{ count: 0 }]);
});

test('district procedures pass to the commune when districts end, or end with them', async () => {
  const before = await onDay('2025-06-30');
  const after = await onDay('2025-07-01');

  expect(new Set(before.map((row) => row.level))).toEqual(new Set(['district', 'commune']));
  expect(new Set(after.map((row) => row.level))).toEqual(new Set(['commune']));
  expect(before.length).toBe(252);
  expect(after.length).toBeGreaterThan(235);
});

test('most procedures can be handed in online in 2022, and each level belongs to its regime', async () => {
  const rows = await onDay('2022-05-01');
  const levels = await Promise.all(rows.map((row) => onlineLevelOn(db, row.procedureId, '2022-05-01')));

  expect(levels.filter((level) => level?.canSubmit).length).toBeGreaterThan(200);
  const first = await versionOn(db, rows[0]?.procedureId ?? '', '2022-05-01');
  expect(first).toMatchObject({ sectorCode: 'HT', limit: { amount: 0, unit: 'working_days' } });
  const { rows: strays } = await sql`select 1 from procedures.online_service o join procedures.online_regime r on r.code = o.regime
    where not daterange(r.valid_from, r.valid_to, '[]') @> daterange(o.valid_from, o.valid_to, '[]')`.execute(db);
  expect(strays).toEqual([]);
});

test('a second start changes nothing', async () => {
  await seedDemoProcedures(db);

  expect(await onDay('2022-09-14')).toHaveLength(252);
});
