// SPDX-License-Identifier: Apache-2.0
import type { PeriodKind } from './period.ts';

/** What is asked of an export: the units at and below one, in every period of a kind in some years. */
export type ExportQuestion = {
  readonly unitId: string;
  readonly periodKind: PeriodKind;
  readonly fromYear: number;
  readonly toYear: number;
};

export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

/** How often an export is begun at most: what stops the program twice would stop it a third time. */
export const mostAttempts = 2;
/** Exports of one person under way at once. */
export const mostAtOnce = 3;
/** Days for which a finished file is kept. */
export const keptDays = 7;
