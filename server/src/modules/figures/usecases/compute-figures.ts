// SPDX-License-Identifier: Apache-2.0
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { cellKey } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { newestRevisions } from '../data/revisions.repo.ts';
import { type FiguresDb, figuresDb } from '../data/tables.ts';
import type { Cell, MeasureUsed, Revision } from '../domain/figure.ts';
import { type IndicatorVersion, type Operand, sourceOf } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { getPeriod } from './get-period.ts';
import { findMeasure, readMeasures } from './measures.ts';
import { lockTouched, recordFigures, type ToRecord } from './record-figures.ts';

export type ComputeAsked = { readonly unitIds: readonly string[]; readonly period: string; readonly indicatorIds?: readonly string[] };

/**
 * Computes the figures of units in a period from the measures of the modules below. A figure whose numbers are as they were
 * gets no revision; one that has no records at all, in a unit that never had any, gets none either.
 *
 * @throws AppError `figures.period_unknown`
 */
export async function computeFigures(db: Db, actor: Actor, asked: ComputeAsked): Promise<{ readonly changed: number }> {
  const period = await getPeriod(db, asked.period);
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const indicators = (await indicatorsOn(own, period.to, asked.indicatorIds)).filter(
      (one) => sourceOf(one) !== 'entered' && one.periodKinds.includes(period.kind),
    );
    const places = indicators.flatMap((indicator) => asked.unitIds.map((unitId) => ({ unitId, indicator })));
    // Locked before anything is counted: of two computations at once the later one counts after the earlier has recorded.
    const locked = await lockTouched(own, places, period, actor.name);
    const values = await measured(tx, places, period);
    const before = { locked, entries: await enteredParts(own, places, period) };
    const news = values.flatMap((value) => changedValue(value, before) ?? []);
    if (news.length === 0) return { changed: 0 };
    await recordFigures(own, actor, period, locked, news);
    await recordAudit(tx, actor, {
      action: 'figures.computed',
      subject: ['figures', period.key],
      unitId: asked.unitIds.length === 1 ? (asked.unitIds[0] ?? null) : null,
      data: { period: period.key, units: asked.unitIds.length, changed: news.length },
    });
    return { changed: news.length };
  });
}

type Measured = ToRecord & { readonly indicator: IndicatorVersion };

type Place = { readonly unitId: string; readonly indicator: IndicatorVersion };

async function measured(db: Db, places: readonly Place[], period: Period): Promise<Measured[]> {
  const codes = new Set(
    places.flatMap(({ indicator: { numerator, denominator } }) =>
      [numerator.measure, denominator?.measure ?? null].filter((code) => code !== null),
    ),
  );
  if (codes.size === 0) return [];
  const unitIds = [...new Set(places.map(({ unitId }) => unitId))];
  const numberOf = await readMeasures(db, codes, { unitIds, from: period.from, to: period.to });
  const read = (unitId: string, operand: Operand | null): string | null => (operand?.measure ? numberOf(unitId, operand.measure) : null);
  return places.map(({ unitId, indicator }) => ({
    unitId,
    indicator,
    origin: 'computed' as const,
    numerator: read(unitId, indicator.numerator),
    denominator: read(unitId, indicator.denominator),
    measures: measuresOf(indicator),
  }));
}

/** The newest entries of indicators of which one part is entered, by cell. */
async function enteredParts(own: FiguresDb, places: readonly Place[], period: Period): Promise<ReadonlyMap<string, Revision>> {
  const mixed = places.filter(({ indicator }) => sourceOf(indicator) === 'mixed');
  const rows = await newestRevisions(own, {
    unitIds: [...new Set(mixed.map(({ unitId }) => unitId))],
    indicatorIds: [...new Set(mixed.map(({ indicator }) => indicator.indicatorId))],
    period: period.key,
  });
  return new Map(rows.filter(({ lane }) => lane === 'own').map((row) => [cellKey(row), row]));
}

/** Which measures gave the parts of an indicator's figure, in the versions of today. */
export function measuresOf({ numerator, denominator }: IndicatorVersion): NonNullable<Revision['measures']> {
  const used = (operand: Operand | null): MeasureUsed | null => {
    const measure = operand?.measure ? findMeasure(operand.measure) : undefined;
    return measure ? { code: measure.code, version: measure.version } : null;
  };
  return { numerator: used(numerator), denominator: used(denominator) };
}

type Before = { readonly locked: ReadonlyMap<string, Cell>; readonly entries: ReadonlyMap<string, Revision> };

function changedValue(value: Measured, { locked, entries }: Before): ToRecord | null {
  const { indicator, unitId } = value;
  const key = cellKey({ unitId, indicatorId: indicator.indicatorId });
  const before = locked.get(key)?.own ?? null;
  // The entered part of a mixed indicator stays as it is; without it there is no figure yet.
  const isMixed = sourceOf(indicator) === 'mixed';
  if (isMixed && !before) return null;
  const parts = {
    numerator: indicator.numerator.measure ? value.numerator : (before?.numerator ?? null),
    denominator: indicator.denominator?.measure ? value.denominator : (before?.denominator ?? null),
  };
  if (before && before.numerator === parts.numerator && before.denominator === parts.denominator) return null;
  const isNothing = (parts.numerator === null || parts.numerator === '0') && (parts.denominator === null || parts.denominator === '0');
  if (!before && isNothing) return null;
  return { ...value, ...parts, ...(isMixed ? groundsOf(entries.get(key)) : {}) };
}

/** What the part that people entered rests on; counting the other part again changes none of it. */
function groundsOf(entry: Revision | undefined): Partial<ToRecord> {
  if (!entry) return { origin: 'entered' };
  const { origin, evidenceFileId, fileName, fileRow, note, mark } = entry;
  return {
    ...{ origin, evidenceFileId, fileName, fileRow, note, mark },
    enteredByName: entry.enteredByName ?? entry.recordedByName,
    enteredAt: entry.enteredAt ?? entry.recordedAt,
  };
}
