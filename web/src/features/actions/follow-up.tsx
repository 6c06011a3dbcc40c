// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { type Recommendation, recommendationsQuery } from './actions.api.ts';
import { RecommendationTable } from './recommendation-table.tsx';

function waits(row: Recommendation): boolean {
  return row.state !== 'accepted' && row.state !== 'carried_over';
}

/** All recommendations within reach; what waits for the reader stands in their own list and is not told twice. */
export function FollowUp({ told }: { readonly told: ReadonlySet<string> }) {
  const { t } = useTranslation('actions');
  const [show, setShow] = useState('waiting');
  const recommendations = useQuery(recommendationsQuery({}));
  return (
    <Loading of={recommendations}>
      {({ rows }) => (
        <RecommendationTable
          rows={show === 'waiting' ? rows.filter((row) => waits(row) && !told.has(`/actions/${row.id}`)) : rows}
          empty={
            rows.length > 0 ? (
              <p className="soft">{t('recommendations_no_other')}</p>
            ) : (
              <Empty title={t('recommendations_none')}>{t('recommendations_help')}</Empty>
            )
          }
          views={{ table: 'recommendations', filters: { show }, onFilters: (kept) => setShow(kept['show'] === 'all' ? 'all' : 'waiting') }}
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
      )}
    </Loading>
  );
}
