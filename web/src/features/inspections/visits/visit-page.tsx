// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.layer.css';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Loading, Skeleton } from '../../../shared/ui/feedback/states.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import css from '../inspections.module.css';
import type { Standing } from '../model/figure-verdict.tsx';
import { visitQuery } from '../model/inspections.api.ts';
import { period } from '../model/step-badges.tsx';
import type { VisitSheet } from '../model/types.ts';
import { AnsweredCount, VisitCount } from '../model/visit-counts.tsx';
import { VisitSteps } from './visit-steps.tsx';

type Part = Promise<ComponentType<{ readonly visit: VisitSheet }>>;

/** Each tab is a part of its own, fetched when the address names it. */
const parts = {
  overview: (): Part => import('./overview-tab.tsx').then((file) => file.OverviewTab),
  report: (): Part => import('./report-tab.tsx').then((file) => file.ReportTab),
  figures: (): Part => import('../figures/figures-tab.tsx').then((file) => file.FiguresTab),
  checklist: (): Part => import('../answers/checklist-tab.tsx').then((file) => file.ChecklistTab),
  samples: (): Part => import('../samples/samples-tab.tsx').then((file) => file.SamplesTab),
  statements: (): Part => import('./statements-tab.tsx').then((file) => file.StatementsTab),
  recommendations: (): Part => import('./recommendations-tab.tsx').then((file) => file.RecommendationsTab),
};
const tabs = ['overview', 'report', 'figures', 'checklist', 'samples', 'statements', 'recommendations'] as const;
const panels = tabs.map((name) => ({ name, Panel: lazyPart(parts[name]) }));

function tabOf(address: URLSearchParams): keyof typeof parts {
  return tabs.find((one) => one === address.get('tab')) ?? 'overview';
}

/** What did this unit declare, what did the team find, and what is next? */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const [address] = useSearchParams();
  const visit = useQuery(visitQuery(visitId));
  const tab = tabOf(address);
  // The tab comes while the visit is on its way.
  useEffect(() => void parts[tab](), [tab]);
  return (
    <Loading page of={visit} lines={12}>
      {(data) => <Sheet visit={data} />}
    </Loading>
  );
}

function Told({ what, children }: { readonly what: 'inconsistent' | 'unclear'; readonly children: ReactNode }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      {' '}
      <FigureSentence tell={(at) => `${t(`visit.told_${what}`, at)}.`} figures={{ count: children }} />
    </>
  );
}

function Sheet({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [address, setAddress] = useSearchParams();
  const tab = tabOf(address);
  const list = useRef<HTMLDivElement>(null);
  // On a phone the tabs scroll; the chosen one is brought into sight.
  useEffect(() => {
    const chosen = list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)];
    if (list.current && chosen) list.current.scrollLeft = chosen.offsetLeft - (list.current.clientWidth - chosen.clientWidth) / 2;
  }, [tab]);
  const sum = (of: (field: VisitSheet['fields'][number]) => number): number => visit.fields.reduce((all, field) => all + of(field), 0);
  const numbers = {
    answered: sum((field) => field.counts.answered),
    items: sum((field) => field.counts.items),
  };
  const standing = (one: Standing): number => visit.figures.filter((figure) => figure.status === one).length;
  const [inconsistent, unclear] = [standing('inconsistent'), standing('unclear')];
  const here = { unitName: visit.unitName, path: `/inspections/${visit.roundId}/visits/${visit.id}` };
  return (
    <>
      <PageHead
        title={visit.unitName}
        answer={
          <>
            <FigureSentence
              tell={(at) => t('visit.answer', { ...at, step: t(`visit_step.${visit.step}`) })}
              figures={{ answered: <AnsweredCount visit={here} {...numbers} /> }}
            />
            {inconsistent > 0 ? (
              <Told what="inconsistent">
                <VisitCount visit={here} what="inconsistent" count={inconsistent} />
              </Told>
            ) : null}
            {unclear > 0 ? (
              <Told what="unclear">
                <VisitCount visit={here} what="unclear" count={unclear} />
              </Told>
            ) : null}
          </>
        }
        back={{ to: `/inspections/${visit.roundId}`, label: visit.round.title }}
        printed={t('visit.printed', { tab: t(`visit.tabs.${tab}`), round: visit.round.title, days: period(visit.visitOn, visit.visitTo) })}
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
            <Tabs.List ref={list} mb={18} aria-label={t('visit.tabs_label')} className={`${css['tabs']} no-print`}>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`visit.tabs.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {panels.map(({ name, Panel }) => (
              <Tabs.Panel key={name} value={name}>
                <Suspense fallback={<Skeleton lines={8} />}>
                  <Panel visit={visit} />
                </Suspense>
              </Tabs.Panel>
            ))}
          </Tabs>
        </div>
      </div>
    </>
  );
}
