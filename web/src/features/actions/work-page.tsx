// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { type Recommendation, recommendationsQuery } from './actions.api.ts';
import { RecommendationTable } from './recommendation-table.tsx';

function waits(row: Recommendation): boolean {
  return row.state !== 'accepted' && row.state !== 'carried_over';
}

/** What waits for me, by deadline? */
export function WorkPage() {
  const { t } = useTranslation('actions');
  const format = useFormat();
  const can = useCan();
  const recommendations = useQuery({ ...recommendationsQuery({}), enabled: can('actions.read') });
  const rows = recommendations.data?.rows ?? [];
  const waiting = rows.filter(waits);
  const late = waiting.filter((row) => row.isOverdue).length;
  const numbers = { total: format.number(waiting.length), late: format.number(late) };
  const answer = waiting.length === 0 ? t('answer_none') : late === 0 ? t('answer_on_time', numbers) : t('answer', numbers);
  return (
    <>
      <PageHead title={t('title')} answer={recommendations.data || !can('actions.read') ? answer : null} />
      {can('actions.read') ? (
        <Section title={t('recommendations')}>
          <Loading of={recommendations}>{(data) => <Recommendations rows={data.rows} />}</Loading>
        </Section>
      ) : (
        <Empty title={t('answer_none')}>{t('recommendations_help')}</Empty>
      )}
    </>
  );
}

function Recommendations({ rows }: { readonly rows: readonly Recommendation[] }) {
  const { t } = useTranslation('actions');
  const [show, setShow] = useState('waiting');
  const shown = show === 'waiting' ? rows.filter(waits) : rows;
  return (
    <RecommendationTable
      rows={shown}
      empty={<Empty title={t('recommendations_none')}>{t('recommendations_help')}</Empty>}
      tools={
        <SegmentedControl
          size="sm"
          aria-label={t('show')}
          value={show}
          onChange={setShow}
          data={[
            { value: 'waiting', label: t('show_waiting') },
            { value: 'all', label: t('show_all') },
          ]}
        />
      }
    />
  );
}
