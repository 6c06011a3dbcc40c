// SPDX-License-Identifier: Apache-2.0
// A province with figures of every unit, indicator and month: half of the indicators are percents, half are counts.
import { sql } from 'kysely';
import type { Database, Db } from '../server/src/platform/db/db.ts';
import { anIndicator, entered } from '../server/test/factories/indicator.ts';
import { aUnit } from '../server/test/factories/unit.ts';
import { openMigrated } from './measure.ts';

export type FiguresGround = {
  readonly database: Database;
  readonly provinceId: string;
  readonly unitIds: readonly string[];
  readonly indicatorIds: readonly string[];
  readonly periods: readonly string[];
};

export const years = { fromYear: 2021, toYear: 2025 } as const;

/** The first year's months come first; a figure is there for each of them. */
const periods = Array.from({ length: 60 }, (_, month) => `${2021 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`);

/** Opens the ground and makes it where the server does not have it yet. */
export async function openFiguresGround(url: string, units: number, indicators: number): Promise<FiguresGround> {
  const database = await openMigrated(url, 4);
  const { db } = database;
  const { rows } = await sql<{ one: number }>`select 1 as one from figures.cell limit 1`.execute(db);
  if (rows.length === 0) {
    const began = performance.now();
    await make(db, units, indicators);
    process.stdout.write(
      `${units} units × ${indicators} indicators × 60 months made in ${Math.round((performance.now() - began) / 1_000)} s\n`,
    );
  }
  const idsOf = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string[]> =>
    (await query.execute(db)).rows.map((row) => row.id);
  const unitIds = await idsOf(sql<{ id: string }>`select id from units.unit order by level <> 'province', code`);
  const indicatorIds = await idsOf(sql<{ id: string }>`select id from figures.indicator order by code`);
  return { database, provinceId: unitIds[0] ?? '', unitIds, indicatorIds, periods };
}

async function make(db: Db, units: number, indicators: number): Promise<void> {
  const province = await aUnit(db, { level: 'province', name: 'Tỉnh Đo', code: 'T0000' });
  for (let number = 1; number < units; number += 1) await aUnit(db, { parentId: province.id, code: `T${String(number).padStart(4, '0')}` });
  for (let number = 0; number < indicators; number += 1)
    await anIndicator(db, {
      unitId: province.id,
      code: `D.${String(number).padStart(3, '0')}`,
      name: `Chỉ tiêu đo thứ ${number}`,
      ...(number % 2 === 0 ? {} : entered),
    });
  await sql`
    insert into figures.cell (unit_id, indicator_id, period, period_to, own_number, own_origin, own_numerator, own_denominator, numerator, denominator, origin, parts, changed_by)
    select unit_id, indicator_id, period, period_to, 1, 'entered', top, bottom, top, bottom, 'entered', 1, 'đo'
    from (
      select u.id as unit_id, i.indicator_id, month.key as period, (to_date(month.key, 'YYYY-MM') + interval '1 month' - interval '1 day')::date as period_to,
        abs(hashtext(u.code || i.indicator_id || month.key)) % 5000 as top,
        case when i.kind = 'ratio' then 5000 + abs(hashtext(month.key || u.code)) % 5000 end as bottom
      from unnest(${periods}::text[]) with ordinality as month (key, place)
      cross join units.unit u cross join figures.indicator_version i
      where u.id <> ${province.id}
      order by month.place, u.code
    ) as drawn`.execute(db);
  await sql`
    insert into figures.cell (unit_id, indicator_id, period, period_to, numerator, denominator, origin, parts, changed_by)
    select ${province.id}::uuid, indicator_id, period, period_to, sum(numerator), sum(denominator), 'summed', count(*), 'đo'
    from figures.cell group by indicator_id, period, period_to`.execute(db);
  await sql`vacuum analyze figures.cell`.execute(db);
}
