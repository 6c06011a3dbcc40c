// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { today } from '../../../shared/format/days.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useCan } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { UnitPicker, unitTreeQuery } from '../../units/index.ts';
import { ownOrigin } from './origin.ts';
import { type OwnMeasure, type OwnMetric, ownQuery } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

export function OwnMeasurePage() {
  return (
    <OnlyWith permission="scoring.read_service_index">
      <Own />
    </OnlyWith>
  );
}

/** What do the dossiers of this installation give for the index, before the portal publishes it? */
function Own() {
  const { t, period } = useWords();
  const [asked, setAsked] = useAddressState({ unit: '', name: '', period: '' });
  const chosen = asked.period || today().slice(0, 4);
  const tree = useQuery(unitTreeQuery(today()));
  const found = tree.data?.rows.find(({ id }) => id === asked.unit) ?? tree.data?.rows[0];
  const unit = asked.name ? { id: asked.unit, name: asked.name } : found ? { id: found.id, name: found.name } : null;
  const own = useQuery({ ...ownQuery(unit?.id ?? '', chosen), enabled: unit !== null, placeholderData: keepPreviousData });
  return (
    <>
      <PageHead
        title={t('own.title')}
        answer={own.data ? <Answer own={own.data} /> : null}
        back={{ to: '/scoring/service-index', label: t('national.title') }}
      />
      <div className={`${css['tools']} no-print`}>
        <UnitPicker
          label={t('own.unit')}
          value={unit}
          asOf={today()}
          onChange={(next) => setAsked({ ...asked, unit: next?.id ?? '', name: next?.name ?? '' })}
        />
        <NativeSelect
          label={t('period')}
          value={chosen}
          data={periodsUntil(today(), chosen).map((one) => ({ value: one, label: period(one) }))}
          onChange={(event) => setAsked({ ...asked, period: event.currentTarget.value })}
        />
      </div>
      <Loading of={own}>
        {(measure) =>
          measure.dossiers.received === 0 ? (
            <Empty title={t('own.empty')}>{t('own.empty_help')}</Empty>
          ) : (
            <>
              <Metrics own={measure} />
              {measure.months.length > 1 ? (
                <Section title={t('own.months')}>
                  <MonthsTable own={measure} />
                </Section>
              ) : null}
            </>
          )
        }
      </Loading>
      {own.data ? (
        <Section title={t('own.absent')} aside={t('own.absent_aside')}>
          <ul className={css['absent']}>
            {own.data.absent.map((metric) => (
              <AbsentMetric key={metric.code} metric={metric} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function AbsentMetric({ metric }: { readonly metric: OwnMeasure['absent'][number] }) {
  const { name } = useWords();
  return <li>{name(metric.name)}</li>;
}

function Answer({ own }: { readonly own: OwnMeasure }) {
  const words = useWords();
  const { t, format, period, points } = words;
  const can = useCan();
  const [progress, online] = own.metrics;
  if (own.dossiers.received === 0) return <>{t('own.answer_none', { unit: own.unitName, period: period(own.period) })}</>;
  const opened = (metric: OwnMetric | undefined) =>
    metric ? (
      <ExplicitFigure value={`${points(metric.score)}/${format.number(metric.maximum)}`} origin={ownOrigin(words, metric, own.countedAt)} />
    ) : (
      '–'
    );
  return (
    <FigureSentence
      tell={(at) => t('own.answer', { ...at, unit: own.unitName, period: period(own.period) })}
      figures={{
        received: (
          <ExplicitFigure
            value={format.number(own.dossiers.received)}
            origin={{
              sentence: t('own.text.received', { unit: own.unitName, period: period(own.period) }),
              source: t('own_source'),
              recordedAt: own.countedAt,
              ...(can('dossiers.read') ? { recordsHref: receivedAddress(own, own.from, own.to) } : {}),
            }}
          />
        ),
        progress: opened(progress),
        online: opened(online),
      }}
    />
  );
}

/** The page that lists the dossiers received on some days. */
function receivedAddress({ unitId }: OwnMeasure, from: string, to: string, channel?: string): string {
  return `/dossiers/number?${new URLSearchParams({ unitId, from, to, measure: 'received', ...(channel ? { channel } : {}) }).toString()}`;
}

function Metrics({ own }: { readonly own: OwnMeasure }) {
  const words = useWords();
  const { t, format, points, name } = words;
  const can = useCan();
  const receivedHref = can('dossiers.read') ? receivedAddress(own, own.from, own.to) : undefined;
  const opened = (metric: OwnMetric, value: string) => (
    <ExplicitFigure value={value} origin={ownOrigin(words, metric, own.countedAt, receivedHref)} />
  );
  const columns: readonly Column<OwnMetric>[] = [
    {
      id: 'name',
      header: t('metric'),
      names: true,
      value: (metric) => name(metric.name),
      cell: (metric) => (
        <span className={css['metric']}>
          {metric.documentCode} {name(metric.name)}
        </span>
      ),
    },
    {
      id: 'maximum',
      header: t('points_maximum'),
      numeric: true,
      value: (metric) => Number(metric.maximum),
      cell: (metric) => <Link to="/scoring/service-index/rules">{format.number(metric.maximum)}</Link>,
    },
    {
      id: 'counts',
      header: t('counts'),
      numeric: true,
      value: (metric) => metric.numerator.value,
      cell: (metric) => opened(metric, `${format.number(metric.numerator.value ?? 0)} / ${format.number(metric.denominator.value ?? 0)}`),
    },
    {
      id: 'ratio',
      header: t('ratio'),
      numeric: true,
      value: (metric) => metric.ratio,
      cell: (metric) => (metric.ratio ? opened(metric, format.percent(metric.ratio)) : '–'),
    },
    {
      id: 'points',
      header: t('points'),
      numeric: true,
      value: (metric) => metric.score,
      cell: (metric) => opened(metric, points(metric.score)),
    },
    {
      id: 'missing',
      header: t('missing.points'),
      numeric: true,
      value: ({ missing }) => (missing ? Number(missing.points) : null),
      cell: (metric) => (metric.missing ? opened(metric, points(metric.missing.points)) : t('full')),
    },
    {
      id: 'more',
      header: t('missing.more'),
      numeric: true,
      value: ({ missing }) => missing?.more ?? null,
      cell: (metric) => (metric.missing ? opened(metric, format.number(metric.missing.more)) : null),
    },
  ];
  return (
    <>
      <DataTable caption={t('own.title')} columns={columns} rows={own.metrics} rowId={(metric) => metric.code} empty={null} />
      <How own={own} receivedHref={receivedHref} />
    </>
  );
}

/** What the dossiers of the period became, and how that differs from the portal. */
function How({ own, receivedHref }: { readonly own: OwnMeasure; readonly receivedHref: string | undefined }) {
  const { t, format } = useWords();
  const part = (key: 'finishedInTime' | 'openInTime' | 'finishedLate' | 'openLate') => (
    <ExplicitFigure
      value={format.number(own.dossiers[key])}
      origin={{
        sentence: t(`own.part.${key}`, { unit: own.unitName }),
        denominator: { value: format.number(own.dossiers.received), label: t('own.received') },
        numerator: { value: format.number(own.dossiers[key]), label: t(`own.part_label.${key}`) },
        source: t('own_source'),
        recordedAt: own.countedAt,
        ...(receivedHref ? { recordsHref: receivedHref } : {}),
      }}
    />
  );
  return (
    <div className="small soft" style={{ marginTop: 12 }}>
      <FigureSentence
        tell={(at) => t('own.how', at)}
        figures={{
          finishedInTime: part('finishedInTime'),
          openInTime: part('openInTime'),
          finishedLate: part('finishedLate'),
          openLate: part('openLate'),
        }}
      />
    </div>
  );
}

type OwnMonth = OwnMeasure['months'][number];

function MonthsTable({ own }: { readonly own: OwnMeasure }) {
  const { t, format, period } = useWords();
  const can = useCan();
  const opened = (row: OwnMonth, what: 'received' | 'in_time' | 'progress' | 'online', value: string) => {
    const to = `${row.month}-${new Date(Number(row.month.slice(0, 4)), Number(row.month.slice(5, 7)), 0).getDate()}`;
    const inTime = { value: format.number(row.inTime), label: t('own.in_time') };
    return (
      <ExplicitFigure
        value={value}
        origin={{
          sentence: t(`own.text.${what}`, { unit: own.unitName, period: period(row.month) }),
          ...(what === 'received' || what === 'online'
            ? {}
            : { numerator: inTime, denominator: { value: format.number(row.received), label: t('own.received') } }),
          source: t('own_source'),
          recordedAt: own.countedAt,
          ...(can('dossiers.read')
            ? { recordsHref: receivedAddress(own, `${row.month}-01`, to, what === 'online' ? '2' : undefined) }
            : {}),
        }}
      />
    );
  };
  const count = (id: 'received' | 'online', header: string): Column<OwnMonth> => ({
    id,
    header,
    numeric: true,
    value: (row) => row[id],
    cell: (row) => opened(row, id, format.number(row[id])),
  });
  const columns: readonly Column<OwnMonth>[] = [
    {
      id: 'month',
      header: t('own.month'),
      names: true,
      value: (row) => row.month,
      cell: (row) => `${row.month.slice(5)}/${row.month.slice(0, 4)}`,
    },
    count('received', t('own.received')),
    {
      id: 'inTime',
      header: t('own.in_time'),
      numeric: true,
      value: (row) => row.inTime,
      cell: (row) => opened(row, 'in_time', format.number(row.inTime)),
    },
    {
      id: 'progress',
      header: t('own.progress'),
      numeric: true,
      value: (row) => (row.progress === null ? null : Number(row.progress)),
      cell: (row) => (row.progress === null ? '–' : opened(row, 'progress', format.percent(row.progress))),
    },
    count('online', t('own.online')),
  ];
  return (
    <DataTable
      caption={t('own.months')}
      columns={columns}
      rows={own.months}
      rowId={(row) => row.month}
      initialSort={{ column: 'month' }}
      empty={null}
    />
  );
}

/** The year and its quarters and months until a day, and those of the four years before; the chosen one in any case. */
function periodsUntil(day: string, chosen: string): readonly string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const years = Array.from({ length: 5 }, (_, back) => year - back);
  const periods = years.flatMap((one) => {
    const months = one === year ? month : 12;
    const quarters = Math.ceil(months / 3);
    return [
      String(one),
      ...Array.from({ length: quarters }, (_, index) => `${one}-Q${quarters - index}`),
      ...Array.from({ length: months }, (_, index) => `${one}-${String(months - index).padStart(2, '0')}`),
    ];
  });
  return periods.includes(chosen) ? periods : [chosen, ...periods];
}
