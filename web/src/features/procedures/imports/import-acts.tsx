// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { confirmImport, discardImport, type ImportReview, proceduresKey } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { isLate, LateReason } from '../sheet/act-dialog.tsx';

type Props = { readonly review: ImportReview; readonly day: string; readonly isCurrent: boolean };

/** Saves the file as it was reviewed, or puts it aside. */
export function ImportActs({ review, day, isCurrent }: Props) {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [missing, setMissing] = useState<'keep' | 'end'>('keep');
  const [lateReason, setLateReason] = useState('');
  const missingCount = review.changes.filter((change) => change.kind === 'missing').length;
  const count = review.changes.length - (missing === 'keep' ? missingCount : 0);
  const done = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: proceduresKey });
    await navigate('/procedures');
  };
  const save = useMutation({
    mutationFn: () =>
      confirmImport(review.draft.id, { day, fingerprint: review.fingerprint, missing, lateReason: lateReason.trim() || null }),
    onSuccess: async (result) => {
      toastDone(t('imports.saved', { ...result }));
      await done();
    },
    // What was refused because the catalogue has moved is shown anew.
    onError: () => queries.invalidateQueries({ queryKey: [...proceduresKey, 'import', review.draft.id] }),
  });
  const discard = useMutation({
    mutationFn: () => discardImport(review.draft.id),
    onSuccess: async () => {
      toastDone(t('imports.discarded', { name: review.draft.fileName }));
      await done();
    },
  });
  const canSave = isCurrent && review.errors.length === 0 && count > 0 && !(isLate(day) && lateReason.trim() === '');
  return (
    <div className="stack" style={{ maxWidth: 620 }}>
      {missingCount > 0 ? (
        <fieldset className={css['choices']}>
          <legend>{t('imports.missing_label')}</legend>
          {(['keep', 'end'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="missing" checked={missing === one} onChange={() => setMissing(one)} />
              <span>{t(`imports.missing_${one}`, { count: missingCount })}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {count > 0 ? <LateReason day={day} value={lateReason} onChange={setLateReason} /> : null}
      <ProblemNotice error={save.error ?? discard.error} />
      <div className="row">
        <Button disabled={!canSave} loading={save.isPending} onClick={() => save.mutate()}>
          {t('imports.confirm', { count })}
        </Button>
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('imports.discard')}
        </Button>
      </div>
    </div>
  );
}
