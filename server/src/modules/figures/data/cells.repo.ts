// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Cell, Origin } from '../domain/figure.ts';
import type { Parts } from '../domain/indicator.ts';
import type { FiguresDb } from './tables.ts';

/** Name of a cell within one period. */
export type CellKey = { readonly unitId: string; readonly indicatorId: string };

export const cellKey = ({ unitId, indicatorId }: CellKey): string => `${unitId} ${indicatorId}`;

type Row = {
  readonly unitId: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly ownNumber: number;
  readonly ownOrigin: Origin | null;
  readonly ownNumerator: string | null;
  readonly ownDenominator: string | null;
  readonly officialNumber: number;
  readonly officialNumerator: string | null;
  readonly officialDenominator: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly origin: Cell['origin'];
  readonly parts: number;
  readonly changedAt: string;
  readonly changedBy: string;
};

const columns = [
  'unit_id as unitId',
  'indicator_id as indicatorId',
  'period',
  'own_number as ownNumber',
  'own_origin as ownOrigin',
  'own_numerator as ownNumerator',
  'own_denominator as ownDenominator',
  'official_number as officialNumber',
  'official_numerator as officialNumerator',
  'official_denominator as officialDenominator',
  'numerator',
  'denominator',
  'origin',
  'parts',
  'changed_at as changedAt',
  'changed_by as changedBy',
] as const;

function asCell(row: Row): Cell {
  const { ownOrigin, ownNumerator, ownDenominator, officialNumerator, officialDenominator, ...rest } = row;
  const own = { numerator: ownNumerator, denominator: ownDenominator, number: row.ownNumber };
  return {
    ...rest,
    own: ownOrigin === null ? null : { ...own, origin: ownOrigin },
    official:
      officialNumerator === null ? null : { numerator: officialNumerator, denominator: officialDenominator, number: row.officialNumber },
  };
}

/** The cells of units and indicators in periods; those that nobody has touched are not there. */
export async function listCells(
  db: FiguresDb,
  asked: { readonly unitIds: readonly string[]; readonly periods: readonly string[]; readonly indicatorIds?: readonly string[] },
): Promise<Cell[]> {
  if (asked.unitIds.length === 0 || asked.periods.length === 0 || asked.indicatorIds?.length === 0) return [];
  const { unitIds, periods, indicatorIds } = asked;
  const rows = await db
    .selectFrom('figures.cell')
    .select(columns)
    .where('unit_id', 'in', [...unitIds])
    .where('period', 'in', [...periods])
    .$if(indicatorIds !== undefined, (query) => query.where('indicator_id', 'in', [...(indicatorIds ?? [])]))
    .execute();
  return rows.map(asCell);
}

/** The units above each of some units, themselves included, as the tree stood on a day. */
export async function unitsAbove(db: FiguresDb, unitIds: readonly string[], day: Day): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('units.lineage_span')
    .select(['descendant_id as unitId', 'ancestor_id as aboveId'])
    .where('descendant_id', 'in', [...unitIds])
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .execute();
  const above = new Map<string, string[]>(unitIds.map((unitId) => [unitId, [unitId]]));
  for (const row of rows) if (row.aboveId !== row.unitId) above.get(row.unitId)?.push(row.aboveId);
  return above;
}

/** Units that are or were above any of some units on any day, these included. */
export async function unitsEverAbove(db: FiguresDb, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('units.lineage_span')
    .select('ancestor_id as id')
    .distinct()
    .where('descendant_id', 'in', [...unitIds])
    .execute();
  return rows.map(({ id }) => id);
}

/** The periods from a day on in which units below some have recorded anything, by key, each with the indicators. */
export async function summedPeriods(
  db: FiguresDb,
  unitIds: readonly string[],
  from: Day,
): Promise<{ readonly period: string; readonly to: Day; readonly indicatorIds: readonly string[] }[]> {
  const { rows } = await sql<{ period: string; to: Day; indicatorIds: string[] }>`
    select period, period_to as "to", array_agg(distinct indicator_id::text) as "indicatorIds" from figures.cell
    where period_to >= ${from} and (own_origin is not null or official_numerator is not null)
      and unit_id in (select descendant_id from units.lineage_span where ancestor_id = any(${[...unitIds]}::uuid[]))
    group by period, period_to order by period`.execute(db);
  return rows;
}

/** Makes cells where they are missing and locks them until the commit, always in the same order, so that two writers wait and never block each other. */
export async function lockCells(db: FiguresDb, keys: readonly CellKey[], period: string, to: Day, by: string): Promise<Map<string, Cell>> {
  const sorted = [...new Map(keys.map((key) => [cellKey(key), key])).values()].sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));
  const [units, indicators] = [sorted.map((key) => key.unitId), sorted.map((key) => key.indicatorId)];
  await sql`
    insert into figures.cell (unit_id, indicator_id, period, period_to, changed_by)
    select unit_id, indicator_id, ${period}, ${to}, ${by} from unnest(${units}::uuid[], ${indicators}::uuid[]) as key (unit_id, indicator_id)
    order by unit_id, indicator_id on conflict do nothing`.execute(db);
  const rows = await db
    .selectFrom('figures.cell')
    .select(columns)
    .where('period', '=', period)
    .where(sql<boolean>`(unit_id, indicator_id) in (select * from unnest(${units}::uuid[], ${indicators}::uuid[]))`)
    .orderBy('unit_id')
    .orderBy('indicator_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [cellKey(row), asCell(row)]));
}

/** What a newest revision puts into its cell. */
export type CellChange = CellKey & Parts & { readonly lane: 'own' | 'official'; readonly number: number; readonly origin: Origin | null };

/** Puts the newest values of one lane into their cells. */
export async function setCells(
  db: FiguresDb,
  period: string,
  lane: CellChange['lane'],
  changes: readonly CellChange[],
  by: string,
): Promise<void> {
  if (changes.length === 0) return;
  const values =
    lane === 'own'
      ? sql`own_number = given.number, own_origin = given.origin, own_numerator = given.numerator, own_denominator = given.denominator`
      : sql`official_number = given.number, official_numerator = given.numerator, official_denominator = given.denominator`;
  await sql`
    update figures.cell c set ${values}, changed_at = now(), changed_by = ${by}
    from unnest(${changes.map((one) => one.unitId)}::uuid[], ${changes.map((one) => one.indicatorId)}::uuid[],
      ${changes.map((one) => one.number)}::int[], ${changes.map((one) => one.origin)}::text[],
      ${changes.map((one) => one.numerator)}::numeric[], ${changes.map((one) => one.denominator)}::numeric[])
      as given (unit_id, indicator_id, number, origin, numerator, denominator)
    where c.unit_id = given.unit_id and c.indicator_id = given.indicator_id and c.period = ${period}`.execute(db);
}

/**
 * Works out what is in use in cells, anew from their parts. Where `summing`, a unit's value is what it has itself and what
 * the units below have, numerator by numerator; an official value stands for its unit and all below it.
 */
export async function settleCells(db: FiguresDb, keys: readonly CellKey[], period: string, to: Day, summing: boolean): Promise<void> {
  if (keys.length === 0) return;
  const [units, indicators] = [keys.map((key) => key.unitId), keys.map((key) => key.indicatorId)];
  const parts = summing
    ? sql`join units.lineage_span s on s.ancestor_id = t.unit_id and ${to}::date between s.valid_from and s.valid_to
      join figures.cell p on p.unit_id = s.descendant_id and p.indicator_id = t.indicator_id and p.period = ${period}`
    : sql`join figures.cell p on p.unit_id = t.unit_id and p.indicator_id = t.indicator_id and p.period = ${period}`;
  await sql`
    with part as (
      select t.unit_id, t.indicator_id, p.unit_id as part_id,
        case when p.official_numerator is not null then 'official' else p.own_origin end as origin,
        case when p.official_numerator is not null then p.official_numerator else p.own_numerator end as numerator,
        case when p.official_numerator is not null then p.official_denominator else p.own_denominator end as denominator
      from unnest(${units}::uuid[], ${indicators}::uuid[]) as t (unit_id, indicator_id) ${parts}
      where (p.official_numerator is not null or p.own_numerator is not null)
        and not exists (
          select from figures.cell o
          join units.lineage_span above on above.ancestor_id = o.unit_id and above.descendant_id = p.unit_id
            and ${to}::date between above.valid_from and above.valid_to
          join units.lineage_span below on below.ancestor_id = t.unit_id and below.descendant_id = o.unit_id
            and ${to}::date between below.valid_from and below.valid_to
          where o.indicator_id = t.indicator_id and o.period = ${period} and o.official_numerator is not null and o.unit_id <> p.unit_id)
    ), total as (
      select t.unit_id, t.indicator_id, trim_scale(sum(part.numerator)) as numerator, trim_scale(sum(part.denominator)) as denominator,
        count(part.part_id)::int as parts,
        case when count(part.part_id) = 0 then null
          when count(part.part_id) = 1 and min(part.part_id::text) = t.unit_id::text then min(part.origin) else 'summed' end as origin
      from unnest(${units}::uuid[], ${indicators}::uuid[]) as t (unit_id, indicator_id)
      left join part on part.unit_id = t.unit_id and part.indicator_id = t.indicator_id
      group by t.unit_id, t.indicator_id
    )
    update figures.cell c set numerator = total.numerator, denominator = total.denominator, origin = total.origin, parts = total.parts
    from total where c.unit_id = total.unit_id and c.indicator_id = total.indicator_id and c.period = ${period}`.execute(db);
}

/** The cells whose values were added up for a unit, largest first; of those below it only the ones that contribute. */
export async function listParts(db: FiguresDb, { unitId, indicatorId }: CellKey, period: string, to: Day): Promise<Cell[]> {
  const { rows } = await sql<Row>`
    select p.unit_id as "unitId", p.indicator_id as "indicatorId", p.period, p.own_number as "ownNumber", p.own_origin as "ownOrigin",
      p.own_numerator as "ownNumerator", p.own_denominator as "ownDenominator", p.official_number as "officialNumber",
      p.official_numerator as "officialNumerator", p.official_denominator as "officialDenominator", p.numerator, p.denominator, p.origin, p.parts,
      p.changed_at as "changedAt", p.changed_by as "changedBy"
    from units.lineage_span s
    join figures.cell p on p.unit_id = s.descendant_id and p.indicator_id = ${indicatorId} and p.period = ${period}
    where s.ancestor_id = ${unitId} and ${to}::date between s.valid_from and s.valid_to
      and (p.official_numerator is not null or p.own_numerator is not null)
      and not exists (
        select from figures.cell o
        join units.lineage_span above on above.ancestor_id = o.unit_id and above.descendant_id = p.unit_id
          and ${to}::date between above.valid_from and above.valid_to
        join units.lineage_span below on below.ancestor_id = ${unitId} and below.descendant_id = o.unit_id
          and ${to}::date between below.valid_from and below.valid_to
        where o.indicator_id = ${indicatorId} and o.period = ${period} and o.official_numerator is not null and o.unit_id <> p.unit_id)
    order by coalesce(p.official_numerator, p.own_numerator) desc, p.unit_id`.execute(db);
  return rows.map(asCell);
}

/** A unit and all units below it that exist on a day. */
export async function unitsBelow(db: FiguresDb, unitId: string, day: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('units.lineage_span as s')
    .innerJoin('units.unit as u', 'u.id', 's.descendant_id')
    .select('u.id')
    .where('s.ancestor_id', '=', unitId)
    .where('s.valid_from', '<=', day)
    .where('s.valid_to', '>=', day)
    .where('u.valid_from', '<=', day)
    .where((eb) => eb.or([eb('u.valid_to', 'is', null), eb('u.valid_to', '>=', day)]))
    .execute();
  return rows.map((row) => row.id);
}

/** The keys of the periods in which a unit has figures in use, the latest end first, longer ones before shorter ones. */
export async function periodsWithFigures(db: FiguresDb, unitId: string): Promise<{ key: string; count: number }[]> {
  return db
    .selectFrom('figures.cell')
    .select((eb) => ['period as key', eb.fn.countAll<number>().as('count')])
    .where('unit_id', '=', unitId)
    .where('origin', 'is not', null)
    .groupBy(['period', 'period_to'])
    .orderBy('period_to', 'desc')
    .orderBy(sql`length(period)`)
    .limit(400)
    .execute();
}

/** Keeps the figures of a unit in a period as they are until the commit. */
export async function lockUnitPeriod(db: FiguresDb, unitId: string, period: string): Promise<void> {
  await db
    .selectFrom('figures.cell')
    .select('indicator_id')
    .where('unit_id', '=', unitId)
    .where('period', '=', period)
    .orderBy('indicator_id')
    .forUpdate()
    .execute();
}
