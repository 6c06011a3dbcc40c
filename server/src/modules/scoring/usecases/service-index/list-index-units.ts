// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import {
  findOwnProvince,
  latestRows,
  listPeriods,
  listPortalUnits,
  type PeriodKey,
  type PortalUnitHead,
  type StoredRow,
} from '../../data/service-index/read.repo.ts';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import { readPeriod, writePeriod } from '../../domain/service-index/period.ts';
import { ranksOf } from '../../domain/service-index/ranks.ts';
import { totalMetric } from '../../domain/service-index/read-row.ts';
import { indexTotal } from '../../domain/service-index/recompute.ts';
import { type IndexRules, rulesOn } from '../../domain/service-index/rules.ts';
import { indexVersions } from './rules-data.ts';

type GroupPoints = { readonly group: string; readonly score: string | null; readonly isOfficial: boolean };

export type IndexUnits = {
  readonly province: PortalUnitHead | null;
  readonly period: string | null;
  readonly periods: readonly string[];
  readonly groups: readonly {
    readonly group: string;
    readonly name: { readonly vi: string; readonly en: string };
    readonly maximum: string;
  }[];
  readonly rows: readonly (PortalUnitHead & {
    readonly total: string | null;
    /** Groups whose points are known. */
    readonly known: number;
    /** Among the units below the province of which as many groups are known as of the best known. */
    readonly rank: number | null;
    readonly groups: readonly GroupPoints[];
  })[];
};

/**
 * The units of the own province that lie in reach, with their points in a period: published ones before computed ones. Units
 * of which fewer groups are known than of others have no rank among them, and whoever does not reach all of them is told no rank.
 *
 * @throws AppError `scoring.index_period_wrong`
 */
export async function listIndexUnits(db: Db, scope: UnitScope, asked?: string): Promise<IndexUnits> {
  const tables = serviceIndexDb(db);
  const province = (await findOwnProvince(tables)) ?? null;
  const all = province ? await listPortalUnits(tables, { roots: null }, province.key) : [];
  const units = province ? await listPortalUnits(tables, scope, province.key) : [];
  const keys = units.map(({ key }) => key);
  const periods = await listPeriods(tables, keys);
  const period = asked === undefined ? newestOf(periods) : readPeriod(asked);
  if (asked !== undefined && !period) throw new AppError('invalid', 'scoring.index_period_wrong', { period: asked.slice(0, 20) });
  const rules = rulesOn(indexVersions, period?.to ?? '9999-12-31');
  const rows = period ? await latestRows(tables, keys, period) : [];
  const lines = units.map((unit) => lineOf(rules, unit, rows));
  const most = Math.max(0, ...lines.filter(({ isProvince }) => !isProvince).map(({ known }) => known));
  const isRanked = units.length === all.length && most > 0;
  const ranks = ranksOf(lines.map((line) => (line.isProvince || line.known < most || !isRanked ? null : line.total)));
  return {
    province,
    period: period ? writePeriod(period) : null,
    periods: periods.map(writePeriod),
    groups: rules.groups.map(({ code, name, maximum }) => ({ group: code, name, maximum })),
    rows: lines.map((line, index) => ({ ...line, rank: ranks[index] ?? null })),
  };
}

function newestOf(periods: readonly PeriodKey[]): PeriodKey | undefined {
  return periods.find(({ type }) => type === 'year') ?? periods[0];
}

function lineOf(rules: IndexRules, unit: PortalUnitHead, rows: readonly StoredRow[]) {
  const groups = rules.groups.map(({ code }): GroupPoints => {
    const row = rows.find((one) => one.unitKey === unit.key && one.group === code && one.metric === totalMetric);
    return { group: code, score: row?.officialScore ?? row?.computedScore ?? null, isOfficial: row?.officialScore != null };
  });
  const scores = groups.map(({ score }) => score);
  return { ...unit, groups, total: indexTotal(rules, scores).score, known: scores.filter((score) => score !== null).length };
}
