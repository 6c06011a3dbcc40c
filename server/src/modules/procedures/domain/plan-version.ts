// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day, vietnameseDay } from '#kernel/dates';
import { isWithdrawn } from './procedure.ts';

export type RecordedPeriod = { readonly number: number; readonly validFrom: Day; readonly validTo: Day | null };

export type VersionPlan = {
  readonly number: number;
  /** The version that ends because of the new one, and its new last day. */
  readonly ending: { readonly number: number; readonly validTo: Day } | null;
  /** Last day that the version before had; a withdrawal gives it back. */
  readonly replacedUntil: Day | null;
};

/** The version that began last and was not withdrawn. */
export function latestOf<T extends RecordedPeriod>(recorded: readonly T[]): T | undefined {
  return recorded.filter((one) => !isWithdrawn(one)).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/**
 * How a new version joins the recorded ones. It begins after the last of them, which ends the day before. Days that have
 * passed are changed only with a reason; dossiers already received keep their version in any case.
 *
 * @throws AppError `procedures.version_not_later`, `procedures.late_reason_missing`
 */
export function planVersion(
  recorded: readonly RecordedPeriod[],
  wanted: { readonly validFrom: Day; readonly today: Day; readonly lateReason: string | null },
): VersionPlan {
  const number = Math.max(0, ...recorded.map((one) => one.number)) + 1;
  const latest = latestOf(recorded);
  if (!latest) return { number, ending: null, replacedUntil: null };
  if (wanted.validFrom <= latest.validFrom)
    throw new AppError('conflict', 'procedures.version_not_later', { day: vietnameseDay(latest.validFrom) });
  requireLateReason(wanted);
  const last = addDays(wanted.validFrom, -1);
  const ending = latest.validTo === null || latest.validTo > last ? { number: latest.number, validTo: last } : null;
  return { number, ending, replacedUntil: latest.validTo };
}

/**
 * Days that have passed are changed only with a reason.
 *
 * @throws AppError `procedures.late_reason_missing`
 */
export function requireLateReason(wanted: { readonly validFrom: Day; readonly today: Day; readonly lateReason: string | null }): void {
  if (wanted.validFrom < wanted.today && !wanted.lateReason)
    throw new AppError('invalid', 'procedures.late_reason_missing', { day: vietnameseDay(wanted.validFrom) });
}

/**
 * The version to end and its last day where a procedure is abolished.
 *
 * @throws AppError `procedures.not_in_force`, `procedures.end_before_begin`, `procedures.late_reason_missing`
 */
export function planEnd(
  recorded: readonly RecordedPeriod[],
  wanted: { readonly lastDay: Day; readonly today: Day; readonly lateReason: string | null },
): { readonly number: number; readonly validTo: Day } {
  const latest = latestOf(recorded);
  if (!latest || (latest.validTo !== null && latest.validTo <= wanted.lastDay)) throw new AppError('conflict', 'procedures.not_in_force');
  if (wanted.lastDay < latest.validFrom)
    throw new AppError('conflict', 'procedures.end_before_begin', { day: vietnameseDay(latest.validFrom) });
  requireLateReason({ ...wanted, validFrom: addDays(wanted.lastDay, 1) });
  return { number: latest.number, validTo: wanted.lastDay };
}

/**
 * What withdrawing the last version before it begins does: it keeps no day, and the one before gets back its own last day.
 *
 * @throws AppError `procedures.nothing_to_withdraw`
 */
export function planWithdrawal(
  recorded: readonly (RecordedPeriod & { readonly replacedUntil: Day | null })[],
  today: Day,
): { readonly withdrawn: { number: number; validTo: Day }; readonly restored: { number: number; validTo: Day | null } | null } {
  const latest = latestOf(recorded);
  if (!latest || latest.validFrom <= today) throw new AppError('conflict', 'procedures.nothing_to_withdraw');
  const before = latestOf(recorded.filter((one) => one.number !== latest.number));
  return {
    withdrawn: { number: latest.number, validTo: addDays(latest.validFrom, -1) },
    restored: before ? { number: before.number, validTo: latest.replacedUntil } : null,
  };
}
