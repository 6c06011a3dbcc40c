// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey, recordOpinion } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';

export function OpinionForm({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [opinion, setOpinion] = useState(visit.opinion ?? '');
  const save = useMutation({
    mutationFn: () => recordOpinion(visit.id, { version: visit.version, opinion: opinion.trim() }),
    onSuccess: async () => {
      toastDone(t('visit.opinion_saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  return (
    <div className="no-print" style={{ marginTop: 14 }}>
      <Form
        verb={t('visit.opinion_save')}
        pending={save.isPending}
        error={save.error}
        disabled={opinion.trim() === ''}
        onSubmit={() => save.mutate()}
        wide
      >
        <Textarea label={t('visit.opinion_label')} rows={4} value={opinion} onChange={(event) => setOpinion(event.currentTarget.value)} />
      </Form>
    </div>
  );
}
