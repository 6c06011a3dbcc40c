// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { HoursRow } from '../calendar.api.ts';
import { countedMinutes, minuteOf, spansOf, versionsOf, weekLines, weekOf, wrongHalves } from './hours-draft.ts';

const span = (weekday: number, fromMinute: number, toMinute: number, more: Partial<HoursRow> = {}): HoursRow => ({
  weekday,
  fromMinute,
  toMinute,
  unitId: null,
  validFrom: '2010-01-01',
  validTo: null,
  mark: null,
  source: 'x',
  ...more,
});
const office = [1, 2, 3, 4, 5].flatMap((weekday) => [span(weekday, 450, 690), span(weekday, 810, 1020)]);

test('a week comes back from the form as it went in', () => {
  const sent = spansOf(weekOf([...office, span(6, 450, 690)]));

  expect(sent).toHaveLength(11);
  expect(sent).toContainEqual({ weekday: 6, fromMinute: 450, toMinute: 690 });
  expect(countedMinutes(sent)).toBe(5 * 450);
});

test('a half without its end, one that ends before it begins and an afternoon inside the morning are told', () => {
  const [monday, ...rest] = weekOf(office);
  const wrong = (change: object) => wrongHalves([{ ...monday, ...change } as never, ...rest]).map((one) => one.half);

  expect(wrong({ morning: { from: '07:30', to: '' } })).toEqual(['morning']);
  expect(wrong({ afternoon: { from: '17:00', to: '13:30' } })).toEqual(['afternoon']);
  expect(wrong({ afternoon: { from: '11:00', to: '17:00' } })).toEqual(['afternoon']);
  expect(wrong({ morning: { from: '', to: '' } })).toEqual([]);
  expect([minuteOf('24:00'), minuteOf('07:60'), minuteOf('x')]).toEqual([1440, null, null]);
});

test('equal days are told together, general weeks before those of units, latest first', () => {
  expect(weekLines(office)).toEqual([
    { days: [1, 2, 3, 4, 5], hours: '07:30–11:30, 13:30–17:00' },
    { days: [6, 7], hours: '' },
  ]);
  const own = span(1, 480, 700, { unitId: 'u', validFrom: '2027-01-01' });
  expect(versionsOf([...office, own, span(1, 480, 700, { validFrom: '2026-01-01' })]).map((one) => [one.unitId, one.validFrom])).toEqual([
    [null, '2026-01-01'],
    [null, '2010-01-01'],
    ['u', '2027-01-01'],
  ]);
});
