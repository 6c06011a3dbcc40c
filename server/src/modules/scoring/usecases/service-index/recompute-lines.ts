// SPDX-License-Identifier: Apache-2.0
import { type IndexRow, metricRule, type RowProblem, readRow, scoreRow, totalMetric } from '../../domain/service-index/read-row.ts';
import { indexVersions } from './rules-data.ts';

export type RecomputedLine = { readonly ratio: number | null; readonly score: number | null };

export type RecomputedFile = {
  readonly answers: readonly RecomputedLine[];
  readonly problems: readonly (RowProblem & { readonly line: number })[];
  /** Metrics without a known formula, each with its first line: their points stay empty. */
  readonly unknownMetrics: readonly { readonly line: number; readonly metric: string }[];
};

/** Computes ratio and points of published rows anew, one a line, in their order; blank lines are skipped. */
export function recomputeLines(text: string): RecomputedFile {
  const answers: RecomputedLine[] = [];
  const problems: (RowProblem & { line: number })[] = [];
  const unknownMetrics = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const row = readRow(indexVersions, line);
    if ('code' in row) {
      problems.push({ ...row, line: index + 1 });
      continue;
    }
    if (hasNoRule(row) && !unknownMetrics.has(row.metric)) unknownMetrics.set(row.metric, index + 1);
    const { ratio, score } = scoreRow(row);
    answers.push({ ratio: numberOf(ratio), score: numberOf(score) });
  }
  if (answers.length === 0 && problems.length === 0) problems.push({ code: 'scoring.index_file_empty', params: {}, line: 1 });
  return { answers, problems, unknownMetrics: [...unknownMetrics].map(([metric, line]) => ({ metric, line })) };
}

function hasNoRule({ group, metric }: IndexRow): boolean {
  return metric !== totalMetric && metricRule(group, metric) === undefined;
}

/** Two decimals fit a JSON number; it is written with the same digits. */
function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
