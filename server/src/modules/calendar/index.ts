// SPDX-License-Identifier: Apache-2.0
export { type DueExplanation, explainDue, type SkippedDay } from './domain/explain-due.ts';
export { countingRules, endOfPeriod, type LegalPeriod, type PeriodLength } from './domain/periods.ts';
export { type NamedDay, type UnitCalendar, unitCalendars } from './domain/unit-calendar.ts';
export { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDayFrom, workingDaysBetween } from './domain/working-calendar.ts';
export { indexWorkingDays, type WorkingDayIndex } from './domain/working-day-index.ts';
export { addWorkingHours, instantOf, type Moment, momentAt, type WorkingHours } from './domain/working-hours.ts';
export { listLegalPeriods, loadWorkingCalendar, loadWorkingHours } from './usecases/read-calendar.ts';
export { seedHolidays } from './usecases/seed-holidays.ts';
