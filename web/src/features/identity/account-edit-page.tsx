// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Confirm } from '../../shared/ui/feedback/confirm.tsx';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { bodyOf, draftOf, isComplete } from './account-draft.ts';
import { AccountFields } from './account-fields.tsx';
import { type Account, accountQuery, accountsKey, changeAccount, resetPassword } from './accounts.api.ts';
import { PasswordOnce } from './password-once.tsx';

export function AccountEditPage() {
  const { id = '' } = useParams();
  const account = useQuery(accountQuery(id));
  return (
    <Loading page of={account}>
      {(data) => <AccountEditor key={`${data.id} ${data.version}`} account={data} />}
    </Loading>
  );
}

function AccountEditor({ account }: { readonly account: Account }) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(account));
  const save = useMutation({
    mutationFn: (disabled: boolean) => changeAccount(account.id, { ...bodyOf(draft), version: account.version, disabled }),
    onSuccess: async () => {
      toastDone(t('accounts.saved'));
      await queries.invalidateQueries({ queryKey: accountsKey });
    },
  });
  const isDisabled = account.disabledAt !== null;
  return (
    <>
      <PageHead
        title={account.name}
        answer={account.email}
        back={{ to: '/administration/accounts', label: t('accounts.back') }}
        action={
          <AccountActs account={account} pending={save.isPending} error={save.error} onDisabled={(disabled) => save.mutate(disabled)} />
        }
      />
      <Form
        verb={t('accounts.save')}
        pending={save.isPending}
        error={save.error}
        disabled={!isComplete(draft)}
        onSubmit={() => save.mutate(isDisabled)}
        wide
      >
        <TextInput
          label={t('accounts.name')}
          required
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <AccountFields draft={draft} onDraft={setDraft} />
      </Form>
    </>
  );
}

type ActsProps = {
  readonly account: Account;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onDisabled: (disabled: boolean) => void;
};

function AccountActs({ account, pending, error, onDisabled }: ActsProps) {
  const { t } = useTranslation('identity');
  const [asking, setAsking] = useState<'disable' | 'reset' | null>(null);
  const reset = useMutation({ mutationFn: () => resetPassword(account.id) });
  return (
    <>
      <Button variant="default" onClick={() => setAsking('reset')}>
        {t('accounts.reset')}
      </Button>
      {account.disabledAt ? (
        <Button variant="default" loading={pending} onClick={() => onDisabled(false)}>
          {t('accounts.enable')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setAsking('disable')}>
          {t('accounts.disable')}
        </Button>
      )}
      <Confirm
        opened={asking === 'disable'}
        title={t('accounts.disable')}
        verb={t('accounts.disable')}
        pending={pending}
        error={error}
        onClose={() => setAsking(null)}
        onConfirm={() => onDisabled(true)}
      >
        <p>{t('accounts.disable_text', { name: account.name })}</p>
      </Confirm>
      <Confirm
        opened={asking === 'reset'}
        title={t('accounts.reset')}
        verb={t('accounts.reset')}
        pending={reset.isPending}
        error={reset.error}
        onClose={() => setAsking(null)}
        onConfirm={() => reset.mutate()}
      >
        {reset.data ? <PasswordOnce password={reset.data.password} /> : <p>{t('accounts.reset_text', { name: account.name })}</p>}
      </Confirm>
    </>
  );
}
