// SPDX-License-Identifier: Apache-2.0
import { apart } from './exact.ts';
import type { PortalRow } from './portal-answer.ts';
import { scoreRow } from './read-row.ts';
import { type IndexCounts, type IndexScore, indexTotal } from './recompute.ts';
import { findGroup, type IndexRules } from './rules.ts';

export type ScoredRow = { readonly row: PortalRow; readonly computed: IndexScore };

/** A published row beside what the rules give for its counts; `overall` is the sum of the six published groups. */
export function scorePublished(rules: IndexRules, row: PortalRow): ScoredRow {
  if (row.group === 'overall') return { row, computed: indexTotal(rules, Object.values(row.metricScores ?? {})) };
  const group = findGroup(rules, row.group);
  if (!group) return { row, computed: { ratio: null, score: null } };
  const { metric, maximum, metricScores } = row;
  return { row, computed: scoreRow({ rules, group, metric, maximum, counts: countsOf(row.counts), metricScores }) };
}

/** Counts as the rules take them. */
export function countsOf(counts: Readonly<Record<string, number | null>>): IndexCounts {
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count === null ? null : BigInt(count)]));
}

/** The published points less the computed ones; null while one of them is not known. The published ones are those in use. */
export function pointsApart(official: string | null, computed: string | null, decimals: number): string | null {
  return official === null || computed === null ? null : apart(official, computed, decimals);
}
