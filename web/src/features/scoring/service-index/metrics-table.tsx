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
  const law = index.rules.citation;
  const shown = (text: string | null): string | null => (text === null ? null : points(text));
  const unsorted = { sortable: false } as const;
  const columns: readonly Column<Line>[] = [
    { id: 'name', header: t('metric'), names: true, ...unsorted, value: nameText, cell: (line) => <Name line={line} />, width: '28%' },
    {
      id: 'maximum',
      header: t('points_maximum'),
      numeric: true,
      ...unsorted,
      value: ({ group, metric }) => Number(metric?.maximum ?? group.maximum),
      cell: (line) => <Maximum line={line} law={law} />,
    },
    {
      id: 'counts',
      header: t('counts'),
      numeric: true,
      ...unsorted,
      value: ({ metric }) => metric?.numerator.value ?? null,
      cell: (line) => (line.metric ? <Counts line={line} law={law} /> : null),
    },
    {
      id: 'ratio',
      header: t('ratio'),
      numeric: true,
      ...unsorted,
      value: ({ group, metric }) => ratioOf(metric?.figure ?? group.figure),
      cell: (line) => {
        const ratio = ratioOf(figureOf(line)) ?? line.metric?.ratio ?? null;
        return <Behind line={line} law={law} value={ratio === null ? null : format.percent(ratio)} />;
      },
    },
    {
      id: 'points',
      header: t('points'),
      numeric: true,
      ...unsorted,
      value: (line) => figureOf(line).official ?? figureOf(line).computed,
      cell: (line) => <Points line={line} law={law} />,
    },
    {
      id: 'computed',
      header: t('computed'),
      numeric: true,
      ...unsorted,
      value: (line) => figureOf(line).computed,
      cell: (line) => <Behind line={line} law={law} value={shown(figureOf(line).computed)} />,
    },
    {
      id: 'apart',
      header: t('apart'),
      numeric: true,
      ...unsorted,
      value: (line) => figureOf(line).apart,
      cell: (line) => <Behind line={line} law={law} value={shown(figureOf(line).apart)} />,
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

type OfLine = { readonly line: Line; readonly law: string };

/** A number of a line; all numbers of it open to the same formula, counts and source. */
function Behind({ line: { group, metric }, law, value }: OfLine & { readonly value: string | null }) {
  const words = useWords();
  if (value === null) return <span title={words.t('not_published')}>–</span>;
  const origin = metric ? metricOrigin(words, metric, group, law) : groupOrigin(words, group, law);
  return <ExplicitFigure value={value} origin={origin} />;
}

function Maximum({ line: { group, metric }, law }: OfLine) {
  const { t, format, name } = useWords();
  return (
    <ExplicitFigure
      value={format.number(metric?.maximum ?? group.maximum)}
      origin={{
        sentence: t('maximum_text', { name: metric ? `${metric.documentCode} ${name(metric.name)}` : name(group.name) }),
        law,
        recordsHref: '/scoring/service-index/rules',
      }}
    />
  );
}

function Counts({ line, law }: OfLine) {
  const { format } = useWords();
  const [numerator, denominator] = [line.metric?.numerator.value ?? null, line.metric?.denominator.value ?? null];
  const value = numerator === null || denominator === null ? null : `${format.number(numerator)} / ${format.number(denominator)}`;
  return <Behind line={line} law={law} value={value} />;
}

function Points({ line, law }: OfLine) {
  const { t, points } = useWords();
  const { official, computed } = figureOf(line);
  const inUse = official ?? computed;
  if (inUse === null && line.metric?.rule === 'unscored') return <span title={t('unscored')}>{t('unscored_short')}</span>;
  return (
    <span className={line.metric ? undefined : css['groupRow']}>
      <Behind line={line} law={law} value={inUse === null ? null : points(inUse)} />
    </span>
  );
}

function figureOf({ group, metric }: Line): IndexFigure {
  return metric?.figure ?? group.figure;
}

function ratioOf(figure: IndexFigure): string | null {
  return figure.officialRatio ?? figure.computedRatio;
}
