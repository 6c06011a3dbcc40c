// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { dayOf } from '#kernel/dates';
import type { Moment } from '#modules/calendar';
import { type Due, dayAt, effectiveStart } from './counter.ts';
import { explain } from './explain.ts';
import type { ClockState } from './facts.ts';
import { minuteOf, momentOf } from './moments.ts';
import { pausedUntil, project, runClock, type Terms } from './run-clock.ts';
import type { ClockClass, ClockInput, ClockReading, ExplainedReading, Span } from './types.ts';

/**
 * How a dossier stands at an instant: due minute, time elapsed, paused and left, and its class. Events after the instant
 * are not looked at, so any day of the past can be asked for. Seconds are dropped; the due minute itself is still in time.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft` where the history runs through a year without a
 * confirmed calendar, `calendar.no_hours` where a limit in hours meets a unit without office hours
 */
export function readClock(input: ClockInput, at: Date): ClockReading {
  return readState(input, minuteOf(at)).reading;
}

/** The reading with its deadline proof: every step from receipt to due minute with the rule that it rests on. */
export function explainClock(input: ClockInput, at: Date): ExplainedReading {
  const now = minuteOf(at);
  const { reading, state, terms } = readState(input, now);
  return { ...reading, steps: explain(input, { reading, state, terms, at: now }) };
}

function readState(input: ClockInput, at: number): { reading: ClockReading; state: ClockState; terms: Terms } {
  const { state, terms } = runClock(input, at);
  const now = state.phase === 'closed' ? state.closedAt : at;
  const afresh = state.pausedFor === 'supplement' && terms.rules.has('supplement_restarts_from_zero');
  const waiting = state.pausedFor !== null && (afresh || !state.pastDue);
  const resumed = waiting ? dueIfResumed(state, terms, now) : null;
  const due = waiting ? (state.phase === 'closed' ? resumed : null) : state.due;
  const pastDue = state.pastDue || (state.phase === 'running' && due !== null && now > due.minute);
  // What a pause found overdue stays as much overdue as it was when the pause began.
  const leftAt = state.pausedFor !== null && !waiting ? state.pausedAt : now;
  const spans = spansAt(state, terms, { now, leftAt }, due ?? resumed);
  const reading: ClockReading = {
    class: classOf(state, due, now, terms),
    due: due && momentOf(due.minute),
    dueIfResumed: state.phase === 'paused' ? momentOrNull(resumed ?? state.due) : null,
    promised: state.promised === null ? null : dayOf(state.promised),
    ...spans,
    pausedFor: state.phase === 'paused' ? state.pausedFor : null,
    pastDue,
    restarts: state.restarts,
    ignored: state.facts.flatMap((fact) =>
      fact.kind === 'ignored' ? [{ kind: fact.event, at: momentOf(fact.at), reason: fact.reason }] : [],
    ),
    warnings: state.facts.flatMap((fact) => (fact.kind === 'warning' ? [{ code: fact.code, at: momentOf(fact.at) }] : [])),
  };
  return { reading, state, terms };
}

function momentOrNull(due: Due | null): Moment | null {
  return due && momentOf(due.minute);
}

/** The due minute if the clock went on now: with full papers from zero, otherwise with what was left. */
function dueIfResumed(state: ClockState, { counter, rules, counting, calendar }: Terms, now: number): Due | null {
  const afresh = state.pausedFor === 'supplement' && rules.has('supplement_restarts_from_zero');
  return project(() => {
    if (!afresh) {
      const opened = Math.max(now, state.startedAt);
      return counter.dueFrom(Math.max(state.position, counter.startAt(now)), state.allowed - state.units, opened);
    }
    const opened = effectiveStart(counter, counting, calendar, now);
    return counter.dueFrom(counter.startAt(opened), counter.limit, opened);
  }).due;
}

/** Early on a day before the due day, on time up to the due minute, late after it; a pause is never overdue. */
function classOf(state: ClockState, due: Due | null, now: number, { calendar }: Terms): ClockClass {
  if (state.phase === 'not_started' || state.phase === 'paused') return state.phase;
  const isOpen = state.phase === 'running';
  if (!isOpen && (state.closedBy === 'rejected' || state.closedBy === 'withdrawn')) return 'closed';
  if (due === null) {
    // The due day lies after the last day that has a calendar, so whatever happens up to that day is before it.
    const known = calendar.index.knownUntil[dayAt(state.openedAt) - calendar.index.first + 1] ?? 0;
    if (dayAt(now) <= Math.max(known, (state.promised ?? 0) - 1)) return isOpen ? 'in_time' : 'early';
    throw new AppError('conflict', 'calendar.year_missing', { year: Number(dayOf(dayAt(now)).slice(0, 4)) });
  }
  if (now > due.minute) return isOpen ? 'overdue' : 'late';
  if (isOpen) return 'in_time';
  return dayAt(now) < dayAt(due.minute) ? 'early' : 'on_time';
}

type Spans = Pick<ClockReading, 'elapsed' | 'paused' | 'remaining' | 'unknownBecause'>;

function spansAt(state: ClockState, terms: Terms, { now, leftAt }: { now: number; leftAt: number }, due: Due | null): Spans {
  const { counter, calendar } = terms;
  if (state.phase === 'not_started')
    return { elapsed: counter.spanOf(0, 0), paused: counter.spanOf(0, 0), remaining: null, unknownBecause: null };
  let unknownBecause = state.unknownBecause;
  const counted = (span: () => Span | null): Span | null => {
    try {
      return span();
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('calendar.year_')) throw error;
      unknownBecause ??= { code: error.code, params: error.params };
      return null;
    }
  };
  const elapsed = counted(() => {
    if (state.phase !== 'running') return counter.spanOf(state.units, state.minutes);
    const minutes = now <= state.minutesFrom ? 0 : calendar.openMinutesBetween(state.minutesFrom, now);
    return counter.spanOf(state.units + counter.countThrough(state.position, now), state.minutes + minutes);
  });
  const paused = counted(() => {
    const going = state.pausedFor === null ? { units: 0, minutes: 0 } : pausedUntil(state, terms, now);
    return counter.spanOf(state.pausedUnits + going.units, state.pausedMinutes + going.minutes);
  });
  const withoutResult = state.closedBy === 'rejected' || state.closedBy === 'withdrawn';
  const remaining = counted(() =>
    due === null || withoutResult
      ? null
      : counter.spanOf(counter.left(leftAt, due.minute), calendar.openMinutesBetween(leftAt, due.minute)),
  );
  return { elapsed, paused, remaining, unknownBecause };
}
