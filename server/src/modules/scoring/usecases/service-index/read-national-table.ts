// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import { listNationalSources, type NationalRow, type NationalSource, nationalRows } from '../../data/service-index/read.repo.ts';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import { apart, fixed } from '../../domain/service-index/exact.ts';
import { writePeriod } from '../../domain/service-index/period.ts';
import { bestOf, meanOf, ranksOf } from '../../domain/service-index/ranks.ts';
import { type IndexRules, rulesOn } from '../../domain/service-index/rules.ts';
import { indexVersions } from './rules-data.ts';

/** Points as decimal text with the place among the provinces. */
export type RankedScore = { readonly score: string | null; readonly rank: number | null; readonly place: string | null };

export type NationalLine = {
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  readonly isOwn: boolean;
  readonly total: RankedScore & { readonly computed: string | null };
  /** By the product's code of the group. */
  readonly groups: readonly (RankedScore & { readonly group: string })[];
};

export type NationalColumn = {
  readonly group: string;
  readonly portalCode: string | null;
  readonly name: { readonly vi: string; readonly en: string };
  readonly maximum: string;
  readonly best: string | null;
  readonly bestNames: readonly string[];
  readonly mean: string | null;
  /** What the own province lacks to the best. */
  readonly gap: string | null;
};

export type NationalTable = {
  readonly source: NationalSource & { readonly period: string };
  readonly tables: readonly { readonly id: string; readonly asOf: string; readonly period: string }[];
  readonly lines: readonly NationalLine[];
  readonly columns: readonly NationalColumn[];
  readonly citation: string;
};

/**
 * The provinces with their published points, ranked by competition ranking in total and in each group, and what the own
 * province lacks to the best. The newest table where none is asked for; undefined while there is none.
 *
 * @throws AppError `scoring.index_table_not_found`
 */
export async function readNationalTable(db: Db, id?: string): Promise<NationalTable | undefined> {
  const tables = serviceIndexDb(db);
  const sources = await listNationalSources(tables);
  const source = id === undefined ? sources[0] : sources.find((one) => one.id === id);
  if (!source) {
    if (id !== undefined) throw new AppError('not_found', 'scoring.index_table_not_found');
    return undefined;
  }
  const rules = rulesOn(indexVersions, source.to);
  const rows = await nationalRows(tables, source.id);
  const columns = ['overall', ...rules.groups.map(({ code }) => code)];
  const scoresOf = new Map(columns.map((group) => [group, rows.filter((row) => row.group === group)]));
  const ranks = new Map(
    [...scoresOf].map(([group, own]) => {
      const placed = ranksOf(own.map(({ officialScore }) => officialScore));
      return [group, new Map(own.map((row, index) => [row.unitKey, placed[index] ?? null]))];
    }),
  );
  const ranked = (row: NationalRow | undefined, group: string): RankedScore => ({
    score: row?.officialScore ?? null,
    rank: row ? (ranks.get(group)?.get(row.unitKey) ?? null) : null,
    place: row?.place ?? null,
  });
  const lines = (scoresOf.get('overall') ?? []).map((total): NationalLine => {
    const own = rows.filter((row) => row.unitKey === total.unitKey);
    return {
      key: total.unitKey,
      code: total.code,
      name: total.name,
      isOwn: total.unitId !== null,
      total: { ...ranked(total, 'overall'), computed: total.computedScore },
      groups: rules.groups.map(({ code }) => ({
        group: code,
        ...ranked(
          own.find(({ group }) => group === code),
          code,
        ),
      })),
    };
  });
  return {
    source: { ...source, period: writePeriod(source) },
    tables: sources.map((one) => ({ id: one.id, asOf: one.asOf, period: writePeriod(one) })),
    lines: lines.toSorted((a, b) => (a.total.rank ?? 999) - (b.total.rank ?? 999)),
    columns: columns.map((group) => columnOf(rules, group, scoresOf.get(group) ?? [])),
    citation: rules.citation,
  };
}

function columnOf(rules: IndexRules, code: string, rows: readonly NationalRow[]): NationalColumn {
  const group = rules.groups.find((one) => one.code === code);
  const scores = rows.map(({ officialScore }) => officialScore);
  const best = bestOf(scores);
  const own = rows.find(({ unitId }) => unitId !== null)?.officialScore ?? null;
  const mean = meanOf(scores);
  return {
    group: code,
    portalCode: group?.portalCode ?? null,
    name: group?.name ?? { vi: 'Tổng điểm', en: 'Total' },
    maximum: group?.maximum ?? '100',
    best,
    bestNames: rows.filter(({ officialScore }) => best !== null && officialScore === best).map(({ name }) => name),
    mean: mean && fixed(mean, rules.decimals),
    gap: best === null || own === null ? null : apart(best, own, rules.decimals),
  };
}
