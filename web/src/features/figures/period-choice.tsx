// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../../shared/format/days.ts';
import { capitalised } from '../../shared/format/text.ts';
import { unitPeriodsQuery, yearPeriodsQuery } from './figures.api.ts';

type Props = { readonly unitId: string; readonly value: string; readonly onChange: (period: string) => void };

/** The years since the first index of reform (2012) and the next one, latest first. */
const otherYears = (thisYear: string): string[] =>
  Array.from({ length: Number(thisYear) + 1 - 2011 }, (_, back) => String(Number(thisYear) + 1 - back));

/**
 * Chooses a period: those in which the unit has figures, those of the year that is shown and of this year, then any other year, whose
 * parts are offered once it is shown.
 */
export function PeriodChoice({ unitId, value, onChange }: Props) {
  const { t } = useTranslation('figures');
  const thisYear = today().slice(0, 4);
  const shownYear = /^\d{4}/.exec(value)?.[0] ?? thisYear;
  const filled = useQuery({ ...unitPeriodsQuery(unitId), enabled: unitId !== '' });
  const shown = useQuery(yearPeriodsQuery(shownYear));
  const present = useQuery(yearPeriodsQuery(thisYear));
  const groups = [
    { group: t('period_filled'), items: filled.data?.rows ?? [] },
    { group: t('period_year', { year: shownYear }), items: shown.data?.rows ?? [] },
    ...(shownYear === thisYear ? [] : [{ group: t('period_year', { year: thisYear }), items: present.data?.rows ?? [] }]),
  ];
  const seen = new Set<string>();
  const data = groups.map(({ group, items }) => ({
    group,
    items: items.flatMap((period) => {
      if (seen.has(period.key)) return [];
      seen.add(period.key);
      const days = period.kind === 'days' ? '' : ` (${formatDay(period.from)} – ${formatDay(period.to)})`;
      return [{ value: period.key, label: `${capitalised(period.name)}${days}` }];
    }),
  }));
  const others = otherYears(thisYear).filter((year) => !seen.has(year));
  const more = { group: t('period_other'), items: others.map((year) => ({ value: year, label: t('period_of_year', { year }) })) };
  const unknown = value !== '' && !seen.has(value) && !others.includes(value) ? [{ value, label: value }] : [];
  return (
    <NativeSelect
      label={t('period')}
      value={value}
      data={[...unknown, ...[...data, more].filter((one) => one.items.length > 0)]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
