// SPDX-License-Identifier: Apache-2.0
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { cellKey, listCells, periodsWithFigures } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { newestRevisions } from '../data/revisions.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { type DescribedFigure, describeFigure } from '../domain/described-figure.ts';
import type { Lane, Revision } from '../domain/figure.ts';
import type { Period } from '../domain/period.ts';
import { getPeriod } from './get-period.ts';
import { type PartPlace, recordsOf } from './records-of.ts';
import { writeInstant } from './write-instant.ts';

export type UnitFigures = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly period: Period;
  readonly figures: readonly FigureOfUnit[];
};

/** Pages that list what the two parts count; null for what people enter. */
export type FigureOfUnit = DescribedFigure & {
  readonly records: { readonly numerator: string | null; readonly denominator: string | null };
};

/**
 * The figures of a unit in a period, one for each indicator in force that is kept for such a period, those without a value too.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`
 */
export async function readUnitFigures(db: Db, scope: UnitScope, unitId: string, periodKey: string): Promise<UnitFigures> {
  const unit = await getUnit(db, scope, unitId);
  const period = await getPeriod(db, periodKey);
  const figures = await describeFigures(db, unit, period);
  return { unit: { id: unit.id, name: unit.authorityName }, period, figures };
}

/** Everything that is told of a unit's figures, of all indicators or of some. */
export async function describeFigures(
  db: Db,
  unit: { readonly id: string; readonly authorityName: string },
  period: Period,
  indicatorIds?: readonly string[],
): Promise<FigureOfUnit[]> {
  const own = figuresDb(db);
  const indicators = (await indicatorsOn(own, period.to, indicatorIds)).filter((one) => one.periodKinds.includes(period.kind));
  const ids = indicatorIds ? { indicatorIds } : {};
  const cells = new Map((await listCells(own, { unitIds: [unit.id], periods: [period.key], ...ids })).map((cell) => [cellKey(cell), cell]));
  const newest = new Map(
    (await newestRevisions(own, { unitIds: [unit.id], period: period.key, ...ids })).map((one) => [
      laneKey(one.indicatorId, one.lane),
      one,
    ]),
  );
  const standing = (indicatorId: string, lane: Lane): Revision | undefined => {
    const found = newest.get(laneKey(indicatorId, lane));
    return found?.withdrawn ? undefined : found;
  };
  return indicators.map((indicator) => ({
    ...describeFigure({
      indicator,
      unitId: unit.id,
      unitName: unit.authorityName,
      period,
      cell: cells.get(cellKey({ unitId: unit.id, indicatorId: indicator.indicatorId })),
      newest: { own: standing(indicator.indicatorId, 'own'), official: standing(indicator.indicatorId, 'official') },
      writeInstant,
    }),
    records: {
      numerator: recordsOf(indicator.numerator, placeOf(unit.id, indicator.indicatorId, period, 'numerator')).recordsPath,
      denominator: indicator.denominator
        ? recordsOf(indicator.denominator, placeOf(unit.id, indicator.indicatorId, period, 'denominator')).recordsPath
        : null,
    },
  }));
}

function placeOf(unitId: string, indicatorId: string, period: Period, part: PartPlace['part']): PartPlace {
  return { unitId, indicatorId, period, part };
}

const laneKey = (indicatorId: string, lane: Lane): string => `${indicatorId} ${lane}`;

/**
 * The periods in which a unit has figures, latest first.
 *
 * @throws AppError `units.not_found` also outside the scope
 */
export async function listUnitPeriods(db: Db, scope: UnitScope, unitId: string): Promise<(Period & { readonly count: number })[]> {
  await getUnit(db, scope, unitId);
  const found = await periodsWithFigures(figuresDb(db), unitId);
  return Promise.all(found.map(async ({ key, count }) => ({ ...(await getPeriod(db, key)), count })));
}
