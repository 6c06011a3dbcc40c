// SPDX-License-Identifier: Apache-2.0
import type { AppErrorParams } from '#kernel/app-error';
import type { Due } from './counter.ts';
import type { ClockEvent, ClockWarning, IgnoredEvent, PauseReason } from './types.ts';

/** What the clock found out on its way, in order; the proof is written from it. All moments are minutes in Việt Nam's time. */
export type Fact =
  | { readonly kind: 'submitted'; readonly at: number }
  | { readonly kind: 'received'; readonly at: number }
  | { readonly kind: 'start_moved'; readonly at: number; readonly to: number }
  | { readonly kind: 'opened'; readonly at: number; readonly position: number; readonly again: boolean }
  | { readonly kind: 'projected'; readonly position: number; readonly units: number; readonly due: Due }
  | { readonly kind: 'counted'; readonly position: number; readonly to: number; readonly units: number; readonly minutes: number }
  | { readonly kind: 'paused'; readonly at: number; readonly reason: PauseReason }
  | {
      readonly kind: 'went_on';
      readonly from: number;
      readonly at: number;
      readonly reason: PauseReason;
      readonly units: number;
      readonly minutes: number;
      readonly restarts: boolean;
    }
  | {
      readonly kind: 'extended';
      readonly at: number;
      readonly promised: number;
      readonly due: Due | null;
      readonly reason: string;
      readonly moves: boolean;
    }
  | { readonly kind: 'ignored'; readonly at: number; readonly event: ClockEvent['kind']; readonly reason: IgnoredEvent['reason'] }
  | { readonly kind: 'warning'; readonly at: number; readonly code: ClockWarning['code'] }
  | { readonly kind: 'closed'; readonly at: number; readonly event: ClosingEvent };

export type ClosingEvent = 'rejected' | 'withdrawn' | 'finished' | 'returned';

/** Where the clock stands after the events that were read. */
export type ClockState = {
  readonly phase: 'not_started' | 'running' | 'paused' | 'closed';
  readonly startedAt: number;
  /** When the clock started or went on the last time. */
  readonly openedAt: number;
  /** What can be counted next, see `Counter`. */
  readonly position: number;
  /** Office minutes count from here. */
  readonly minutesFrom: number;
  /** Units allowed: the limit, or what an extension made of it. */
  readonly allowed: number;
  readonly units: number;
  readonly minutes: number;
  readonly due: Due | null;
  readonly unknownBecause: { readonly code: string; readonly params: AppErrorParams } | null;
  /** The due minute passed while the clock ran: it stays the due minute. */
  readonly pastDue: boolean;
  readonly pausedFor: PauseReason | null;
  readonly pausedAt: number;
  readonly pausedUnits: number;
  readonly pausedMinutes: number;
  readonly restarts: number;
  readonly supplements: number;
  readonly extensions: number;
  readonly promised: number | null;
  readonly closedBy: ClosingEvent | null;
  readonly closedAt: number;
  readonly facts: Fact[];
};
