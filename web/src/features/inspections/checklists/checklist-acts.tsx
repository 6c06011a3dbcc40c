// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { today } from '../../../shared/format/days.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { type ChecklistSheet, checklistsKey, publishChecklist, startDraft } from './checklists.api.ts';

/** A published version begins a new draft; a draft is published. */
export function ChecklistActs({ sheet }: { readonly sheet: ChecklistSheet }) {
  const { t } = useTranslation('inspections');
  const can = useCan();
  const [opened, setOpened] = useState(false);
  if (!can('inspections.manage_checklist')) return null;
  const verb = t(sheet.state === 'draft' ? 'checklists.publish' : 'checklists.start_draft');
  return (
    <>
      <Button onClick={() => setOpened(true)}>{verb}</Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={verb} centered>
        {sheet.state === 'draft' ? (
          <PublishForm sheet={sheet} verb={verb} onDone={() => setOpened(false)} />
        ) : (
          <DraftForm sheet={sheet} verb={verb} />
        )}
      </Dialog>
    </>
  );
}

function PublishForm({ sheet, verb, onDone }: { readonly sheet: ChecklistSheet; readonly verb: string; readonly onDone: () => void }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [validFrom, setValidFrom] = useState(today());
  const publish = useMutation({
    mutationFn: () => publishChecklist(sheet.id, { version: sheet.version, validFrom }),
    onSuccess: async () => {
      onDone();
      toastDone(t('checklists.published', { number: sheet.number }));
      await queries.invalidateQueries({ queryKey: checklistsKey });
    },
  });
  return (
    <Form verb={verb} pending={publish.isPending} error={publish.error} disabled={!validFrom} onSubmit={() => publish.mutate()}>
      <p>{t('checklists.publish_text')}</p>
      <DayInput label={t('checklists.valid_from')} value={validFrom} onChange={setValidFrom} required />
    </Form>
  );
}

function DraftForm({ sheet, verb }: { readonly sheet: ChecklistSheet; readonly verb: string }) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState(sheet.title);
  const start = useMutation({
    mutationFn: () => startDraft({ fromId: sheet.id, title: title.trim() }),
    onSuccess: async ({ id }) => {
      toastDone(t('checklists.drafted'));
      await queries.invalidateQueries({ queryKey: checklistsKey });
      await navigate(`/administration/checklists/${id}`);
    },
  });
  return (
    <Form verb={verb} pending={start.isPending} error={start.error} disabled={title.trim() === ''} onSubmit={() => start.mutate()}>
      <TextInput label={t('checklists.draft_title')} required value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
    </Form>
  );
}
