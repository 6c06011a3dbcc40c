// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { type CalendarDb, calendarDb } from '../data/tables.ts';
import { listYears, lockCalendar, replaceYear } from '../data/years.repo.ts';
import { checkYear, diffYears, type YearDiff, type YearWarning } from '../domain/check-year.ts';
import type { CalendarYear, DayOffKind, YearStatus } from '../domain/year.ts';

export type ReplaceYearInput = {
  /** The version that was read; 0 for a year without data. */
  readonly version: number;
  readonly status: YearStatus;
  readonly source: string;
  readonly certainty: string;
  /** The total that the person expects; refused where the list gives another. */
  readonly workingDaysTotal?: number | null | undefined;
  /** A day without its own source rests on the year's. */
  readonly daysOff: readonly {
    readonly day: Day;
    readonly name: string;
    readonly kind: DayOffKind;
    readonly source?: string | undefined;
    readonly certainty?: string | null | undefined;
  }[];
  readonly workedDays: readonly { readonly day: Day; readonly inPlaceOf: Day; readonly source?: string | undefined }[];
  readonly dryRun?: boolean | undefined;
};

export type ReplacedYear = {
  readonly stored: boolean;
  readonly workingDaysTotal: number;
  readonly version: number;
  readonly diff: YearDiff;
  readonly warnings: readonly YearWarning[];
};

/**
 * Replaces the data of a year by what its notice decides. Deadlines that were computed before keep their day;
 * the event lets those who hold open deadlines look at them again.
 *
 * @throws AppError `platform.stale`, and what `checkYear` refuses
 */
export async function replaceCalendarYear(db: Db, actor: Actor, year: number, input: ReplaceYearInput): Promise<ReplacedYear> {
  return inTransaction(calendarDb(db), async (db: CalendarDb) => {
    await lockCalendar(db);
    const [before] = await listYears(db, year);
    if ((before?.version ?? 0) !== input.version)
      throw new AppError('conflict', 'platform.stale', { by: before?.updatedBy ?? 'người khác' });
    const content = {
      year,
      status: input.status,
      source: input.source,
      certainty: input.certainty,
      daysOff: input.daysOff.map((one) => ({ ...one, source: one.source ?? input.source, certainty: one.certainty ?? null })),
      workedDays: input.workedDays.map((one) => ({ ...one, source: one.source ?? input.source })),
    };
    const { workingDaysTotal, warnings } = checkYear(content, input.workingDaysTotal ?? null);
    const diff = diffYears(before ?? null, content);
    const version = input.version + 1;
    if (input.dryRun) return { stored: false, workingDaysTotal, version: input.version, diff, warnings };

    await replaceYear(db, { ...content, workingDaysTotal, version, updatedBy: actor.name });
    await publish(db, { name: 'calendar.year_replaced', payload: { year, version, ...diff } });
    await recordAudit(db, actor, {
      action: 'calendar.year_replaced',
      subject: ['calendar_year', String(year)],
      unitId: null,
      data: { diff, before: before ? kept(before) : null, after: kept({ ...content, workingDaysTotal }) },
    });
    return { stored: true, workingDaysTotal, version, diff, warnings };
  });
}

function kept({
  status,
  source,
  certainty,
  workingDaysTotal,
  daysOff,
  workedDays,
}: Omit<CalendarYear, 'year' | 'version' | 'updatedAt' | 'updatedBy'>) {
  return { status, source, certainty, workingDaysTotal, daysOff, workedDays };
}
