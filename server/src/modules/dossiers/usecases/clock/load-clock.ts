// SPDX-License-Identifier: Apache-2.0
import { loadWorkingCalendar, loadWorkingHours, type UnitCalendar, unitCalendars } from '#modules/calendar';
import type { Db } from '#platform/db/db';
import { readClockMark, readReceivingMark } from '../../data/clock-mark.repo.ts';
import { listClockRules } from '../../data/clock-rules.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import type { ClockRule } from '../../domain/clock/types.ts';

/** What reading clocks needs besides the dossiers themselves. */
export type ClockGround = { readonly rules: readonly ClockRule[]; readonly calendarOf: (unitId: string | null) => UnitCalendar };

const kept = new Map<string, Promise<ClockGround>>();
const mostKept = 4;

/**
 * Rules, calendar and office hours as they stand now. They are built once and kept until one of them changes, which one
 * short query finds out each time: a reception costs no reading of the calendar and never counts by an old one.
 */
export async function loadClock(db: Db): Promise<ClockGround> {
  return groundMarked(db, await readClockMark(db));
}

/** The same, with the code by which a unit numbers its dossiers, in one question. */
export async function loadReceiving(db: Db, unitId: string): Promise<{ readonly ground: ClockGround; readonly agencyCode: string }> {
  const { mark, agencyCode } = await readReceivingMark(db, unitId);
  return { ground: await groundMarked(db, mark), agencyCode };
}

async function groundMarked(db: Db, mark: string): Promise<ClockGround> {
  const known = kept.get(mark);
  if (known) return known;
  const building = build(db);
  kept.set(mark, building);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  building.catch(() => kept.delete(mark));
  return building;
}

async function build(db: Db): Promise<ClockGround> {
  const [rules, calendar, hours] = [await listClockRules(dossiersDb(db)), await loadWorkingCalendar(db), await loadWorkingHours(db)];
  return { rules, calendarOf: unitCalendars(calendar, hours) };
}
