// SPDX-License-Identifier: Apache-2.0
import type { AppErrorParams } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import type { Moment, UnitCalendar } from '#modules/calendar';

/** What happened to a dossier, as far as its clock is concerned. */
export const clockEventKinds = [
  'submitted',
  'received',
  'supplement_requested',
  'supplemented',
  'obligation_requested',
  'obligation_met',
  'stopped',
  'resumed',
  'extended',
  'rejected',
  'withdrawn',
  'finished',
  'returned',
] as const;
export type ClockEventKind = (typeof clockEventKinds)[number];

export type ClockEvent =
  | { readonly kind: Exclude<ClockEventKind, 'extended'>; readonly at: Date }
  | {
      readonly kind: 'extended';
      readonly at: Date;
      /** The new day of the appointment; the minute only for limits in hours. */
      readonly newDue: { readonly day: Day; readonly minute?: number | null };
      readonly reason: string;
    };

/** A procedure's time limit. Hours are office hours; a part of a working day (0.5) is counted in hours. */
export type TimeLimit = { readonly amount: number; readonly unit: 'working_days' | 'hours' | 'calendar_days' };

/** The rules that a province can see, switch and replace; `docs/domain/dossiers-clock.md` says what each one does. */
export const clockRuleCodes = [
  'first_day_not_counted',
  'last_day_off_moves',
  'hours_start_at_moment',
  'day_limit_ends_at',
  'day_is_8_hours',
  'transfer_after_15h',
  'transfer_moves',
  'supplement_restarts_from_zero',
  'supplement_request_within',
  'supplements_at_most',
  'obligation_pauses',
  'stop_pauses',
  'one_extension',
  'extension_notice_before_due',
  'extension_sets_due',
] as const;
export type ClockRuleCode = (typeof clockRuleCodes)[number];

/** One rule over one span of time. */
export type ClockRule = {
  readonly code: ClockRuleCode;
  /** A number or a word where the rule needs one (15:00 is `900` minutes, the end of a day limit `end_of_day`), else true. */
  readonly value: string | number | boolean;
  /** False where the province does not apply it. */
  readonly enabled: boolean;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly citation: string;
  /** Null where the text of the rule was read; otherwise it is shown as background. */
  readonly mark: 'background' | 'illustrative' | null;
};

export type ClockInput = {
  readonly events: readonly ClockEvent[];
  readonly limit: TimeLimit;
  /** The calendar and office hours of the unit that answers for the dossier. */
  readonly calendar: UnitCalendar;
  /** All rules of all times: the dossier keeps those of the day of its receipt. */
  readonly rules: readonly ClockRule[];
};

/**
 * Closed: `early` on a day before the due day, `on_time` on the due day up to the due minute, `late` after it; `closed`
 * without a result (refused or withdrawn). Open: `in_time`, `overdue`, `paused` (never overdue), `not_started`.
 */
export const clockClasses = ['early', 'on_time', 'late', 'in_time', 'overdue', 'paused', 'closed', 'not_started'] as const;
export type ClockClass = (typeof clockClasses)[number];

export const pauseReasons = ['supplement', 'obligation', 'stopped'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Days as the limit counts them and office minutes; both negative in `remaining` once the due minute is over. */
export type Span = { readonly days: number; readonly minutes: number };

export type Sentence = { readonly vi: string; readonly en: string };

export const stepKinds = [
  'submitted',
  'received',
  'start_moved',
  'first_day',
  'counted',
  'last_day_moved',
  'due',
  'paused',
  'resumed',
  'restarted',
  'extended',
  'ignored',
  'warning',
  'closed',
  'standing',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One line of the deadline proof. */
export type DeadlineStep = {
  readonly kind: StepKind;
  readonly from: Moment;
  readonly to: Moment;
  /** What this step counted (or, for a pause, kept from counting); null where it counts nothing. */
  readonly days: number | null;
  readonly minutes: number | null;
  readonly rule: { readonly code: ClockRuleCode; readonly citation: string; readonly mark: ClockRule['mark'] } | null;
  readonly text: Sentence;
};

/** Why an event of the history was passed over. */
export const ignoredReasons = [
  'before_receipt',
  'already_received',
  'already_closed',
  'not_running',
  'not_paused_so',
  'second_extension',
  'notice_too_late',
  'not_later',
] as const;
export type IgnoredEvent = { readonly kind: ClockEventKind; readonly at: Moment; readonly reason: (typeof ignoredReasons)[number] };

/** A duty of the agency that was not kept; it does not move the due day. */
export const clockWarnings = ['supplement_after_term', 'too_many_supplements', 'supplement_after_due', 'refused_after_due'] as const;
export type ClockWarning = { readonly code: (typeof clockWarnings)[number]; readonly at: Moment };

/** How a dossier stands at a moment. */
export type ClockReading = {
  readonly class: ClockClass;
  /** The last minute in time; null while it is not known: not started, paused, or the calendar of its year is missing. */
  readonly due: Moment | null;
  /** While paused: the due moment if the clock went on right now. */
  readonly dueIfResumed: Moment | null;
  /** The new appointment that was told to the applicant, whether or not it moved the due moment. */
  readonly promised: Day | null;
  /** Since receipt, or since the limit began again from zero; null where the calendar of the moment's year is missing. */
  readonly elapsed: Span | null;
  /** All pauses together. */
  readonly paused: Span | null;
  /** Null without a due moment, and after a refusal or withdrawal. */
  readonly remaining: Span | null;
  readonly pausedFor: PauseReason | null;
  /** The due minute had passed while the clock ran: at this moment, or when it was paused or closed. */
  readonly pastDue: boolean;
  /** How often the limit began again from zero. */
  readonly restarts: number;
  /** Why the due moment or a span could not be computed (`calendar.year_missing`, `calendar.year_draft`). */
  readonly unknownBecause: { readonly code: string; readonly params: AppErrorParams } | null;
  readonly ignored: readonly IgnoredEvent[];
  readonly warnings: readonly ClockWarning[];
};

/** A reading with its proof. */
export type ExplainedReading = ClockReading & { readonly steps: readonly DeadlineStep[] };
