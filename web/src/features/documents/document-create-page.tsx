// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem, fieldErrors } from '../../shared/api/problem.ts';
import { useSession } from '../../shared/session/session.ts';
import { OnlyWith } from '../../shared/ui/feedback/only-with.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { createBody, type Entry, type EntryKind, emptyEntry, entryKinds, incomingBody, isComplete } from './document-draft.ts';
import { createDocument, documentsKey, receiveDocument } from './documents.api.ts';
import css from './documents.module.css';
import { EntryFields } from './entry-fields.tsx';

export function DocumentCreatePage() {
  return (
    <OnlyWith permission="documents.write">
      <DocumentEntry />
    </OnlyWith>
  );
}

function DocumentEntry() {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { positions } = useSession();
  const own = positions[0];
  const [kind, setKind] = useState<EntryKind>('draft');
  const [entry, setEntry] = useState<Entry>({ ...emptyEntry, unit: own ? { id: own.unitId, name: own.unitName } : null });
  const create = useMutation({
    mutationFn: () => (kind === 'incoming' ? receiveDocument(incomingBody(entry)) : createDocument(createBody(kind, entry))),
    onSuccess: async ({ id }) => {
      toastDone(t('created'));
      await queries.invalidateQueries({ queryKey: documentsKey });
      await navigate(`/documents/${id}`);
    },
  });
  return (
    <>
      <PageHead title={t('new_title')} answer={t('new_answer')} back={{ to: '/documents', label: t('back') }} />
      <Form
        verb={t(`create_${kind}`)}
        pending={create.isPending}
        error={create.error}
        disabled={!isComplete(kind, entry)}
        onSubmit={() => create.mutate()}
        asksMore
        wide
      >
        <fieldset className={css['kinds']} aria-label={t('kind')}>
          {entryKinds.map((one) => (
            <label key={one} className={css['kind']}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              <span>{t(`kind_${one}`)}</span>
              <small>{t(`kind_${one}_help`)}</small>
            </label>
          ))}
        </fieldset>
        <EntryFields kind={kind} entry={entry} onEntry={setEntry} errors={create.error ? fieldErrors(asProblem(create.error)) : {}} />
      </Form>
    </>
  );
}
