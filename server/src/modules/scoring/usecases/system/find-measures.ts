// SPDX-License-Identifier: Apache-2.0
import { vietnameseDay } from '#kernel/dates';
import { countReceivedOf } from '#modules/dossiers';
import { figuresInUse } from '#modules/figures';
import type { Db } from '#platform/db/db';
import { latestRows, portalUnitsOf, type StoredRow } from '../../data/service-index/read.repo.ts';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import type { ScoreOrigin } from '../../domain/cycle/score-origin.ts';
import type { MeasuredParts } from '../../domain/cycle/system-input.ts';
import { metricLines } from '../../domain/service-index/metric-lines.ts';
import { periodOf } from '../../domain/service-index/period.ts';
import { type IndexRules, rulesOn } from '../../domain/service-index/rules.ts';
import { wholeTotal } from '../../domain/service-index/whole-total.ts';
import { indexVersions } from '../service-index/rules-data.ts';

/** What a measure says of a unit in a year, where it comes from, and that in words. */
export type Measured = MeasuredParts & { readonly origin: ScoreOrigin; readonly source: string };

/** Finds a measure such as `figure:TTHC.DH` or `service-index:2.1` of a unit. */
export type FindMeasure = (measure: string, unitId: string) => Measured | undefined;

const originWords: Readonly<Record<string, string>> = {
  computed: 'tính từ hồ sơ, văn bản',
  entered: 'đơn vị nhập',
  imported: 'nạp từ tệp',
  official: 'cơ quan khác công bố',
  summed: 'cộng các đơn vị trực thuộc',
};

/** The measures of units in a year: figures in use, published metrics and the total of the service index, and 2.1 and 3.3 from own dossiers without them. */
export async function findMeasures(db: Db, unitIds: readonly string[], measures: readonly string[], year: number): Promise<FindMeasure> {
  const found = new Map<string, Measured>();
  const key = (measure: string, unitId: string): string => JSON.stringify([measure, unitId]);
  const codesOf = (prefix: string): string[] => measures.flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []));

  const figureCodes = codesOf('figure:');
  for (const [code, unitId, measured] of await figuresOf(db, unitIds, figureCodes, year))
    found.set(key(`figure:${code}`, unitId), measured);
  const metrics = codesOf('service-index:');
  if (metrics.length > 0) {
    for (const [code, unitId, measured] of await ownMetrics(db, unitIds, metrics, year))
      found.set(key(`service-index:${code}`, unitId), measured);
    for (const [code, unitId, measured] of await publishedIndex(db, unitIds, year))
      found.set(key(`service-index:${code}`, unitId), measured);
  }
  return (measure, unitId) => found.get(key(measure, unitId));
}

type Found = readonly (readonly [code: string, unitId: string, measured: Measured])[];

async function figuresOf(db: Db, unitIds: readonly string[], indicatorCodes: readonly string[], year: number): Promise<Found> {
  if (indicatorCodes.length === 0) return [];
  const period = String(year);
  const figures = await figuresInUse(db, { indicatorCodes, unitIds, period });
  return figures.map(({ indicatorCode, indicatorId, unitId, id, numerator, denominator, value, scale, origin }) => [
    indicatorCode,
    unitId,
    {
      numerator,
      denominator,
      scale: value === null ? null : scale,
      origin: { kind: 'figure', indicatorId, indicatorCode, unitId, period, revisionId: id },
      source: `Số liệu ${indicatorCode} năm ${year} (${originWords[origin] ?? origin})`,
    },
  ]);
}

async function publishedIndex(db: Db, unitIds: readonly string[], year: number): Promise<Found> {
  const own = serviceIndexDb(db);
  const units = await portalUnitsOf(own, unitIds);
  const period = periodOf('year', year, 1);
  const rules = rulesOn(indexVersions, period.to);
  const rows = await latestRows(
    own,
    units.map(({ key }) => key),
    period,
  );
  const rowsOf = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const own = rowsOf.get(row.unitKey);
    if (own) own.push(row);
    else rowsOf.set(row.unitKey, [row]);
  }
  return units.flatMap(({ key: unitKey, unitId }) => {
    const ofUnit = rowsOf.get(unitKey) ?? [];
    if (unitId === null) return [];
    const metrics = rules.groups.flatMap((group) => {
      const given = ofUnit.filter((row) => row.group === group.code);
      const [row] = given;
      if (!row) return [];
      return metricLines(group, given, rules.decimals).flatMap((line) => {
        const [numerator, denominator] = [line.numerator.value, line.denominator.value];
        if (numerator === null || denominator === null) return [];
        const origin = { kind: 'service_index', unitKey, metric: line.documentCode, period: String(year), sourceId: row.sourceId } as const;
        const source = `Chỉ số phục vụ 766, mục ${line.documentCode} năm ${year}: ${row.sourceName.slice(0, 150)}, tính đến ${vietnameseDay(row.asOf)}`;
        return [[line.documentCode, unitId, { ...parts(numerator, denominator), origin, source }] as const];
      });
    });
    const total = measuredTotal(rules, unitKey, ofUnit, year);
    return total ? [...metrics, ['total', unitId, total] as const] : metrics;
  });
}

/** `service-index:total`: the points of all groups out of the most that there are; as an amount, the points themselves. */
function measuredTotal(rules: IndexRules, unitKey: string, rows: readonly StoredRow[], year: number): Measured | undefined {
  const total = wholeTotal(rules, rows);
  const newest = total?.rows.reduce((latest, row) => (row.asOf > latest.asOf ? row : latest));
  if (!total || !newest) return undefined;
  const sources = [...new Set(total.rows.map(({ sourceName }) => sourceName))].join(', ').slice(0, 150);
  return {
    numerator: total.score,
    denominator: total.maximum,
    scale: total.maximum,
    origin: { kind: 'service_index', unitKey, metric: 'total', period: String(year), sourceId: newest.sourceId },
    source: `Chỉ số phục vụ 766, tổng điểm năm ${year}: ${sources}, tính đến ${vietnameseDay(newest.asOf)}`,
  };
}

/** 2.1 (on time) and 3.3 (online), the metrics that the dossiers of this installation are enough for. */
async function ownMetrics(db: Db, unitIds: readonly string[], metrics: readonly string[], year: number): Promise<Found> {
  const wanted = ['2.1', '3.3'].filter((code) => metrics.includes(code));
  if (wanted.length === 0) return [];
  const found: (readonly [string, string, Measured])[] = [];
  for (const [unitId, counts] of await countReceivedOf(db, unitIds, periodOf('year', year, 1))) {
    if (counts.received === 0) continue;
    for (const metric of wanted) {
      const numerator = metric === '2.1' ? counts.finishedInTime + counts.openInTime : counts.online;
      const origin = { kind: 'own_dossiers', unitId, metric, period: String(year) } as const;
      const source = `Hồ sơ đơn vị tiếp nhận năm ${year}, tính theo mục ${metric} của Quyết định 766/QĐ-TTg`;
      found.push([metric, unitId, { ...parts(numerator, counts.received), origin, source }]);
    }
  }
  return found;
}

function parts(numerator: number, denominator: number): MeasuredParts {
  return { numerator: String(numerator), denominator: String(denominator), scale: null };
}
