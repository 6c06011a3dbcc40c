// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey, retractRecommendation, reviseRecommendation } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';
import { RecommendFields, recommendationBody } from './recommend-fields.tsx';

type Props = { readonly recommendation: VisitSheet['recommendations'][number]; readonly onClose: () => void };

/** Changes a recommendation, or takes it back, as long as no conclusion was issued. */
export function ReviseDialog({ recommendation, onClose }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [retracting, setRetracting] = useState(false);
  const { id, version } = recommendation;
  const [values, setValues] = useState({
    text: recommendation.text,
    dueOn: recommendation.dueOn ?? '',
    ownerPosition: recommendation.ownerPosition ?? '',
    reformField: recommendation.reformField,
  });
  const done = async (said: string): Promise<void> => {
    onClose();
    toastDone(said);
    await queries.invalidateQueries({ queryKey: inspectionsKey });
  };
  const save = useMutation({
    mutationFn: () => reviseRecommendation(id, { version, ...recommendationBody(values) }),
    onSuccess: () => done(t('recommend.revised')),
  });
  const retract = useMutation({
    mutationFn: (reason: string) => retractRecommendation(id, { version, reason }),
    onSuccess: () => done(t('recommend.retracted')),
  });
  if (retracting) {
    return (
      <Confirm
        opened
        title={t('recommend.retract')}
        verb={t('recommend.retract')}
        reasonLabel={t('recommend.retract_reason')}
        pending={retract.isPending}
        error={retract.error}
        onClose={onClose}
        onConfirm={(reason) => retract.mutate(reason)}
      >
        <p>{recommendation.text}</p>
      </Confirm>
    );
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t('recommend.revise')}>
      <Form
        verb={t('common:action.save')}
        pending={save.isPending}
        error={save.error}
        disabled={values.text.trim() === ''}
        onSubmit={() => save.mutate()}
        wide
        secondary={
          <Button variant="default" onClick={() => setRetracting(true)}>
            {t('recommend.retract')}
          </Button>
        }
      >
        <RecommendFields values={values} onValues={setValues} />
      </Form>
    </Dialog>
  );
}
