// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { countReceived, type ReceivedCounts } from '#modules/dossiers';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { lineOf, type MetricLine } from '../../domain/service-index/metric-lines.ts';
import { type IndexPeriod, periodOf, readPeriod, writePeriod } from '../../domain/service-index/period.ts';
import type { IndexCounts } from '../../domain/service-index/recompute.ts';
import { type IndexRules, rulesOn } from '../../domain/service-index/rules.ts';
import { indexVersions } from './rules-data.ts';

export type OwnMeasure = {
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly countedAt: string;
  readonly dossiers: ReceivedCounts;
  /** Metrics that the dossiers of this installation are enough for. */
  readonly metrics: readonly (MetricLine & { readonly group: string })[];
  /** Metrics for which a record is missing here; they are unknown, not 0. */
  readonly absent: readonly {
    readonly group: string;
    readonly code: string;
    readonly name: { readonly vi: string; readonly en: string };
  }[];
  readonly months: readonly {
    readonly month: string;
    readonly received: number;
    readonly inTime: number;
    readonly online: number;
    readonly progress: string | null;
  }[];
};

/**
 * What the dossiers of this installation give for the index: 2.1 (on time) and 3.3 (submitted online) of a unit and those
 * below it, for dossiers received in a month, quarter or year. All other metrics need records that are not kept here.
 *
 * @throws AppError `units.not_found`, `scoring.index_period_wrong`
 */
export async function readOwnMeasure(db: Db, scope: UnitScope, unitId: string, asked: string, now: Date = new Date()): Promise<OwnMeasure> {
  const period = readPeriod(asked);
  if (!period) throw new AppError('invalid', 'scoring.index_period_wrong', { period: asked.slice(0, 20) });
  const unit = await getUnit(db, scope, unitId);
  const rules = rulesOn(indexVersions, period.to);
  const months = monthsOf(period);
  const [whole, ...parts] = await countReceived(db, scope, unitId, [period, ...months], now);
  if (!whole) throw new Error('no counts');
  return {
    unitId,
    unitName: unit.authorityName,
    period: writePeriod(period),
    from: period.from,
    to: period.to,
    countedAt: now.toISOString(),
    dossiers: whole,
    metrics: linesOf(rules, whole),
    absent: rules.groups.flatMap((group) =>
      group.metrics.filter(({ code }) => !measured.includes(code)).map(({ code, name }) => ({ group: group.code, code, name })),
    ),
    months: months.map((month, index) => {
      const counts = parts[index] ?? whole;
      const [progress] = linesOf(rules, counts);
      return {
        month: writePeriod(month),
        received: counts.received,
        inTime: counts.finishedInTime + counts.openInTime,
        online: counts.online,
        progress: counts.received === 0 ? null : (progress?.ratio ?? null),
      };
    }),
  };
}

const measured: readonly string[] = ['PROGRESS_ON_TIME', 'ONLINE_DOSSIERS'];

function linesOf(rules: IndexRules, counts: ReceivedCounts): (MetricLine & { group: string })[] {
  const known: IndexCounts = {
    totalOnTime: BigInt(counts.finishedInTime + counts.openInTime),
    totalReceived: BigInt(counts.received),
    channelOnlineSum: BigInt(counts.online),
    channelTotalSum: BigInt(counts.received),
  };
  return rules.groups.flatMap((group) =>
    group.metrics
      .filter(({ code }) => measured.includes(code))
      .map((metric) => ({ group: group.code, ...lineOf(group, metric, known, true, rules.decimals) })),
  );
}

function monthsOf({ from, to }: IndexPeriod): IndexPeriod[] {
  const [year, first, last] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return Array.from({ length: last - first + 1 }, (_, index) => periodOf('month', year, first + index));
}
