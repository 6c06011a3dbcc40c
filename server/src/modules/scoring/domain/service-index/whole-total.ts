// SPDX-License-Identifier: Apache-2.0
import { sum, zero } from '../arithmetic/fraction.ts';
import { exact, fixed } from './exact.ts';
import { totalMetric } from './read-row.ts';
import { indexTotal } from './recompute.ts';
import type { IndexRules } from './rules.ts';

type Row = {
  readonly group: string;
  readonly metric: string;
  readonly officialScore: string | null;
  readonly officialMaximum: string | null;
  readonly computedScore: string | null;
  readonly asOf: string;
};

/** Points of all groups and the most that there are, with the rows that they are added up from; one row where the total is published. */
export type WholeTotal<R> = { readonly score: string; readonly maximum: string; readonly rows: readonly R[] };

/**
 * The total of a unit as something to be judged by: the published one, or the sum of all six groups. Undefined while a group is not
 * known, because a total without it would be taken for the whole.
 */
export function wholeTotal<R extends Row>(rules: IndexRules, rows: readonly R[]): WholeTotal<R> | undefined {
  const most = fixed(
    rules.groups.reduce((total, group) => sum(total, exact(group.maximum)), zero),
    rules.decimals,
  );
  const published = rows.find(({ group, officialScore }) => group === 'overall' && officialScore !== null);
  if (published?.officialScore) return { score: published.officialScore, maximum: published.officialMaximum ?? most, rows: [published] };
  const totals = rules.groups.map(({ code }) => rows.find(({ group, metric }) => group === code && metric === totalMetric));
  const scores = totals.map((row) => row?.officialScore ?? row?.computedScore ?? null);
  const { score } = indexTotal(rules, scores);
  if (score === null || scores.includes(null)) return undefined;
  return { score, maximum: most, rows: totals.flatMap((row) => row ?? []) };
}
