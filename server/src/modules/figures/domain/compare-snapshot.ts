// SPDX-License-Identifier: Apache-2.0
import type { OriginInUse } from './figure.ts';
import type { Parts } from './indicator.ts';

/** A figure in use as it was approved, or as it stands. */
export type PinnedCell = Parts & { readonly indicatorId: string; readonly origin: OriginInUse | null };

/** The same with the version of the indicator that gives it its meaning. */
export type PinnedVersion = PinnedCell & { readonly indicatorNumber: number | null };

/** A figure that differs from what was approved; null on a side where there is none. */
export type ChangedCell = { readonly indicatorId: string; readonly before: PinnedCell | null; readonly now: PinnedCell | null };

/** What has changed since an approval, indicator by indicator. */
export function changesSince(approved: readonly PinnedCell[], present: readonly PinnedCell[]): ChangedCell[] {
  const now = new Map(present.filter((cell) => cell.origin !== null).map((cell) => [cell.indicatorId, cell]));
  const before = new Map(approved.map((cell) => [cell.indicatorId, cell]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((indicatorId) => {
    const [was, is] = [before.get(indicatorId) ?? null, now.get(indicatorId) ?? null];
    const isSame = was?.numerator === is?.numerator && was?.denominator === is?.denominator && was?.origin === is?.origin;
    return isSame ? [] : [{ indicatorId, before: was, now: is }];
  });
}
