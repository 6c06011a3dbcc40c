// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { ReformField } from '#kernel/reform-fields';
import type { DecimalText, Rule } from './rule.ts';

/** Whom a set judges; districts ended on 30/6/2025 (Resolution 203/2025/QH15) and keep their sets for the years before. */
export const setLevels = ['commune', 'department', 'district'] as const;
export type SetLevel = (typeof setLevels)[number];

/** Who brings the points of an item about. */
export const scoringMethods = ['self', 'system', 'appraisal', 'survey', 'leader'] as const;
export type ScoringMethod = (typeof scoringMethods)[number];

/** Fields hold criteria, criteria hold sub-criteria; bonuses and deductions stand beside the fields. */
export const nodeKinds = ['field', 'criterion', 'sub_criterion', 'bonus', 'deduction'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** A row of the table of criteria. What has no children is an item: it is scored by its rule. */
export type CriteriaNode = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: NodeKind;
  readonly name: string;
  /** Most points that can be won; of a deduction, most points that can be lost. */
  readonly maximum: DecimalText;
  /** Null where the node has children. */
  readonly method: ScoringMethod | null;
  /** Documents that must prove the score. */
  readonly evidence: string;
  /** The owner of this reform field appraises the score. */
  readonly appraiserField: ReformField | null;
  readonly rule: Rule;
  /** Measure of another module that fills the input, such as `service-index:2.1`. */
  readonly measure: string | null;
  readonly mayBeNotApplicable: boolean;
  readonly note: string;
};

export const roundingModes = ['half_up', 'half_even', 'truncate'] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** Where points are rounded: each item before it is added, or only the total. */
export const roundingPlaces = ['items', 'total'] as const;
/** Items that do not apply: points are stretched to the maximum, counted against the applicable maximum, or there are none such. */
export const notApplicableTreatments = ['rescale', 'share', 'refuse'] as const;
export const aboveMaximumTreatments = ['cap', 'keep'] as const;
/** Ranks and grades compare the index as it is printed, or the exact fraction behind it. */
export const comparisonBases = ['shown', 'exact'] as const;

/** How a set counts; declared by each set, because decisions differ. */
export type Conventions = {
  readonly rounding: RoundingMode;
  readonly decimals: number;
  readonly roundAt: (typeof roundingPlaces)[number];
  readonly indexDecimals: number;
  readonly notApplicable: (typeof notApplicableTreatments)[number];
  /** Whether bonuses may lift the total above the maximum. */
  readonly aboveMaximum: (typeof aboveMaximumTreatments)[number];
  readonly compareBy: (typeof comparisonBases)[number];
};

/** A grade for an index of at least `fromPercent`. */
export type Grade = { readonly code: string; readonly name: string; readonly fromPercent: DecimalText };

/** `official` is the table of a decision; `template` is starting data that the product brings and nobody has decided. */
export const certainties = ['official', 'template'] as const;
export type Certainty = (typeof certainties)[number];

/** What a set says, apart from who keeps it in which version. */
export type CriteriaSet = {
  readonly level: SetLevel;
  /** The year that is judged. */
  readonly year: number;
  readonly title: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly legalBasis: string;
  readonly certainty: Certainty;
  readonly note: string;
  readonly maximum: DecimalText;
  readonly conventions: Conventions;
  /** Best first; empty where the decision ranks without grades. */
  readonly grades: readonly Grade[];
  /** In the order of the table; a child stands anywhere after its parent. */
  readonly nodes: readonly CriteriaNode[];
};

/** States of a version; a published one is never changed, only replaced. */
export const setStates = ['draft', 'published', 'superseded'] as const;
export type SetState = (typeof setStates)[number];
