// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';

/** Names in two languages, periods and points as the screens write them. */
export function useWords() {
  const { t, i18n } = useTranslation('service-index');
  const format = useFormat();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const period = (text: string): string => {
    const [year = '', part] = text.split('-');
    if (!part) return t('period_year', { year });
    return part.startsWith('Q') ? t('period_quarter', { quarter: part.slice(1), year }) : t('period_month', { month: part, year });
  };
  return {
    t,
    format,
    period,
    name: (names: { readonly vi: string; readonly en: string }): string => names[language],
    /** Points with both decimals, so that columns align; or the mark of an unknown number. */
    points: (text: string | null): string => (text === null ? '–' : format.number(withDecimals(text))),
  };
}

function withDecimals(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
