// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../../shared/format/days.ts';
import type { ProcedureSheet } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { useWording } from '../model/use-wording.ts';

type Period = ProcedureSheet['online'][number];

/** How far the procedure is offered online on the day, and how that went over time, newest first. */
export function OnlineTimeline({ sheet }: { readonly sheet: ProcedureSheet }) {
  const { t } = useTranslation('procedures');
  if (sheet.online.length === 0) return <p className="soft">{t('sheet.online_never')}</p>;
  const isNow = (period: Period): boolean => period.validFrom <= sheet.asOf && (period.validTo === null || period.validTo >= sheet.asOf);
  const now = sheet.online.find(isNow);
  const day = formatDay(sheet.asOf);
  return (
    <div className="stack">
      <p className="strong">{now ? t('sheet.online_now', { day, level: now.levelName }) : t('sheet.online_not_now', { day })}</p>
      <ol className={css['timeline']}>
        {sheet.online.toReversed().map((period) => (
          <PeriodLine key={period.id} period={period} isNow={period.id === now?.id} />
        ))}
      </ol>
    </div>
  );
}

function PeriodLine({ period, isNow }: { readonly period: Period; readonly isNow: boolean }) {
  const { t } = useTranslation('procedures');
  const wording = useWording();
  const isGone = period.validTo !== null && period.validTo < period.validFrom;
  return (
    <li data-now={isNow || undefined} data-gone={isGone || undefined}>
      <div>
        <span className="strong">{period.levelName}</span>
        {period.canSubmit ? `, ${t('sheet.can_submit')}` : ''} ·{' '}
        <span className="digits">{isGone ? t('sheet.withdrawn') : wording.period(period.validFrom, period.validTo)}</span>
      </div>
      <div className="small soft">
        {period.regimeName} ({period.citation})
      </div>
      {period.justification ? (
        <div className="small">
          {t('sheet.justification')}: {period.justification}
        </div>
      ) : null}
      {period.address ? (
        <div className="small">
          {t('sheet.address')}: {period.address}
        </div>
      ) : null}
      <div className="small soft">
        {period.recordedBy}, <span className="digits">{formatInstant(period.recordedAt)}</span>
      </div>
    </li>
  );
}
