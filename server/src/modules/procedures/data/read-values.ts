// SPDX-License-Identifier: Apache-2.0
import type { LimitUnit, Paper, ProcessingLimit } from '../domain/procedure.ts';

/** `15.00` and its unit as a limit; two decimals of at most six digits are exact enough for a number. */
export function limitOf(amount: string | null, unit: LimitUnit | null): ProcessingLimit | null {
  return amount === null || unit === null ? null : { amount: Number(amount), unit };
}

/** The list of papers as it was written by this module. */
export function papersOf(value: unknown): Paper[] {
  return Array.isArray(value) ? (value as Paper[]) : [];
}
