// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useAddressState } from '../../shared/session/address-state.ts';
import { useCan, useSession } from '../../shared/session/session.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Failed, Loading, Skeleton } from '../../shared/ui/feedback/states.tsx';
import { IconRefresh } from '../../shared/ui/icons.ts';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { ScoreRooms } from '../../shared/ui/layout/score-rooms.tsx';
import { UnitPicker, unitTreeQuery } from '../units/index.ts';
import { ApprovalPart } from './approval-part.tsx';
import { computeFigures, figuresKey, recomputationQuery, unitFiguresQuery, unitPeriodsQuery } from './figures.api.ts';
import css from './figures.module.css';
import { FiguresAnswer, isShown, ShownFigures } from './figures-answer.tsx';
import { FiguresTable } from './figures-table.tsx';
import { PeriodChoice } from './period-choice.tsx';

const first = { unit: '', name: '', period: '', show: '' };

/** What do the indicators of a unit say in a period? */
export function FiguresPage() {
  const { t } = useTranslation('figures');
  const can = useCan();
  const [asked, setAsked] = useAddressState(first);
  const tree = useQuery(unitTreeQuery(today()));
  const own = useSession().positions[0];
  // A unit that was dissolved is in no tree of today; its people still open its figures.
  const top = tree.data ? (tree.data.rows[0] ?? (own ? { id: own.unitId, name: own.unitName } : undefined)) : undefined;
  const unit = asked.unit ? { id: asked.unit, name: asked.name } : top ? { id: top.id, name: top.name } : null;
  const periods = useQuery({ ...unitPeriodsQuery(unit?.id ?? ''), enabled: unit !== null });
  const latest = periods.data?.rows[0]?.key ?? (periods.isSuccess ? today().slice(0, 4) : '');
  const period = asked.period || latest;
  const figures = useQuery({
    ...unitFiguresQuery(unit?.id ?? '', period),
    enabled: unit !== null && period !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ScoreRooms />
      <PageHead
        title={t('title')}
        answer={figures.data ? <FiguresAnswer of={figures.data} /> : null}
        action={
          <>
            <Button component={Link} to="/figures/indicators" variant="default">
              {t('manage.title')}
            </Button>
            {can('figures.enter') && unit && period ? (
              <>
                <Button component={Link} to={`/figures/entry/${unit.id}?${new URLSearchParams({ period }).toString()}`} variant="default">
                  {t('entry.title')}
                </Button>
                <ComputeButton unitId={unit.id} period={period} />
              </>
            ) : null}
          </>
        }
      />
      <div className={`${css['tools']} no-print`}>
        <UnitPicker
          label={t('unit')}
          value={unit}
          {...(figures.data ? { asOf: figures.data.period.to } : {})}
          onChange={(next) => setAsked({ ...asked, unit: next?.id ?? '', name: next?.name ?? '' })}
        />
        <PeriodChoice unitId={unit?.id ?? ''} value={period} onChange={(next) => setAsked({ ...asked, period: next })} />
      </div>
      {unit === null && tree.isSuccess ? (
        <Empty title={t('no_unit')}>{t('no_unit_help')}</Empty>
      ) : tree.error || (periods.error && period === '') ? (
        <Failed error={tree.error ?? periods.error} onRetry={() => void (tree.error ? tree.refetch() : periods.refetch())} />
      ) : period === '' ? (
        <Skeleton />
      ) : (
        <Loading of={figures}>
          {(answer) =>
            answer.figures.length === 0 ? (
              <Empty title={t('empty')}>{t('empty_help')}</Empty>
            ) : (
              <>
                <ShownFigures of={answer} show={asked.show} onAll={() => setAsked({ ...asked, show: '' })} />
                <FiguresTable answer={{ ...answer, figures: answer.figures.filter((one) => isShown(one, asked.show)) }} />
                <LastRun />
                <ApprovalPart unitId={answer.unit.id} period={answer.period.key} />
              </>
            )
          }
        </Loading>
      )}
    </>
  );
}

/** When the program last counted the open periods by itself. */
function LastRun() {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { data } = useQuery(recomputationQuery);
  if (!data) return null;
  const { last } = data;
  return (
    <p className="small soft">
      {last ? t('last_run', { at: format.instant(last.at), count: last.changed, periods: last.periods.join(', ') }) : t('never_run')}
    </p>
  );
}

function ComputeButton({ unitId, period }: { readonly unitId: string; readonly period: string }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const compute = useMutation({
    mutationFn: () => computeFigures(unitId, period),
    onSuccess: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
  return (
    <>
      <Button
        variant="default"
        loading={compute.isPending}
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        onClick={() => compute.mutate()}
      >
        {t('compute')}
      </Button>
      {compute.data ? <span role="status">{t('computed', { count: compute.data.changed })}</span> : null}
      {compute.error ? <ProblemNotice error={compute.error} /> : null}
    </>
  );
}
