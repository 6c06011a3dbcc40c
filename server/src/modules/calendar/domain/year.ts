// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/**
 * Why a day is off: `statutory` and `tet` by the Labour Code 2019, art. 112(1); `adjacent` the second day of National Day
 * (art. 112(1)d); `makeup` for a weekly rest day that meets a holiday (art. 111(3)); `swap_off` against a worked weekend
 * day, by the yearly notice; `other` by a law or decision of its own.
 */
export const dayOffKinds = ['statutory', 'tet', 'adjacent', 'makeup', 'swap_off', 'other'] as const;
export type DayOffKind = (typeof dayOffKinds)[number];

export const yearStatuses = ['confirmed', 'draft'] as const;
export type YearStatus = (typeof yearStatuses)[number];

/** A day without work, weekend or not: holidays that fall on a Sunday are listed too. */
export type DayOff = {
  readonly day: Day;
  readonly name: string;
  readonly kind: DayOffKind;
  readonly source: string;
  readonly certainty: string | null;
};

/** A Saturday or Sunday that is worked in place of a day off. */
export type WorkedDay = { readonly day: Day; readonly inPlaceOf: Day; readonly source: string };

/** What one year's notice decides; `draft` is shown but no deadline is computed with it. */
export type YearContent = {
  readonly year: number;
  readonly status: YearStatus;
  readonly daysOff: readonly DayOff[];
  readonly workedDays: readonly WorkedDay[];
};

export type CalendarYear = YearContent & {
  readonly source: string;
  readonly certainty: string;
  readonly workingDaysTotal: number;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};
