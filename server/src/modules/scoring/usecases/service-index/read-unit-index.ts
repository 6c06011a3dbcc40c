// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import {
  findPortalUnit,
  latestRows,
  listPeriods,
  monthlyTotals,
  type PeriodKey,
  type PortalUnitHead,
  type StoredRow,
} from '../../data/service-index/read.repo.ts';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import { type MetricLine, metricLines } from '../../domain/service-index/metric-lines.ts';
import { readPeriod, writePeriod } from '../../domain/service-index/period.ts';
import { totalMetric } from '../../domain/service-index/read-row.ts';
import { indexTotal } from '../../domain/service-index/recompute.ts';
import { type IndexRules, rulesOn } from '../../domain/service-index/rules.ts';
import { pointsApart } from '../../domain/service-index/score-published.ts';
import { indexVersions } from './rules-data.ts';

/** Published beside computed points, their difference, and where the published ones stand. */
export type IndexFigure = {
  readonly official: string | null;
  readonly officialRatio: string | null;
  readonly computed: string | null;
  readonly computedRatio: string | null;
  readonly apart: string | null;
  readonly source: {
    readonly name: string;
    readonly note: string | null;
    readonly place: string;
    readonly asOf: string;
    readonly importedAt: string;
    readonly importedBy: string;
  } | null;
};

export type GroupSheet = {
  readonly group: string;
  readonly portalCode: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly maximum: string;
  readonly figure: IndexFigure;
  readonly metrics: readonly (MetricLine & { readonly figure: IndexFigure; readonly dataQuality: string | null })[];
};

export type UnitIndex = {
  readonly unit: PortalUnitHead;
  readonly period: string | null;
  readonly periods: readonly string[];
  readonly total: {
    readonly score: string | null;
    readonly ratio: string | null;
    readonly known: number;
    readonly official: string | null;
  };
  readonly groups: readonly GroupSheet[];
  /** Months of the period's year with the points of each group, as far as they are known. */
  readonly months: readonly {
    readonly month: string;
    readonly groups: readonly { readonly group: string; readonly score: string | null }[];
  }[];
  readonly rules: { readonly number: number; readonly citation: string; readonly basis: string };
};

/**
 * The index of one unit of the portal in a period: groups with their metrics, published points in use beside computed ones,
 * and what is missing for full points. The newest period where none is asked for.
 *
 * @throws AppError `scoring.index_portal_unit_not_found`, `scoring.index_period_wrong`
 */
export async function readUnitIndex(db: Db, scope: UnitScope, key: string, asked?: string): Promise<UnitIndex> {
  const tables = serviceIndexDb(db);
  const unit = await findPortalUnit(tables, scope, key);
  if (!unit) throw new AppError('not_found', 'scoring.index_portal_unit_not_found');
  const periods = await listPeriods(tables, [key]);
  const period = asked === undefined ? newest(periods) : readPeriod(asked);
  if (asked !== undefined && !period) throw new AppError('invalid', 'scoring.index_period_wrong', { period: asked.slice(0, 20) });
  const rules = rulesOn(indexVersions, period?.to ?? '9999-12-31');
  const rows = period ? await latestRows(tables, [key], period) : [];
  const groups = rules.groups.map((group) => sheetOf(rules, group.code, rows));
  const inUse = groups.map(({ figure }) => figure.official ?? figure.computed);
  const year = period?.from.slice(0, 4);
  const monthly = year ? await monthlyTotals(tables, key, `${year}-01-01`, `${year}-12-31`) : [];
  return {
    unit,
    period: period ? writePeriod(period) : null,
    periods: periods.map(writePeriod),
    total: {
      ...indexTotal(rules, inUse),
      known: inUse.filter((score) => score !== null).length,
      official: rows.find(({ group }) => group === 'overall')?.officialScore ?? null,
    },
    groups,
    months: [...new Set(monthly.map(({ periodFrom }) => periodFrom))].sort().map((month) => ({
      month: month.slice(0, 7),
      groups: rules.groups.map(({ code }) => {
        const row = monthly.find(({ group, periodFrom }) => group === code && periodFrom === month);
        return { group: code, score: row?.officialScore ?? row?.computedScore ?? null };
      }),
    })),
    rules: { number: rules.number, citation: rules.citation, basis: rules.basis },
  };
}

/** A year before the quarters and months within it. */
function newest(periods: readonly PeriodKey[]): PeriodKey | undefined {
  return periods.find(({ type }) => type === 'year') ?? periods[0];
}

function sheetOf(rules: IndexRules, code: string, rows: readonly StoredRow[]): GroupSheet {
  const group = rules.groups.find((one) => one.code === code);
  if (!group) throw new Error(`no group ${code}`);
  const own = rows.filter((row) => row.group === code);
  const total = own.find(({ metric }) => metric === totalMetric);
  const lines = metricLines(group, own, rules.decimals);
  return {
    group: code,
    portalCode: group.portalCode,
    name: group.name,
    maximum: total?.officialMaximum ?? group.maximum,
    figure: figureOf(total, rules.decimals),
    metrics: lines.map((line) => {
      const row = own.find(({ metric }) => metric === line.code) ?? total;
      const figure = group.kind === 'metrics' ? figureOf(row === total ? undefined : row, rules.decimals) : partFigure(line, total);
      return { ...line, figure, dataQuality: row?.dataQuality ?? null };
    }),
  };
}

function figureOf(row: StoredRow | undefined, decimals: number): IndexFigure {
  return {
    official: row?.officialScore ?? null,
    officialRatio: row?.officialRatio ?? null,
    computed: row?.computedScore ?? null,
    computedRatio: row?.computedRatio ?? null,
    apart: row ? pointsApart(row.officialScore, row.computedScore, decimals) : null,
    source: sourceOf(row),
  };
}

/** The portal publishes no points for the parts of a group; they are only computed. */
function partFigure(line: MetricLine, total: StoredRow | undefined): IndexFigure {
  return { official: null, officialRatio: null, computed: line.score, computedRatio: line.ratio, apart: null, source: sourceOf(total) };
}

function sourceOf(row: StoredRow | undefined): IndexFigure['source'] {
  if (!row) return null;
  const { sourceName, sourceNote, place, asOf, importedAt, importedBy } = row;
  return { name: sourceName, note: sourceNote, place, asOf, importedAt, importedBy };
}
