// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Limit } from './procedures.api.ts';

type Fee = { readonly feeAmount: number | null; readonly feeText: string | null };

/** Limits, fees and periods of validity in words. */
export function useWording() {
  const { t } = useTranslation('procedures');
  const format = useFormat();
  return {
    limit: (limit: Limit | null): string => {
      if (limit === null) return t('limit_value.none');
      if (limit.amount === 0) return t('limit_value.same_day');
      return t(`limit_value.${limit.unit}`, { amount: format.number(limit.amount) });
    },
    fee: ({ feeAmount, feeText }: Fee): string => {
      if (feeAmount === 0) return t('fee_free');
      if (feeAmount !== null) return t('fee_value', { amount: format.number(feeAmount) });
      return feeText ?? t('fee_none');
    },
    period: (from: string, to: string | null): string =>
      to === null ? t('sheet.from_on', { from: format.day(from) }) : t('sheet.from_to', { from: format.day(from), to: format.day(to) }),
  };
}
