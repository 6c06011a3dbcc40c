// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey, recommend } from '../model/inspections.api.ts';
import { emptyRecommendation, RecommendFields, recommendationBody } from './recommend-fields.tsx';

type Props = { readonly visitId: string; readonly onClose: () => void };

/** A recommendation that no paragraph of the report brought. */
export function NewRecommendation({ visitId, onClose }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [values, setValues] = useState(emptyRecommendation);
  const save = useMutation({
    mutationFn: () => recommend(visitId, { ...recommendationBody(values), paragraph: null }),
    onSuccess: async () => {
      onClose();
      toastDone(t('recommend.saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  return (
    <Form
      verb={t('recommend.save')}
      pending={save.isPending}
      error={save.error}
      disabled={values.text.trim() === ''}
      onSubmit={() => save.mutate()}
      secondary={
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      }
    >
      <RecommendFields values={values} onValues={setValues} />
    </Form>
  );
}
