// SPDX-License-Identifier: Apache-2.0
import type { FigureOrigin } from '../../../shared/ui/figure/figure-origin.ts';
import type { National, NationalColumn, ProvinceLine } from './service-index.api.ts';
import type { useWords } from './use-words.ts';

type Words = ReturnType<typeof useWords>;

export const unitAddress = (key: string, period?: string | null): string =>
  `/scoring/service-index/units/${encodeURIComponent(key)}${period ? `?period=${period}` : ''}`;

const scoreOf = (row: ProvinceLine, column: NationalColumn | null) =>
  column ? row.groups.find(({ group }) => group === column.group) : row.total;

function sourceOf({ t }: Words, { source, citation }: National, place: string | null): Partial<FigureOrigin> {
  const told = source.note ?? source.name;
  return {
    source: place === null ? told : `${told} · ${t('place', { place })}`,
    recordedBy: source.importedBy,
    recordedAt: source.importedAt,
    asOf: source.asOf,
    law: citation,
  };
}

/** What the points of a province in a group, or in all where no column is given, rest on. */
export function provinceOrigin(words: Words, table: National, row: ProvinceLine, column: NationalColumn | null): FigureOrigin {
  const { t, format, points, name } = words;
  const own = scoreOf(row, column);
  const computed = column ? null : row.total.computed;
  return {
    sentence: t('national.sentence', {
      what: column ? name(column.name) : t('total'),
      name: row.name,
      rank: own?.rank ?? '–',
      count: table.lines.length,
    }),
    numerator: { value: points(own?.score ?? null), label: t('points_reached') },
    denominator: { value: format.number(column?.maximum ?? '100'), label: t('points_maximum') },
    ...sourceOf(words, table, own?.place ?? ''),
    rule: t(column ? 'national.rule_group' : 'national.rule_total'),
    recordsHref: unitAddress(row.key),
    ...(computed !== null && own?.score != null && Number(computed) !== Number(own.score)
      ? { inconsistent: { declared: points(own.score), recomputed: points(computed) } }
      : {}),
  };
}

/** The best of all provinces in a group. */
export function bestOrigin(words: Words, table: National, column: NationalColumn): FigureOrigin {
  const first = table.lines.find((row) => scoreOf(row, column)?.score === column.best);
  return {
    sentence: words.t('gaps.best_text', { group: words.name(column.name), names: column.bestNames.join(', ') }),
    ...sourceOf(words, table, null),
    rule: words.t('gaps.best_rule', { count: table.lines.length }),
    ...(first ? { recordsHref: unitAddress(first.key) } : {}),
  };
}

/** The mean of all provinces in a group. */
export function meanOrigin(words: Words, table: National, column: NationalColumn): FigureOrigin {
  const known = table.lines.filter((row) => scoreOf(row, column)?.score != null);
  const sum = known.reduce((total, row) => total + Number(scoreOf(row, column)?.score ?? 0), 0);
  return {
    sentence: words.t('gaps.mean_text', { group: words.name(column.name), count: known.length }),
    numerator: { value: words.points(sum.toFixed(2)), label: words.t('gaps.mean_sum') },
    denominator: { value: words.format.number(known.length), label: words.t('gaps.mean_count') },
    ...sourceOf(words, table, null),
    rule: words.t('gaps.mean_rule'),
  };
}

/** What the own province lacks to the best of a group. */
export function gapOrigin(words: Words, table: National, column: NationalColumn): FigureOrigin {
  const own = table.lines.find(({ isOwn }) => isOwn);
  return {
    sentence: words.t('gaps.gap_text', { group: words.name(column.name), names: column.bestNames.join(', ') }),
    ...sourceOf(words, table, null),
    rule: words.t('gaps.gap_rule', {
      best: words.points(column.best),
      own: words.points(own ? (scoreOf(own, column)?.score ?? null) : null),
    }),
    ...(own ? { recordsHref: unitAddress(own.key) } : {}),
  };
}
