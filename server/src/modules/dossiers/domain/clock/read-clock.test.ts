// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { unitCalendars } from '../../../calendar/domain/unit-calendar.ts';
import { buildWorkingCalendar } from '../../../calendar/domain/working-calendar.ts';
import { explainClock, readClock } from './read-clock.ts';
import { ruleNames } from './rule-names.ts';
import { rulesOn } from './rules.ts';
import { reportColumnOf, timelinessOf } from './timeliness.ts';
import { type ClockEvent, type ClockEventKind, type ClockRule, type ClockRuleCode, clockRuleCodes, type TimeLimit } from './types.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const rules: ClockRule[] = read('../../../../../seeds/dossier-clock-rules.json').rules;
const hours = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [
    [450, 690],
    [810, 1_020],
  ].map(([fromMinute = 0, toMinute = 0]) => ({ unitId: null, weekday, fromMinute, toMinute, validFrom: '2010-01-01', validTo: null })),
);
const { years } = read('../../../../../seeds/holidays.json');
const calendar = unitCalendars(buildWorkingCalendar(years), hours)(null);

const vi = (moment: string): Date => new Date(`${moment}+07:00`);
const event = (kind: Exclude<ClockEventKind, 'extended'>, moment: string): ClockEvent => ({ kind, at: vi(moment) });
const extended = (moment: string, day: string): ClockEvent => ({ kind: 'extended', at: vi(moment), newDue: { day }, reason: 'Chờ ý kiến' });
const days = (amount: number): TimeLimit => ({ amount, unit: 'working_days' });
const with_ = (changes: Partial<Record<ClockRuleCode, Partial<ClockRule>>>): ClockRule[] =>
  rules.map((rule) => ({ ...rule, ...changes[rule.code] }));
const stand = (limit: TimeLimit, events: readonly ClockEvent[], moment: string, own = rules) =>
  readClock({ events, limit, calendar, rules: own }, vi(moment));
const due = (limit: TimeLimit, received: string, own = rules) => {
  const found = stand(limit, [event('received', received)], received, own).due;
  return found && `${found.day} ${Math.floor(found.minute / 60)}:${String(found.minute % 60).padStart(2, '0')}`;
};

describe('due moments', () => {
  test.each([
    ['2022-04-08', 3, '2022-04-14'],
    ['2022-04-28', 2, '2022-05-04'],
    ['2022-01-28', 1, '2022-02-07'],
    ['2022-08-30', 5, '2022-09-08'],
    ['2024-04-26', 4, '2024-05-06'],
    ['2025-04-25', 3, '2025-04-29'],
    ['2025-04-29', 2, '2025-05-06'],
    ['2026-01-08', 2, '2026-01-10'],
    ['2026-08-20', 7, '2026-08-28'],
    ['2023-01-18', 10, '2023-02-08'],
  ])('received on %s, %i working days end on %s, whenever on that day it came', (start, amount, end) => {
    for (const clock of ['00:00', '09:00', '15:00', '16:59', '23:59']) expect(due(days(amount), `${start}T${clock}`)).toBe(`${end} 23:59`);
  });

  const given = new URL('../../../../../../../shared/reference/holidays.json', import.meta.url);
  test.skipIf(!existsSync(given))('every vector of the given holiday table (skipped where ../shared is absent)', () => {
    const { vectors } = JSON.parse(readFileSync(given, 'utf8')).test_vectors;
    expect(vectors.length).toBeGreaterThanOrEqual(10);
    for (const vector of vectors) expect(due(days(vector.working_days), `${vector.start}T08:30`)).toBe(`${vector.due} 23:59`);
  });

  test('a dossier of the same day ends that day until 15:00, afterwards on the next working day', () => {
    expect(due(days(0), '2022-09-14T15:00')).toBe('2022-09-14 23:59');
    expect(due(days(0), '2022-09-14T15:01')).toBe('2022-09-15 23:59');
    expect(due(days(0), '2022-08-31T15:01')).toBe('2022-09-05 23:59');
    expect(due(days(0), '2022-09-04T10:00')).toBe('2022-09-05 23:59');
  });

  test('a province may let a receipt after 15:00 move every limit, and then no later receipt is served earlier', () => {
    const all = with_({ transfer_moves: { value: 'all' } });

    expect(due(days(3), '2022-09-14T15:00', all)).toBe('2022-09-19 23:59');
    expect(due(days(3), '2022-09-14T15:01', all)).toBe('2022-09-20 23:59');
    expect(due(days(1), '2022-09-16T16:00', all)).toBe(due(days(1), '2022-09-18T10:00', all));
    expect(due({ amount: 4, unit: 'hours' }, '2022-09-14T16:00', all)).toBe('2022-09-15 11:30');
  });

  test('hours run from the moment, over lunch and nights; half a day is four hours', () => {
    expect(due({ amount: 4, unit: 'hours' }, '2022-09-14T15:30')).toBe('2022-09-15 10:00');
    expect(due({ amount: 2, unit: 'hours' }, '2022-08-31T16:00')).toBe('2022-09-05 8:30');
    expect(due(days(0.5), '2022-09-14T08:00')).toBe('2022-09-14 14:00');
    expect(due(days(0.5), '2022-09-14T08:00', with_({ day_is_8_hours: { enabled: false } }))).toBe('2022-09-15 23:59');
    expect(due({ amount: 2, unit: 'hours' }, '2022-09-14T08:00', with_({ hours_start_at_moment: { enabled: false } }))).toBe(
      '2022-09-15 9:30',
    );
  });

  test('calendar days count every day, and a last day off gives way to the next working day', () => {
    expect(due({ amount: 10, unit: 'calendar_days' }, '2022-08-24T09:00')).toBe('2022-09-05 23:59');
    expect(due({ amount: 10, unit: 'calendar_days' }, '2022-08-24T09:00', with_({ last_day_off_moves: { enabled: false } }))).toBe(
      '2022-09-03 23:59',
    );
  });

  test('a province may end the last day with the office and count the first day', () => {
    expect(due(days(1), '2022-09-14T09:00', with_({ day_limit_ends_at: { value: 'end_of_office_hours' } }))).toBe('2022-09-15 17:00');
    expect(due(days(1), '2022-09-14T09:00', with_({ first_day_not_counted: { enabled: false } }))).toBe('2022-09-14 23:59');
  });

  test('a dossier keeps the rules of its own day', () => {
    const later = rules.map((rule) => (rule.code === 'transfer_moves' && rule.validTo === null ? { ...rule, value: 'all' } : rule));

    expect(due(days(3), '2025-06-30T16:00', later)).toBe('2025-07-03 23:59');
    expect(due(days(3), '2025-07-01T16:00', later)).toBe('2025-07-07 23:59');
    expect(rulesOn(later, '2025-06-30').get('transfer_moves')?.citation).toContain('61/2018');
  });
});

describe('standing', () => {
  const received = event('received', '2022-09-05T09:00');

  test('early on an earlier day, on time up to the last minute of the due day, late after it', () => {
    const finished = (moment: string) => stand(days(3), [received, event('finished', moment)], '2022-12-01T00:00').class;

    expect([
      finished('2022-09-07T23:59'),
      finished('2022-09-08T00:00'),
      finished('2022-09-08T23:59'),
      finished('2022-09-09T00:00'),
    ]).toEqual(['early', 'on_time', 'on_time', 'late']);
  });

  test('open: in time until the due minute is over, then overdue, with days left and over', () => {
    expect(stand(days(3), [received], '2022-09-08T23:59')).toMatchObject({
      class: 'in_time',
      remaining: { days: 0 },
      elapsed: { days: 3 },
    });
    expect(stand(days(3), [received], '2022-09-09T00:00')).toMatchObject({ class: 'overdue', remaining: { days: -1 }, pastDue: true });
    expect(stand(days(3), [received], '2022-09-05T10:00')).toMatchObject({
      remaining: { days: 3, minutes: 1_650 },
      elapsed: { minutes: 60 },
    });
  });

  test('waiting for papers is never overdue, however long', () => {
    const asked = [received, event('supplement_requested', '2022-09-06T10:00')];

    const reading = stand(days(3), asked, '2023-06-01T10:00');
    expect(reading).toMatchObject({ class: 'paused', pausedFor: 'supplement', due: null, pastDue: false });
    expect(reportColumnOf(reading)).toBe('in_time');
  });

  test('with full papers the limit begins again from zero; where the rule is off it goes on', () => {
    const events = [received, event('supplement_requested', '2022-09-07T10:00'), event('supplemented', '2022-09-14T10:00')];
    const off = with_({ supplement_restarts_from_zero: { enabled: false } });

    expect(stand(days(5), events, '2022-09-14T11:00')).toMatchObject({ due: { day: '2022-09-21' }, restarts: 1, elapsed: { days: 0 } });
    expect(stand(days(5), events, '2022-09-14T11:00', off)).toMatchObject({
      due: { day: '2022-09-19' },
      restarts: 0,
      elapsed: { days: 2 },
    });
  });

  test('the time of payment is not counted; one that was overdue before stays overdue in the report', () => {
    const paid = [received, event('obligation_requested', '2022-09-06T10:00'), event('obligation_met', '2022-09-09T10:00')];
    const late = stand(days(3), [received, event('obligation_requested', '2022-09-12T10:00')], '2022-10-12T10:00');

    expect(stand(days(3), paid, '2022-09-09T11:00')).toMatchObject({ due: { day: '2022-09-13' }, paused: { days: 3 } });
    expect(late).toMatchObject({ class: 'paused', due: { day: '2022-09-08' }, pastDue: true, remaining: { days: -2 } });
    expect(reportColumnOf(late)).toBe('overdue');
  });

  test('a pause shows when the dossier would be due if it went on now', () => {
    const reading = stand(days(3), [received, event('stopped', '2022-09-06T10:00')], '2022-09-14T10:00');

    expect(reading).toMatchObject({
      due: null,
      dueIfResumed: { day: '2022-09-16', minute: 1_439 },
      paused: { days: 6 },
      remaining: { days: 2 },
    });
  });

  test('one new appointment, told a day ahead at least, decides what is on time', () => {
    const once = [received, extended('2022-09-07T09:00', '2022-09-17'), event('finished', '2022-09-19T09:00')];
    const twice = [received, extended('2022-09-07T09:00', '2022-09-17'), extended('2022-09-12T09:00', '2022-09-30')];

    expect(stand(days(3), once, '2022-10-01T00:00')).toMatchObject({
      class: 'on_time',
      due: { day: '2022-09-19' },
      promised: '2022-09-19',
    });
    expect(stand(days(3), twice, '2022-09-21T00:00')).toMatchObject({ class: 'overdue', ignored: [{ reason: 'second_extension' }] });
    expect(stand(days(3), [received, extended('2022-09-08T09:00', '2022-09-17')], '2022-09-09T09:00')).toMatchObject({
      class: 'overdue',
      ignored: [{ reason: 'notice_too_late' }],
    });
    expect(stand(days(3), once, '2022-10-01T00:00', with_({ extension_sets_due: { enabled: false } }))).toMatchObject({
      class: 'late',
      due: { day: '2022-09-08' },
      promised: '2022-09-19',
    });
  });

  test('refused and withdrawn dossiers are closed without a result; a refusal after the due day is told', () => {
    expect(stand(days(3), [received, event('withdrawn', '2022-09-06T09:00')], '2022-10-01T00:00')).toMatchObject({ class: 'closed' });
    expect(stand(days(3), [received, event('rejected', '2022-09-12T09:00')], '2022-10-01T00:00').warnings).toMatchObject([
      { code: 'refused_after_due' },
    ]);
    expect(stand(days(3), [event('submitted', '2022-09-05T09:00')], '2022-10-01T00:00')).toMatchObject({ class: 'not_started', due: null });
    expect([timelinessOf('early'), timelinessOf('closed'), timelinessOf('paused')]).toEqual([1, 4, null]);
  });

  test('papers asked for too late, too often or when it is overdue already are told', () => {
    const again = [1, 2, 3].flatMap((week) => [
      event('supplement_requested', `2022-09-${String(5 + week * 7).padStart(2, '0')}T10:00`),
      event('supplemented', `2022-09-${String(6 + week * 7).padStart(2, '0')}T10:00`),
    ]);
    const { warnings } = stand(days(3), [received, ...again], '2022-10-10T10:00');

    expect(warnings.map(({ code }) => code)).toEqual([
      'supplement_after_term',
      'supplement_after_due',
      'supplement_after_term',
      'supplement_after_due',
      'supplement_after_term',
      'too_many_supplements',
      'supplement_after_due',
    ]);
  });

  test('any moment of the past can be asked for: later events are not looked at', () => {
    const events = [received, event('finished', '2022-09-07T10:00'), event('returned', '2022-09-12T10:00')];

    expect(stand(days(3), events, '2022-09-06T10:00').class).toBe('in_time');
    expect(stand(days(3), events.toReversed(), '2022-09-13T10:00')).toMatchObject({ class: 'early', ignored: [] });
  });

  test('a due day in a year without a calendar is said to be unknown, and nobody guesses', () => {
    const late = [event('received', '2026-12-29T09:00')];

    expect(stand(days(10), late, '2026-12-30T09:00')).toMatchObject({
      class: 'in_time',
      due: null,
      unknownBecause: { code: 'calendar.year_missing', params: { year: 2_027 } },
    });
    expect(() => stand(days(10), late, '2027-01-05T09:00')).toThrow(AppError);
    expect(stand(days(1), late, '2027-01-05T09:00')).toMatchObject({ class: 'overdue', elapsed: null, due: { day: '2026-12-30' } });
  });
});

describe('the deadline proof', () => {
  test('tells every step with its days and its rule, in Vietnamese and English', () => {
    const { steps } = explainClock(
      { events: [event('received', '2022-08-30T15:30')], limit: days(5), calendar, rules },
      vi('2022-09-05T09:00'),
    );

    expect(steps.map(({ kind, rule, text }) => [kind, rule?.citation ?? null, text.vi])).toEqual([
      ['received', null, 'Tiếp nhận lúc 15:30 ngày 30/8/2022, thời hạn 5 ngày làm việc.'],
      ['first_day', 'Bộ luật Dân sự 2015, Điều 147 khoản 2', 'Ngày 30/8/2022 không tính; tính từ 31/8/2022.'],
      [
        'counted',
        null,
        'Tính 5 ngày làm việc từ 31/8/2022 đến 08/9/2022; không tính 01/9/2022 (Quốc khánh - ngày liền kề), 02/9/2022 (Quốc khánh 2/9), 03/9/2022–04/9/2022 (cuối tuần).',
      ],
      ['due', 'Bộ luật Dân sự 2015, Điều 148 khoản 6', 'Hạn trả kết quả: hết ngày 08/9/2022.'],
      ['standing', null, 'Đến 09:00 ngày 05/9/2022: trong hạn, còn 3 ngày.'],
    ]);
    expect(steps.at(-2)?.text.en).toBe('Due: the end of 08/9/2022.');
  });

  test('a worked Saturday is named as counted', () => {
    const { steps } = explainClock(
      { events: [event('received', '2024-04-26T09:00')], limit: days(4), calendar, rules },
      vi('2024-05-06T09:00'),
    );

    expect(steps.find(({ kind }) => kind === 'counted')?.text.vi).toContain('tính cả 04/5/2024 (làm bù cho ngày 29/4/2024)');
  });

  test('a rule that rests on background knowledge bears its mark', () => {
    const events = [event('received', '2022-09-05T09:00'), event('obligation_requested', '2022-09-06T09:00')];
    const { steps } = explainClock({ events, limit: days(5), calendar, rules }, vi('2022-09-07T09:00'));

    expect(steps.find(({ kind }) => kind === 'paused')?.rule).toMatchObject({ code: 'obligation_pauses', mark: 'background' });
  });
});

test('the rules that are delivered name every code, hold one value at a time and cite where they stand', () => {
  expect([...new Set(rules.map(({ code }) => code))].sort()).toEqual([...clockRuleCodes].sort());
  for (const day of ['2018-07-01', '2022-09-14', '2025-06-30', '2025-07-01', '2026-11-22'])
    for (const code of clockRuleCodes)
      expect([code, rules.filter((rule) => rule.code === code && rule.validFrom <= day && (rule.validTo ?? '9999') >= day).length]).toEqual(
        [code, 1],
      );
  for (const rule of rules) {
    expect(rule.citation.length).toBeGreaterThan(10);
    const allowed = ruleNames[rule.code].values;
    if (Array.isArray(allowed)) expect(allowed).toContain(rule.value);
    else expect(typeof rule.value).toBe(allowed === 'number' ? 'number' : 'boolean');
  }
});
