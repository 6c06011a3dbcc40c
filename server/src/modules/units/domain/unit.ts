// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/** Levels of the unit tree; `district` ended in the whole country on 30/6/2025. */
export const unitLevels = ['province', 'district', 'commune', 'department'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** What is not read in a source carries a visible mark. */
export const unitMarks = ['background', 'illustrative'] as const;
export type UnitMark = (typeof unitMarks)[number];

/** A node of the unit tree with the days of its life; `validTo: null` while it lasts. */
export type Unit = {
  readonly id: string;
  readonly code: string;
  readonly level: UnitLevel;
  /** "Huyện Điện Biên" */
  readonly name: string;
  /** As documents print it: "UBND huyện Điện Biên". */
  readonly authorityName: string;
  /** Issuer's part of a document symbol: `UBND`, `SNV`. */
  readonly documentSymbol: string;
  readonly agencyCode: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** False where the true first day was not looked up and `validFrom` only marks where the data begin. */
  readonly startKnown: boolean;
  readonly mark: UnitMark | null;
  readonly note: string | null;
  /** The document that made the unit; those of successions stand with the succession. */
  readonly decision: string | null;
  readonly version: number;
};

/** The days on which a thing holds; `to: null` is without end. */
export type Span = { readonly from: Day; readonly to: Day | null };

/** Whether the unit exists on that day, its first and last day included. */
export function unitInForceOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, day: Day): boolean {
  return unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);
}

const parentLevels: Readonly<Record<UnitLevel, readonly UnitLevel[]>> = {
  province: [],
  district: ['province'],
  commune: ['province', 'district'],
  department: ['province', 'district', 'commune', 'department'],
};

/**
 * Whether a unit of one level can belong to a unit of another. Communes belong to districts before
 * 1/7/2025 and to the province from then on, so both are allowed; the dates decide by which units are in force.
 */
export function mayBelongTo(level: UnitLevel, parentLevel: UnitLevel): boolean {
  return parentLevels[level].includes(parentLevel);
}

/** Whether units of this level need a parent: all but the province. */
export function needsParent(level: UnitLevel): boolean {
  return parentLevels[level].length > 0;
}
