// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { daysBetween, formatDay, today } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { StateBadge, type Tone } from '../../shared/ui/state-badge.tsx';
import { type RecommendationLine, type RecommendationState, recommendationStates } from './actions.api.ts';

const tones: Readonly<Record<RecommendationState, Tone | 'open'>> = {
  open: 'open',
  in_progress: 'on_course',
  reported: 'question',
  accepted: 'done',
  not_accepted: 'late',
  carried_over: 'paused',
};

export function RecommendationBadge({ state }: { readonly state: string }) {
  const { t } = useTranslation('actions');
  const known = recommendationStates.find((one) => one === state);
  return known ? (
    <StateBadge tone={tones[known]} oneLine>
      {t(`state.${known}`)}
    </StateBadge>
  ) : (
    state
  );
}

const waitsForUnit: readonly string[] = ['open', 'in_progress', 'not_accepted'];

/** A deadline with how far it is, while something is still owed. */
export function DueDay({ of: { dueOn, isOverdue, state } }: { readonly of: Pick<RecommendationLine, 'dueOn' | 'isOverdue' | 'state'> }) {
  const { t } = useTranslation('actions');
  const format = useFormat();
  if (!dueOn) return <span className="soft">{t('no_due')}</span>;
  const days = daysBetween(today(), dueOn);
  return (
    <>
      <span className="digits nowrap">{formatDay(dueOn)}</span>
      {isOverdue ? (
        <>
          <br />
          <StateBadge tone="late" oneLine>
            {t('overdue', { days: format.number(-days) })}
          </StateBadge>
        </>
      ) : waitsForUnit.includes(state) && days <= 14 && days >= 0 ? (
        <>
          <br />
          <StateBadge tone="soon" oneLine>
            {days === 0 ? t('due_today') : t('due_in', { days: format.number(days) })}
          </StateBadge>
        </>
      ) : null}
    </>
  );
}
