// SPDX-License-Identifier: Apache-2.0
import type { Figure, PercentLead } from '../reading/figure.ts';
import type { Link } from './links.ts';

/** A numerator and a base that give the printed percent. */
export type Option = { readonly numerator: Figure; readonly base: Figure; readonly cost: number };

/** A percent of the text with everything that may explain it. */
export type Share = {
  readonly percent: Figure;
  readonly lead: PercentLead;
  readonly links: readonly Link[];
  readonly options: readonly Option[];
};
