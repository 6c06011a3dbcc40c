// SPDX-License-Identifier: Apache-2.0
import type { FigureMark, Parts } from './indicator.ts';

/** Where a figure comes from. */
export const origins = ['computed', 'entered', 'imported', 'official'] as const;
export type Origin = (typeof origins)[number];

/** The origin of a figure in use: one of the above, or the sum of the units below. */
export type OriginInUse = Origin | 'summed';

/** `own` is what the unit's own work gives, `official` what another authority has published; each is numbered on its own. */
export type Lane = 'own' | 'official';

export function laneOf(origin: Origin): Lane {
  return origin === 'official' ? 'official' : 'own';
}

/** Name and version of the measure that gave a part. */
export type MeasureUsed = { readonly code: string; readonly version: number };

/** One recorded value of a unit, indicator and period; a later one takes its place in use, and both stay. */
export type Revision = Parts & {
  readonly id: string;
  readonly unitId: string;
  readonly indicatorId: string;
  readonly indicatorNumber: number;
  readonly period: string;
  readonly lane: Lane;
  readonly number: number;
  readonly origin: Origin;
  readonly withdrawn: boolean;
  readonly measures: { readonly numerator: MeasureUsed | null; readonly denominator: MeasureUsed | null } | null;
  readonly evidenceFileId: string | null;
  readonly fileName: string | null;
  readonly fileRow: number | null;
  readonly issuer: string | null;
  readonly citation: string | null;
  readonly note: string | null;
  readonly mark: FigureMark | null;
  /** Who entered the part that people enter and when, where this revision only counted the other part again. */
  readonly enteredByName: string | null;
  readonly enteredAt: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
};

/** What stands in use for a unit, indicator and period, its units below included, with what it was chosen from. */
export type Cell = Parts & {
  readonly unitId: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly origin: OriginInUse | null;
  /** How many units contribute. */
  readonly parts: number;
  readonly own: (Parts & { readonly number: number; readonly origin: Origin }) | null;
  readonly official: (Parts & { readonly number: number }) | null;
  /** Revisions taken so far, withdrawn ones too: what an editor names to show that they have seen the newest. */
  readonly ownNumber: number;
  readonly officialNumber: number;
  readonly changedAt: string;
  readonly changedBy: string;
};
