// SPDX-License-Identifier: Apache-2.0
import type { AppErrorParams } from '#kernel/app-error';
import { readExact } from './exact.ts';
import { readPeriod } from './period.ts';
import { type IndexCounts, type IndexScore, scoreGroupOfParts, scoreMetric, totalOf } from './recompute.ts';
import { findGroup, type GroupRule, type IndexRules, rulesOn } from './rules.ts';

/** The name of the row that carries a group's total. */
export const totalMetric = 'TOTAL_SCORE';

/** One published row: a metric with its two counts, a group's total with its metric scores, or a group's counts. */
export type IndexRow = {
  readonly rules: IndexRules;
  readonly group: GroupRule;
  readonly metric: string;
  readonly maximum: string | null;
  readonly counts: IndexCounts;
  readonly metricScores: Readonly<Record<string, string | null>> | null;
};

export type RowProblem = { readonly code: string; readonly params: AppErrorParams };

type Fields = Readonly<Record<string, unknown>>;

/** Reads one line of a file of published rows; whatever is not needed for the score is ignored. */
export function readRow(versions: readonly IndexRules[], line: string): IndexRow | RowProblem {
  const fields = readObject(line);
  if (!fields) return { code: 'scoring.index_line_not_json', params: {} };
  const { group: groupCode, metric, inputs } = fields;
  if (typeof groupCode !== 'string') return missing('group');
  if (typeof metric !== 'string') return missing('metric');
  if (!isFields(inputs)) return missing('inputs');
  const rules = rulesOn(versions, lastDayOf(fields['period']));
  const group = findGroup(rules, groupCode);
  if (!group) return { code: 'scoring.index_group_unknown', params: { group: groupCode } };
  const counts = readCounts(neededCounts(group, metric), withUsualNames(group, inputs), fields['null_inputs_stored_as_zero'] === true);
  if ('code' in counts) return counts;
  const scores = isFields(inputs['metric_scores']) ? readScores(inputs['metric_scores']) : null;
  if (scores && 'problem' in scores) return scores.problem;
  const maximum = readPoints('max', fields['max']);
  if (maximum !== null && typeof maximum === 'object') return maximum;
  return { rules, group, metric, maximum, counts: counts.counts, metricScores: scores?.scores ?? null };
}

/** Ratio and points of a row. A metric that the rules do not know has a ratio, but no points: none are invented for it. */
export function scoreRow({ rules, group, metric, maximum, counts, metricScores }: IndexRow): IndexScore {
  if (metric === totalMetric) {
    if (group.kind === 'parts') return scoreGroupOfParts(group, counts, rules.decimals, maximum);
    return metricScores ? totalOf(Object.values(metricScores), maximum ?? group.maximum, rules.decimals) : { ratio: null, score: null };
  }
  return scoreMetric(metricRule(group, metric) ?? unknownMetric(metric), counts, rules.decimals, maximum);
}

/** The rule of a metric, where there is one. */
export function metricRule(group: GroupRule, metric: string) {
  return group.metrics.find(({ code }) => code === metric);
}

const unnamed = { vi: '', en: '' } as const;

function unknownMetric(code: string): GroupRule['metrics'][number] {
  return {
    code,
    documentCode: '',
    name: { vi: code, en: code },
    maximum: '0',
    rule: 'unscored',
    numerator: { keys: ['numerator'], name: unnamed, unit: unnamed },
    denominator: { key: 'denominator', name: unnamed, unit: unnamed },
    whenEmpty: { ratio: null, score: null },
    certainty: 'fitted',
    note: null,
  };
}

function neededCounts(group: GroupRule, metric: string): readonly string[] {
  if (group.kind === 'metrics' || metric !== totalMetric) return metric === totalMetric ? [] : ['numerator', 'denominator'];
  return group.metrics.flatMap(({ numerator, denominator }) => [...numerator.keys, denominator.key]);
}

/** A group of one metric may also name its counts as the other groups do. */
function withUsualNames(group: GroupRule, inputs: Fields): Fields {
  const [only, ...others] = group.metrics;
  if (group.kind !== 'parts' || !only || others.length > 0) return inputs;
  const usual = { [only.numerator.keys[0] ?? '']: inputs['numerator'], [only.denominator.key]: inputs['denominator'] };
  return { ...usual, ...inputs };
}

/**
 * Counts by name. In a row that says that nulls were stored as 0, a numerator and a denominator that are both 0 are taken as
 * not published.
 */
function readCounts(keys: readonly string[], inputs: Fields, zeroIsNull: boolean): { counts: IndexCounts } | RowProblem {
  const counts: Record<string, bigint | null> = {};
  for (const key of keys) {
    const value = inputs[key] ?? null;
    if (value !== null && !(typeof value === 'number' && Number.isSafeInteger(value) && value >= 0))
      return { code: 'scoring.index_count_wrong', params: { field: key, value: JSON.stringify(value) } };
    counts[key] = value === null ? null : BigInt(value);
  }
  const isNothing = zeroIsNull && keys.length > 0 && keys.every((key) => counts[key] === 0n);
  return { counts: isNothing ? Object.fromEntries(keys.map((key) => [key, null])) : counts };
}

function readScores(fields: Fields): { scores: Record<string, string | null> } | { problem: RowProblem } {
  const scores: Record<string, string | null> = {};
  for (const [key, value] of Object.entries(fields)) {
    const points = readPoints(`metric_scores.${key}`, value);
    if (points !== null && typeof points === 'object') return { problem: points };
    scores[key] = points;
  }
  return { scores };
}

function readPoints(field: string, value: unknown): string | null | RowProblem {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'number' ? String(value) : undefined;
  if (text !== undefined && readExact(text)) return text;
  return { code: 'scoring.index_points_wrong', params: { field, value: JSON.stringify(value) } };
}

/** Without a period that can be read, the newest rules hold. */
function lastDayOf(period: unknown): string {
  const value = isFields(period) ? period['value'] : undefined;
  return (typeof value === 'string' ? readPeriod(value)?.to : undefined) ?? '9999-12-31';
}

function readObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const missing = (field: string): RowProblem => ({ code: 'scoring.index_field_missing', params: { field } });

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
