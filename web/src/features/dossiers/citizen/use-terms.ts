// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { OnlineProcedure } from './citizen.api.ts';

/** How long a procedure takes and what it costs, in the words of a citizen. */
export function useTerms() {
  const { t } = useTranslation('citizen');
  const format = useFormat();
  return {
    limit: ({ limit, limitText }: Pick<OnlineProcedure, 'limit' | 'limitText'>): string => {
      if (!limit) return limitText ?? t('limits.none');
      if (limit.amount === 0) return t('limits.same_day');
      return t(`limits.${limit.unit}`, { amount: format.number(limit.amount) });
    },
    fee: ({ feeAmount, feeText }: Pick<OnlineProcedure, 'feeAmount' | 'feeText'>): string => {
      if (feeAmount === null) return feeText ?? t('fees.none');
      return feeAmount === 0 ? t('fees.free') : t('fees.amount', { amount: format.number(feeAmount) });
    },
  };
}
