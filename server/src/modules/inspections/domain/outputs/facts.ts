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
  readonly periodFrom: Day;
  readonly periodTo: Day;
};

export type TeamRole = 'head' | 'deputy_head' | 'secretary' | 'member';
export type Person = { readonly name: string; readonly position: string };
export type TeamPerson = Person & { readonly role: TeamRole };

/** A count that is stored as a figure. */
export type Count = { readonly figureId: string; readonly value: number };

/** A figure the unit stated, beside what the team computed from numerator and denominator. Percents are texts as printed. */
export type FigureFact = {
  readonly id: string;
  readonly label: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly statedPercent: string | null;
  readonly recomputedPercent: string | null;
  readonly verdict: 'agrees' | 'differs' | 'not_computable' | 'count';
};

/** Checklist of one reform field: how many items were checked, met and not met, and the team's remarks. */
export type FieldResult = {
  readonly field: ReformField;
  readonly checked: Count;
  readonly met: Count;
  readonly unmet: Count;
  readonly remarks: string;
};

/** Texts may quote a figure by `{figure:<id>}`; see `prose.ts`. */
export type FindingFact = {
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
