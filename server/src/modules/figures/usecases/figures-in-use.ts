// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { cellKey, listCells } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { newestRevisions } from '../data/revisions.repo.ts';
import { newestSnapshots } from '../data/snapshots.repo.ts';
import { figuresDb } from '../data/tables.ts';
import type { OriginInUse } from '../domain/figure.ts';
import { figureValue, type Parts } from '../domain/indicator.ts';
import { getPeriod } from './get-period.ts';

/** The figure that counts for a unit, indicator and period, with what names it later. */
export type FigureInUse = Parts & {
  readonly indicatorId: string;
  readonly indicatorCode: string;
  readonly indicatorNumber: number;
  readonly unitId: string;
  readonly period: string;
  /** Decimal text as the indicator rounds it; null where the denominator is zero. */
  readonly value: string | null;
  /** The value is numerator ÷ denominator × scale; what is judged by it takes the parts, which are not rounded. */
  readonly scale: string;
  readonly unitOfMeasure: string;
  readonly origin: OriginInUse;
  /** The revision in use: its id and number; null for a sum of several units. */
  readonly id: string | null;
  readonly revision: number | null;
  /** How many units contribute. */
  readonly parts: number;
  /** The newest approval of the unit's period, where there is one. */
  readonly snapshot: { readonly id: string; readonly number: number } | null;
};

export type InUseAsked = { readonly indicatorCodes: readonly string[]; readonly unitIds: readonly string[]; readonly period: string };

/**
 * The figures in use of many units, in one question; those without a value are not there. It asks for no scope: the caller
 * has settled which units may be read.
 *
 * @throws AppError `figures.period_unknown`
 */
export async function figuresInUse(db: Db, { indicatorCodes, unitIds, period: key }: InUseAsked): Promise<FigureInUse[]> {
  const own = figuresDb(db);
  const period = await getPeriod(db, key);
  const wanted = new Set(indicatorCodes);
  const indicators = new Map(
    (await indicatorsOn(own, period.to)).filter((one) => wanted.has(one.code)).map((one) => [one.indicatorId, one]),
  );
  const asked = { unitIds, indicatorIds: [...indicators.keys()] };
  const cells = await listCells(own, { ...asked, periods: [key] });
  const revisions = new Map((await newestRevisions(own, { ...asked, period: key })).map((one) => [`${cellKey(one)} ${one.lane}`, one]));
  const snapshots = await newestSnapshots(own, unitIds, key);
  return cells.flatMap((cell): FigureInUse[] => {
    const indicator = indicators.get(cell.indicatorId);
    if (!indicator || cell.origin === null) return [];
    const lane = cell.origin === 'official' ? 'official' : 'own';
    const revision = cell.origin === 'summed' ? undefined : revisions.get(`${cellKey(cell)} ${lane}`);
    const snapshot = snapshots.get(cell.unitId);
    return [
      {
        indicatorId: indicator.indicatorId,
        indicatorCode: indicator.code,
        indicatorNumber: indicator.number,
        unitId: cell.unitId,
        period: key,
        numerator: cell.numerator,
        denominator: cell.denominator,
        value: figureValue(indicator, cell),
        scale: indicator.scale,
        unitOfMeasure: indicator.unitOfMeasure,
        origin: cell.origin,
        id: revision?.id ?? null,
        revision: revision?.number ?? null,
        parts: cell.parts,
        snapshot: snapshot ? { id: snapshot.id, number: snapshot.number } : null,
      },
    ];
  });
}

/**
 * The one figure that counts for a unit, indicator and period, or undefined where there is none.
 *
 * @throws AppError `figures.period_unknown`
 */
export async function figureInUse(
  db: Db,
  asked: { readonly indicatorCode: string; readonly unitId: string; readonly period: string },
): Promise<FigureInUse | undefined> {
  const [figure] = await figuresInUse(db, { indicatorCodes: [asked.indicatorCode], unitIds: [asked.unitId], period: asked.period });
  return figure;
}
