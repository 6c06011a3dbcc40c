// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { type Phase, phaseNames } from './phases.ts';

/** When a phase of a round opens and closes: by days, or by a number of working days from the day the round enters it. */
export type PhaseDates = {
  readonly phase: Phase;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly workingDays: number | null;
};

export type Extension = {
  readonly phase: Phase;
  readonly closesOn: Day;
  readonly reason: string;
  readonly at: string;
  readonly actorName: string;
};

/**
 * The last day of a phase for a unit: of its last extension, else so many working days after the round entered the phase, else the
 * closing day; null where none was set. `addWorkingDays` counts by the confirmed calendar.
 */
export function dueDay(
  phase: Phase,
  round: { readonly phase: Phase; readonly phaseSince: Day },
  dates: readonly PhaseDates[],
  extensions: readonly Extension[],
  addWorkingDays: (from: Day, count: number) => Day,
): Day | null {
  const extension = extensions.findLast((one) => one.phase === phase);
  const own = dates.find((one) => one.phase === phase);
  const general =
    own?.workingDays != null && round.phase === phase ? addWorkingDays(round.phaseSince, own.workingDays) : (own?.closesOn ?? null);
  if (!extension) return general;
  return general !== null && general > extension.closesOn ? general : extension.closesOn;
}

/** @throws AppError `scoring.not_overdue` before the last day is over, and where there is no last day */
export function requireOverdue(due: Day | null, today: Day): void {
  if (due === null || today <= due)
    throw new AppError('conflict', 'scoring.not_overdue', { due: due === null ? '(chưa đặt)' : vietnameseDay(due) });
}

/** Phases in which units act within a time of their own: leaving one while it runs takes something from them. */
export const timedPhases: ReadonlySet<Phase> = new Set(['self_scoring', 'explanation']);

/** Of units with their last days, those whose time is not over on a day, the one with the longest first; without a last day there is none. */
export function withTimeLeft<U extends { readonly due: Day | null }>(units: readonly U[], today: Day): (U & { readonly due: Day })[] {
  return units
    .flatMap((unit) => (unit.due !== null && today <= unit.due ? [{ ...unit, due: unit.due }] : []))
    .sort((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : 0));
}

/** @throws AppError `scoring.phase_over` */
export function requireInTime(phase: Phase, due: Day | null, today: Day): void {
  if (due !== null && today > due)
    throw new AppError('conflict', 'scoring.phase_over', { phase: phaseNames[phase], due: vietnameseDay(due) });
}
