// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { newId } from '../../../kernel/ids.ts';
import { calendarModule } from '../module.ts';
import { seedHolidays } from '../usecases/seed-holidays.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [calendarModule()] });
const unitId = newId();
const read = as(anActor('reader', unitId));
const manage = as(anActor('administrator', unitId));

beforeAll(async () => {
  await seedHolidays(db);
});

describe('the calendar over HTTP', () => {
  test('lists years and shows one with weekdays', async () => {
    expect((await read('GET', '/api/calendar/years')).json().rows).toHaveLength(6);
    const year = (await read('GET', '/api/calendar/years/2024')).json();
    expect(year).toMatchObject({
      status: 'confirmed',
      workingDaysTotal: 251,
      workedDays: [{ day: '2024-05-04', weekday: 6, inPlaceOf: '2024-04-29' }],
    });
    expect((await read('GET', '/api/calendar/years/2050')).json()).toMatchObject({ status: 404, code: 'calendar.year_not_found' });
  });

  test('explains a due day, and refuses a year without data in Vietnamese', async () => {
    const due = (await read('GET', '/api/calendar/due?start=2022-08-30&workingDays=5')).json();
    expect(due).toMatchObject({
      due: '2022-09-08',
      skipped: [
        { day: '2022-09-01', reason: 'adjacent' },
        { day: '2022-09-02', reason: 'statutory' },
        { day: '2022-09-03', reason: 'weekend' },
        { day: '2022-09-04', reason: 'weekend' },
      ],
    });

    const refused = await read('GET', '/api/calendar/due?start=2026-12-30&workingDays=5');
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('Chưa có lịch nghỉ năm 2027')]);
    expect((await read('GET', '/api/calendar/due?start=2022-08-30&workingDays=x')).statusCode).toBe(422);
  });

  test('lets only administrators change a year, against the version they read', async () => {
    const { daysOff, workedDays, version, source, certainty } = (await manage('GET', '/api/calendar/years/2026')).json();
    const bare = daysOff.map(({ weekday: _weekday, ...one }: { weekday: number }) => one);
    const body = {
      version,
      status: 'confirmed',
      source,
      certainty,
      daysOff: bare.filter((one: { day: string }) => one.day !== '2026-11-24'),
      workedDays: workedDays.map(({ weekday: _weekday, ...one }: { weekday: number }) => one),
    };

    expect((await read('PUT', '/api/calendar/years/2026', body)).statusCode).toBe(403);
    expect((await manage('PUT', '/api/calendar/years/2026', { ...body, dryRun: true })).json()).toMatchObject({
      stored: false,
      workingDaysTotal: 250,
      diff: { removed: ['2026-11-24'], added: [], changed: [] },
    });
    expect((await manage('PUT', '/api/calendar/years/2026', body)).json()).toMatchObject({
      stored: true,
      version: version + 1,
      warnings: [],
    });
    expect((await manage('PUT', '/api/calendar/years/2026', body)).json()).toMatchObject({ status: 409, code: 'platform.stale' });
  });

  test('shows periods and hours', async () => {
    expect((await read('GET', '/api/calendar/periods?year=2022')).json().rows).toHaveLength(4);
    expect((await read('GET', '/api/calendar/working-hours')).json().rows).toHaveLength(10);
    const changed = await manage('PUT', '/api/calendar/working-hours', {
      validFrom: '2027-01-01',
      source: 'Quyết định',
      week: [{ weekday: 1, fromMinute: 480, toMinute: 960 }],
    });
    expect(changed.json().rows).toHaveLength(11);
  });
});
