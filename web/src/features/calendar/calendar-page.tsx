// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../shared/api/problem.ts';
import { formatInstant, today } from '../../shared/format/days.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { type CalendarYear, calendarYearQuery } from './calendar.api.ts';
import css from './calendar.module.css';
import { DueSum } from './due-sum.tsx';
import { YearEditor } from './year-editor.tsx';

/** Which days of a year are worked? */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const found = useQuery(calendarYearQuery(year));
  const data = found.data;
  const missing = found.error !== null && asProblem(found.error).status === 404;
  const answer = data
    ? t('answer', { year, working: data.workingDaysTotal, off: data.daysOff.length, worked: data.workedDays.length })
    : null;
  return (
    <>
      <PageHead title={`${t('title')} ${year}`} answer={answer} />
      <div className={`${css['years']} no-print`}>
        {[year - 1, year + 1].map((beside) => (
          <Button key={beside} variant="default" size="compact-md" onClick={() => setYear(beside)}>
            {t('year')} {beside}
          </Button>
        ))}
      </div>
      {missing ? (
        <Empty title={t('missing', { year })}>{t('missing_help')}</Empty>
      ) : (
        <Loading of={found}>{(one) => <Year key={`${one.year} ${one.version}`} year={one} />}</Loading>
      )}
      <Section title={t('due')}>
        <DueSum />
      </Section>
    </>
  );
}

function Year({ year }: { readonly year: CalendarYear }) {
  const { t } = useTranslation('calendar');
  return (
    <>
      <YearEditor year={year} />
      <Section title={t('source')}>
        <Facts
          of={[
            [t('status'), t(`statuses.${year.status}`)],
            [t('source'), year.source],
            [t('certainty'), year.certainty],
            [t('updated'), `${formatInstant(year.updatedAt)}, ${year.updatedBy}`],
          ]}
        />
      </Section>
    </>
  );
}
