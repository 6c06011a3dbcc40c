// SPDX-License-Identifier: Apache-2.0
import { type ClockEventKind, clockEventKinds } from '../clock/types.ts';

/** What a step of a dossier's history is: what the clock sees, and what it does not. */
export const stepEvents = [...clockEventKinds, 'processing', 'assigned', 'imported'] as const;
export type StepEvent = (typeof stepEvents)[number];

/** Imports were numbered apart, with room for events to come. */
const importedNumber = 20;

const numbers: ReadonlyMap<StepEvent, number> = new Map(
  stepEvents.map((event, index) => [event, event === 'imported' ? importedNumber : index + 1]),
);
const names: ReadonlyMap<number, StepEvent> = new Map([...numbers].map(([event, number]) => [number, event]));

/** Number under which `dossiers.step.event` keeps it. */
export function stepEventNumber(event: StepEvent): number {
  return numbers.get(event) ?? 0;
}

/** @throws RangeError for a number that no step has */
export function stepEventOf(number: number): StepEvent {
  const event = names.get(number);
  if (!event) throw new RangeError(`step event ${number} is not known`);
  return event;
}

/** Whether the clock sees the step. */
export function isClockEvent(event: StepEvent): event is ClockEventKind {
  return (clockEventKinds as readonly string[]).includes(event);
}
