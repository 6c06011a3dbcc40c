// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { endHours, insertHours, isWithin, listHours, type StoredHours } from '../data/rules.repo.ts';
import { type CalendarDb, calendarDb } from '../data/tables.ts';
import type { UnitReach } from '../data/unit-reach.ts';
import { lockCalendar } from '../data/years.repo.ts';
import { requireWhole } from './require-whole.ts';

export type ChangeHoursInput = {
  /** The unit whose own hours these are; null for the hours of all units without their own. */
  readonly unitId?: string | null | undefined;
  /** First day of the new hours; the present ones end the day before. */
  readonly validFrom: Day;
  /** The decision that sets them. */
  readonly source: string;
  /** A unit with an empty week goes back to the general hours. */
  readonly week: readonly { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }[];
};

/**
 * Sets office hours from a day on, of all units or of one; earlier days keep theirs.
 *
 * @throws AppError `calendar.unit_not_found` outside the scope, `calendar.whole_needed` for the general hours without the
 *   whole tree, `calendar.hours_empty`, `calendar.hours_overlap`, `calendar.hours_later_change`, `calendar.hours_already_general`
 */
export async function changeWorkingHours(
  db: Db,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  reach: UnitReach,
  input: ChangeHoursInput,
): Promise<StoredHours[]> {
  const unitId = input.unitId ?? null;
  refuseOverlaps(input.week);
  if (unitId === null && input.week.length === 0) throw new AppError('invalid', 'calendar.hours_empty');
  return inTransaction(calendarDb(db), async (db: CalendarDb) => {
    await lockCalendar(db);
    if (unitId === null) await requireWhole(db, scope, reach);
    else if (!(await isWithin(db, reach.within, unitId, scope))) throw new AppError('not_found', 'calendar.unit_not_found');
    const before = (await listHours(db)).filter((one) => one.unitId === unitId);
    const later = before.find((one) => one.validFrom > input.validFrom);
    if (later) throw new AppError('conflict', 'calendar.hours_later_change', { day: vietnameseDay(later.validFrom) });
    if (input.week.length === 0 && !before.some((one) => one.validTo === null))
      throw new AppError('conflict', 'calendar.hours_already_general');
    await endHours(db, unitId, input.validFrom);
    const { validFrom, source } = input;
    await insertHours(
      db,
      input.week.map((one) => ({ ...one, unitId, validFrom, validTo: null, mark: null, source })),
    );
    await recordAudit(db, actor, {
      action: 'calendar.hours_changed',
      subject: ['working_hours', validFrom],
      unitId,
      data: { ...input, unitId },
    });
    return listHours(db, reach.within, scope);
  });
}

function refuseOverlaps(week: ChangeHoursInput['week']): void {
  for (const one of week) {
    const overlaps = week.filter(
      (other) => other.weekday === one.weekday && other.fromMinute < one.toMinute && one.fromMinute < other.toMinute,
    );
    if (one.fromMinute >= one.toMinute || overlaps.length > 1)
      throw new AppError('invalid', 'calendar.hours_overlap', { weekday: one.weekday });
  }
}
