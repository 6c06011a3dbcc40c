// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../../shared/api/transfer.ts';
import { today } from '../../../shared/format/days.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useSession } from '../../../shared/session/session.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading, Skeleton } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { ScoreRooms } from '../../../shared/ui/layout/score-rooms.tsx';
import { unitTreeQuery } from '../../units/index.ts';
import { unitPeriodsQuery } from '../figures.api.ts';
import { type CrossAsked, type CrossState, crossTableQuery, firstState, indicatorsQuery, queryOf, standingStill } from './cross.api.ts';
import { CrossChoices } from './cross-choices.tsx';
import { CrossSheet } from './cross-sheet.tsx';
import { ExportsPart } from './exports-part.tsx';

/** How do units, indicators and periods stand beside one another? */
export function CrossPage() {
  const { t } = useTranslation('cross-table');
  const format = useFormat();
  const [state, setState] = useAddressState<CrossState>(firstState);
  const tree = useQuery(unitTreeQuery(today()));
  const indicators = useQuery(indicatorsQuery);
  const own = useSession().positions[0];
  const top = tree.data ? (tree.data.rows[0] ?? (own ? { id: own.unitId, name: own.unitName } : undefined)) : undefined;
  const unitId = state.unitId || (top?.id ?? '');
  const periods = useQuery({ ...unitPeriodsQuery(unitId), enabled: unitId !== '' });
  const latest = periods.data?.rows[0]?.key ?? (periods.isSuccess ? today().slice(0, 4) : '');
  const year = /^\d{4}/.exec(latest)?.[0] ?? '';
  const asked: CrossState = {
    ...state,
    unitId,
    unitName: state.unitName || (top?.name ?? ''),
    period: state.period || latest,
    indicatorId: state.indicatorId || (indicators.data?.rows[0]?.indicatorId ?? ''),
    fromYear: state.fromYear || year,
    toYear: state.toYear || year,
  };
  const isReady = unitId !== '' && latest !== '' && (standingStill(asked.rows, asked.columns) !== 'indicators' || asked.indicatorId !== '');
  const table = useQuery({ ...crossTableQuery(questionOf(asked)), enabled: isReady });
  const choose = (change: Partial<CrossState>): void => setState({ ...asked, rowOffset: '', columnOffset: '', ...change });
  const answer = table.data;
  return (
    <>
      <ScoreRooms />
      <PageHead
        title={t('title')}
        answer={
          answer
            ? t('answer', {
                rows: t(`dimension.${asked.rows as 'units'}`),
                columns: t(`dimension.${asked.columns as 'units'}`),
                still: answer.fixed.dimension === 'units' ? answer.unit.name : answer.fixed.name,
                rowTotal: format.number(answer.rowTotal),
                columnTotal: format.number(answer.columnTotal),
              })
            : null
        }
        action={isReady ? <FileButton asked={asked} /> : null}
      />
      <CrossChoices asked={asked} indicators={indicators.data?.rows ?? []} onChoose={choose} />
      {isReady || indicators.isError ? (
        <Loading of={table}>
          {(found) =>
            found.rowTotal === 0 || found.columnTotal === 0 ? (
              <Empty title={t('empty')}>{t('empty_help')}</Empty>
            ) : (
              <CrossSheet table={found} asked={asked} onWindow={(window) => setState({ ...asked, ...window })} />
            )
          }
        </Loading>
      ) : indicators.isSuccess && periods.isSuccess ? (
        <Empty title={t('empty')}>{t('empty_help')}</Empty>
      ) : (
        <Skeleton />
      )}
      {unitId === '' ? null : <ExportsPart unit={{ id: unitId, name: asked.unitName }} year={year} />}
    </>
  );
}

function questionOf({ unitName: _, ...asked }: CrossState): CrossAsked {
  return asked;
}

function FileButton({ asked }: { readonly asked: CrossState }) {
  const { t } = useTranslation('cross-table');
  const query = new URLSearchParams(queryOf(questionOf(asked)));
  const save = useMutation({ mutationFn: () => download('GET', `/figures/cross-table.xlsx?${query.toString()}`, 'Bang cheo.xlsx') });
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('save')}
      </Button>
      {save.error ? <ProblemNotice error={save.error} /> : null}
    </>
  );
}
