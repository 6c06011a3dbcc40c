// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { UrgentCalendarGaps } from '../calendar/index.ts';
import { myWorkQuery } from './actions.api.ts';
import { FollowUp } from './follow-up.tsx';
import { WorkTable } from './work-table.tsx';

type Props = { /** What waits at the one-stop desk, for whoever works there. */ readonly desk?: ReactNode };

/** What waits for me, by deadline? */
export function WorkPage({ desk }: Props) {
  const { t } = useTranslation('actions');
  const can = useCan();
  return can('inspections.read') ? <MyWork desk={desk} /> : <NothingWaits title={t('title')} desk={desk} />;
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
  const work = useQuery(myWorkQuery);
  const rows = work.data?.rows ?? [];
  const late = rows.filter((row) => row.isOverdue).length;
  const numbers = { total: format.number(rows.length), late: format.number(late) };
  const answer = rows.length === 0 ? t('answer_none') : late === 0 ? t('answer_on_time', numbers) : t('answer', numbers);
  return (
    <>
      <PageHead title={t('title')} answer={work.data && !(rows.length === 0 && can('dossiers.handle')) ? answer : null} />
      <UrgentCalendarGaps />
      {desk}
      <Loading of={work}>{(data) => <WorkTable rows={data.rows} empty={<Empty title={t('work_none')}>{t('work_help')}</Empty>} />}</Loading>
      {can('actions.read') ? (
        <Section title={t('recommendations')}>
          <FollowUp told={new Set(rows.map((row) => row.link))} />
        </Section>
      ) : null}
    </>
  );
}
