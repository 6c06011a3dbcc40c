// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today } from '../../shared/format/days.ts';
import { useAddressState } from '../../shared/session/address-state.ts';
import { useCan, useSession } from '../../shared/session/session.ts';
import { lazyPart } from '../../shared/ui/feedback/lazy-part.tsx';
import { Loading, Skeleton } from '../../shared/ui/feedback/states.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { IconPlus } from '../../shared/ui/icons.ts';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { UnitPicker, unitTreeQuery } from '../units/index.ts';
import { type Asked, type Counts, type Grouping, groupings, type StatisticRow, type Statistics, statisticsQuery } from './dossiers.api.ts';
import css from './dossiers.module.css';
import { EmptyPeriod } from './empty-period.tsx';
import { StatisticsAnswer } from './measure-figure.tsx';
import { MonthsChart } from './months-chart.tsx';
import { ProcedureRanking, RankingChart } from './ranking-chart.tsx';
import { labelOf, StatisticsTable } from './statistics-table.tsx';
import { firstRows, type RowPages, rowsOfPage, useRowPages } from './use-row-pages.ts';

const StatisticsMap = lazyPart(() => import('./statistics-map.tsx').then((file) => file.StatisticsMap));

const first = {
  ...{ unit: '', name: '', from: '', to: '', by: 'sector', sector: '', procedure: '', channel: '', only: '' },
  ...firstRows,
};

/** How are the dossiers of a unit dealt with in a period? */
export function StatisticsPage() {
  const { t } = useTranslation('dossiers');
  const [asked, setAddress] = useAddressState(first);
  // Other numbers are read from their first page.
  const setAsked = (next: typeof first, kind?: 'step'): void => setAddress({ ...next, offset: '' }, kind);
  const to = asked.to || today();
  const from = asked.from || `${to.slice(0, 4)}-01-01`;
  const tree = useQuery(unitTreeQuery(to));
  const own = useSession().positions[0];
  // A unit that was dissolved is in no tree of today; its people still open its dossiers.
  const top = tree.data ? (tree.data.rows[0] ?? (own ? { id: own.unitId, name: own.unitName } : undefined)) : undefined;
  const unit = asked.unit ? { id: asked.unit, name: asked.name } : top ? { id: top.id, name: top.name } : null;
  const by = groupings.find((one) => one === asked.by) ?? 'sector';
  const question: Asked = {
    unitId: unit?.id ?? '',
    from,
    to,
    sectorId: asked.sector || undefined,
    procedureId: asked.procedure || undefined,
    channel: asked.channel || undefined,
  };
  const narrow = (row: StatisticRow): void => setAsked({ ...asked, ...narrowedTo(row, by, labelOf(row, by, t), asked.only) }, 'step');
  const pages = useRowPages(asked, (change) => setAddress({ ...asked, ...change }));
  const statistics = useQuery({
    ...statisticsQuery({ ...question, by, ...(by === 'procedure' ? pages.asked : {}) }),
    enabled: unit !== null && from <= to,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t('title')}
        answer={statistics.data && unit ? <StatisticsAnswer of={statistics.data} asked={question} unit={unit.name} /> : null}
        action={<Actions />}
      />
      <div className={`${css['tools']} no-print`}>
        <UnitPicker
          label={t('unit')}
          value={unit}
          asOf={to}
          onChange={(next) => setAsked({ ...asked, unit: next?.id ?? '', name: next?.name ?? '' }, 'step')}
        />
        <DayInput label={t('from')} value={from} onChange={(next) => setAsked({ ...asked, from: next })} />
        <DayInput label={t('to')} value={to} onChange={(next) => setAsked({ ...asked, to: next })} />
        <NativeSelect
          label={t('by')}
          value={by}
          data={groupings.map((one: Grouping) => ({ value: one, label: t(`grouping.${one}`) }))}
          onChange={(event) => setAsked({ ...asked, by: event.currentTarget.value }, 'step')}
        />
      </div>
      {asked.sector || asked.procedure || asked.channel ? (
        <p className="row">
          <span>{t('only', { what: asked.only || t('only_some') })}</span>
          <Button
            size="compact-sm"
            variant="default"
            className="no-print"
            onClick={() => setAsked({ ...asked, sector: '', procedure: '', channel: '', only: '', by: 'sector' }, 'step')}
          >
            {t('only_all')}
          </Button>
        </p>
      ) : null}
      {from > to ? <p role="alert">{t('reversed')}</p> : null}
      {from > to ? null : (
        <Loading of={statistics}>
          {(answer) =>
            isNothing(answer.total) ? (
              <EmptyPeriod asked={question} onYear={(start, end) => setAsked({ ...asked, from: start, to: end }, 'step')} />
            ) : (
              <Counted answer={answer} asked={question} by={by} unitName={unit?.name ?? ''} onNarrow={narrow} pages={pages} />
            )
          }
        </Loading>
      )}
    </>
  );
}

function Actions() {
  const { t } = useTranslation('dossiers');
  const can = useCan();
  return (
    <>
      {can('dossiers.read') ? (
        <Button component={Link} to="/dossiers/work" variant="default">
          {t('work_list')}
        </Button>
      ) : null}
      {can('dossiers.import') ? (
        <Button component={Link} to="/dossiers/imports" variant="default">
          {t('imports')}
        </Button>
      ) : null}
      {can('dossiers.handle') ? (
        <Button component={Link} to="/dossiers/receive" leftSection={<IconPlus size={16} aria-hidden="true" />}>
          {t('receive')}
        </Button>
      ) : null}
    </>
  );
}

type CountedProps = {
  readonly answer: Statistics;
  readonly asked: Asked;
  readonly by: Grouping;
  readonly unitName: string;
  readonly onNarrow: (row: StatisticRow) => void;
  readonly pages: RowPages;
};

/** The table, and what its numbers look like. */
function Counted({ answer, asked, by, unitName, onNarrow, pages }: CountedProps) {
  const isPaged = by === 'procedure';
  const isBeyond = isPaged && answer.rows.length === 0 && answer.count > 0;
  // An address that was kept may name a page that is no more.
  useEffect(() => {
    if (isBeyond) pages.change({ offset: String(Math.floor((answer.count - 1) / rowsOfPage) * rowsOfPage) });
  });
  return (
    <>
      <FormExports asked={asked} />
      <StatisticsTable answer={answer} asked={asked} by={by} unitName={unitName} onNarrow={onNarrow} pages={isPaged ? pages : undefined} />
      {isPaged ? <ProcedureRanking asked={asked} /> : null}
      {by === 'month' || isPaged ? null : <RankingChart rows={answer.rows} total={answer.total} by={by} asked={asked} />}
      <MonthsChart asked={asked} />
      {by === 'unit' ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <StatisticsMap rows={answer.rows} asked={asked} />
        </Suspense>
      ) : null}
    </>
  );
}

/** What the page asks after a row was chosen: only its dossiers, by the next finer grouping. */
function narrowedTo(row: StatisticRow, by: Grouping, label: string, only: string): Partial<typeof first> {
  const named = [only, label].filter(Boolean).join(' · ');
  if (by === 'unit') return { unit: row.key, name: row.label, by: 'sector' };
  if (by === 'month') return { from: row.from, to: row.to, by: 'sector' };
  if (by === 'sector') return { sector: row.key, by: 'procedure', only: named };
  if (by === 'procedure') return { procedure: row.key, by: 'month', only: named };
  return { channel: row.key, by: 'sector', only: named };
}

/** Form II.06a of what is shown, as files and on paper. */
function FormExports({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('dossiers');
  const query = new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  return (
    <p className={`${css['exports']} no-print`}>
      <span>{t('form_of')}</span>
      {(['xlsx', 'docx', 'pdf'] as const).map((format) => (
        <a key={format} href={`/api/dossiers/statistics/form-06a.${format}?${query}`} download>
          {t(`form_as.${format}`)}
        </a>
      ))}
      <button type="button" onClick={() => window.print()}>
        {t('form_as.print')}
      </button>
    </p>
  );
}

function isNothing(total: Counts): boolean {
  return Object.values(total).every((count) => count === 0);
}
