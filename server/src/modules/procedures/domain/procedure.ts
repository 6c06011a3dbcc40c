// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

export const procedureLevels = ['province', 'district', 'commune'] as const;
export type ProcedureLevel = (typeof procedureLevels)[number];

export const limitUnits = ['working_days', 'hours', 'calendar_days'] as const;
export type LimitUnit = (typeof limitUnits)[number];

export const procedureMarks = ['background', 'illustrative'] as const;
export type ProcedureMark = (typeof procedureMarks)[number];

export const competenceTasks = ['decides', 'handles'] as const;
export type CompetenceTask = (typeof competenceTasks)[number];

/** Time limit; 0 working days is "within the day", hours are working hours. */
export type ProcessingLimit = { readonly amount: number; readonly unit: LimitUnit };

/** A paper of the dossier. It is always required where `condition` is null, else only in the case that it names. */
export type Paper = {
  readonly code: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** Name of the printed form. */
  readonly form: string | null;
  readonly formFileId: string | null;
  readonly condition: string | null;
};

/** A version of a procedure with its sector; what was in force on a day never changes afterwards. */
export type ProcedureVersion = {
  readonly procedureId: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly sectorId: string;
  readonly sectorCode: string;
  readonly sectorName: string;
  readonly level: ProcedureLevel;
  /** Null where the law sets no limit. */
  readonly limit: ProcessingLimit | null;
  readonly limitText: string | null;
  /** Đồng; 0 is free of charge, null is as `feeText` says. */
  readonly feeAmount: number | null;
  readonly feeText: string | null;
  readonly papers: readonly Paper[];
  readonly publishedOn: Day | null;
  readonly updatedOn: Day | null;
  readonly validFrom: Day;
  /** Last day in force; the day before `validFrom` where the version was withdrawn before it began. */
  readonly validTo: Day | null;
  readonly mark: ProcedureMark | null;
  readonly note: string | null;
};

/**
 * Whether a version was withdrawn before it began, so that it never governs a dossier.
 *
 * @example
 * isWithdrawn({ validFrom: '2026-02-01', validTo: '2026-01-31' }) // true
 */
export function isWithdrawn({ validFrom, validTo }: { readonly validFrom: Day; readonly validTo: Day | null }): boolean {
  return validTo !== null && validTo < validFrom;
}

/** Whether a period, both days included, covers the day. */
export function coversDay({ validFrom, validTo }: { readonly validFrom: Day; readonly validTo: Day | null }, day: Day): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}
