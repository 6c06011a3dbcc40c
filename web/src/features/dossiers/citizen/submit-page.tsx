// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { newId } from '../../../shared/session/new-id.ts';
import { forgetUnsaved } from '../../../shared/session/unsaved.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { Facts, PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { type OnlineSheet, onlineProcedureQuery, type Receipt, sendDossier } from './citizen.api.ts';
import css from './citizen.module.css';
import { PaperFiles } from './paper-files.tsx';
import { PersonFields } from './person-fields.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { emptySubmission, filesOf, missingPapers, type SubmissionDraft, submissionOf } from './submission-draft.ts';
import { useTerms } from './use-terms.ts';

/** What does this procedure ask for, and how is the dossier sent? */
export function SubmitPage() {
  const { id = '' } = useParams();
  const sheet = useQuery(onlineProcedureQuery(id));
  return (
    <Loading of={sheet} page>
      {(data) => <Submission key={data.id} sheet={data} />}
    </Loading>
  );
}

type Sent = { readonly receipt: Receipt; readonly later: readonly string[] };

function Submission({ sheet }: { readonly sheet: OnlineSheet }) {
  const { t } = useTranslation('citizen');
  const terms = useTerms();
  const [sent, setSent] = useState<Sent | null>(null);
  if (sent) return <ReceiptSheet receipt={sent.receipt} later={sent.later} />;
  return (
    <>
      <PageHead title={sheet.name} back={{ to: '/online', label: t('submit_title') }} />
      <Facts
        of={[
          [t('limit'), terms.limit(sheet)],
          [t('fee'), terms.fee(sheet)],
          [t('sector'), sheet.sectorName],
          [t('code_of_procedure'), sheet.code],
        ]}
      />
      {sheet.mark ? <p className="soft small">{t('illustrative')}</p> : null}
      {sheet.units.length === 0 ? (
        <div style={{ marginTop: 20 }}>
          <Empty title={t('unit_none')} />
        </div>
      ) : (
        <SubmissionForm sheet={sheet} onSent={setSent} />
      )}
    </>
  );
}

function SubmissionForm({ sheet, onSent }: { readonly sheet: OnlineSheet; readonly onSent: (sent: Sent) => void }) {
  const { t } = useTranslation('citizen');
  const [draft, setDraft] = useState<SubmissionDraft>({
    ...emptySubmission,
    unitId: sheet.units.length === 1 ? (sheet.units[0]?.id ?? '') : '',
  });
  const [progress, setProgress] = useState(0);
  // What this form sends is one dossier, however often it has to be sent.
  const [requestId] = useState(newId);
  const body = submissionOf(draft, sheet.papers, sheet.id);
  const send = useMutation({
    mutationFn: () => {
      const files = filesOf(draft);
      const announcedFiles = files.map(({ paperCode, file }) => ({ paperCode, name: file.name, sizeBytes: file.size }));
      return sendDossier({ ...body, requestId, announcedFiles }, files, setProgress);
    },
    onSuccess: (receipt) => {
      forgetUnsaved();
      onSent({ receipt, later: sheet.papers.filter(({ code }) => draft.later.includes(code)).map(({ name }) => name) });
      window.scrollTo(0, 0);
    },
    onSettled: () => setProgress(0),
  });
  const units = sheet.units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div style={{ marginTop: 24 }}>
      <Form
        verb={t('send')}
        pending={send.isPending}
        error={send.error}
        disabled={body === null}
        asksMore
        wide
        onSubmit={() => send.mutate()}
      >
        <NativeSelect
          size="md"
          label={t('unit')}
          required
          value={draft.unitId}
          data={[{ value: '', label: t('unit_choose') }, ...units]}
          onChange={(event) => setDraft({ ...draft, unitId: event.currentTarget.value })}
        />
        <Section title={t('papers')}>
          <PaperFiles papers={sheet.papers} draft={draft} onDraft={setDraft} />
        </Section>
        <Section title={t('person')}>
          <PersonFields draft={draft} onDraft={setDraft} />
        </Section>
        <Missing sheet={sheet} draft={draft} />
        {send.isPending ? (
          <div role="status">
            <p className="digits">{t('sending', { percent: Math.round(progress * 100) })}</p>
            <progress className={css['progress']} value={progress} max={1} aria-label={t('send')} />
          </div>
        ) : null}
      </Form>
    </div>
  );
}

function Missing({ sheet, draft }: { readonly sheet: OnlineSheet; readonly draft: SubmissionDraft }) {
  const { t } = useTranslation('citizen');
  const missing = missingPapers(sheet.papers, draft);
  if (missing.length === 0) return null;
  return (
    <div className={css['missing']}>
      <p className="strong">{t('missing')}</p>
      <ul>
        {missing.map(({ code, name }) => (
          <li key={code}>{name}</li>
        ))}
      </ul>
      <p>{t('missing_help')}</p>
    </div>
  );
}
