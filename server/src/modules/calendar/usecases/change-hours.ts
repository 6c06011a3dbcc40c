// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { endGeneralHours, insertHours, listHours, type StoredHours } from '../data/rules.repo.ts';
import { type CalendarDb, calendarDb } from '../data/tables.ts';
import { lockCalendar } from '../data/years.repo.ts';

export type ChangeHoursInput = {
  /** First day of the new hours; the present ones end the day before. */
  readonly validFrom: Day;
  /** The decision that sets them. */
  readonly source: string;
  readonly week: readonly { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }[];
};

/**
 * Sets the office hours of all units from a day on; earlier days keep theirs.
 *
 * @throws AppError `calendar.hours_overlap`, `calendar.hours_later_change`
 */
export async function changeWorkingHours(db: Db, actor: Actor, input: ChangeHoursInput): Promise<StoredHours[]> {
  refuseOverlaps(input.week);
  return inTransaction(calendarDb(db), async (db: CalendarDb) => {
    await lockCalendar(db);
    const before = await listHours(db);
    const later = before.find((one) => one.unitId === null && one.validFrom > input.validFrom);
    if (later) throw new AppError('conflict', 'calendar.hours_later_change', { day: vietnameseDay(later.validFrom) });
    await endGeneralHours(db, input.validFrom);
    await insertHours(
      db,
      input.week.map((one) => ({ ...one, unitId: null, validFrom: input.validFrom, validTo: null, mark: null, source: input.source })),
    );
    await recordAudit(db, actor, {
      action: 'calendar.hours_changed',
      subject: ['working_hours', input.validFrom],
      unitId: null,
      data: { ...input },
    });
    return listHours(db);
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
