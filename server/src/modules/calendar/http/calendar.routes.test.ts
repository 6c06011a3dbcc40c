// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { reachesWholeTree, withinScope } from '../../units/index.ts';
import { calendarModule } from '../module.ts';
import { seedHolidays } from '../usecases/seed-holidays.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [calendarModule({ within: withinScope, isWhole: reachesWholeTree })] });
const province = await aUnit(db, { level: 'province' });
const commune = await aUnit(db, { parentId: province.id });
const other = await aUnit(db, { parentId: province.id });
const read = as(anActor('reader', commune.id));
const manage = as(anActor('administrator', province.id));
const manageCommune = as(anActor('administrator', commune.id));

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

describe('how far a right over the calendar reaches', () => {
  const week = [{ weekday: 1, fromMinute: 450, toMinute: 690 }];
  const own = (unitId: string | null, validFrom = '2027-02-01') => ({ unitId, validFrom, source: 'Quyết định của xã', week });

  test('an administrator of a commune changes neither the year nor the general hours', async () => {
    const { version, source, certainty, status } = (await manage('GET', '/api/calendar/years/2025')).json();
    const year = await manageCommune('PUT', '/api/calendar/years/2025', {
      version,
      source,
      certainty,
      status,
      daysOff: [],
      workedDays: [],
    });
    const hours = await manageCommune('PUT', '/api/calendar/working-hours', own(null));

    expect([year, hours].map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [403, 'calendar.whole_needed'],
      [403, 'calendar.whole_needed'],
    ]);
    expect((await manageCommune('GET', '/api/calendar/gaps')).json().mayChange).toBe(false);
    expect((await manage('GET', '/api/calendar/gaps')).json().mayChange).toBe(true);
  });

  test('sets the hours of the own unit, which other units do not see, and takes them back', async () => {
    const set = await manageCommune('PUT', '/api/calendar/working-hours', own(commune.id));
    const foreign = await manageCommune('PUT', '/api/calendar/working-hours', own(other.id));

    expect(set.json().rows.filter((row: { unitId: string | null }) => row.unitId === commune.id)).toMatchObject([
      { weekday: 1, validFrom: '2027-02-01', validTo: null },
    ]);
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'calendar.unit_not_found']);
    const seenBeside = (await as(anActor('reader', other.id))('GET', '/api/calendar/working-hours')).json().rows;
    expect(seenBeside.some((row: { unitId: string | null }) => row.unitId !== null)).toBe(false);

    const back = await manageCommune('PUT', '/api/calendar/working-hours', { ...own(commune.id, '2027-06-01'), week: [] });
    expect(back.json().rows).toContainEqual(expect.objectContaining({ unitId: commune.id, validTo: '2027-05-31' }));
    const again = await manageCommune('PUT', '/api/calendar/working-hours', { ...own(commune.id, '2027-07-01'), week: [] });
    expect([again.statusCode, again.json().code]).toEqual([409, 'calendar.hours_already_general']);
    expect((await manage('PUT', '/api/calendar/working-hours', { ...own(null), week: [] })).json().code).toBe('calendar.hours_empty');
  });

  test('drafts a year after an earlier one and says what the notice must still decide', async () => {
    const { from, daysOff, owed } = (await manage('GET', '/api/calendar/years/2028/pattern')).json();

    expect(from).toBe(2026);
    expect(daysOff.map((one: { day: string; kind: string }) => [one.day, one.kind])).toEqual([
      ['2028-01-01', 'statutory'],
      ['2028-01-03', 'makeup'],
      ['2028-04-30', 'statutory'],
      ['2028-05-01', 'statutory'],
      ['2028-05-02', 'makeup'],
      ['2028-09-02', 'statutory'],
      ['2028-09-04', 'makeup'],
    ]);
    expect(new Set(owed.map((one: { kind: string }) => one.kind))).toContain('tet');
    expect((await manage('GET', '/api/calendar/years/2024/pattern')).json().code).toBe('calendar.year_exists');
    expect((await read('GET', '/api/calendar/years/2028/pattern')).statusCode).toBe(403);
  });
});
