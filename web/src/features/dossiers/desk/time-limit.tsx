// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { ProcedureVersion } from './desk.api.ts';
import css from './desk.module.css';

/** What the citizen is told first: how long it takes and what it costs. */
export function TimeLimit({ version }: { readonly version: ProcedureVersion }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { limit, feeAmount } = version;
  const time = !limit
    ? t('limit.none')
    : limit.amount === 0
      ? t('limit.same_day')
      : t(`limit.${limit.unit}`, { amount: format.number(limit.amount) });
  const fee =
    feeAmount === 0
      ? t('fee.free')
      : feeAmount !== null
        ? t('fee.amount', { amount: format.number(feeAmount) })
        : (version.feeText ?? t('fee.none'));
  return (
    <p className={css['limit']}>
      <span className="strong">{time}</span> · {fee}
      {version.mark ? <span className="soft"> · {t('illustrative')}</span> : null}
    </p>
  );
}
