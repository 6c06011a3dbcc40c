// SPDX-License-Identifier: Apache-2.0
// The clock against a second one that shares no code with it: days are walked one by one and office time minute by minute.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unitCalendars } from '../../../calendar/domain/unit-calendar.ts';
import { buildWorkingCalendar } from '../../../calendar/domain/working-calendar.ts';
import type { WorkingHours } from '../../../calendar/domain/working-hours.ts';
import { explainClock, readClock } from './read-clock.ts';
import type { ClockEvent, ClockRule, ClockRuleCode, TimeLimit } from './types.ts';

const seed = JSON.parse(readFileSync(new URL('../../../../../seeds/holidays.json', import.meta.url), 'utf8'));
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const [firstDay, lastDay] = [day('2021-01-01'), day('2026-12-31')];
const off = new Set<number>(seed.years.flatMap((year: { daysOff: { day: string }[] }) => year.daysOff.map((one) => day(one.day))));
const worked = new Map<number, number>(
  seed.years.flatMap((year: { workedDays: { day: string; inPlaceOf: string }[] }) =>
    year.workedDays.map((one) => [day(one.day), day(one.inPlaceOf)] as const),
  ),
);
const weekday = (number: number): number => ((number + 3) % 7) + 1;
const works = (number: number): boolean => worked.has(number) || (weekday(number) <= 5 && !off.has(number));

type Week = Readonly<Record<number, readonly (readonly [number, number])[]>>;
const usual: Week = Object.fromEntries(
  [1, 2, 3, 4, 5].map((one) => [
    one,
    [
      [450, 690],
      [810, 1_020],
    ],
  ]),
);
const short: Week = {
  1: [[480, 720]],
  2: [
    [480, 720],
    [780, 960],
  ],
  3: [[420, 700]],
  5: [[540, 1_080]],
  6: [[480, 660]],
};
const weeks = { usual, short };
const hours: WorkingHours[] = [...rows(usual, null), ...rows(short, 'short')];
function rows(week: Week, unitId: string | null): WorkingHours[] {
  return Object.entries(week).flatMap(([one, spans]) =>
    spans.map(([fromMinute, toMinute]) => ({ unitId, weekday: Number(one), fromMinute, toMinute, validFrom: '2010-01-01', validTo: null })),
  );
}
const calendarOf = unitCalendars(buildWorkingCalendar(seed.years), hours);

/** Every office minute of six years. */
function minutesOf(week: Week): Uint8Array {
  const open = new Uint8Array((lastDay - firstDay + 1) * 1_440);
  for (let one = firstDay; one <= lastDay; one += 1)
    if (works(one))
      for (const [from, to] of week[weekday(worked.get(one) ?? one)] ?? [])
        open.fill(1, (one - firstDay) * 1_440 + from, (one - firstDay) * 1_440 + to);
  return open;
}
const openMinutes = { usual: minutesOf(usual), short: minutesOf(short) };

type Switches = {
  readonly firstCounts: boolean;
  readonly lastMoves: boolean;
  readonly hoursAtMoment: boolean;
  readonly officeEnd: boolean;
  readonly transfer: 'none' | 'same_day' | 'all';
  readonly restart: boolean;
  readonly payPauses: boolean;
  readonly stopPauses: boolean;
  readonly oneExtension: boolean;
  readonly notice: number | null;
  readonly extensionSets: boolean;
};
type Happening = { readonly at: number; readonly kind: ClockEvent['kind']; readonly newDay?: number };
type Case = {
  readonly limit: TimeLimit;
  readonly week: keyof typeof weeks;
  readonly happenings: readonly Happening[];
  readonly now: number;
  readonly rules: Switches;
};
type Expected = { readonly class: string; readonly due: number | null; readonly elapsed: number; readonly left: number | null };

/** The second clock. */
function naive({ limit, week, happenings, now, rules }: Case): Expected {
  const isHours = limit.unit === 'hours';
  const open = openMinutes[week];
  const isOpen = (minute: number): boolean => open[minute - firstDay * 1_440] === 1;
  const counts = (number: number): boolean => limit.unit === 'calendar_days' || works(number);
  const nextWorking = (number: number): number => {
    let next = number + 1;
    while (!works(next)) next += 1;
    return next;
  };
  const dayOf = (minute: number): number => Math.floor(minute / 1_440);
  const endOf = (number: number): number => {
    const last = rules.lastMoves && !works(number) ? nextWorking(number) : number;
    const spans = works(last) ? (weeks[week][weekday(worked.get(last) ?? last)] ?? []) : [];
    return last * 1_440 + (rules.officeEnd ? (spans.at(-1)?.[1] ?? 1_439) : 1_439);
  };

  let [started, paused, closed] = [0, '', ''];
  // `fixed`: the day of a new appointment, until a pause makes the clock count again; `frozen`: passed while it ran.
  let [closedAt, allowed, frozen, fixed, extensions] = [0, 0, Number.NaN, Number.NaN, 0];
  // Spans of time in which the clock runs, since the limit began; the last may have no end yet.
  let running: { from: number; to: number }[] = [];

  const begin = (at: number): void => {
    allowed = isHours ? limit.amount * 60 : limit.amount;
    frozen = Number.NaN;
    fixed = Number.NaN;
    const movesAll = rules.transfer === 'all' || (rules.transfer === 'same_day' && !isHours && limit.amount === 0);
    const late = movesAll && (at % 1_440 > 900 || !works(dayOf(at)));
    const laterHours = isHours && !rules.hoursAtMoment;
    started = late || laterHours ? nextWorking(dayOf(at)) * 1_440 : at;
    running = [{ from: started, to: Number.POSITIVE_INFINITY }];
  };
  const runsAt = (minute: number): boolean => running.some((one) => one.from <= minute && minute < one.to);
  const isCountedDay = (number: number): boolean => {
    if (!counts(number) || number < dayOf(started)) return false;
    const midnight = number * 1_440;
    // A day counts when the clock was running as it began; with the other rule, when it ran at any time of it.
    const ranAtMidnight = running.some((one) => one.from < midnight && midnight <= one.to);
    return ranAtMidnight || (rules.firstCounts && running.some((one) => dayOf(one.from) === number && one.to >= one.from));
  };
  const countedThrough = (minute: number): number => {
    let count = 0;
    if (isHours) for (let one = started; one < minute; one += 1) count += runsAt(one) && isOpen(one) ? 1 : 0;
    else for (let one = dayOf(started); one <= dayOf(minute); one += 1) count += isCountedDay(one) ? 1 : 0;
    return count;
  };
  /** The due minute as things are: the clock goes on running. */
  const due = (): number => {
    if (!Number.isNaN(frozen)) return frozen;
    if (!Number.isNaN(fixed)) return fixed;
    const opened = running.at(-1)?.from ?? 0;
    let count = 0;
    if (isHours) {
      let minute = started;
      while (count < allowed) {
        count += runsAt(minute) && isOpen(minute) ? 1 : 0;
        minute += 1;
      }
      return Math.max(minute, opened);
    }
    let last = dayOf(started);
    for (let one = last; count < allowed; one += 1) {
      count += isCountedDay(one) ? 1 : 0;
      last = one;
    }
    return endOf(Math.max(last, dayOf(opened)));
  };
  const stop = (at: number): void => {
    if (at > due()) frozen = due();
    const last = running.at(-1);
    if (last) last.to = at;
  };

  const goOn = (at: number): void => {
    fixed = Number.NaN;
    running.push({ from: Math.max(at, started), to: Number.POSITIVE_INFINITY });
  };

  for (const { at, kind, newDay } of happenings.filter((one) => one.at <= now)) {
    if (closed) continue;
    const pauses: Partial<Record<string, string>> = {
      supplement_requested: 'papers',
      ...(rules.payPauses ? { obligation_requested: 'pay' } : {}),
      ...(rules.stopPauses ? { stopped: 'stop' } : {}),
    };
    const ends: Partial<Record<string, string>> = { supplemented: 'papers', obligation_met: 'pay', resumed: paused };
    if (kind === 'received' && running.length === 0) begin(at);
    else if (kind === 'withdrawn' || kind === 'rejected' || (kind === 'finished' && running.length > 0)) {
      closed = kind;
      closedAt = at;
    } else if (running.length === 0) continue;
    else if (pauses[kind]) {
      if (!paused) stop(at);
      paused = pauses[kind] ?? '';
    } else if (paused && ends[kind] === paused) {
      paused = '';
      if (kind === 'supplemented' && rules.restart) begin(at);
      else goOn(at);
    } else if (kind === 'extended' && newDay !== undefined && !paused) {
      const wanted = endOf(newDay);
      const early = rules.notice === null || dayOf(at) <= dayOf(due()) - rules.notice;
      if ((rules.oneExtension && extensions > 0) || !early || wanted <= due()) continue;
      extensions += 1;
      if (!rules.extensionSets) continue;
      allowed = countedThrough(wanted);
      frozen = Number.NaN;
      fixed = wanted;
    }
  }

  if (running.length === 0) return { class: closed ? 'closed' : 'not_started', due: null, elapsed: 0, left: null };
  const at = closed ? closedAt : now;
  const elapsed = countedThrough(at);
  const left = (until: number): number => {
    let count = 0;
    const [low, high] = [Math.min(at, until), Math.max(at, until)];
    if (isHours) for (let one = low; one < high; one += 1) count += isOpen(one) ? 1 : 0;
    else for (let one = dayOf(low) + 1; one <= dayOf(high); one += 1) count += counts(one) ? 1 : 0;
    return until < at ? -count : count;
  };
  const awaitsPapers = paused === 'papers' && rules.restart;
  if (paused && !closed) return { class: 'paused', due: Number.isNaN(frozen) || awaitsPapers ? null : frozen, elapsed, left: null };
  if (closed === 'withdrawn' || closed === 'rejected') return { class: 'closed', due: Number.NaN, elapsed, left: null };
  if (awaitsPapers) begin(at);
  else if (paused) goOn(at);
  const until = due();
  const isLate = at > until;
  const word = closed ? (isLate ? 'late' : dayOf(at) < dayOf(until) ? 'early' : 'on_time') : isLate ? 'overdue' : 'in_time';
  return { class: word, due: until, elapsed, left: paused ? null : left(until) };
}

/** Random numbers that come again with the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const eventKinds: ClockEvent['kind'][] = [
  ...(['supplement_requested', 'supplemented', 'supplemented', 'obligation_requested', 'obligation_met'] as const),
  ...(['stopped', 'resumed', 'resumed', 'extended', 'extended', 'finished', 'received', 'withdrawn', 'rejected'] as const),
];

function aCase(random: () => number, inHours: boolean): Case {
  const below = (count: number): number => Math.floor(random() * count);
  const isTrue = (share: number): boolean => random() < share;
  const unit = inHours ? 'hours' : isTrue(0.8) ? 'working_days' : 'calendar_days';
  const limit = { amount: inHours ? below(40) : isTrue(0.1) ? 0 : below(30), unit } as const;
  let at = (firstDay + 4 + below(1_700)) * 1_440 + (isTrue(0.1) ? below(3) * 719 : below(1_440));
  const happenings: Happening[] = [{ at, kind: 'received' }];
  for (let left = below(7); left > 0; left -= 1) {
    const quick = isTrue(0.4) ? 30 : 600;
    at += inHours ? below(isTrue(0.3) ? quick : 3_000) : isTrue(0.3) ? below(quick) : below(9) * 1_440 + below(1_440);
    // The edges of days, offices and handing over, and the whole hours at which limits in hours end.
    const edge = inHours ? at - (at % 60) + 60 : at - (at % 1_440) + ([0, 900, 901, 1_020, 1_439][below(5)] ?? 0);
    if (isTrue(0.15) && edge >= at) at = edge;
    const kind = eventKinds[below(eventKinds.length)] ?? 'finished';
    happenings.push(kind === 'extended' ? { at, kind, newDay: Math.floor(at / 1_440) + below(inHours ? 12 : 50) } : { at, kind });
  }
  const now = at + (isTrue(0.2) ? 0 : below(inHours ? 9_000 : 60_000));
  const rules: Switches = {
    firstCounts: isTrue(0.2),
    lastMoves: isTrue(0.85),
    hoursAtMoment: isTrue(0.85),
    officeEnd: isTrue(0.3),
    transfer: isTrue(0.5) ? 'same_day' : isTrue(0.5) ? 'all' : 'none',
    restart: isTrue(0.75),
    payPauses: isTrue(0.85),
    stopPauses: isTrue(0.85),
    oneExtension: isTrue(0.8),
    notice: isTrue(0.7) ? below(3) : null,
    extensionSets: isTrue(0.8),
  };
  return { limit, week: isTrue(0.4) ? 'short' : 'usual', happenings, now, rules };
}

function rulesOf(rules: Switches): ClockRule[] {
  const on: [ClockRuleCode, ClockRule['value'], boolean][] = [
    ['first_day_not_counted', true, !rules.firstCounts],
    ['last_day_off_moves', true, rules.lastMoves],
    ['hours_start_at_moment', true, rules.hoursAtMoment],
    ['day_limit_ends_at', rules.officeEnd ? 'end_of_office_hours' : 'end_of_day', true],
    ['transfer_after_15h', 900, rules.transfer !== 'none'],
    ['transfer_moves', rules.transfer, rules.transfer !== 'none'],
    ['supplement_restarts_from_zero', true, rules.restart],
    ['obligation_pauses', true, rules.payPauses],
    ['stop_pauses', true, rules.stopPauses],
    ['one_extension', true, rules.oneExtension],
    ['extension_notice_before_due', rules.notice ?? 0, rules.notice !== null],
    ['extension_sets_due', true, rules.extensionSets],
  ];
  return on.map(([code, value, enabled]) => ({
    code,
    value,
    enabled,
    validFrom: '2017-01-01',
    validTo: null,
    citation: 'Quy tắc thử',
    mark: null,
  }));
}

const instant = (minute: number): Date => new Date((minute - 420) * 60_000);
const dayText = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const minuteOf = (moment: { day: string; minute: number } | null): number | null => moment && day(moment.day) * 1_440 + moment.minute;

function inputOf({ limit, week, happenings, rules }: Case) {
  const events = happenings.map(
    ({ at, kind, newDay }): ClockEvent =>
      kind === 'extended' ? { kind, at: instant(at), newDue: { day: dayText(newDay ?? 0) }, reason: 'Thử' } : { kind, at: instant(at) },
  );
  return { events, limit, calendar: calendarOf(week === 'short' ? 'short' : null), rules: rulesOf(rules) };
}

function difference(one: Case): string | null {
  const expected = naive(one);
  const reading = readClock(inputOf(one), instant(one.now));
  const due = minuteOf(reading.due);
  const units = (span: { days: number; minutes: number } | null): number | null =>
    span && (one.limit.unit === 'hours' ? span.minutes : span.days);
  const isSame =
    reading.class === expected.class &&
    (Number.isNaN(expected.due) || due === expected.due) &&
    units(reading.elapsed) === expected.elapsed &&
    (expected.left === null || units(reading.remaining) === expected.left);
  return isSame ? null : JSON.stringify({ one, expected, reading, due });
}

describe('the clock and the day-by-day clock', () => {
  test.each([
    ['limits in days', false, 90_000, 20_220_914],
    ['limits in hours, minute by minute', true, 10_000, 20_221_004],
  ])(
    'agree on %s, with pauses, restarts and new appointments',
    (_, inHours, cases, start) => {
      const random = randomFrom(start);
      const seen = new Map<string, number>();
      for (let index = 0; index < cases; index += 1) {
        const one = aCase(random, inHours);
        const differs = difference(one);
        if (differs) throw new Error(`case ${index} of seed ${start}: ${differs}`);
        const { class: word } = naive(one);
        seen.set(word, (seen.get(word) ?? 0) + 1);
      }

      // Every class of standing must have been met often, else the cases prove less than they seem to.
      for (const word of ['early', 'on_time', 'late', 'in_time', 'overdue', 'paused', 'closed'])
        expect([word, (seen.get(word) ?? 0) > cases / 500]).toEqual([word, true]);
    },
    300_000,
  );

  test('the proof ends with the due minute that is read', () => {
    const random = randomFrom(7);
    for (let index = 0; index < 2_000; index += 1) {
      const one = aCase(random, index % 4 === 0);
      const reading = explainClock(inputOf(one), instant(one.now));
      const last = reading.steps.filter(({ kind }) => kind === 'due').at(-1);
      if (reading.class === 'in_time' || reading.class === 'overdue') expect(last?.from).toEqual(reading.due);
      for (const { text } of reading.steps) {
        expect(text.vi).not.toMatch(/undefined|NaN|null|\[object/);
        expect(text.en).not.toMatch(/undefined|NaN|null|\[object/);
      }
    }
  });
});
