// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { dossiersKey, workPage } from './desk.api.ts';
import { WorkAnswer } from './work-answer.tsx';

/** What waits at the one-stop desk today, in one sentence. */
export function DeskToday() {
  const { t } = useTranslation('desk');
  const work = useQuery({
    queryKey: [...dossiersKey, 'work', 'today'],
    queryFn: ({ signal }) => workPage({ limit: 200 }, signal),
  });
  return (
    <Section title={t('today')}>
      <Loading of={work} lines={2}>
        {({ rows, next, soonUntil }) => (
          <div>
            {rows.length === 0 ? (
              t('work.empty')
            ) : (
              <WorkAnswer states={rows.map(({ state }) => state)} isAll={!next} soonUntil={soonUntil} />
            )}
          </div>
        )}
      </Loading>
      <p className="row no-print" style={{ margin: '12px 0 24px' }}>
        <Button component={Link} to="/dossiers/work" variant="default">
          {t('work.title')}
        </Button>
        <Button component={Link} to="/dossiers/receive" variant="default">
          {t('title')}
        </Button>
      </p>
    </Section>
  );
}
