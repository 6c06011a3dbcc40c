// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../shared/session/session.ts';
import { StateBadge, type Tone } from '../../shared/ui/state-badge.tsx';
import { type CalendarGap, gapsQuery } from './calendar.api.ts';
import css from './calendar.module.css';

const tones: Readonly<Record<CalendarGap['urgency'], Tone>> = { now: 'late', soon: 'soon', ahead: 'question' };

/** On other pages: what whoever keeps the calendar must do soon. */
export function UrgentCalendarGaps() {
  const can = useCan();
  return can('calendar.manage') ? <CalendarGaps urgentOnly /> : null;
}

/** Coming years without a calendar, told before deadlines run into them; who may add one finds the way here. */
export function CalendarGaps({ urgentOnly = false }: { readonly urgentOnly?: boolean }) {
  const { t } = useTranslation('calendar');
  const gaps = useQuery(gapsQuery);
  const mayChange = gaps.data?.mayChange ?? false;
  const rows = (gaps.data?.rows ?? []).filter((gap) => !urgentOnly || (mayChange && gap.urgency !== 'ahead'));
  if (rows.length === 0) return null;
  return (
    <ul className={css['gaps']}>
      {rows.map((gap) => (
        <li key={gap.year}>
          <StateBadge tone={tones[gap.urgency]}>
            {t(`gap.${gap.state}`, { year: gap.year })} {t(`gap.${gap.urgency}`, { days: gap.daysLeft })}
          </StateBadge>{' '}
          {mayChange ? (
            <Link
              to={gap.state === 'missing' ? `/administration/calendar/new?year=${gap.year}` : `/administration/calendar?year=${gap.year}`}
            >
              {t(`gap.open_${gap.state}`, { year: gap.year })}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
