// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { insertHours, insertPeriodRules } from '../data/rules.repo.ts';
import { calendarDb } from '../data/tables.ts';
import { countYears } from '../data/years.repo.ts';
import { dayOffKinds, yearStatuses } from '../domain/year.ts';
import { replaceCalendarYear } from './replace-year.ts';

const Time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const DayOfYear = z.object({ month: z.number().int(), date: z.number().int() });

const SeedFile = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      status: z.enum(yearStatuses),
      source: z.string(),
      certainty: z.string(),
      workingDaysTotal: z.number().int(),
      daysOff: z.array(
        z.object({
          day: z.iso.date(),
          name: z.string(),
          kind: z.enum(dayOffKinds),
          source: z.string().optional(),
          certainty: z.string().optional(),
        }),
      ),
      workedDays: z.array(z.object({ day: z.iso.date(), inPlaceOf: z.iso.date() })),
    }),
  ),
  workingHours: z.object({
    validFrom: z.iso.date(),
    mark: z.literal('background'),
    source: z.string(),
    weekdays: z.array(z.number().int()),
    spans: z.array(z.tuple([Time, Time])),
  }),
  legalPeriods: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      starts: DayOfYear.extend({ inPreviousYear: z.boolean() }),
      ends: DayOfYear,
      due: DayOfYear,
      citation: z.string(),
      note: z.string().nullable(),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
      startKnown: z.boolean(),
    }),
  ),
});

const seedFile = new URL('../../../../seeds/holidays.json', import.meta.url);

/** Puts the years with a notice, the usual office hours and the reporting periods into an installation without them; returns how many years. */
export async function seedHolidays(db: Db): Promise<number> {
  if ((await countYears(calendarDb(db))) > 0) return 0;
  const seed = SeedFile.parse(JSON.parse(await readFile(seedFile, 'utf8')));
  return inTransaction(db, async (tx) => {
    for (const { year, ...content } of seed.years) await replaceCalendarYear(tx, systemActor, year, { ...content, version: 0 });
    const { weekdays, spans, validFrom, mark, source } = seed.workingHours;
    const hours = weekdays.flatMap((weekday) =>
      spans.map(([fromMinute, toMinute]) => ({ unitId: null, weekday, fromMinute, toMinute, validFrom, validTo: null, mark, source })),
    );
    await insertHours(calendarDb(tx), hours);
    await insertPeriodRules(calendarDb(tx), seed.legalPeriods);
    return seed.years.length;
  });
}
