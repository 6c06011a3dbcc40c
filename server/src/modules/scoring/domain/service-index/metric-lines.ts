// SPDX-License-Identifier: Apache-2.0
import { gapOf } from './gap.ts';
import { totalMetric } from './read-row.ts';
import { type IndexCounts, operandsOf, scoreMetric, scoreParts } from './recompute.ts';
import type { Certainty, GroupRule, MetricRule, Named } from './rules.ts';
import { countsOf } from './score-published.ts';

/** One metric of a unit in a period: its rule in words, its operands, its computed points, and what is missing for full ones. */
export type MetricLine = {
  readonly code: string;
  readonly documentCode: string;
  readonly name: Named;
  readonly maximum: string;
  readonly rule: MetricRule['rule'];
  readonly fullFromPercent: string | null;
  readonly certainty: Certainty;
  readonly note: string | null;
  readonly numerator: Operand;
  readonly denominator: Operand;
  readonly ratio: string | null;
  readonly score: string | null;
  readonly missing: { readonly points: string; readonly more: number; readonly further: number | null } | null;
};

type Operand = { readonly value: number | null; readonly name: Named; readonly unit: Named };
type Row = { readonly metric: string; readonly counts: Readonly<Record<string, number | null>> };

/** The metrics of a group in the order of its rules, from the rows of one unit; a metric without a row has no counts. */
export function metricLines(group: GroupRule, rows: readonly Row[], decimals: number): MetricLine[] {
  const total = rows.find(({ metric }) => metric === totalMetric);
  return group.metrics.map((metric) => {
    const row = group.kind === 'metrics' ? rows.find((one) => one.metric === metric.code) : total;
    return lineOf(group, metric, row ? countsOf(row.counts) : {}, row !== undefined, decimals);
  });
}

/** One metric from its counts, wherever they come from. */
export function lineOf(group: GroupRule, metric: MetricRule, counts: IndexCounts, isThere: boolean, decimals: number): MetricLine {
  const { numerator, denominator } = operandsOf(metric, counts);
  const none = { ratio: null, score: null };
  const points =
    group.kind === 'metrics'
      ? scoreMetric(metric, counts, decimals)
      : scoreParts(group, counts, decimals).find((part) => part.metric === metric);
  const { ratio, score } = isThere ? (points ?? none) : none;
  const gap = gapOf(group, metric, counts, decimals);
  return {
    code: metric.code,
    documentCode: metric.documentCode,
    name: metric.name,
    maximum: metric.maximum,
    rule: metric.rule,
    fullFromPercent: metric.fullFromPercent ?? null,
    certainty: metric.certainty,
    note: metric.note,
    numerator: { value: numberOf(numerator), name: metric.numerator.name, unit: metric.numerator.unit },
    denominator: { value: numberOf(denominator), name: metric.denominator.name, unit: metric.denominator.unit },
    ratio,
    score,
    missing: gap && { points: gap.points, more: Number(gap.more), further: gap.further === null ? null : Number(gap.further) },
  };
}

function numberOf(count: bigint | null): number | null {
  return count === null ? null : Number(count);
}
