// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import { cycleKey } from '../cycle/cycle.api.ts';
import { type SurveyOutcome, sendAnswers } from './survey.api.ts';

const mostBytes = 16 * 1_048_576;

/** Reads a file of answers in: all of it, or nothing with the place of each fault. */
export function AnswerFile({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('survey');
  const queries = useQueryClient();
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => sendAnswers(roundId, file, (part) => setProgress({ name: file.name, part })),
    onSuccess: () => queries.invalidateQueries({ queryKey: cycleKey }),
    onSettled: () => setProgress(null),
  });
  return (
    <div className="stack" style={{ maxWidth: 760 }}>
      <p className="small soft">{t('shape_sheets')}</p>
      <p className="small soft">{t('shape_counts')}</p>
      <FileDrop
        accept=".xlsx,.csv"
        maxBytes={mostBytes}
        hint={t('drop')}
        onFile={(file) => send.mutate(file)}
        progress={progress}
        disabled={send.isPending}
      />
      <ProblemNotice error={send.error} />
      {send.data ? <Outcome of={send.data} /> : null}
    </div>
  );
}

function Outcome({ of: outcome }: { readonly of: SurveyOutcome }) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  const told = {
    number: format.number(outcome.number ?? 0),
    rows: format.number(outcome.rows),
    answers: format.number(outcome.answers),
    scores: format.number(outcome.scores),
    faults: format.number(outcome.faultsFound),
  };
  return (
    <div role="status">
      <StateBadge tone={outcome.outcome === 'faulty' ? 'late' : 'done'}>{t(`outcome.${outcome.outcome}`, told)}</StateBadge>
      {outcome.faults.length > 0 ? (
        <ul>
          {outcome.faults.map(({ row, column, sentence }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults have no name of their own and are never reordered
            <li key={index} className="small">
              {row === null ? '' : `${t('place', { row: format.number(row), column: column ?? '' })}: `}
              {sentence}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
