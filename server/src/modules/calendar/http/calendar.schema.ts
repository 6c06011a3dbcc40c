// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { dayOffKinds, yearStatuses } from '../domain/year.ts';

const line = (most: number) => z.string().trim().normalize().min(1).max(most);
const Year = z.coerce.number().int().min(2000).max(2100);

export const YearParams = z.object({ year: Year });
export const YearQuery = z.object({ year: Year });

export const YearSummary = z.object({
  year: z.number().int(),
  status: z.enum(yearStatuses),
  source: z.string(),
  certainty: z.string(),
  workingDaysTotal: z.number().int(),
  version: z.number().int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});

export const YearDetail = YearSummary.extend({
  daysOff: z.array(
    z.object({
      day: DayText,
      weekday: z.number().int(),
      name: z.string(),
      kind: z.enum(dayOffKinds),
      source: z.string(),
      certainty: z.string().nullable(),
    }),
  ),
  workedDays: z.array(z.object({ day: DayText, weekday: z.number().int(), inPlaceOf: DayText, source: z.string() })),
});

export const ReplaceYearBody = z.strictObject({
  version: z.number().int().min(0),
  status: z.enum(yearStatuses),
  source: line(1_000),
  certainty: line(500),
  workingDaysTotal: z.number().int().nullable().optional(),
  daysOff: z
    .array(
      z.strictObject({
        day: DayText,
        name: line(200),
        kind: z.enum(dayOffKinds),
        source: line(1_000).optional(),
        certainty: line(500).nullable().optional(),
      }),
    )
    .max(120),
  workedDays: z.array(z.strictObject({ day: DayText, inPlaceOf: DayText, source: line(1_000).optional() })).max(30),
  dryRun: z.boolean().default(false),
});

export const ReplacedYear = z.object({
  stored: z.boolean(),
  workingDaysTotal: z.number().int(),
  version: z.number().int(),
  diff: z.object({ added: z.array(DayText), removed: z.array(DayText), changed: z.array(DayText) }),
  warnings: z.array(z.object({ code: z.enum(['fixed_holiday_absent', 'swap_unpaired', 'holiday_not_made_up']), day: DayText })),
});

export const DueQuery = z.object({ start: DayText, workingDays: z.coerce.number().int().min(0).max(5_000) });

export const Due = z.object({
  start: DayText,
  workingDays: z.number().int(),
  due: DayText,
  skipped: z.array(
    z.object({
      day: DayText,
      weekday: z.number().int(),
      reason: z.enum([...dayOffKinds, 'weekend']),
      name: z.string().nullable(),
      source: z.string().nullable(),
    }),
  ),
  countedWeekendDays: z.array(z.object({ day: DayText, inPlaceOf: DayText, source: z.string() })),
  rules: z.array(z.object({ code: z.string(), citation: z.string() })),
});

export const Periods = z.object({
  rows: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      from: DayText,
      to: DayText,
      dueOn: DayText,
      citation: z.string(),
      note: z.string().nullable(),
      startKnown: z.boolean(),
    }),
  ),
});

const Span = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  fromMinute: z.number().int().min(0).max(1_439),
  toMinute: z.number().int().min(1).max(1_440),
});

export const ChangeHoursBody = z.strictObject({
  unitId: z.uuid().nullable().default(null),
  validFrom: DayText,
  source: line(1_000),
  week: z.array(Span).max(40),
});

export const Hours = z.object({
  rows: z.array(
    Span.extend({
      unitId: z.uuid().nullable(),
      validFrom: DayText,
      validTo: DayText.nullable(),
      mark: z.enum(['background', 'illustrative']).nullable(),
      source: z.string(),
    }),
  ),
});

export const Gaps = z.object({
  rows: z.array(
    z.object({
      year: z.number().int(),
      state: z.enum(['missing', 'draft']),
      daysLeft: z.number().int(),
      urgency: z.enum(['now', 'soon', 'ahead']),
    }),
  ),
  /** Whether the reader may change the years and the general hours. */
  mayChange: z.boolean(),
});

export const PatternQuery = z.object({ from: Year.optional() });

export const YearPattern = z.object({
  year: z.number().int(),
  from: z.number().int(),
  daysOff: z.array(z.object({ day: DayText, name: z.string(), kind: z.enum(dayOffKinds), source: z.string().nullable() })),
  owed: z.array(z.object({ day: DayText, name: z.string(), kind: z.enum(dayOffKinds) })),
});
