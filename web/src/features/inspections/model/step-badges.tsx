// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { daysBetween, formatDay, today } from '../../../shared/format/days.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { StateBadge, type Tone } from '../../../shared/ui/state-badge.tsx';
import type { RoundStep, VisitStep } from './types.ts';

const roundTones: Partial<Record<RoundStep, Tone>> = { closed: 'done', conclusion_issued: 'done', remediation: 'soon' };

export function RoundStepBadge({ step }: { readonly step: RoundStep }) {
  const { t } = useTranslation('inspections');
  return (
    <StateBadge tone={roundTones[step] ?? (step === 'planned' || step === 'decided' ? 'open' : 'on_course')}>
      {t(`step.${step}`)}
    </StateBadge>
  );
}

export function VisitStepBadge({ step }: { readonly step: VisitStep }) {
  const { t } = useTranslation('inspections');
  const tone = step === 'minutes_signed' ? 'done' : step === 'awaiting_report' ? 'open' : 'on_course';
  return <StateBadge tone={tone}>{t(`visit_step.${step}`)}</StateBadge>;
}

/** How far a conclusion is from its deadline, in words. */
export function DeadlineBadge({ dueOn, state }: { readonly dueOn: string; readonly state: string | null }) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  if (state === 'met') return <StateBadge tone="done">{t('deadline.on_time')}</StateBadge>;
  if (state === 'met_late') return <StateBadge tone="paused">{t('deadline.late')}</StateBadge>;
  const days = daysBetween(today(), dueOn);
  if (days < 0)
    return (
      <StateBadge tone="late" oneLine>
        {t('deadline.overdue', { days: format.number(-days) })}
      </StateBadge>
    );
  return (
    <StateBadge tone={days <= 5 ? 'soon' : 'on_course'} oneLine>
      {days === 0 ? t('deadline.today') : t('deadline.left', { days: format.number(days) })}
    </StateBadge>
  );
}

/** The days of something that lasts from one day to another. */
export function period(from: string | null, to: string | null): string {
  if (!from) return '–';
  return to && to !== from ? `${formatDay(from)} – ${formatDay(to)}` : formatDay(from);
}
