// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OnlyWith } from '../../shared/ui/feedback/only-with.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { bodyOf, emptyDraft, isComplete } from './account-draft.ts';
import { AccountFields } from './account-fields.tsx';
import { accountsKey, createAccount } from './accounts.api.ts';
import { PasswordOnce } from './password-once.tsx';

export function AccountCreatePage() {
  return (
    <OnlyWith permission="identity.manage">
      <AccountCreate />
    </OnlyWith>
  );
}

function AccountCreate() {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(emptyDraft);
  const create = useMutation({
    mutationFn: () => createAccount({ ...bodyOf(draft), email: draft.email.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  });
  const back = { to: '/administration/accounts', label: t('accounts.back') };
  if (create.data) {
    return (
      <>
        <PageHead title={t('accounts.created')} back={back} answer={`${draft.name}, ${draft.email}`} />
        <PasswordOnce password={create.data.password} />
        <p style={{ marginTop: 16 }}>
          <Link to={`/administration/accounts/${create.data.id}`}>{draft.name}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('accounts.new')} back={back} />
      <Form
        verb={t('accounts.create')}
        pending={create.isPending}
        error={create.error}
        disabled={!isComplete(draft)}
        onSubmit={() => create.mutate()}
        wide
      >
        <TextInput
          label={t('accounts.name')}
          required
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('accounts.email')}
          type="email"
          required
          value={draft.email}
          onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
        />
        <AccountFields draft={draft} onDraft={setDraft} />
      </Form>
    </>
  );
}
