// SPDX-License-Identifier: Apache-2.0
import { readExact } from './exact.ts';
import { type IndexGroup, type IndexRules, indexGroups } from './rules.ts';

/** A unit as the portal names it; the code is missing in some answers. */
export type PortalUnit = {
  /** The portal's identifier, or `code:H18` where an answer has only the code. */
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  readonly level: string | null;
  readonly isProvince: boolean;
};

/** One published row with the place in the answer where it stands; null is "not published". */
export type PortalRow = {
  readonly place: string;
  readonly unit: PortalUnit;
  readonly group: IndexGroup | 'overall';
  readonly metric: string;
  readonly counts: Readonly<Record<string, number | null>>;
  readonly metricScores: Readonly<Record<string, string | null>> | null;
  readonly ratio: string | null;
  readonly score: string | null;
  readonly maximum: string | null;
  readonly dataQuality: string | null;
};

export type PortalProblem = { readonly problem: 'shape' | 'number' | 'unit'; readonly place: string };
type Fields = Readonly<Record<string, unknown>>;

class Unreadable extends Error {
  readonly found: PortalProblem;
  constructor(problem: PortalProblem['problem'], place: string) {
    super(problem);
    this.found = { problem, place };
  }
}

/**
 * Reads a stored answer of the portal's reporting API, or a kept table of all provinces, into rows of counts and published
 * points. Whatever is missing stays null; a value of a wrong kind refuses the whole answer with its place.
 */
export function readPortalAnswer(rules: IndexRules, answer: unknown): readonly PortalRow[] | PortalProblem {
  try {
    const fields = fieldsAt(answer, '');
    if (Array.isArray(fields['provinces']))
      return fields['provinces'].flatMap((row, index) => keptProvince(rules, row, `provinces[${index}]`));
    const data = fieldsAt(fields['data'], 'data');
    if (isFields(data['parent']) && Array.isArray(data['children'])) return treeRows(rules, data['parent'], data['children']);
    const rows = listAt(data['evaluation'], 'data.evaluation');
    if (rows.some((row) => isFields(row) && isFields(row['groupScores'])))
      return rows.flatMap((row, index) =>
        provinceRows(rules, fieldsAt(row, `data.evaluation[${index}]`), `data.evaluation[${index}]`, 'groupScores'),
      );
    const overview =
      isFields(data['overview']) && Array.isArray(data['overview']['metrics']) ? [[data['overview'], 'data.overview', true] as const] : [];
    const all = [...overview, ...rows.map((row, index) => [row, `data.evaluation[${index}]`, false] as const)];
    return all.flatMap(([row, place, isRoot]) => evaluationRows(rules, fieldsAt(row, place), place, isRoot));
  } catch (error) {
    if (error instanceof Unreadable) return error.found;
    throw error;
  }
}

/** Metrics of a unit, and its total. */
function evaluationRows(rules: IndexRules, row: Fields, place: string, isRoot: boolean): PortalRow[] {
  const unit = unitOf(row, place, isRoot);
  const metrics = listAt(row['metrics'], `${place}.metrics`).map((metric, index) => fieldsAt(metric, `${place}.metrics[${index}]`));
  const codes = metrics.map((metric, index) => textAt(metric['code'], `${place}.metrics[${index}].code`));
  const group = rules.groups.find((one) => one.kind === 'metrics' && one.metrics.some(({ code }) => codes.includes(code)))?.code;
  if (!group) throw new Unreadable('shape', `${place}.metrics`);
  const rows = metrics.map((metric, index): PortalRow => {
    const at = `${place}.metrics[${index}]`;
    return {
      ...published(metric, at, 'score', 'maxScore'),
      place: at,
      unit,
      group,
      metric: codes[index] ?? '',
      counts: {
        numerator: countAt(metric['numerator'], `${at}.numerator`),
        denominator: countAt(metric['denominator'], `${at}.denominator`),
      },
      metricScores: null,
    };
  });
  const metricScores = Object.fromEntries(rows.map((one) => [one.metric, one.score]));
  const total = {
    ...published(row, place, 'totalScore', 'totalMaxScore'),
    place,
    unit,
    group,
    metric: 'TOTAL_SCORE',
    counts: {},
    metricScores,
  };
  return [...rows, total];
}

/** One row of counts for the root and each unit below it. */
function treeRows(rules: IndexRules, parent: Fields, children: readonly unknown[]): PortalRow[] {
  const group = rules.groups.find((one) => one.kind === 'parts' && one.metrics.some(({ denominator }) => denominator.key in parent));
  if (!group) throw new Unreadable('shape', 'data.parent');
  const keys = new Set([
    ...group.metrics.flatMap(({ numerator, denominator }) => [...numerator.keys, denominator.key]),
    ...(besides[group.code] ?? []),
  ]);
  const all = [[parent, 'data.parent', true] as const, ...children.map((row, index) => [row, `data.children[${index}]`, false] as const)];
  return all.map(([value, place, isRoot]) => {
    const row = fieldsAt(value, place);
    const counts = [...keys].filter((key) => key in row).map((key) => [key, countAt(row[key], `${place}.${key}`)]);
    const [score, maximum] = 'score' in row ? ['score', 'maxScore'] : ['totalScore', 'totalMaxScore'];
    return {
      ...published(row, place, score, maximum),
      place,
      unit: unitOf(row, place, isRoot),
      group: group.code,
      metric: 'TOTAL_SCORE',
      counts: Object.fromEntries(counts),
      metricScores: null,
    };
  });
}

/** Counts that are kept though no formula needs them. */
const besides: Readonly<Record<string, readonly string[]>> = {
  progress: ['totalOverdue', 'totalCompleted'],
  online: ['channelDirectSum', 'channelPostalSum', 'onlineOnTimeSum', 'onlineOverdueSum'],
};

function provinceRows(rules: IndexRules, row: Fields, place: string, scoresAt: string): PortalRow[] {
  const unit = unitOf(row, place, true);
  const scores = fieldsAt(row[scoresAt], `${place}.${scoresAt}`);
  const base = { unit, metric: 'TOTAL_SCORE', counts: {}, dataQuality: null, ratio: null, place };
  const groups = rules.groups.map(({ code, portalCode, maximum }): PortalRow => {
    const score = pointsAt(scores[portalCode], `${place}.${scoresAt}.${portalCode}`);
    return { ...base, place: `${place}.${scoresAt}.${portalCode}`, group: code, metricScores: null, score, maximum };
  });
  const metricScores = Object.fromEntries(groups.map(({ group, score }) => [group, score]));
  const score = pointsAt(row['totalScore'] ?? row['total'], `${place}.totalScore`);
  return [...groups, { ...base, group: 'overall', metricScores, score, maximum: '100' }];
}

/** A row of a table of provinces that someone keeps, with the codes `code`, `name`, `total`, `groups`. */
function keptProvince(rules: IndexRules, value: unknown, place: string): PortalRow[] {
  const row = fieldsAt(value, place);
  return provinceRows(rules, { ...row, departmentCode: row['code'], departmentName: row['name'] }, place, 'groups');
}

function published(row: Fields, place: string, score = 'totalScore', maximum = 'totalMaxScore') {
  return {
    ratio: pointsAt(row['ratio'], `${place}.ratio`),
    score: pointsAt(row[score], `${place}.${score}`),
    maximum: pointsAt(row[maximum], `${place}.${maximum}`),
    dataQuality: typeof row['dataQualityStatus'] === 'string' ? row['dataQualityStatus'] : null,
  };
}

function unitOf(row: Fields, place: string, isRoot: boolean): PortalUnit {
  const { departmentId, departmentCode, departmentName, departmentLevel, level, departmentType } = row;
  const code = typeof departmentCode === 'string' && departmentCode !== '' ? departmentCode : null;
  const key = typeof departmentId === 'string' && departmentId !== '' ? departmentId : code && `code:${code}`;
  if (!key || typeof departmentName !== 'string') throw new Unreadable('unit', place);
  const written = departmentLevel ?? level;
  const isProvince = isRoot || departmentType === 'PROVINCE';
  return { key, code, name: departmentName.normalize('NFC').trim(), level: typeof written === 'string' ? written : null, isProvince };
}

function countAt(value: unknown, place: string): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Unreadable('number', place);
}

function pointsAt(value: unknown, place: string): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'number' ? String(value) : '';
  if (readExact(text)) return text;
  throw new Unreadable('number', place);
}

function textAt(value: unknown, place: string): string {
  if (typeof value === 'string') return value;
  throw new Unreadable('shape', place);
}

function listAt(value: unknown, place: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unreadable('shape', place);
}

function fieldsAt(value: unknown, place: string): Fields {
  if (isFields(value)) return value;
  throw new Unreadable('shape', place || 'tệp');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a text is a group of the index. */
export function isIndexGroup(text: string): text is IndexGroup {
  return (indexGroups as readonly string[]).includes(text);
}
