// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/** The six groups in which the National Public Service Portal shows the index. */
export const indexGroups = ['transparency', 'progress', 'online', 'digitisation', 'satisfaction', 'payment'] as const;
export type IndexGroup = (typeof indexGroups)[number];

/**
 * How sure a rule is: document and published figures agree (`confirmed`), found because it fits the published figures while
 * the document is silent (`fitted`), or the published figures contradict the document and are followed (`conflicting`).
 */
export const certainties = ['confirmed', 'fitted', 'conflicting'] as const;
export type Certainty = (typeof certainties)[number];

/** Decimal texts; `maximum` stands for the metric's own, null for "not given". */
export type WhenEmpty = { readonly ratio: string | null; readonly score: string | null };

/** A name in both languages of the screens. */
export type Named = { readonly vi: string; readonly en: string };

export type MetricRule = {
  readonly code: string;
  /** Number of the metric in the portal's document of formulas. */
  readonly documentCode: string;
  readonly name: Named;
  readonly maximum: string;
  /** `threshold`: full points from a share on; `full_when_uncounted`: full points where the portal publishes no counts. */
  readonly rule: 'proportional' | 'threshold' | 'unscored' | 'full_when_uncounted';
  readonly fullFromPercent?: string | undefined;
  /** The counts whose sum is the numerator. */
  readonly numerator: { readonly keys: readonly string[]; readonly name: Named; readonly unit: Named };
  readonly denominator: { readonly key: string; readonly name: Named; readonly unit: Named };
  /** Answer where the denominator is 0. */
  readonly whenEmpty: WhenEmpty;
  readonly certainty: Certainty;
  readonly note: string | null;
};

export type GroupRule = {
  readonly code: IndexGroup;
  /** Code of the group in the portal's table of provinces. */
  readonly portalCode: string;
  readonly position: number;
  readonly name: Named;
  readonly maximum: string;
  /** Each metric has a row of its own (`metrics`), or one row of the unit has the counts of all of them (`parts`). */
  readonly kind: 'metrics' | 'parts';
  readonly rounding: 'half_up' | 'binary';
  /** What the group's ratio is of: the counts of its one metric, or its points. */
  readonly ratio: 'counts' | 'points';
  readonly metrics: readonly MetricRule[];
};

/** The rules of Decision 766/QĐ-TTg that were in force for a time. */
export type IndexRules = {
  readonly number: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly citation: string;
  readonly basis: string;
  readonly decimals: number;
  readonly groups: readonly GroupRule[];
};

/** The version in force on a day; before the first one, the first. */
export function rulesOn(versions: readonly IndexRules[], day: Day): IndexRules {
  const sorted = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const found = sorted.filter((version) => version.validFrom <= day).at(-1) ?? sorted[0];
  if (!found) throw new Error('no version of the index');
  return found;
}

/** A group by the product's own code or by the portal's. */
export function findGroup(rules: IndexRules, code: string): GroupRule | undefined {
  return rules.groups.find((group) => group.code === code || group.portalCode === code);
}
