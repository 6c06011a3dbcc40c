// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/format/days.ts';
import { useProblemSentence } from '../../../shared/ui/feedback/problem-notice.tsx';
import css from './answers.module.css';
import type { useAnswerDraft } from './use-answer-draft.ts';

type Props = { readonly answer: ReturnType<typeof useAnswerDraft>; readonly savedAt: string | null; readonly savedBy: string | null };

/** Whether the answer is kept, always in words. */
export function SaveMark({ answer, savedAt, savedBy }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const sentence = useProblemSentence();
  const { state, problem } = answer;
  if (problem) {
    const isStale = problem.code === 'platform.stale';
    return (
      <span className={css['failed']} role="alert">
        {isStale ? t('checklist.stale', { by: String(problem.params['by'] ?? '') }) : `${t('checklist.failed')}: ${sentence(problem)}`}{' '}
        <Button size="compact-xs" variant="default" onClick={() => (isStale ? void answer.reload() : answer.retry())}>
          {t(isStale ? 'checklist.reload' : 'common:action.retry')}
        </Button>
      </span>
    );
  }
  return (
    <span className={css['saved']} aria-live="polite">
      {state === 'saving' ? t('checklist.saving') : null}
      {state === 'unsaved' ? t('checklist.unsaved') : null}
      {state === 'saved' && savedAt ? `${t('checklist.saved', { at: formatInstant(savedAt) })}${savedBy ? `, ${savedBy}` : ''}` : null}
    </span>
  );
}
