// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { Db } from '#platform/db/db';
import type { DayOffKind, YearStatus } from '../domain/year.ts';

export type CalendarTables = {
  'calendar.year': {
    year: number;
    status: YearStatus;
    source: string;
    certainty: string;
    working_days_total: number;
    version: Generated<number>;
    updated_at: Generated<string>;
    updated_by: string;
  };
  'calendar.day_off': { day: string; year: number; name: string; kind: DayOffKind; source: string; certainty: string | null };
  'calendar.worked_day': { day: string; year: number; in_place_of: string; source: string };
  'calendar.working_hours': {
    id: string;
    unit_id: string | null;
    weekday: number;
    from_minute: number;
    to_minute: number;
    valid_from: string;
    valid_to: string | null;
    mark: 'background' | 'illustrative' | null;
    source: string;
  };
  'calendar.legal_period': {
    code: string;
    valid_from: string;
    valid_to: string | null;
    start_known: boolean;
    name: string;
    starts_month: number;
    starts_date: number;
    starts_in_previous_year: boolean;
    ends_month: number;
    ends_date: number;
    due_month: number;
    due_date: number;
    citation: string;
    note: string | null;
  };
};

export type CalendarDb = Db<CalendarTables>;

/** The handle narrowed to this module's tables. */
export function calendarDb<T>(db: Db<T>): CalendarDb {
  return db as unknown as CalendarDb;
}
