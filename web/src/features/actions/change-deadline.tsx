// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../shared/session/session.ts';
import { Dialog } from '../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { editRecommendation, type RecommendationSheet, recommendationsKey } from './actions.api.ts';

const settled: readonly string[] = ['accepted', 'carried_over'];

/** Gives another day, or another person, to a recommendation that is still owed. */
export function ChangeDeadline({ sheet }: { readonly sheet: RecommendationSheet }) {
  const { t } = useTranslation('actions');
  const can = useCan();
  const [opened, setOpened] = useState(false);
  if (!can('actions.manage') || settled.includes(sheet.state)) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('change_due')}
      </Button>
      {opened ? <DeadlineDialog sheet={sheet} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function DeadlineDialog({ sheet, onClose }: { readonly sheet: RecommendationSheet; readonly onClose: () => void }) {
  const { t } = useTranslation(['actions', 'common']);
  const queries = useQueryClient();
  const [dueOn, setDueOn] = useState(sheet.dueOn ?? '');
  const [owner, setOwner] = useState(sheet.ownerPosition ?? '');
  const save = useMutation({
    mutationFn: () => editRecommendation(sheet.id, { version: sheet.version, dueOn: dueOn || null, ownerPosition: owner.trim() || null }),
    onSuccess: async () => {
      onClose();
      toastDone(t('due_changed'));
      await queries.invalidateQueries({ queryKey: recommendationsKey });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('change_due')} centered>
      <Form verb={t('common:action.save')} pending={save.isPending} error={save.error} onSubmit={() => save.mutate()}>
        <p>{sheet.text}</p>
        <DayInput label={t('due')} description={t('change_due_help')} value={dueOn} onChange={setDueOn} />
        <TextInput label={t('owner')} maxLength={300} value={owner} onChange={(event) => setOwner(event.currentTarget.value)} />
      </Form>
    </Dialog>
  );
}
