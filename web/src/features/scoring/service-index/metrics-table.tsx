// SPDX-License-Identifier: Apache-2.0
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { groupOrigin, metricOrigin } from './origin.ts';
import type { GroupSheet, IndexFigure, MetricSheet, UnitIndex } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

type Line = { readonly group: GroupSheet; readonly metric: MetricSheet | null };

const tones = { confirmed: 'done', fitted: 'question', conflicting: 'soon' } as const;

/** Groups and their metrics in the order of the portal; points open to formula, counts and source. */
export function MetricsTable({ index }: { readonly index: UnitIndex }) {
  const { t, points, format } = useWords();
  const lines = index.groups.flatMap((group): Line[] => [{ group, metric: null }, ...group.metrics.map((metric) => ({ group, metric }))]);
  const unsorted = { sortable: false } as const;
  const columns: readonly Column<Line>[] = [
    { id: 'name', header: t('metric'), names: true, ...unsorted, value: nameText, cell: (line) => <Name line={line} />, width: '28%' },
    {
      id: 'maximum',
      header: t('points_maximum'),
      numeric: true,
      ...unsorted,
      value: ({ group, metric }) => Number(metric?.maximum ?? group.maximum),
    },
    {
      id: 'counts',
      header: t('counts'),
      numeric: true,
      ...unsorted,
      value: ({ metric }) => metric?.numerator.value ?? null,
      cell: ({ metric }) => (metric ? <Counts metric={metric} /> : null),
    },
    {
      id: 'ratio',
      header: t('ratio'),
      numeric: true,
      ...unsorted,
      value: ({ group, metric }) => ratioOf(metric?.figure ?? group.figure),
      cell: ({ group, metric }) => {
        const ratio = ratioOf(metric?.figure ?? group.figure) ?? metric?.ratio ?? null;
        return ratio === null ? <span title={t('not_published')}>–</span> : format.percent(ratio);
      },
    },
    {
      id: 'points',
      header: t('points'),
      numeric: true,
      ...unsorted,
      value: (line) => figureOf(line).official ?? figureOf(line).computed,
      cell: (line) => <Points line={line} law={index.rules.citation} />,
    },
    {
      id: 'computed',
      header: t('computed'),
      numeric: true,
      ...unsorted,
      value: (line) => figureOf(line).computed,
      cell: (line) => points(figureOf(line).computed),
    },
    {
      id: 'apart',
      header: t('apart'),
      numeric: true,
      ...unsorted,
      value: (line) => figureOf(line).apart,
      cell: (line) => points(figureOf(line).apart),
    },
    {
      id: 'certainty',
      header: t('certainty_head'),
      ...unsorted,
      value: ({ metric }) => metric?.certainty ?? null,
      cell: ({ metric }) => (metric ? <StateBadge tone={tones[metric.certainty]}>{t(`certainty.${metric.certainty}`)}</StateBadge> : null),
    },
  ];
  return (
    <DataTable
      caption={t('unit.caption')}
      columns={columns}
      rows={lines}
      rowId={({ group, metric }) => `${group.group} ${metric?.code ?? ''}`}
      empty={<Empty title={t('unit.empty')}>{t('unit.empty_help')}</Empty>}
    />
  );
}

function nameText({ group, metric }: Line): string {
  return metric ? `${metric.documentCode} ${metric.name.vi}` : group.name.vi;
}

function Name({ line: { group, metric } }: { readonly line: Line }) {
  const { name } = useWords();
  if (!metric) return <span className={`${css['metric']} ${css['groupRow']}`}>{name(group.name)}</span>;
  return (
    <span className={css['metric']}>
      {metric.documentCode} {name(metric.name)}
    </span>
  );
}

function Counts({ metric }: { readonly metric: MetricSheet }) {
  const { t, format } = useWords();
  const { numerator, denominator } = metric;
  if (numerator.value === null || denominator.value === null) return <span title={t('not_published')}>–</span>;
  return (
    <span className="digits">
      {format.number(numerator.value)} / {format.number(denominator.value)}
    </span>
  );
}

function Points({ line: { group, metric }, law }: { readonly line: Line; readonly law: string }) {
  const words = useWords();
  const { t, points } = words;
  const figure = metric?.figure ?? group.figure;
  const inUse = figure.official ?? figure.computed;
  if (inUse === null) {
    const unscored = metric?.rule === 'unscored';
    return <span title={t(unscored ? 'unscored' : 'not_published')}>{unscored ? t('unscored_short') : '–'}</span>;
  }
  const origin = metric ? metricOrigin(words, metric, group, law) : groupOrigin(words, group, law);
  return (
    <span className={metric ? undefined : css['groupRow']}>
      <ExplicitFigure value={points(inUse)} origin={origin} />
    </span>
  );
}

function figureOf({ group, metric }: Line): IndexFigure {
  return metric?.figure ?? group.figure;
}

function ratioOf(figure: IndexFigure): string | null {
  return figure.officialRatio ?? figure.computedRatio;
}
