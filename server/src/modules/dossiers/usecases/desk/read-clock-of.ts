// SPDX-License-Identifier: Apache-2.0
import { instantOf } from '#modules/calendar';
import type { DossierRow, StoredStep } from '../../data/desk.repo.ts';
import { readClock } from '../../domain/clock/read-clock.ts';
import type { ClockEvent, ClockInput, ClockReading, TimeLimit } from '../../domain/clock/types.ts';
import { isClockEvent, stepEventOf } from '../../domain/desk/step-events.ts';
import type { ClockGround } from '../clock/load-clock.ts';

/** The clock's view of a history. */
export function clockEventsOf(steps: readonly StoredStep[]): ClockEvent[] {
  return steps.flatMap((step): ClockEvent[] => {
    const kind = stepEventOf(step.event);
    if (!isClockEvent(kind)) return [];
    const at = new Date(step.at);
    if (kind !== 'extended') return [{ kind, at }];
    const { newDueOn } = step.details as { newDueOn: string };
    return [{ kind, at, newDue: { day: newDueOn }, reason: step.reason ?? '' }];
  });
}

/** What the clock needs of one dossier; undefined where its procedure has no time limit. */
export function clockInputOf(
  ground: ClockGround,
  dossier: Pick<DossierRow, 'unitId'>,
  limit: TimeLimit | null,
  steps: readonly StoredStep[],
): ClockInput | undefined {
  if (!limit) return undefined;
  return { events: clockEventsOf(steps), limit, calendar: ground.calendarOf(dossier.unitId), rules: ground.rules };
}

const outcomes: Readonly<Record<string, number>> = { early: 1, on_time: 2, late: 3, closed: 4 };

/** What the dossier's row keeps of a reading: due moment while the clock runs, and how it ended. */
export function keptOf(reading: ClockReading): { dueAt: string | null; timeliness: number | null } {
  return { dueAt: reading.due ? instantOf(reading.due) : null, timeliness: outcomes[reading.class] ?? null };
}

/** The reading of a history at a moment; undefined where the procedure has no time limit. */
export function readClockOf(input: ClockInput | undefined, at: Date): ClockReading | undefined {
  return input && readClock(input, at);
}
