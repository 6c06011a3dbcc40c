// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { IconPlus } from '../../../shared/ui/icons.ts';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { UnitName } from '../../units/index.ts';
import { hoursQuery } from '../calendar.api.ts';
import css from '../calendar.module.css';
import { countedMinutes, type HoursVersion, versionsOf, weekLines } from './hours-draft.ts';

/** When are the offices open, which unit has hours of its own? */
export function HoursPage() {
  const { t } = useTranslation('calendar');
  const can = useCan();
  const hours = useQuery(hoursQuery);
  return (
    <>
      <PageHead
        title={t('hours.title')}
        answer={t('hours.answer')}
        action={
          can('calendar.manage') ? (
            <Button component={Link} to="/administration/working-hours/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
              {t('hours.set')}
            </Button>
          ) : null
        }
      />
      <Loading of={hours}>{({ rows }) => <Versions versions={versionsOf(rows)} />}</Loading>
    </>
  );
}

function Versions({ versions }: { readonly versions: readonly HoursVersion[] }) {
  const { t } = useTranslation('calendar');
  const own = versions.filter((one) => one.unitId !== null);
  const units = [...new Set(own.flatMap((one) => (one.unitId ? [one.unitId] : [])))];
  return (
    <>
      <Section title={t('hours.general')}>
        <VersionList versions={versions.filter((one) => one.unitId === null)} />
      </Section>
      <Section title={t('hours.own')}>
        {units.length === 0 ? <Empty title={t('hours.own_none')}>{t('hours.own_help')}</Empty> : null}
        {units.map((unitId) => (
          <div key={unitId} style={{ marginBottom: 18 }}>
            <h3>
              <UnitName id={unitId} />
            </h3>
            <VersionList versions={own.filter((one) => one.unitId === unitId)} />
          </div>
        ))}
      </Section>
    </>
  );
}

function VersionList({ versions }: { readonly versions: readonly HoursVersion[] }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const now = today();
  return (
    <ul className={css['versions']}>
      {versions.map((one) => {
        const isNow = one.validFrom <= now && (one.validTo === null || now <= one.validTo);
        const from = formatDay(one.validFrom);
        return (
          <li key={one.validFrom} data-past={!isNow || undefined}>
            <p>
              <strong>{one.validTo ? t('hours.from_to', { from, to: formatDay(one.validTo) }) : t('hours.from', { from })}</strong>
              {isNow ? null : <span className="soft"> · {t(one.validFrom > now ? 'hours.coming' : 'hours.over')}</span>}
            </p>
            <ul className={css['skipped']}>
              {weekLines(one.spans).map((line) => (
                <li key={line.days.join(' ')}>
                  <Days of={line.days} />: <span className="digits">{line.hours || t('hours.closed')}</span>
                </li>
              ))}
            </ul>
            <p className="small soft">
              {t('hours.counted', { hours: format.number(countedMinutes(one.spans) / 60) })} {one.source}
              {one.mark ? ` · ${t(`hours.mark_${one.mark}`)}` : ''}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Days({ of: days }: { readonly of: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[] }) {
  const { t } = useTranslation('calendar');
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return <>{first === last ? t(`weekday.${first}`) : `${t(`weekday.${first}`)}–${t(`weekday.${last}`)}`}</>;
}
