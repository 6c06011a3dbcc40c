// SPDX-License-Identifier: Apache-2.0

/**
 * What happens to dossiers, each counted in the month in which it happens: `received`, or finished as `early`, `on_time`, `late`
 * or `closed` (refused, withdrawn, ended without result). The place of an outcome is its number in `dossier.timeliness`.
 */
export const flowMeasures = ['received', 'early', 'on_time', 'late', 'closed'] as const;
/** The same, and by how many the open dossiers past due become more or, below zero, less. */
export const partMeasures = [...flowMeasures, 'overdue'] as const;
/** How dossiers stand at a moment: `open`, and those of them that are `overdue`. */
export const stockMeasures = ['open', 'overdue'] as const;

/** Channels in the order of their national codes 1, 2, 3. */
export const channels = ['direct', 'online', 'postal'] as const;

/** What a dossier's counting depends on; moments as ISO texts of Việt Nam's time. */
export type Countable = {
  readonly unitId: string;
  readonly procedureId: string;
  readonly channel: number;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly timeliness: number | null;
};

/** A state of a dossier that counts from now on (1) or no longer (-1). */
export type CountedChange = Countable & { readonly receivedAt: string; readonly sign: 1 | -1 };

/**
 * What changes in the statistics when a dossier becomes another state of itself; `null` for one that was or is not there. One that
 * is not received yet counts nowhere.
 */
export function changesBetween(before: Countable | null, after: Countable | null): CountedChange[] {
  const [was, is] = [counted(before, -1), counted(after, 1)];
  return was && is && isSame(was, is) ? [] : [was, is].filter((one) => one !== null);
}

function counted(dossier: Countable | null, sign: 1 | -1): CountedChange | null {
  return dossier?.receivedAt ? { ...dossier, receivedAt: dossier.receivedAt, sign } : null;
}

function isSame(a: Countable, b: Countable): boolean {
  return (['unitId', 'procedureId', 'channel', 'receivedAt', 'dueAt', 'finishedAt', 'timeliness'] as const).every(
    (key) => a[key] === b[key],
  );
}
