// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { dayNumber, dayOf } from '#kernel/dates';
import type { UnitCalendar } from '#modules/calendar';
import { type Counter, counterOf, type Due, dayAt, effectiveStart, endOfLimitDay, minutesPerDay } from './counter.ts';
import type { ClockState, ClosingEvent, Fact } from './facts.ts';
import { minuteOf } from './moments.ts';
import { type CountingRules, countingRulesOf, numberOf, type RulesInForce, rulesOn } from './rules.ts';
import type { ClockEvent, ClockInput, ClockWarning, IgnoredEvent, PauseReason } from './types.ts';

/** The rules of a dossier and the way its limit is counted. */
export type Terms = {
  readonly calendar: UnitCalendar;
  readonly rules: RulesInForce;
  readonly counting: CountingRules;
  readonly counter: Counter;
};

/** The terms under which a dossier received at a minute is counted. */
export function termsAt(input: Pick<ClockInput, 'rules' | 'limit' | 'calendar'>, receivedAt: number): Terms {
  const rules = rulesOn(input.rules, dayOf(dayAt(receivedAt)));
  const counting = countingRulesOf(rules);
  return { calendar: input.calendar, rules, counting, counter: counterOf(input.limit, counting, input.calendar) };
}

/**
 * Follows the events up to a minute, in order of time. Events that cannot be (a second receipt, a resumption without a
 * pause) are passed over and noted, because histories come from other systems.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft` where an event lies in a year without a calendar
 */
export function runClock(input: ClockInput, until: number): { state: ClockState; terms: Terms } {
  const events = input.events
    .map((event) => ({ event, at: minuteOf(event.at) }))
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.event.at.getTime() - b.event.at.getTime());
  const receipt = events.find(({ event }) => event.kind === 'received');
  const terms = termsAt(input, receipt?.at ?? until);
  let state: ClockState = { ...notStarted, allowed: terms.counter.limit, facts: [] };
  for (const { event, at } of events) state = follow(state, terms, event, at);
  return { state, terms };
}

const notStarted: Omit<ClockState, 'allowed' | 'facts'> = {
  phase: 'not_started',
  startedAt: 0,
  openedAt: 0,
  position: 0,
  minutesFrom: 0,
  units: 0,
  minutes: 0,
  due: null,
  unknownBecause: null,
  pastDue: false,
  pausedFor: null,
  pausedAt: 0,
  pausedUnits: 0,
  pausedMinutes: 0,
  restarts: 0,
  supplements: 0,
  extensions: 0,
  promised: null,
  closedBy: null,
  closedAt: 0,
};

function follow(state: ClockState, terms: Terms, event: ClockEvent, at: number): ClockState {
  if (state.phase === 'closed')
    return event.kind === 'returned' && state.closedBy === 'finished' ? state : ignore(state, event, at, 'already_closed');
  switch (event.kind) {
    case 'submitted':
      return noted(state, { kind: 'submitted', at });
    case 'received':
      if (state.phase !== 'not_started') return ignore(state, event, at, 'already_received');
      return start(noted(state, { kind: 'received', at }), terms, at);
    case 'supplement_requested':
      return pause(askForPapers(state, terms, at), terms, event, at, 'supplement');
    case 'obligation_requested':
      return terms.rules.has('obligation_pauses') ? pause(state, terms, event, at, 'obligation') : state;
    case 'stopped':
      return terms.rules.has('stop_pauses') ? pause(state, terms, event, at, 'stopped') : state;
    case 'supplemented':
      return goOn(state, terms, event, at, 'supplement');
    case 'obligation_met':
      return terms.rules.has('obligation_pauses') ? goOn(state, terms, event, at, 'obligation') : state;
    case 'resumed':
      return terms.rules.has('stop_pauses') || state.phase === 'paused' ? goOn(state, terms, event, at, null) : state;
    case 'extended':
      return extend(state, terms, event, at);
    case 'finished':
    case 'returned':
      return state.phase === 'not_started' ? ignore(state, event, at, 'before_receipt') : close(state, terms, event.kind, at);
    case 'rejected':
    case 'withdrawn':
      return close(state, terms, event.kind, at);
  }
}

// The list belongs to one run of the clock and only grows, so it is not copied with every fact.
function noted(state: ClockState, fact: Fact): ClockState {
  state.facts.push(fact);
  return state;
}

function ignore(state: ClockState, event: ClockEvent, at: number, reason: IgnoredEvent['reason']): ClockState {
  return noted(state, { kind: 'ignored', at, event: event.kind, reason });
}

function warn(state: ClockState, at: number, code: ClockWarning['code']): ClockState {
  return noted(state, { kind: 'warning', at, code });
}

/** The limit begins, or begins again from zero. */
function start(before: ClockState, terms: Terms, at: number): ClockState {
  const { counter, counting, calendar } = terms;
  const opened = effectiveStart(counter, counting, calendar, at);
  const state = opened === at ? before : noted(before, { kind: 'start_moved', at, to: opened });
  const fresh = { ...state, startedAt: opened, units: 0, minutes: 0, allowed: counter.limit, pastDue: false, position: 0, minutesFrom: 0 };
  return open(fresh, terms, opened, false);
}

/** The clock runs from a minute on; nothing that is settled is counted twice. */
function open(state: ClockState, { counter }: Terms, at: number, again: boolean): ClockState {
  const position = Math.max(state.position, counter.startAt(at));
  const openedAt = Math.max(at, state.startedAt);
  const running = { ...state, phase: 'running', openedAt, position, minutesFrom: openedAt, pausedFor: null } as const;
  const opened = noted(running, { kind: 'opened', at: openedAt, position, again });
  if (state.pastDue) return opened;
  const units = state.allowed - state.units;
  const found = project(() => counter.dueFrom(position, units, openedAt));
  const known = { ...opened, ...found };
  return found.due === null ? known : noted(known, { kind: 'projected', position, units, due: found.due });
}

/** A due minute in a year without a calendar is not known yet; that is no reason to stop reading. */
export function project(due: () => Due): Pick<ClockState, 'due' | 'unknownBecause'> {
  try {
    return { due: due(), unknownBecause: null };
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('calendar.year_'))
      return { due: null, unknownBecause: { code: error.code, params: error.params } };
    throw error;
  }
}

/** Counts what has run up to a minute. */
function settle(state: ClockState, { counter, calendar }: Terms, at: number): ClockState {
  const units = counter.countThrough(state.position, at);
  const minutes = at <= state.minutesFrom ? 0 : calendar.openMinutesBetween(state.minutesFrom, at);
  const settled = {
    ...state,
    units: state.units + units,
    minutes: state.minutes + minutes,
    position: Math.max(state.position, counter.nextAfter(at)),
    minutesFrom: Math.max(state.minutesFrom, at),
    pastDue: state.pastDue || (state.due !== null && at > state.due.minute),
  };
  return noted(settled, { kind: 'counted', position: state.position, to: at, units, minutes });
}

/** Duties of the agency that asks for papers: within three working days of receipt, not after the due minute, twice at most. */
function askForPapers(before: ClockState, terms: Terms, at: number): ClockState {
  if (before.phase !== 'running') return before;
  let state: ClockState = { ...before, supplements: before.supplements + 1 };
  const within = numberOf(terms.rules, 'supplement_request_within');
  const most = numberOf(terms.rules, 'supplements_at_most');
  if (
    within !== undefined &&
    dayAt(at) > dayAt(state.startedAt) &&
    terms.calendar.workingDaysBetween(dayAt(state.startedAt), dayAt(at)) > within
  )
    state = warn(state, at, 'supplement_after_term');
  if (most !== undefined && state.supplements > most) state = warn(state, at, 'too_many_supplements');
  return state.due !== null && at > state.due.minute ? warn(state, at, 'supplement_after_due') : state;
}

function pause(state: ClockState, terms: Terms, event: ClockEvent, at: number, reason: PauseReason): ClockState {
  if (state.phase === 'not_started') return state;
  if (state.pausedFor === reason) return ignore(state, event, at, 'not_running');
  if (state.phase === 'paused') return noted({ ...state, pausedFor: reason }, { kind: 'paused', at, reason });
  return noted({ ...settle(state, terms, at), phase: 'paused', pausedFor: reason, pausedAt: at }, { kind: 'paused', at, reason });
}

/** A pause ends by what it waited for; a plain resumption ends any. Full papers let the limit begin again from zero. */
function goOn(before: ClockState, terms: Terms, event: ClockEvent, at: number, awaited: PauseReason | null): ClockState {
  if (before.phase === 'not_started') return before;
  const reason = before.pausedFor;
  if (reason === null || (awaited !== null && awaited !== reason)) return ignore(before, event, at, 'not_paused_so');
  const restarts = event.kind === 'supplemented' && terms.rules.has('supplement_restarts_from_zero');
  const { units, minutes } = pausedUntil(before, terms, at);
  const state = noted(
    { ...before, pausedUnits: before.pausedUnits + units, pausedMinutes: before.pausedMinutes + minutes },
    { kind: 'went_on', from: before.pausedAt, at, reason, units, minutes, restarts },
  );
  return restarts ? start({ ...state, restarts: state.restarts + 1 }, terms, at) : open(state, terms, at, true);
}

/** What the pause that is on has kept from counting. */
export function pausedUntil(state: ClockState, { counter, calendar }: Terms, at: number): { units: number; minutes: number } {
  return {
    units: counter.countBetween(state.position, counter.startAt(at)),
    minutes: at <= state.pausedAt ? 0 : calendar.openMinutesBetween(state.pausedAt, at),
  };
}

/** A new appointment: told once, in time, and later than the one before (Decree 61/2018/NĐ-CP, art. 19(9)). */
function extend(state: ClockState, terms: Terms, event: Extract<ClockEvent, { kind: 'extended' }>, at: number): ClockState {
  if (state.phase === 'not_started') return ignore(state, event, at, 'before_receipt');
  if (state.phase === 'paused') return ignore(state, event, at, 'not_running');
  if (terms.rules.has('one_extension') && state.extensions > 0) return ignore(state, event, at, 'second_extension');
  const notice = numberOf(terms.rules, 'extension_notice_before_due');
  if (notice !== undefined && state.due !== null && dayAt(at) > dayAt(state.due.minute) - notice)
    return ignore(state, event, at, 'notice_too_late');
  const { due, unknownBecause } = project(() => newDueOf(event, terms));
  const promised = due === null ? dayNumber(event.newDue.day) : dayAt(due.minute);
  // A day of a year without a calendar has no due minute; that it is not later can be said all the same.
  if (state.due !== null && (due === null ? promised <= dayAt(state.due.minute) : due.minute <= state.due.minute))
    return ignore(state, event, at, 'not_later');
  const moves = terms.rules.has('extension_sets_due');
  const told = noted(
    { ...state, extensions: state.extensions + 1, promised },
    { kind: 'extended', at, promised, due, reason: event.reason, moves },
  );
  if (!moves) return told;
  // Without a calendar for the new day nobody can say how many units it allows: the due minute stays unknown.
  const allowed = due === null ? Number.POSITIVE_INFINITY : state.units + terms.counter.countThrough(state.position, due.minute);
  return { ...told, due, unknownBecause, allowed, pastDue: false };
}

function newDueOf({ newDue }: Extract<ClockEvent, { kind: 'extended' }>, { counter, counting, calendar }: Terms): Due {
  const day = dayNumber(newDue.day);
  const minute = newDue.minute ?? null;
  if (counter.unit === 'minutes' && minute !== null) return { minute: day * minutesPerDay + minute, movedFromDay: null };
  return endOfLimitDay(day, counting, calendar);
}

function close(state: ClockState, terms: Terms, event: ClosingEvent, at: number): ClockState {
  const settled = state.phase === 'running' ? settle(state, terms, at) : state;
  const refusedLate = event === 'rejected' && settled.phase === 'running' && settled.pastDue;
  const warned = refusedLate ? warn(settled, at, 'refused_after_due') : settled;
  return noted({ ...warned, phase: 'closed', closedBy: event, closedAt: at }, { kind: 'closed', at, event });
}
