// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { useAddressState } from '../../shared/session/address-state.ts';
import { useCan } from '../../shared/session/session.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { UrgentCalendarGaps } from '../calendar/index.ts';
import { FollowUp } from './follow-up.tsx';
import { useWork } from './use-work.ts';
import { WorkTable } from './work-table.tsx';

type Props = { /** What waits at the one-stop desk, for whoever works there. */ readonly desk?: ReactNode };

/** What waits for me, by deadline? */
export function WorkPage({ desk }: Props) {
  const { t } = useTranslation('actions');
  const can = useCan();
  return can('inspections.read') || can('scoring.read_rounds') ? <MyWork desk={desk} /> : <NothingWaits title={t('title')} desk={desk} />;
}

function NothingWaits({ title, desk }: Props & { readonly title: string }) {
  const { t } = useTranslation('actions');
  return (
    <>
      <PageHead title={title} answer={t('answer_none')} />
      <UrgentCalendarGaps />
      {desk}
      <Empty title={t('work_none')}>{t('work_help')}</Empty>
    </>
  );
}

function MyWork({ desk }: Props) {
  const { t } = useTranslation('actions');
  const format = useFormat();
  const can = useCan();
  const work = useWork();
  const rows = work.data?.rows ?? [];
  const late = rows.filter((row) => row.isOverdue).length;
  const [shown, setShown] = useAddressState({ show: '' });
  const isLate = shown.show === 'late';
  const counted = (count: number, show: 'all' | 'late') => (
    <ExplicitFigure
      value={format.number(count)}
      label={t(`work_counted.${show}`)}
      origin={{
        sentence: t(`work_text.${show}`, { count }),
        rule: t(`work_rule.${show}`),
        recordsHref: show === 'late' ? '/work?show=late' : '/work',
      }}
    />
  );
  const answer =
    rows.length === 0 ? (
      t('answer_none')
    ) : (
      <FigureSentence
        tell={(at) => (late === 0 ? t('answer_on_time', at) : t('answer', at))}
        figures={{ total: counted(rows.length, 'all'), late: counted(late, 'late') }}
      />
    );
  return (
    <>
      <PageHead title={t('title')} answer={work.data && !(rows.length === 0 && can('dossiers.handle')) ? answer : null} />
      <UrgentCalendarGaps />
      {desk}
      {isLate ? (
        <p role="status">
          {t('work_shown', { count: format.number(late) })}{' '}
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setShown({ show: '' })}>
            {t('show_all')}
          </Button>
        </p>
      ) : null}
      <Loading of={work}>
        {(data) => (
          <WorkTable
            rows={isLate ? data.rows.filter((row) => row.isOverdue) : data.rows}
            empty={<Empty title={t('work_none')}>{t('work_help')}</Empty>}
          />
        )}
      </Loading>
      {can('actions.read') ? (
        <Section title={t('recommendations')}>
          <FollowUp told={new Set(rows.map((row) => row.link))} />
        </Section>
      ) : null}
    </>
  );
}
