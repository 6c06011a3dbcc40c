// SPDX-License-Identifier: Apache-2.0
import { getUnit, listUnits } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { cellKey, listCells } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { figuresDb } from '../data/tables.ts';
import type { SheetColumn, SheetForm, SheetRow } from '../domain/exchange/sheet-form.ts';
import type { Cell } from '../domain/figure.ts';
import { formulaWords } from '../domain/formula-words.ts';
import type { IndicatorVersion, Operand } from '../domain/indicator.ts';
import { type Period, siblingKeys } from '../domain/period.ts';
import { getPeriod, listPeriods } from './get-period.ts';

/** What the rows of a sheet are: a unit and those directly below it in one period, or one unit in the periods like it. */
export type Across = 'units' | 'periods';
export type GridAsked = { readonly unitId: string; readonly period: string; readonly across: Across };

export type Grid = SheetForm & {
  readonly unit: { readonly id: string; readonly name: string };
  readonly period: Period;
  readonly across: Across;
};

type Place = { readonly id: string; readonly code: string; readonly name: string; readonly period: Period };

const mostUnits = 500;

/**
 * The sheet into which people enter, with what the units have recorded themselves: either a unit and those directly below
 * it in one period, or one unit in all periods of the same kind and year.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`
 */
export async function readGrid(db: Db, scope: UnitScope, { unitId, period: key, across }: GridAsked): Promise<Grid> {
  const unit = await getUnit(db, scope, unitId);
  const period = await getPeriod(db, key);
  const own = { id: unit.id, code: unit.code, name: unit.authorityName };
  const places: Place[] =
    across === 'periods'
      ? (await periodsLike(db, period)).map((one) => ({ ...own, period: one }))
      : [own, ...(await unitsDirectlyBelow(db, scope, unitId, period))].map((one) => ({ ...one, period }));
  const versions = await versionsOf(db, places);
  const newest = new Map<string, IndicatorVersion>();
  for (const found of versions.values()) for (const one of found) newest.set(one.indicatorId, one);
  const cells = await cellsOf(db, places, [...newest.keys()]);
  return {
    unit: { id: unit.id, name: unit.authorityName },
    period,
    across,
    columns: [...newest.values()].sort((a, b) => (a.code < b.code ? -1 : 1)).flatMap(columnsOf),
    rows: places.map((place) => rowOf(place, versions.get(place.period.key) ?? [], [...newest.keys()], cells)),
  };
}

async function unitsDirectlyBelow(db: Db, scope: UnitScope, unitId: string, period: Period): Promise<Omit<Place, 'period'>[]> {
  const below = await listUnits(db, scope, { asOf: period.to, parentId: unitId, limit: mostUnits });
  return below.rows.map((one) => ({ id: one.id, code: one.code, name: one.authorityName }));
}

async function periodsLike(db: Db, period: Period): Promise<Period[]> {
  const keys = siblingKeys(period);
  if (keys) return Promise.all(keys.map((key) => getPeriod(db, key)));
  return (await listPeriods(db, Number(period.key.slice(0, 4)))).filter((one) => one.kind === period.kind);
}

async function versionsOf(db: Db, places: readonly Place[]): Promise<Map<string, IndicatorVersion[]>> {
  const found = new Map<string, IndicatorVersion[]>();
  for (const { period } of places)
    if (!found.has(period.key))
      found.set(
        period.key,
        (await indicatorsOn(figuresDb(db), period.to)).filter((one) => one.periodKinds.includes(period.kind)),
      );
  return found;
}

async function cellsOf(db: Db, places: readonly Place[], indicatorIds: readonly string[]): Promise<Map<string, Cell>> {
  const unitIds = [...new Set(places.map((one) => one.id))];
  const periods = [...new Set(places.map((one) => one.period.key))];
  const cells = await listCells(figuresDb(db), { unitIds, periods, indicatorIds });
  return new Map(cells.map((cell) => [`${cellKey(cell)} ${cell.period}`, cell]));
}

function rowOf(
  place: Place,
  kept: readonly IndicatorVersion[],
  indicatorIds: readonly string[],
  cells: ReadonlyMap<string, Cell>,
): SheetRow {
  const open = new Set(kept.map((one) => one.indicatorId));
  return {
    unitId: place.id,
    code: place.code,
    name: place.name,
    period: place.period.key,
    periodName: place.period.name,
    cells: Object.fromEntries(
      indicatorIds.flatMap((indicatorId) => {
        const cell = cells.get(`${cellKey({ unitId: place.id, indicatorId })} ${place.period.key}`);
        const { numerator = null, denominator = null } = cell?.own ?? {};
        return cell ? [[indicatorId, { numerator, denominator, number: cell.ownNumber }] as const] : [];
      }),
    ),
    closed: indicatorIds.filter((indicatorId) => !open.has(indicatorId)),
  };
}

function columnsOf(indicator: IndicatorVersion): SheetColumn[] {
  const { indicatorId, code, name, numerator, denominator } = indicator;
  const column = (part: SheetColumn['part'], operand: Operand): SheetColumn => ({
    indicatorId,
    code,
    name,
    part,
    label: operand.label,
    formula: formulaWords(indicator),
    isEntered: operand.measure === null,
  });
  return [column('numerator', numerator), ...(denominator ? [column('denominator', denominator)] : [])];
}
