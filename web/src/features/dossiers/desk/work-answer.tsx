// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { WorkState } from './desk.api.ts';

type AnswerProps = { readonly states: readonly WorkState[]; readonly isAll: boolean; readonly soonUntil: string };

/** How many open dossiers there are, and how many of them press. */
export function WorkAnswer({ states: all, isAll, soonUntil }: AnswerProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const count = (state: WorkState): string => format.number(all.filter((one) => one === state).length);
  return (
    <>
      {t(isAll ? 'work.answer' : 'work.answer_part', {
        total: format.number(all.length),
        overdue: count('overdue'),
        soon: count('due_soon'),
        paused: count('paused'),
        until: format.instant(soonUntil),
      })}
    </>
  );
}
