// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { ChecklistTab } from '../answers/checklist-tab.tsx';
import { FiguresTab } from '../figures/figures-tab.tsx';
import css from '../inspections.module.css';
import { visitQuery } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';
import { SamplesTab } from '../samples/samples-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { RecommendationsTab } from './recommendations-tab.tsx';
import { ReportTab } from './report-tab.tsx';
import { StatementsTab } from './statements-tab.tsx';
import { VisitSteps } from './visit-steps.tsx';

const tabs = ['overview', 'report', 'figures', 'checklist', 'samples', 'statements', 'recommendations'] as const;

/** What did this unit declare, what did the team find, and what is next? */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const visit = useQuery(visitQuery(visitId));
  return (
    <Loading page of={visit} lines={12}>
      {(data) => <Sheet visit={data} />}
    </Loading>
  );
}

function Sheet({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [address, setAddress] = useSearchParams();
  const tab = tabs.find((one) => one === address.get('tab')) ?? 'overview';
  const sum = (of: (field: VisitSheet['fields'][number]) => number): number => visit.fields.reduce((all, field) => all + of(field), 0);
  const numbers = {
    step: t(`visit_step.${visit.step}`),
    answered: sum((field) => field.counts.answered),
    items: sum((field) => field.counts.items),
    inconsistent: visit.figures.filter((figure) => figure.recomputation.verdict === 'inconsistent').length,
  };
  return (
    <>
      <PageHead
        title={visit.unitName}
        answer={t('visit.answer', numbers)}
        back={{ to: `/inspections/${visit.roundId}`, label: visit.round.title }}
      />
      <div className={css['withRail']}>
        <aside className={css['rail']}>
          <VisitSteps visit={visit} />
        </aside>
        <div className={css['main']}>
          <Tabs
            value={tab}
            onChange={(next) => setAddress(next && next !== 'overview' ? { tab: next } : {}, { replace: true })}
            keepMounted={false}
            color="dark"
          >
            <Tabs.List mb={18} aria-label={t('visit.tabs_label')} className={`${css['tabs']} no-print`}>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`visit.tabs.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="overview">
              <OverviewTab visit={visit} />
            </Tabs.Panel>
            <Tabs.Panel value="report">
              <ReportTab visit={visit} />
            </Tabs.Panel>
            <Tabs.Panel value="figures">
              <FiguresTab visit={visit} />
            </Tabs.Panel>
            <Tabs.Panel value="checklist">
              <ChecklistTab visit={visit} />
            </Tabs.Panel>
            <Tabs.Panel value="samples">
              <SamplesTab visit={visit} />
            </Tabs.Panel>
            <Tabs.Panel value="statements">
              <StatementsTab visit={visit} />
            </Tabs.Panel>
            <Tabs.Panel value="recommendations">
              <RecommendationsTab visit={visit} />
            </Tabs.Panel>
          </Tabs>
        </div>
      </div>
    </>
  );
}
