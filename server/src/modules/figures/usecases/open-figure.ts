// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { listParts } from '../data/cells.repo.ts';
import { listRevisions, unitsWithin } from '../data/revisions.repo.ts';
import { figuresDb } from '../data/tables.ts';
import type { DescribedFigure } from '../domain/described-figure.ts';
import type { Origin, Revision } from '../domain/figure.ts';
import { figureValue, type Operand, type Parts } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { getPeriod } from './get-period.ts';
import { findMeasure, type MeasuredRecord, readMeasures } from './measures.ts';
import { describeFigures } from './read-unit-figures.ts';
import { isSummed } from './record-figures.ts';
import { recordsOf } from './records-of.ts';

/** One of the two parts of a figure: what it counts, and where its records stand. */
export type OpenedOperand = {
  readonly label: string;
  readonly value: string | null;
  readonly measure: { readonly code: string; readonly version: number; readonly name: string; readonly sentence: string } | null;
  /** Counted again at this moment; null for what people enter. */
  readonly countedNow: string | null;
  /** Page of the product that lists the records behind the number. */
  readonly recordsPath: string | null;
};

export type ContributingUnit = Parts & {
  readonly unitId: string;
  readonly unitName: string;
  readonly value: string | null;
  readonly origin: Origin;
};

export type OpenedFigure = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly period: Period;
  readonly figure: DescribedFigure;
  readonly numerator: OpenedOperand;
  readonly denominator: OpenedOperand | null;
  /** The units that were added up, where the figure is a sum. */
  readonly contributing: readonly ContributingUnit[];
  readonly revisions: readonly (Revision & { readonly value: string | null })[];
};

/**
 * A figure opened down to what it rests on: formula, both parts with their records, the units added up, every revision.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`, `figures.indicator_not_found`
 */
export async function openFigure(db: Db, scope: UnitScope, unitId: string, indicatorId: string, periodKey: string): Promise<OpenedFigure> {
  const unit = await getUnit(db, scope, unitId);
  const period = await getPeriod(db, periodKey);
  const [figure] = await describeFigures(db, unit, period, [indicatorId]);
  if (!figure) throw new AppError('not_found', 'figures.indicator_not_found');
  const { indicator } = figure;
  const own = figuresDb(db);
  const codes = new Set([indicator.numerator.measure, indicator.denominator?.measure ?? null].filter((code) => code !== null));
  const numberOf = await readMeasures(db, codes, { unitIds: [unitId], from: period.from, to: period.to });
  const opened = (operand: Operand, part: 'numerator' | 'denominator'): OpenedOperand => ({
    label: operand.label,
    value: figure[part],
    ...recordsOf(operand, { unitId, indicatorId, period, part }),
    countedNow: operand.measure ? numberOf(unitId, operand.measure) : null,
  });
  const key = { unitId, indicatorId };
  const parts = isSummed(indicator) && figure.origin === 'summed' ? await listParts(own, key, period.key, period.to) : [];
  const names = await unitsWithin(
    own,
    { roots: null },
    parts.map((part) => part.unitId),
  );
  return {
    unit: { id: unit.id, name: unit.authorityName },
    period,
    figure,
    numerator: opened(indicator.numerator, 'numerator'),
    denominator: indicator.denominator ? opened(indicator.denominator, 'denominator') : null,
    contributing: parts.map((part) => {
      const { numerator, denominator, origin } = part.official
        ? { ...part.official, origin: 'official' as const }
        : (part.own ?? part.official ?? nothing);
      const value = figureValue(indicator, { numerator, denominator });
      return { unitId: part.unitId, unitName: names.get(part.unitId) ?? '', numerator, denominator, value, origin };
    }),
    revisions: (await listRevisions(own, unitId, indicatorId, period.key)).map((one) => ({ ...one, value: figureValue(indicator, one) })),
  };
}

const nothing = { numerator: null, denominator: null, origin: 'entered' as const };

/**
 * The records that one part of a figure counts, newest first, for measures whose module has no page of its own for them.
 *
 * @param reachOf where the reader holds a permission: who reads a figure need not read every record behind it
 * @throws AppError `platform.forbidden`, `units.not_found`, `figures.period_unknown`, `figures.indicator_not_found`, `figures.figure_not_found`
 * where the part is not counted from records
 */
export async function listFigureRecords(
  db: Db,
  scope: UnitScope,
  asked: {
    readonly unitId: string;
    readonly indicatorId: string;
    readonly period: string;
    readonly part: 'numerator' | 'denominator';
    readonly offset: number;
    readonly limit: number;
  },
  reachOf: (permission: string) => UnitScope | undefined,
): Promise<{ readonly title: string; readonly sentence: string; readonly rows: readonly MeasuredRecord[]; readonly more: boolean }> {
  const unit = await getUnit(db, scope, asked.unitId);
  const period = await getPeriod(db, asked.period);
  const [figure] = await describeFigures(db, unit, period, [asked.indicatorId]);
  if (!figure) throw new AppError('not_found', 'figures.indicator_not_found');
  const operand = figure.indicator[asked.part];
  const measure = operand?.measure ? findMeasure(operand.measure) : undefined;
  if (!measure?.listRecords) throw new AppError('not_found', 'figures.figure_not_found');
  if (measure.recordsNeed) {
    const reach = reachOf(measure.recordsNeed);
    if (!reach) throw new AppError('forbidden', 'platform.forbidden', { permission: measure.recordsNeed });
    await getUnit(db, reach, unit.id);
  }
  const page = { offset: asked.offset, limit: asked.limit + 1 };
  const rows = await measure.listRecords(db, { unitId: unit.id, from: period.from, to: period.to }, page);
  return {
    title: `${measure.name} của ${unit.authorityName}, ${period.name}`,
    sentence: measure.sentence,
    rows: rows.slice(0, asked.limit),
    more: rows.length > asked.limit,
  };
}
