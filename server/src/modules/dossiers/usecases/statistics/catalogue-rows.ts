// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { type ProcedureName, sectorNames } from '../../data/procedure-names.repo.ts';
import { countsBySector, type PagedCounts, pageOfProcedures } from '../../data/statistics/catalogue-sums.repo.ts';
import type { ReadPeriod } from '../../data/statistics/statistics.repo.ts';
import { compareNames, type RowPage, searched } from '../../domain/statistics/page-of-rows.ts';
import type { StatisticRow } from '../../domain/statistics/statistic-row.ts';

type NamedRows<T> = Omit<T, 'rows'> & { readonly rows: StatisticRow[] };
type Days = { readonly from: Day; readonly to: Day };

/** One page of procedures that dossiers were counted for; without an order they stand as they came into the catalogue. */
export async function procedureRows(
  db: Db,
  period: ReadPeriod,
  names: readonly ProcedureName[],
  { from, to }: Days,
  page: RowPage,
): Promise<NamedRows<PagedCounts>> {
  const { named, byId } = catalogueOf(names);
  const { sort, order, offset, limit, search } = page;
  const found = search?.trim() ? searched(named, search) : named;
  const sums = await pageOfProcedures(db, period, {
    named: sort === 'label' || found !== named ? arrayText(found.map(({ id }) => id)) : null,
    onlyNamed: found !== named,
    sort: sort === 'label' ? 'place' : (sort ?? 'catalogue'),
    order,
    offset,
    limit,
  });
  const rows = sums.rows.map(([key, counts]) => {
    const { code = null, name = '' } = byId.get(key) ?? {};
    return { key, code, label: name, from, to, counts };
  });
  return { ...sums, rows };
}

/** Sectors that dossiers were counted for, all of them, in no order. */
export async function sectorRows(
  db: Db,
  period: ReadPeriod,
  names: readonly ProcedureName[],
  { from, to }: Days,
): Promise<NamedRows<Pick<PagedCounts, 'total'>>> {
  const sectors = await sectorNames(db);
  const numberOf = new Map(sectors.map(({ id }, index) => [id, index]));
  const sums = await countsBySector(db, period, {
    ids: arrayText(names.map(({ id }) => id)),
    sectors: arrayText(names.map(({ sectorId }) => numberOf.get(sectorId) ?? -1)),
  });
  const rows = sums.rows.map(([number, counts]) => {
    const { id: key = '', code = null, name = '' } = sectors[Number(number)] ?? {};
    return { key, code, label: name, from, to, counts };
  });
  return { ...sums, rows };
}

type NamedProcedure = ProcedureName & { readonly label: string };
type Catalogue = { readonly named: readonly NamedProcedure[]; readonly byId: ReadonlyMap<string, NamedProcedure> };

const known = new WeakMap<readonly ProcedureName[], Catalogue>();

/** Ordering thousands of Vietnamese names takes longer than counting their dossiers, so it is done once for each list. */
function catalogueOf(names: readonly ProcedureName[]): Catalogue {
  const made = known.get(names);
  if (made) return made;
  const named = names.map((one) => ({ ...one, label: one.name })).sort(compareNames);
  const catalogue = { named, byId: new Map(named.map((one) => [one.id, one])) };
  known.set(names, catalogue);
  return catalogue;
}

/** Ids or numbers as the text of a PostgreSQL array, which costs the driver less than thousands of values. */
const arrayText = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
