// SPDX-License-Identifier: Apache-2.0
import type { Decimal } from '../decimal.ts';
import type { Hedge } from './lexicon.ts';
import type { Structure } from './structure.ts';
import type { Token } from './tokens.ts';

/** The values a printed figure allows: "4,52 ngàn" is anything that shortens to it. */
export type Range = { readonly lo: Decimal; readonly hi: Decimal };

/** A number of the text with the thing that it counts. */
export type Figure = {
  readonly index: number;
  readonly kind: 'count' | 'percent';
  readonly value: Decimal;
  /** Power of ten of a printed "ngàn", "triệu", "tỷ"; already in `value`. */
  readonly multiplier: number;
  readonly decimals: number;
  /** For coarse filters only. */
  readonly approx: number;
  readonly range: Range;
  readonly hedge: Hedge | undefined;
  /** Only approximately printed: hedged or shortened by a multiplier. */
  readonly isRounded: boolean;
  /** Group of comparable things, '' when no noun follows; an unknown noun is its own group. */
  readonly group: string;
  readonly isKnownNoun: boolean;
  /** Token positions: the number, the first token after it (and its multiplier or %), the end of its noun phrase. */
  readonly at: number;
  readonly after: number;
  readonly phraseEnd: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly scope: number;
  /** Position in the figures of "b" in "a/b" or "a trên tổng số b". */
  readonly baseIndex: number;
  readonly isBase: boolean;
};

/** A figure while its text is being read. */
export type OpenFigure = { -readonly [Field in keyof Figure]: Figure[Field] };

/** A class that excludes the others of its family: a late dossier is not on time. */
export type ExclusiveClass = {
  readonly family: 'timeliness' | 'origin' | 'finding' | 'channel' | 'sex' | 'rating' | 'level';
  readonly name: string;
};

/** The words right before a percent, and what stands before them. */
export type PercentLead = { readonly words: string; readonly boundary: string; readonly at: number; readonly isChange: boolean };

/** One stretch of text, read. */
export type Reading = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly structure: Structure;
  readonly figures: readonly Figure[];
  /** Descriptions found so far, by figure: many rules ask for the same ones. */
  readonly leads: (string | undefined)[];
  readonly descriptions: (string | undefined)[];
  readonly percentLeads: (PercentLead | undefined)[];
  readonly totalLeads: (boolean | undefined)[];
  readonly changeLeads: (boolean | undefined)[];
  readonly classes: (ExclusiveClass | 'none' | undefined)[];
};
