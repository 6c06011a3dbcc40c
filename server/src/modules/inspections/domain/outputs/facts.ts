// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { ReformField } from '#kernel/reform-fields';

/** A document that is cited: "Kế hoạch số 1703/KH-UBND ngày 09/6/2022 của UBND tỉnh Điện Biên". */
export type CitedDocument = {
  readonly kind: string;
  readonly documentNumber: string;
  readonly issuedOn: Day;
  readonly issuedBy: string;
  readonly about: string | null;
};

/** The round in its own words; `title` is a noun phrase in small letters ("kiểm tra công tác …"). */
export type RoundFacts = {
  readonly title: string;
  readonly plan: CitedDocument;
  readonly decision: CitedDocument;
  /** Which time of the unit's work was inspected; null where nobody laid it down. */
  readonly period: { readonly from: Day; readonly to: Day } | null;
};

export type TeamRole = 'head' | 'deputy_head' | 'secretary' | 'member';
/** A name that is not known is empty: the paper leaves room for it. */
export type Person = { readonly name: string; readonly position: string };
export type TeamPerson = Person & { readonly role: TeamRole };

/** A count that is stored as a figure. */
export type Count = { readonly figureId: string; readonly value: number };

/** The team's own count of a figure, with the percentage of its own operands. */
export type CountedFact = { readonly numerator: string; readonly denominator: string | null; readonly percent: string | null };

/**
 * A figure the unit stated, beside what the team computed from the stated operands and what the team counted itself.
 * Percents are texts as printed. A percentage stands only beside the operands it was computed from.
 */
export type FigureFact = {
  readonly id: string;
  readonly label: string;
  readonly unitOfMeasure: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly parts: readonly { readonly label: string; readonly value: string }[];
  readonly statedPercent: string | null;
  readonly recomputedPercent: string | null;
  /** The sum of the parts; null where the figure is no sum. */
  readonly sum: string | null;
  readonly counted: CountedFact | null;
  readonly verdict: 'agrees' | 'differs' | 'question' | 'not_computable' | 'count';
};

/** Checklist of one reform field: all its items by what was found, and the team's remarks. */
export type FieldResult = {
  readonly field: ReformField;
  readonly items: Count;
  readonly met: Count;
  readonly partly: Count;
  readonly unmet: Count;
  /** Not applicable at this unit, or not judged. */
  readonly unjudged: Count;
  readonly remarks: string;
};

/** Dossiers drawn at random; list length, size and seed let anyone draw the same ones again. */
export type SampleFact = {
  readonly title: string;
  readonly population: Count;
  readonly drawn: Count;
  readonly examined: Count;
  readonly faulty: Count;
  readonly seed: number;
  readonly faults: readonly { readonly code: string; readonly note: string }[];
};

/** Texts may quote a figure by `{figure:<id>}`; see `prose.ts`. */
export type FindingFact = {
  /** Checklist item that the finding rests on, or the code of its group. */
  readonly code: string;
  readonly field: ReformField;
  readonly text: string;
  readonly cause: string;
};

export type RecommendationFact = { readonly text: string; readonly owner: string; readonly deadline: Day | null };

/** Who issues the paper, in ordinary writing; the form turns it into capitals. */
export type Issuer = { readonly superior: string | null; readonly name: string };

/** How far the paper has come; a number and a day exist only where they were given. */
export type PaperFacts = {
  readonly stage: 'draft' | 'for_signature' | 'issued';
  readonly sequence: number | null;
  readonly place: string;
  readonly issuedOn: Day | null;
};
