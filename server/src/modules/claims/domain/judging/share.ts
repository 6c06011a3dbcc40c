// SPDX-License-Identifier: Apache-2.0
import type { Figure, PercentLead } from '../reading/figure.ts';
import type { Link } from './links.ts';

/** A numerator and a base that give the printed percent. */
export type Option = { readonly numerator: Figure; readonly base: Figure; readonly cost: number };

/** Most searches find nothing; they share the answer. */
export const NO_OPTIONS: readonly Option[] = [];

/** A percent of the text with everything that may explain it. */
export type Share = {
  readonly percent: Figure;
  readonly lead: PercentLead;
  readonly links: readonly Link[];
  readonly options: readonly Option[];
};

/** The shares whose base is known, by the index of their percent. */
export type Settled = readonly ({ readonly numerator: Figure; readonly base: Figure } | undefined)[];

/** What the rest of the text has shown: settled shares, totals that their parts add up to, the counts of all percents. */
export type Evidence = {
  readonly settled: Settled;
  readonly totals: ReadonlyMap<Figure, Figure>;
  readonly links: readonly (readonly Link[] | undefined)[];
};
