// SPDX-License-Identifier: Apache-2.0
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import { type CellChange, type CellKey, cellKey, lockCells, setCells, settleCells, unitsAbove } from '../data/cells.repo.ts';
import { insertRevisions, type NewRevision } from '../data/revisions.repo.ts';
import type { FiguresDb } from '../data/tables.ts';
import { type Cell, laneOf, type Revision } from '../domain/figure.ts';
import { type IndicatorVersion, sourceOf } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';

/** A value to be recorded; what is not said is unknown. */
export type ToRecord = Pick<Revision, 'unitId' | 'origin' | 'numerator' | 'denominator'> &
  Partial<
    Pick<
      Revision,
      | 'measures'
      | 'evidenceFileId'
      | 'fileName'
      | 'fileRow'
      | 'issuer'
      | 'citation'
      | 'note'
      | 'mark'
      | 'withdrawn'
      | 'enteredByName'
      | 'enteredAt'
    >
  > & { readonly indicator: IndicatorVersion };

export type Recorded = CellKey & { readonly id: string; readonly number: number };

/** Whether what units below have is added to a unit's figure: measures count it already, and other indicators stand alone. */
export function isSummed(indicator: IndicatorVersion): boolean {
  return indicator.aggregation === 'sum' && sourceOf(indicator) === 'entered';
}

/**
 * The cells that a value of these units touches, locked: their own and, where parts are summed, those of every unit above; with them
 * those `beside`, by which the values are judged.
 */
export async function lockTouched(
  db: FiguresDb,
  values: readonly { readonly unitId: string; readonly indicator: IndicatorVersion }[],
  period: Period,
  by: string,
  beside: readonly CellKey[] = [],
): Promise<Map<string, Cell>> {
  const summed = values.filter(({ indicator }) => isSummed(indicator));
  const above =
    summed.length === 0 ? new Map<string, string[]>() : await unitsAbove(db, [...new Set(summed.map((one) => one.unitId))], period.to);
  const keys = values.flatMap(({ unitId, indicator }) =>
    (isSummed(indicator) ? (above.get(unitId) ?? [unitId]) : [unitId]).map((id) => ({ unitId: id, indicatorId: indicator.indicatorId })),
  );
  return lockCells(db, [...keys, ...beside], period.key, period.to, by);
}

/**
 * Appends revisions and settles what is in use from them. The cells are locked by the caller (`lockTouched`), who has
 * judged what is to be recorded by them.
 */
export async function recordFigures(
  db: FiguresDb,
  actor: Actor,
  period: Period,
  locked: ReadonlyMap<string, Cell>,
  values: readonly ToRecord[],
): Promise<Recorded[]> {
  const revisions = values.map((value) => revisionOf(value, actor, period, locked));
  await insertRevisions(db, period, revisions);
  for (const lane of ['own', 'official'] as const)
    await setCells(db, period.key, lane, revisions.filter((one) => one.lane === lane).map(changeOf), actor.name);
  // Cells of indicators of which nothing was recorded are as they were: all values of them may have been refused.
  const summed = new Map(values.map(({ indicator }) => [indicator.indicatorId, isSummed(indicator)]));
  for (const summing of [true, false]) {
    const keys = [...locked.values()].filter(({ indicatorId }) => summed.get(indicatorId) === summing);
    await settleCells(db, keys, period.key, period.to, summing);
  }
  return revisions.map(({ unitId, indicatorId, id, number }) => ({ unitId, indicatorId, id, number }));
}

function revisionOf(value: ToRecord, actor: Actor, period: Period, locked: ReadonlyMap<string, Cell>): NewRevision {
  const { indicator, unitId, origin, withdrawn = false } = value;
  const cell = locked.get(cellKey({ unitId, indicatorId: indicator.indicatorId }));
  const lane = laneOf(origin);
  return {
    id: newId(),
    unitId,
    indicatorId: indicator.indicatorId,
    indicatorNumber: indicator.number,
    period: period.key,
    lane,
    number: ((lane === 'own' ? cell?.ownNumber : cell?.officialNumber) ?? 0) + 1,
    origin,
    withdrawn,
    numerator: withdrawn ? null : value.numerator,
    denominator: withdrawn ? null : value.denominator,
    measures: value.measures ?? null,
    evidenceFileId: value.evidenceFileId ?? null,
    fileName: value.fileName ?? null,
    fileRow: value.fileRow ?? null,
    issuer: value.issuer ?? null,
    citation: value.citation ?? null,
    note: value.note ?? null,
    mark: value.mark ?? null,
    enteredByName: value.enteredByName ?? null,
    enteredAt: value.enteredAt ?? null,
    recordedBy: actor.id,
    recordedByName: actor.name,
  };
}

function changeOf({ unitId, indicatorId, lane, number, origin, withdrawn, numerator, denominator }: NewRevision): CellChange {
  return { unitId, indicatorId, lane, number, origin: withdrawn ? null : origin, numerator, denominator };
}
