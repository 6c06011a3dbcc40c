// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { dayEndingAt, formatDay, formatInstant } from './days.ts';
import { formatBytes, formatNumber, formatPercent } from './numbers.ts';

/** Numbers and days in the language of the screen. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return {
    number: (value: string | number) => formatNumber(value, language),
    percent: (value: string | number) => formatPercent(value, language),
    bytes: (value: number) => formatBytes(value, language),
    day: formatDay,
    instant: formatInstant,
    /** A due moment; the last minute of a day is said as the end of that day. */
    due: (instant: string): string => {
      const day = dayEndingAt(instant);
      return day ? t('end_of_day', { day: formatDay(day) }) : formatInstant(instant);
    },
  };
}
