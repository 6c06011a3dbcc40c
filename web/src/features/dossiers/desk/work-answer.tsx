// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import type { WorkState } from './desk.api.ts';

type AnswerProps = { readonly states: readonly WorkState[]; readonly isAll: boolean; readonly soonUntil: string };

/** How many open dossiers there are, and how many of them press. */
export function WorkAnswer({ states: all, isAll, soonUntil }: AnswerProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const counted = (count: number, state: WorkState | '') => {
    const value = format.number(count);
    const what = state ? t(`work.states.${state}`) : t('work.title');
    const rule = { rule: t('work.counted_rule', { until: format.due(soonUntil) }) };
    return (
      <ExplicitFigure
        value={value}
        label={what}
        origin={{
          sentence: t('work.counted', { what, count: value }),
          ...(state === 'due_soon' ? rule : {}),
          recordsHref: `/dossiers/work${state ? `?state=${state}` : ''}`,
        }}
      />
    );
  };
  const of = (state: WorkState) => counted(all.filter((one) => one === state).length, state);
  return (
    <FigureSentence
      tell={(at) => t(isAll ? 'work.answer' : 'work.answer_part', { ...at, until: format.due(soonUntil) })}
      figures={{ total: counted(all.length, ''), overdue: of('overdue'), soon: of('due_soon'), paused: of('paused') }}
    />
  );
}
