// SPDX-License-Identifier: Apache-2.0
import { dayNumber } from '#kernel/dates';
import type { UnitCalendar } from '#modules/calendar';
import type { SlipFacts } from './facts.ts';
import { isEndOfDay } from './written.ts';

/**
 * The due moments of a dossier as its forms tell them: where a whole day was given, the minute with which the office closes on it, since
 * nobody is there to hand out a result at midnight. Where the calendar knows no hours of that day it stays the end of the day.
 */
export function dueByOfficeHours(facts: SlipFacts, calendar: Pick<UnitCalendar, 'officeSpans'>): SlipFacts {
  const told = (iso: string | null): string | null => (iso !== null && isEndOfDay(iso) ? (closingOf(iso, calendar) ?? iso) : iso);
  return {
    ...facts,
    dueAt: told(facts.dueAt),
    computedDueAt: told(facts.computedDueAt),
    steps: facts.steps.map((step) => ({ ...step, dueAt: told(step.dueAt) })),
  };
}

function closingOf(iso: string, calendar: Pick<UnitCalendar, 'officeSpans'>): string | undefined {
  const day = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10);
  const closes = calendar.officeSpans(dayNumber(day)).at(-1)?.to;
  if (closes === undefined) return undefined;
  const clock = [Math.floor(closes / 60), closes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${day}T${clock}:00+07:00`;
}
