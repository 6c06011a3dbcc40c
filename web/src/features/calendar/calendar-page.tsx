// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { asProblem } from '../../shared/api/problem.ts';
import { formatInstant, today } from '../../shared/format/days.ts';
import { lazyPart } from '../../shared/ui/feedback/lazy-part.tsx';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import { type CalendarYear, calendarYearQuery, gapsQuery } from './calendar.api.ts';
import css from './calendar.module.css';
import { DueSum } from './due-sum.tsx';
import { CalendarGaps } from './gaps.tsx';
import { YearEditor } from './year-editor.tsx';

const YearStanding = lazyPart(() => import('./year-standing.tsx').then((file) => file.YearStanding));

/** Which days of a year are worked? */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || Number(today().slice(0, 4));
  const setYear = (next: number): void => setSearch({ year: String(next) }, { replace: true });
  const mayChange = useQuery(gapsQuery).data?.mayChange ?? false;
  const found = useQuery(calendarYearQuery(year));
  const data = found.data;
  const missing = found.error !== null && asProblem(found.error).status === 404;
  const answer = data
    ? t('answer', { year, working: data.workingDaysTotal, off: data.daysOff.length, worked: data.workedDays.length })
    : null;
  return (
    <>
      <PageHead title={`${t('title')} ${year}`} answer={answer} />
      <CalendarGaps />
      <div className={`${css['years']} no-print`}>
        {[year - 1, year + 1].map((beside) => (
          <Button key={beside} variant="default" size="compact-md" onClick={() => setYear(beside)}>
            {t('year')} {beside}
          </Button>
        ))}
      </div>
      {missing ? (
        <Empty
          title={t('missing', { year })}
          action={
            mayChange ? (
              <Button component={Link} to={`/administration/calendar/new?year=${year}`}>
                {t('make_year', { year })}
              </Button>
            ) : null
          }
        >
          {t('missing_help')}
        </Empty>
      ) : (
        <Loading of={found}>{(one) => <Year key={`${one.year} ${one.version}`} year={one} editable={mayChange} />}</Loading>
      )}
      <Section title={t('due')}>
        <DueSum />
      </Section>
    </>
  );
}

function Year({ year, editable }: { readonly year: CalendarYear; readonly editable: boolean }) {
  const { t } = useTranslation('calendar');
  const [standing, setStanding] = useState(false);
  return (
    <>
      {year.status === 'draft' ? (
        <p style={{ marginBottom: 14 }}>
          <StateBadge tone="soon">{t('standing.draft', { year: year.year })}</StateBadge>
        </p>
      ) : null}
      <YearEditor year={year} editable={editable} />
      <Section
        title={t('source')}
        aside={
          editable ? (
            <Button size="compact-sm" variant="default" onClick={() => setStanding(true)}>
              {t(year.status === 'draft' ? 'standing.confirm' : 'standing.open')}
            </Button>
          ) : null
        }
      >
        <Facts
          of={[
            [t('status'), t(`statuses.${year.status}`)],
            [t('source'), year.source],
            [t('certainty'), year.certainty],
            [t('updated'), `${formatInstant(year.updatedAt)}, ${year.updatedBy}`],
          ]}
        />
      </Section>
      {standing ? (
        <Suspense>
          <YearStanding year={year} onClose={() => setStanding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
