// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from './days.ts';
import { formatBytes, formatNumber, formatPercent } from './numbers.ts';

/** Numbers and days in the language of the screen. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return {
    number: (value: string | number) => formatNumber(value, language),
    percent: (value: string | number) => formatPercent(value, language),
    bytes: (value: number) => formatBytes(value, language),
    day: formatDay,
    instant: formatInstant,
  };
}
