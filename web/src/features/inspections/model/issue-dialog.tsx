// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../../shared/api/problem.ts';
import { today } from '../../../shared/format/days.ts';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey } from './inspections.api.ts';
import type { IssueProps } from './issue-button.tsx';
import { Warnings } from './step-moves.tsx';

type Props = IssueProps & { readonly onDone: () => void };

/** What is asked when a paper is issued, fetched when it is first asked. */
export function IssueDialog(props: Props) {
  return (
    <Dialog onClose={props.onDone} title={props.verb} centered>
      <IssueForm {...props} />
    </Dialog>
  );
}

function IssueForm({ verb, dayLabel, onIssue, warnings = [], asksSigner = false, onDone }: Props) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [day, setDay] = useState(today());
  const [reason, setReason] = useState('');
  const [position, setPosition] = useState('');
  const [name, setName] = useState('');
  const issue = useMutation({
    mutationFn: () =>
      onIssue({
        issuedOn: day,
        ...(reason.trim() ? { dateReason: reason.trim() } : {}),
        ...(position.trim() ? { signer: { position: position.trim(), name: name.trim() } } : {}),
      }),
    onSuccess: async () => {
      onDone();
      toastDone(`${verb}.`);
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  const outOfOrder = issue.error !== null && asProblem(issue.error).code === 'documents.date_out_of_order';
  const nameAlone = name.trim() !== '' && position.trim() === '';
  return (
    <Form verb={verb} pending={issue.isPending} error={issue.error} disabled={!day || nameAlone} onSubmit={() => issue.mutate()}>
      <Warnings of={warnings} />
      <DayInput label={dayLabel} value={day} onChange={setDay} required />
      {outOfOrder || reason ? (
        <Textarea
          label={t('outputs.date_reason')}
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {asksSigner ? (
        <>
          <TextInput
            label={t('outputs.signer_position')}
            description={t('outputs.signer_help')}
            maxLength={200}
            value={position}
            error={nameAlone ? t('outputs.position_missing') : null}
            onChange={(event) => setPosition(event.currentTarget.value)}
          />
          <TextInput
            label={t('outputs.signer_name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </>
      ) : null}
    </Form>
  );
}
