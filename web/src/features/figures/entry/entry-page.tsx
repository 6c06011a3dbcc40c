// SPDX-License-Identifier: Apache-2.0
import { Button, SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { download } from '../../../shared/api/transfer.ts';
import { today } from '../../../shared/format/days.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { type Across, figureGridQuery } from '../figures.api.ts';
import css from '../figures.module.css';
import { PeriodChoice } from '../period-choice.tsx';
import { EntryGrid } from './entry-grid.tsx';

const first = { period: today().slice(0, 4), across: 'units' };

/** Which numbers do a unit and those below it hand in for a period, or one unit in all periods of a year? */
export function EntryPage() {
  const { t } = useTranslation('figures');
  const { unitId = '' } = useParams();
  const [asked, setAsked] = useAddressState(first);
  const across: Across = asked.across === 'periods' ? 'periods' : 'units';
  const grid = useQuery({ ...figureGridQuery(unitId, asked.period, across), refetchOnWindowFocus: false });
  const back = new URLSearchParams({ unit: unitId, name: grid.data?.unit.name ?? '', period: asked.period });
  return (
    <>
      <PageHead
        title={t('entry.title')}
        answer={grid.data ? t(`entry.answer_${across}`, { unit: grid.data.unit.name, period: grid.data.period.name }) : null}
        back={{ to: `/figures?${back.toString()}`, label: t('title') }}
        action={<Exchange unitId={unitId} period={asked.period} across={across} />}
      />
      <div className={`${css['tools']} no-print`}>
        <PeriodChoice unitId={unitId} value={asked.period} onChange={(period) => setAsked({ ...asked, period })} />
        <SegmentedControl
          aria-label={t('entry.across')}
          value={across}
          onChange={(next) => setAsked({ ...asked, across: next })}
          data={[
            { value: 'units', label: t('entry.across_units') },
            { value: 'periods', label: t('entry.across_periods') },
          ]}
        />
      </div>
      <Loading of={grid}>
        {(answer) => {
          const sheet = { ...answer, columns: answer.columns.filter((column) => column.isEntered) };
          return sheet.columns.length === 0 ? (
            <Empty title={t('empty')}>{t('empty_help')}</Empty>
          ) : (
            <EntryGrid key={`${answer.unit.id} ${answer.period.key} ${answer.across}`} grid={sheet} />
          );
        }}
      </Loading>
    </>
  );
}

function Exchange({ unitId, period, across }: { readonly unitId: string; readonly period: string; readonly across: Across }) {
  const { t } = useTranslation('figures');
  const address = `/figures/units/${unitId}/sheet.xlsx?${new URLSearchParams({ period, across }).toString()}`;
  const save = useMutation({ mutationFn: () => download('GET', address, 'so-lieu.xlsx') });
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('exchange.export')}
      </Button>
      <Button component={Link} to="/figures/imports" variant="default">
        {t('exchange.title')}
      </Button>
      <ProblemNotice error={save.error} />
    </>
  );
}
