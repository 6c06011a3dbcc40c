// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { dayNumber, dayOf, todayInVietnam } from '#kernel/dates';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { procedureNames } from '../../data/procedure-names.repo.ts';
import { listWork, type WorkCursor, type WorkRow } from '../../data/work-list.repo.ts';
import { type WorkState, workStateNames, workStateOf } from '../../domain/desk/work-state.ts';
import { cursorText, readCursor } from '../../domain/page-cursor.ts';
import { type ClockGround, loadClock } from '../clock/load-clock.ts';

export type WorkAsked = {
  readonly unitId?: string | undefined;
  /** An account, or `none` for dossiers that nobody has been given. */
  readonly handler?: string | undefined;
  readonly procedureId?: string | undefined;
  readonly state?: WorkState | undefined;
  /** A part of the code or of the applicant's name, with or without diacritics. */
  readonly search?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

export type WorkItem = WorkRow & {
  readonly procedureName: string;
  readonly state: WorkState;
  readonly stateName: { readonly vi: string; readonly en: string };
};

export type WorkList = { readonly rows: readonly WorkItem[]; readonly next: string | null; readonly soonUntil: string };

/**
 * The open dossiers that a scope reaches, by the time that is left; `next` continues after the page.
 *
 * @throws AppError `units.not_found`, `dossiers.page_unknown`
 */
export async function readWorkList(db: Db, scope: UnitScope, asked: WorkAsked, now: Date = new Date()): Promise<WorkList> {
  if (asked.unitId) await getUnit(db, scope, asked.unitId);
  const today = todayInVietnam(now);
  const soonUntil = endOfNextWorkingDay(await loadClock(db), today);
  const filter = {
    unitId: asked.unitId ?? null,
    handler: asked.handler ?? null,
    procedureId: asked.procedureId ?? null,
    state: asked.state ?? null,
    search: asked.search || null,
    now: now.toISOString(),
    soonUntil: soonUntil.toISOString(),
  };
  const rows = await listWork(db, scope, filter, cursorOf(asked.after), asked.limit + 1);
  const page = rows.slice(0, asked.limit);
  const last = page.at(-1);
  const names = new Map((await procedureNames(db, today)).map((one) => [one.id, one.name]));
  return {
    rows: page.map((row) => {
      const state = workStateOf(row, { now, soonUntil });
      return { ...row, procedureName: names.get(row.procedureId) ?? '', state, stateName: workStateNames[state] };
    }),
    next: rows.length > asked.limit && last ? cursorText({ moment: last.dueAt, code: last.code }) : null,
    soonUntil: filter.soonUntil,
  };
}

/** "Soon" ends with the next working day of the general calendar; where that is not known, with tomorrow. */
function endOfNextWorkingDay(ground: ClockGround, today: string): Date {
  const endOf = (day: number): Date => new Date(`${dayOf(day)}T23:59:59+07:00`);
  try {
    return endOf(ground.calendarOf(null).workingDayAfter(dayNumber(today), 1));
  } catch (error) {
    if (error instanceof AppError) return endOf(dayNumber(today) + 1);
    throw error;
  }
}

function cursorOf(after: string | undefined): WorkCursor | null {
  const cursor = readCursor(after);
  return cursor && { dueAt: cursor.moment, code: cursor.code };
}
