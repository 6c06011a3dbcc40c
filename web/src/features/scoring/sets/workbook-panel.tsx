// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { DifferenceList } from './difference-list.tsx';
import { readWorkbook, type SetContent, setsKey, startDraft, type WorkbookReview } from './sets.api.ts';
import css from './sets.module.css';

const mostBytes = 4 * 1_048_576;

type Props = {
  /** The draft that takes the workbook over; without one a draft is started. */
  readonly draft: { readonly id: string; readonly take: (content: SetContent) => void } | null;
};

/** A workbook is shown as differences and faults; only then is it taken over. */
export function WorkbookPanel({ draft }: Props) {
  const { t } = useTranslation('sets');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const read = useMutation({ mutationFn: (file: File) => readWorkbook(file, draft?.id ?? null) });
  const start = useMutation({
    mutationFn: ({ content, against }: WorkbookReview) => startDraft({ fromId: against?.id ?? null, content }),
    onSuccess: async ({ id }) => {
      toastDone(t('workbook.started'));
      await queries.invalidateQueries({ queryKey: setsKey });
      await navigate(`/scoring/sets/${id}`);
    },
  });
  const review = read.data;
  const take = (found: WorkbookReview): void => {
    if (draft) {
      draft.take(found.content);
      read.reset();
      toastDone(t('workbook.taken'));
    } else start.mutate(found);
  };
  return (
    <div className="stack">
      <FileDrop
        accept=".xlsx"
        maxBytes={mostBytes}
        hint={t('workbook.hint')}
        disabled={read.isPending}
        onFile={(file) => read.mutate(file)}
      />
      <ProblemNotice error={read.error ?? start.error} />
      {review ? (
        <div role="status" className="stack">
          <Problems review={review} />
          <p className="small soft">
            {review.against
              ? t('workbook.against', { year: review.against.year, number: review.against.number })
              : t('workbook.against_nothing')}
          </p>
          <DifferenceList difference={review.difference} />
          {review.problems.length === 0 ? (
            <div>
              <Button loading={start.isPending} onClick={() => take(review)}>
                {t(draft ? 'workbook.take' : 'workbook.start')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Problems({ review: { problems, faults } }: { readonly review: WorkbookReview }) {
  const { t } = useTranslation('sets');
  return (
    <>
      {problems.length > 0 ? (
        <div role="alert">
          <p className="strong">{t('workbook.problems', { count: problems.length })}</p>
          <ul className={css['changes']}>
            {problems.map((one) => (
              <li key={`${one.sheet} ${one.row} ${one.column}`}>{t('workbook.problem', one)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {faults.length > 0 ? (
        <div>
          <p className="strong">{t('workbook.faults', { count: faults.length })}</p>
          <ul className={css['changes']}>
            {faults.map((fault) => (
              <li key={`${fault.sheetRow} ${fault.path} ${fault.sentence}`}>
                {fault.sheetRow === null ? fault.sentence : t('workbook.fault', { row: fault.sheetRow, sentence: fault.sentence })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
