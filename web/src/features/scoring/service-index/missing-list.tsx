// SPDX-License-Identifier: Apache-2.0
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { metricOrigin } from './origin.ts';
import type { GroupSheet, MetricSheet, UnitIndex } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

type Missing = { readonly group: GroupSheet; readonly metric: MetricSheet; readonly missing: NonNullable<MetricSheet['missing']> };

/** Metrics below full points, the most points first. */
export function missingOf(index: UnitIndex): Missing[] {
  return index.groups
    .flatMap((group) => group.metrics.flatMap((metric) => (metric.missing ? [{ group, metric, missing: metric.missing }] : [])))
    .toSorted((a, b) => Number(b.missing.points) - Number(a.missing.points));
}

/** What would it take to have full points in each metric? Whole numbers that satisfy the metric's own rule, rounding included. */
export function MissingList({ index }: { readonly index: UnitIndex }) {
  const words = useWords();
  const { t, points, format, name } = words;
  const opened = (value: string, { group, metric, missing }: Missing) => (
    <ExplicitFigure
      value={value}
      origin={{
        ...metricOrigin(words, metric, group, index.rules.citation),
        sentence: t('missing.text', { name: name(metric.name), points: points(missing.points), more: format.number(missing.more) }),
      }}
    />
  );
  const columns: readonly Column<Missing>[] = [
    {
      id: 'name',
      header: t('metric'),
      names: true,
      value: ({ metric }) => name(metric.name),
      cell: ({ metric }) => (
        <span className={css['metric']}>
          {metric.documentCode} {name(metric.name)}
        </span>
      ),
      width: '34%',
    },
    {
      id: 'points',
      header: t('missing.points'),
      numeric: true,
      value: ({ missing }) => Number(missing.points),
      cell: (row) => opened(points(row.missing.points), row),
    },
    {
      id: 'more',
      header: t('missing.more'),
      numeric: true,
      value: ({ missing }) => missing.more,
      cell: (row) => opened(`${format.number(row.missing.more)} ${name(row.metric.numerator.unit)}`, row),
    },
    {
      id: 'further',
      header: t('missing.further'),
      numeric: true,
      value: ({ missing }) => missing.further,
      cell: (row) =>
        row.missing.further === null ? '–' : opened(`${format.number(row.missing.further)} ${name(row.metric.numerator.unit)}`, row),
    },
    { id: 'counted', header: t('missing.counted'), value: ({ metric }) => name(metric.numerator.name) },
  ];
  return (
    <DataTable
      caption={t('missing.title')}
      columns={columns}
      rows={missingOf(index)}
      rowId={({ metric }) => metric.code}
      initialSort={{ column: 'points', descending: true }}
      empty={<Empty title={t('missing.none')}>{t('missing.none_help')}</Empty>}
    />
  );
}
