// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReformField, reformFields } from '../../../shared/session/session.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey, recommend } from '../model/inspections.api.ts';

type Values = { readonly text: string; readonly dueOn: string; readonly ownerPosition: string; readonly reformField: ReformField | null };
const empty: Values = { text: '', dueOn: '', ownerPosition: '', reformField: null };

export function RecommendForm({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [values, setValues] = useState(empty);
  const save = useMutation({
    mutationFn: () =>
      recommend(visitId, {
        text: values.text.trim(),
        reformField: values.reformField,
        dueOn: values.dueOn || null,
        ownerPosition: values.ownerPosition.trim() || null,
        paragraph: null,
      }),
    onSuccess: async () => {
      setOpened(false);
      setValues(empty);
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
        <Textarea
          label={t('recommend.text')}
          required
          rows={3}
          value={values.text}
          onChange={(event) => setValues({ ...values, text: event.currentTarget.value })}
        />
        <DayInput label={t('recommend.due')} value={values.dueOn} onChange={(dueOn) => setValues({ ...values, dueOn })} />
        <TextInput
          label={t('recommend.owner')}
          value={values.ownerPosition}
          onChange={(event) => setValues({ ...values, ownerPosition: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('statements.field')}
          data={[
            { value: '', label: t('statements.no_field') },
            ...reformFields.map((field) => ({ value: field, label: t(`common:field.${field}`) })),
          ]}
          value={values.reformField ?? ''}
          onChange={(event) => setValues({ ...values, reformField: reformFields.find((one) => one === event.currentTarget.value) ?? null })}
        />
      </Form>
    </div>
  );
}
