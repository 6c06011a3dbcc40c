// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/days.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey } from './inspections.api.ts';

type Props = { readonly verb: string; readonly dayLabel: string; readonly onIssue: (day: string) => Promise<unknown> };

/** Issues a paper: it gets its number, its file is kept as it is, and the case moves on. */
export function IssueButton({ verb, dayLabel, onIssue }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [day, setDay] = useState(today());
  const issue = useMutation({
    mutationFn: () => onIssue(day),
    onSuccess: async () => {
      setOpened(false);
      toastDone(`${verb}.`);
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  return (
    <>
      <Button fullWidth onClick={() => setOpened(true)}>
        {verb}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={<strong>{verb}</strong>}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
        centered
      >
        <Form verb={verb} pending={issue.isPending} error={issue.error} disabled={!day} onSubmit={() => issue.mutate()}>
          <DayInput label={dayLabel} value={day} onChange={setDay} required />
        </Form>
      </Modal>
    </>
  );
}
