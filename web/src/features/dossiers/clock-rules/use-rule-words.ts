// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { type ClockRule, isTimeOfDay, timeOf } from './clock-rules.api.ts';

const choices = ['end_of_day', 'end_of_office_hours', 'same_day', 'all'] as const;

/** The name and the value of a rule in the words of the screen. */
export function useRuleWords() {
  const { t, i18n } = useTranslation('clock');
  const format = useFormat();
  const choice = (value: string): string => {
    const known = choices.find((one) => one === value);
    return known ? t(`choice.${known}`) : value;
  };
  return {
    name: ({ name }: Pick<ClockRule, 'name'>): string => (i18n.language === 'en' ? name.en : name.vi),
    choice,
    value: ({ code, value, enabled }: Pick<ClockRule, 'code' | 'value' | 'enabled'>): string => {
      if (!enabled) return t('off');
      if (typeof value === 'number') return isTimeOfDay(code) ? timeOf(value) : format.number(value);
      return typeof value === 'string' ? choice(value) : t('on');
    },
  };
}
