// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey, recommend } from '../model/inspections.api.ts';
import { emptyRecommendation, RecommendFields, recommendationBody } from './recommend-fields.tsx';

export function RecommendForm({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [values, setValues] = useState(emptyRecommendation);
  const save = useMutation({
    mutationFn: () => recommend(visitId, { ...recommendationBody(values), paragraph: null }),
    onSuccess: async () => {
      setOpened(false);
      setValues(emptyRecommendation);
      toastDone(t('recommend.saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  if (!opened) {
    return (
      <div className="no-print" style={{ marginTop: 12 }}>
        <Button size="xs" variant="default" onClick={() => setOpened(true)}>
          {t('recommend.add')}
        </Button>
      </div>
    );
  }
  return (
    <div style={{ marginTop: 14 }}>
      <Form
        verb={t('recommend.save')}
        pending={save.isPending}
        error={save.error}
        disabled={values.text.trim() === ''}
        onSubmit={() => save.mutate()}
        secondary={
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('common:action.cancel')}
          </Button>
        }
      >
        <RecommendFields values={values} onValues={setValues} />
      </Form>
    </div>
  );
}
