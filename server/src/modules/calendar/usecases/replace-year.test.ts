// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { reachesWholeTree, withinScope } from '../../units/index.ts';
import { addWorkingDays } from '../domain/working-calendar.ts';
import { addWorkingHours } from '../domain/working-hours.ts';
import { changeWorkingHours } from './change-hours.ts';
import { getCalendarYear, listCalendarYears, listLegalPeriods, loadWorkingCalendar, loadWorkingHours } from './read-calendar.ts';
import { type ReplaceYearInput, replaceCalendarYear } from './replace-year.ts';
import { seedHolidays } from './seed-holidays.ts';

const { db } = await aDatabase();
const all = { roots: null };
const reach = { within: withinScope, isWhole: reachesWholeTree };
const actor: Actor = { id: 'a', name: 'Trần Thị Quản trị', position: null, grants: [] };

beforeAll(async () => {
  await seedHolidays(db);
});

const notice2027 = (change: Partial<ReplaceYearInput> = {}): ReplaceYearInput => ({
  version: 0,
  status: 'confirmed',
  source: 'Thông báo thử nghiệm',
  certainty: 'Dữ liệu thử nghiệm',
  daysOff: ['01-01', '04-30', '05-01', '09-02'].map((date) => ({ day: `2027-${date}`, name: 'Nghỉ lễ', kind: 'statutory' as const })),
  workedDays: [],
  ...change,
});

describe('the seeded calendar', () => {
  test('has six confirmed years, written once', async () => {
    expect(await seedHolidays(db)).toBe(0);
    expect((await listCalendarYears(db)).map((year) => [year.year, year.workingDaysTotal])).toEqual([
      [2021, 250],
      [2022, 249],
      [2023, 249],
      [2024, 251],
      [2025, 250],
      [2026, 249],
    ]);
  });

  test('marks what is not certain', async () => {
    const { daysOff } = await getCalendarYear(db, 2026);

    expect(daysOff.find((one) => one.day === '2026-11-24')).toMatchObject({
      kind: 'other',
      certainty: expect.stringContaining('chưa đọc nguyên văn'),
    });
    expect((await loadWorkingHours(db)).every((one) => one.mark === 'background')).toBe(true);
    expect(await listLegalPeriods(db, 2022)).toHaveLength(4);
  });

  test('counts', async () => {
    expect(addWorkingDays(await loadWorkingCalendar(db), '2022-08-30', 5)).toBe('2022-09-08');
  });
});

describe('replacing a year', () => {
  test('makes a missing year countable, tells the difference and keeps what stood there', async () => {
    await expect(loadWorkingCalendar(db).then((calendar) => addWorkingDays(calendar, '2026-12-31', 1))).rejects.toMatchObject({
      code: 'calendar.year_missing',
      params: { year: 2027 },
    });

    const first = await replaceCalendarYear(db, actor, 2027, notice2027());
    const second = await replaceCalendarYear(db, actor, 2027, notice2027({ version: 1, daysOff: notice2027().daysOff.slice(1) }));

    expect(first).toMatchObject({ stored: true, version: 1, workingDaysTotal: 258, diff: { removed: [], changed: [] } });
    expect(second).toMatchObject({
      version: 2,
      diff: { added: [], removed: ['2027-01-01'] },
      warnings: [
        { code: 'fixed_holiday_absent', day: '2027-01-01' },
        { code: 'holiday_not_made_up', day: '2027-05-01' },
      ],
    });
    expect(addWorkingDays(await loadWorkingCalendar(db), '2026-12-31', 1)).toBe('2027-01-01');
    const { rows } = await sql<{
      data: string;
    }>`select data from audit.entry where action = 'calendar.year_replaced' and subject_id = '2027' order by sequence desc limit 1`.execute(
      db,
    );
    expect(JSON.parse(rows[0]?.data ?? '').before.daysOff).toHaveLength(4);
  });

  test('refuses the second of two who edit one version, naming the first', async () => {
    await replaceCalendarYear(db, actor, 2028, notice2028());

    await expect(replaceCalendarYear(db, actor, 2028, notice2028())).rejects.toMatchObject({
      code: 'platform.stale',
      params: { by: actor.name },
    });
  });

  test('lets one of two simultaneous writers through', async () => {
    const results = await Promise.allSettled([
      replaceCalendarYear(db, actor, 2029, noticeOf(2029)),
      replaceCalendarYear(db, actor, 2029, noticeOf(2029)),
    ]);

    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('stores nothing in a dry run nor when the stated total is wrong', async () => {
    expect(await replaceCalendarYear(db, actor, 2030, noticeOf(2030, { dryRun: true }))).toMatchObject({ stored: false, version: 0 });
    await expect(replaceCalendarYear(db, actor, 2030, noticeOf(2030, { workingDaysTotal: 1 }))).rejects.toMatchObject({
      code: 'calendar.total_differs',
    });
    await expect(getCalendarYear(db, 2030)).rejects.toMatchObject({ code: 'calendar.year_not_found' });
  });
});

const noticeOf = (year: number, change: Partial<ReplaceYearInput> = {}) =>
  notice2027({ daysOff: [{ day: `${year}-01-01`, name: 'Tết Dương lịch', kind: 'statutory' }], ...change });
const notice2028 = () => noticeOf(2028);

describe('office hours', () => {
  test('change from a day on; earlier days keep theirs', async () => {
    const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 960 }));
    await changeWorkingHours(db, actor, all, reach, { validFrom: '2025-01-01', source: 'Quyết định thử nghiệm', week });
    const [calendar, hours] = [await loadWorkingCalendar(db), await loadWorkingHours(db)];

    expect(addWorkingHours(calendar, hours, { day: '2024-12-31', minute: 1_000 }, 30)).toEqual({ day: '2025-01-02', minute: 490 });
    await expect(changeWorkingHours(db, actor, all, reach, { validFrom: '2024-06-01', source: 'x', week })).rejects.toMatchObject({
      code: 'calendar.hours_later_change',
    });
    await expect(
      changeWorkingHours(db, actor, all, reach, {
        validFrom: '2026-01-01',
        source: 'x',
        week: [...week, { weekday: 1, fromMinute: 900, toMinute: 1_000 }],
      }),
    ).rejects.toMatchObject({ code: 'calendar.hours_overlap' });
    expect(await changeWorkingHours(db, actor, all, reach, { validFrom: '2025-01-01', source: 'Sửa cùng ngày', week })).toHaveLength(15);
  });
});
