// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../shared/api/problem.ts';
import { today } from '../../shared/format/days.ts';
import { useCan } from '../../shared/session/session.ts';
import { Confirm } from '../../shared/ui/feedback/confirm.tsx';
import { Dialog } from '../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { type DocumentSheet, documentsKey, issueDocument, recallDocument } from './documents.api.ts';

export function DocumentActs({ sheet }: { readonly sheet: DocumentSheet }) {
  const { t } = useTranslation('documents');
  const can = useCan();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'issue' | 'recall' | null>(null);
  const recall = useMutation({
    mutationFn: (reason: string) => recallDocument(sheet.id, { version: sheet.version, reason }),
    onSuccess: async () => {
      setAsking(null);
      toastDone(t('recalled'));
      await queries.invalidateQueries({ queryKey: documentsKey });
    },
  });
  if (!can('documents.issue') || sheet.state === 'recalled') return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking('recall')}>
        {t('recall')}
      </Button>
      {sheet.state === 'draft' ? <Button onClick={() => setAsking('issue')}>{t('issue')}</Button> : null}
      <Confirm
        opened={asking === 'recall'}
        title={t('recall')}
        verb={t('recall')}
        reasonLabel={t('recall_reason')}
        pending={recall.isPending}
        error={recall.error}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => recall.mutate(reason)}
      >
        <p>{t('recall_text')}</p>
      </Confirm>
      {asking === 'issue' ? <IssueDialog sheet={sheet} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function IssueDialog({ sheet, onClose }: { readonly sheet: DocumentSheet; readonly onClose: () => void }) {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const [issuedOn, setIssuedOn] = useState(today());
  const [reason, setReason] = useState('');
  const issue = useMutation({
    mutationFn: () =>
      issueDocument(sheet.id, { version: sheet.version, issuedOn, ...(reason.trim() ? { dateReason: reason.trim() } : {}) }),
    onSuccess: async (issued) => {
      onClose();
      toastDone(t('issued', { code: issued.code }));
      await queries.invalidateQueries({ queryKey: documentsKey });
    },
  });
  const outOfOrder = issue.error !== null && asProblem(issue.error).code === 'documents.date_out_of_order';
  return (
    <Dialog onClose={onClose} title={t('issue')} centered>
      <Form verb={t('issue')} pending={issue.isPending} error={issue.error} disabled={!issuedOn} onSubmit={() => issue.mutate()}>
        <p>{t('issue_text')}</p>
        <DayInput label={t('issued_on')} value={issuedOn} onChange={setIssuedOn} required />
        {outOfOrder || reason ? (
          <TextInput label={t('date_reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        ) : null}
      </Form>
    </Dialog>
  );
}
